package yingbao.platform.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/**
 * Money that a family paid back in cash or by transfer against what it owes.
 *
 * @param recipient the person, or the household where the programme is the household's
 * @param name whom it was paid too much
 * @param household where they live, or whoever answers for them since a merge in the register
 * @param receivedOn on which day the county received it
 * @param receipt number of the receipt that the family was given
 * @param decidedName who confirmed or refused it; empty while it waits
 * @param reversal the last that was proposed to take it back
 */
public record RepaymentView(
        RepaymentId id,
        AreaCode county,
        AreaCode area,
        String programme,
        String programmeTitle,
        UUID recipient,
        UUID household,
        String name,
        long amountFen,
        LocalDate receivedOn,
        String receipt,
        State state,
        UserId enteredBy,
        String enteredName,
        Instant enteredAt,
        Optional<String> decidedName,
        Optional<Reversal> reversal) {

    /**
     * That a confirmed repayment was a mistake.
     *
     * @param reason what was wrong
     * @param decidedName who confirmed or refused that; empty while it waits
     */
    public record Reversal(
            String reason,
            ReversalState state,
            UserId enteredBy,
            String enteredName,
            Instant enteredAt,
            Optional<String> decidedName) {}

    /** How far a reversal is. */
    public enum ReversalState {
        /** It waits for a second person. */
        ENTERED,
        /** The opposite is posted in the ledger, and the debt is open again. */
        CONFIRMED,
        /** A second person found the repayment right. */
        REFUSED
    }

    /** How far it is. */
    public enum State {
        /** It waits for a second person. */
        ENTERED,
        /** It is posted in the ledger. */
        CONFIRMED,
        /** A second person did not find it so. */
        REFUSED,
        /** It was a mistake: its opposite is posted as well. */
        REVERSED
    }
}
