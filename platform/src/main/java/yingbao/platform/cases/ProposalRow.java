package yingbao.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import yingbao.policy.value.AreaCode;

/**
 * A proposal as it is kept.
 *
 * @param madeOn since when somebody has to look at it; a new one in its place has waited as long
 * @param dueOn by when; empty of a batch, and where nothing is set
 * @param closing empty while it is open
 */
record ProposalRow(
        ProposalId id,
        EntitlementId entitlement,
        CaseId caseId,
        Optional<UUID> batch,
        AreaCode area,
        String cause,
        List<Said> reasons,
        ProposalQueries.Kind kind,
        YearMonth fromMonth,
        List<MonthAmount> former,
        List<MonthAmount> proposed,
        long formerFen,
        long proposedFen,
        long arrearsFen,
        LocalDate madeOn,
        Optional<LocalDate> dueOn,
        Optional<Closing> closing) {

    /**
     * What became of it.
     *
     * @param by who left or decided it, or whose deed took its cause away
     * @param remark their reason in writing
     * @param because why it was withdrawn
     */
    record Closing(ProposalView.State state, Optional<Instant> at, String by, String remark, List<Said> because) {}

    /** Whether the amounts from the same month on are the same, so that what was looked at since is no cause. */
    boolean proposesSameAs(ProposalRow other) {
        return kind == other.kind
                && fromMonth.equals(other.fromMonth)
                && formerFen == other.formerFen
                && proposedFen == other.proposedFen;
    }

    ProposalRow because(List<Said> others) {
        return new ProposalRow(
                id,
                entitlement,
                caseId,
                batch,
                area,
                cause,
                others,
                kind,
                fromMonth,
                former,
                proposed,
                formerFen,
                proposedFen,
                arrearsFen,
                madeOn,
                dueOn,
                closing);
    }

    /** The same as it has waited since a day, and the day by which it is to be looked at. */
    ProposalRow waiting(LocalDate since, Optional<LocalDate> until) {
        return new ProposalRow(
                id,
                entitlement,
                caseId,
                batch,
                area,
                cause,
                reasons,
                kind,
                fromMonth,
                former,
                proposed,
                formerFen,
                proposedFen,
                arrearsFen,
                since,
                until,
                closing);
    }
}
