package yingbao.platform.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import yingbao.policy.value.AreaCode;

/**
 * A notice to be hung.
 *
 * @param caseId the case it is about
 * @param area where that case is, which decides who on the inside sees it
 * @param wall the division on whose wall it hangs
 * @param programme what people call the programme
 * @param title what is noticed
 * @param office who takes objections
 * @param from its first day
 * @param to its last day; empty for a long-term list
 * @param shows what it tells, in order, already masked
 */
public record NewNotice(
        UUID caseId,
        AreaCode area,
        AreaCode wall,
        String programme,
        String title,
        String office,
        LocalDate from,
        Optional<LocalDate> to,
        List<Shown> shows) {
    public NewNotice {
        shows = List.copyOf(shows);
    }
}
