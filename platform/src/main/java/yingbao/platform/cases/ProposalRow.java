package yingbao.platform.cases;

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
 */
record ProposalRow(
        ProposalId id,
        EntitlementId entitlement,
        CaseId caseId,
        Optional<UUID> batch,
        AreaCode area,
        String cause,
        String causeText,
        ProposalQueries.Kind kind,
        YearMonth fromMonth,
        List<MonthAmount> former,
        List<MonthAmount> proposed,
        long formerFen,
        long proposedFen,
        long arrearsFen,
        LocalDate madeOn,
        Optional<LocalDate> dueOn) {

    /** Whether the amounts from the same month on are the same, so that what was looked at since is no cause. */
    boolean proposesSameAs(ProposalRow other) {
        return kind == other.kind
                && fromMonth.equals(other.fromMonth)
                && formerFen == other.formerFen
                && proposedFen == other.proposedFen;
    }

    ProposalRow because(String text) {
        return new ProposalRow(
                id,
                entitlement,
                caseId,
                batch,
                area,
                cause,
                text,
                kind,
                fromMonth,
                former,
                proposed,
                formerFen,
                proposedFen,
                arrearsFen,
                madeOn,
                dueOn);
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
                causeText,
                kind,
                fromMonth,
                former,
                proposed,
                formerFen,
                proposedFen,
                arrearsFen,
                since,
                until);
    }
}
