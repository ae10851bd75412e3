package yingbao.platform.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/**
 * A draft as it is kept.
 *
 * @param area whose rules it changes
 * @param base the version of the rules that it changes
 * @param revision grows with every change, so that nobody writes over what another wrote meanwhile
 * @param from the first day for which it is to say anything new; empty before it is submitted
 * @param orderedBy the document that orders a day in the past; empty where none does
 * @param published the version that it became
 * @param files texts by path
 */
record Draft(
        DraftId id,
        String title,
        AreaCode area,
        String base,
        State state,
        long revision,
        Optional<LocalDate> from,
        String orderedBy,
        Optional<String> published,
        Instant madeAt,
        Map<String, String> files,
        List<Deed> deeds) {

    /** Where a draft stands. */
    enum State {
        OPEN,
        WAITING,
        PUBLISHED,
        DROPPED
    }

    /** What is done to a draft. */
    enum Kind {
        MAKE,
        CHANGE,
        SUBMIT,
        WITHDRAW,
        REFUSE,
        PUBLISH,
        DROP,
        REBASE
    }

    /** What was done. */
    record Deed(Kind kind, String note, UserId by, String name, Instant at) {}

    private static final Set<Kind> HAND_IN_IT = Set.of(Kind.MAKE, Kind.CHANGE, Kind.SUBMIT, Kind.REBASE);

    /** Whether somebody had a hand in it, and so is no second person. */
    boolean isWorkOf(UserId user) {
        return deeds.stream().anyMatch(deed -> deed.by().equals(user) && HAND_IN_IT.contains(deed.kind()));
    }
}
