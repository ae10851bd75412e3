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
 * @param receivedOn on which day the county received it
 * @param receipt number of the receipt that the family was given
 * @param decidedName who confirmed or refused it; empty while it waits
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
        Optional<String> decidedName) {

    /** How far it is. */
    public enum State {
        /** It waits for a second person. */
        ENTERED,
        /** It is posted in the ledger. */
        CONFIRMED,
        /** A second person did not find it so. */
        REFUSED
    }
}
