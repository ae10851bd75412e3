package yingbao.platform.payments;

import java.time.Instant;
import java.util.List;

/**
 * A file in which the bank reported, and what became of its rows.
 *
 * @param posted how many payments were made
 * @param voided how many payments could not be made
 * @param repeated rows that say again what an earlier file said
 * @param faults rows that were not taken
 * @param note why the whole file was refused; empty otherwise
 * @param rows the rows that were not taken, as far as they are asked for
 */
public record ReturnView(
        ReturnId id,
        RunId run,
        String name,
        State state,
        String receivedName,
        Instant receivedAt,
        int posted,
        long postedFen,
        int voided,
        long voidedFen,
        int repeated,
        int faults,
        String note,
        List<ReturnFault> rows) {
    public ReturnView {
        rows = List.copyOf(rows);
    }

    /** How far a file is. */
    public enum State {
        RECEIVED,
        DONE,
        REFUSED
    }

    /**
     * A row that was not taken.
     *
     * @param row as a spreadsheet numbers it
     * @param text why, and how to mend it
     */
    public record ReturnFault(long row, String reference, String text) {}
}
