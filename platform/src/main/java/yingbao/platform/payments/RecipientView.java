package yingbao.platform.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a run pays to somebody by one programme, and why.
 *
 * @param recipient the person, or the household where the programme is the household's
 * @param linesFen what the lines come to
 * @param payFen what is paid
 * @param collectedFen what is taken off against what they owed
 * @param carriedFen what they owe from now on
 * @param payee whose account it goes to; empty where nothing is paid
 * @param resolvedOn when the bank reported
 * @param failure why the bank could not pay, in its words
 * @param fundTitles titles of the levels that pay, by id
 */
public record RecipientView(
        RunId run,
        YearMonth runMonth,
        int runNumber,
        String programme,
        String programmeTitle,
        UUID recipient,
        UUID household,
        boolean personal,
        String name,
        String householdNumber,
        String area,
        String areaPath,
        long linesFen,
        long payFen,
        long collectedFen,
        long carriedFen,
        State state,
        String payee,
        String bank,
        String accountTail,
        String reference,
        Optional<LocalDate> resolvedOn,
        String failure,
        Map<String, String> fundTitles,
        List<PaymentLine> lines) {

    /** What became of it. */
    public enum State {
        /** Not confirmed yet. */
        PREVIEW,
        /** No account is known. */
        HELD,
        /** There is nothing to pay. */
        NOTHING,
        /** The bank has not reported. */
        PENDING,
        PAID,
        FAILED
    }

    /**
     * A month of an entitlement.
     *
     * @param hadFen what was posted or pending for it before
     * @param formerFen what was paid for the month before it; what was decided where nothing was paid
     * @param amountFen the difference, which this run pays or recovers
     * @param shares fund id to what it bears of the amount
     */
    public record PaymentLine(
            UUID entitlement,
            YearMonth month,
            UUID decision,
            long decidedFen,
            long hadFen,
            long formerFen,
            long amountFen,
            Reason reason,
            Map<String, Long> shares) {}
}
