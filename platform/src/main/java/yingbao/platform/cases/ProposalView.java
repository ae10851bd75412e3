package yingbao.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A change of what was decided that waits for somebody.
 *
 * @param cause {@code FACTS} or {@code STANDARD}
 * @param causeText what has changed, in words
 * @param kind {@code ADJUST}, {@code END} or {@code UNDETERMINED}
 * @param former what is decided month by month
 * @param proposed what would be
 * @param formerFen a month now
 * @param proposedFen a month then
 * @param arrearsFen what would be paid for the months before the one in which it was made; negative for what would be recovered
 * @param madeOn since when it waits
 * @param waitedDays for how many days
 * @param dueOn by when it is to be looked at; empty where nothing is set
 * @param overdueDays working days beyond that
 * @param mayLeave whether the caller's office may leave it as it is
 * @param closing what became of it; empty while it is open
 */
public record ProposalView(
        ProposalId id,
        CaseId caseId,
        String caseNumber,
        String applicant,
        String areaPath,
        String programmeTitle,
        String stateTitle,
        String cause,
        String causeText,
        String kind,
        YearMonth fromMonth,
        List<MonthAmount> former,
        List<MonthAmount> proposed,
        long formerFen,
        long proposedFen,
        long arrearsFen,
        LocalDate madeOn,
        long waitedDays,
        Optional<LocalDate> dueOn,
        int overdueDays,
        boolean mayLeave,
        State state,
        Optional<ProposalClosing> closing) {
    static final String FACTS = "FACTS";
    static final String STANDARD = "STANDARD";

    /** How far a proposal is. */
    public enum State {
        /** It waits for somebody. */
        OPEN,
        /** It was decided. */
        TAKEN,
        /** Somebody leaves everything as it is. */
        DROPPED,
        /** Its cause is gone. */
        WITHDRAWN,
        /** A newer one took its place; never listed. */
        REPLACED
    }

    /**
     * What became of a proposal.
     *
     * @param by who left or decided it, or whose deed took its cause away
     */
    public record ProposalClosing(Optional<Instant> at, String by, String reason) {}
}
