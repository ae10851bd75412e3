package yingbao.platform.cases;

import java.time.YearMonth;
import java.util.List;

/** How far decided money has come. Whoever pays answers it, as cases never look into a ledger. */
public interface Payouts {

    /** The months of an entitlement that a run has, and how far each has come; a month that no run has yet is left out. */
    List<PaidMonth> of(EntitlementId entitlement);

    /**
     * How far the money of a month has come.
     *
     * @param postedFen what the bank has reported as paid, less what was recovered
     * @param runMonth the month of the latest run that has it
     * @param runNumber the number of that run in its month
     * @param stage how far that run has come with it
     */
    record PaidMonth(YearMonth month, long postedFen, YearMonth runMonth, int runNumber, Stage stage) {}

    /** How far a run has come with somebody. */
    enum Stage {
        /** Nobody has confirmed it. */
        OPEN,
        /** It is confirmed, and the bank has not reported. */
        PENDING,
        /** Nothing can be paid, for want of an account. */
        HELD,
        /** The bank could not pay. */
        REFUSED,
        /** The bank has paid. */
        POSTED
    }
}
