package yingbao.platform.trials;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import yingbao.platform.drafts.DraftStanding;
import yingbao.platform.kernel.UserId;

/**
 * A scenario as it is kept.
 *
 * @param name what it is called
 * @param areaCode for whom it was made
 * @param by who changed it last
 * @param mine whether the caller did
 * @param result what came of it when it was last worked out over its months; empty where it never was, or has changed since
 * @param draft where the draft that is tried stands now; empty where none is, or the caller may not read it
 * @param stale whether other values hold, or the register was taken again, since it was worked out
 */
record ScenarioView(
        ScenarioId id,
        String name,
        String remark,
        String areaCode,
        String areaPath,
        Asked asked,
        String by,
        LocalDate on,
        boolean mine,
        Optional<YearsAnswer> result,
        boolean stale,
        Optional<DraftStanding> draft) {

    /** What the table holds. */
    record Row(
            ScenarioId id,
            String name,
            String note,
            String areaCode,
            Asked asked,
            UserId by,
            String byName,
            LocalDate on,
            Optional<YearsAnswer> result,
            Optional<Instant> workedOutAt) {}
}
