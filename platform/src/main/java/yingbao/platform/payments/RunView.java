package yingbao.platform.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/**
 * A payment run of a county for a month.
 *
 * @param number counts the runs of the county for the month; those after the first are supplementary
 * @param programmes whom it pays, by programme
 * @param digest fingerprint of its lines and payees; empty while it is prepared
 * @param recipients how many persons or households it concerns, by programme
 * @param payments how many payees it pays
 * @param held how many recipients cannot be paid, for want of an account or of what their payment rests on
 * @param payFen what it pays
 * @param heldFen what is held back
 * @param note why it could not be prepared, or its last confirmation was refused; empty otherwise
 */
public record RunView(
        RunId id,
        AreaCode county,
        YearMonth month,
        int number,
        List<String> programmes,
        State state,
        UserId preparedBy,
        String preparedName,
        Instant preparedAt,
        LocalDate preparedOn,
        String digest,
        Optional<String> confirmedName,
        Optional<Instant> confirmedAt,
        int recipients,
        int payments,
        int held,
        long payFen,
        long heldFen,
        String note) {

    /** Where a run stands. */
    public enum State {
        /** Its lines are being worked out. */
        PREPARING,
        /** It waits for a second person. */
        PREVIEW,
        /** It is pending in the ledger. */
        CONFIRMED,
        /** The bank's file was fetched. */
        SENT,
        /** The bank reported on every payment. */
        SETTLED,
        /** It was given up before anything was posted. */
        DROPPED
    }
}
