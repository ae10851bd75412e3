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
 * @param heldFor why nothing can be paid
 * @param failed the payment that the bank could not carry out: this one, or an earlier one by the same account because of
 *     which this one is held back or which somebody wanted repeated as it was
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
        Optional<HeldFor> heldFor,
        Optional<Failed> failed,
        Map<String, String> fundTitles,
        List<PaymentLine> lines) {

    /** What became of it. */
    public enum State {
        /** Not confirmed yet. */
        PREVIEW,
        /** There is no account by which it may be paid. */
        HELD,
        /** There is nothing to pay. */
        NOTHING,
        /** The bank has not reported. */
        PENDING,
        PAID,
        FAILED
    }

    /**
     * A payment that the bank could not carry out.
     *
     * @param account bank and last digits of the account, as the bank was told
     * @param why in the bank's words
     */
    public record Failed(
            RunId run, String reference, String account, String why, Remedy remedy, Optional<SameAccount> stated) {}

    /** What was done about a failed payment. */
    public enum Remedy {
        /** Nothing: the account is the same, or none is known any more. */
        OPEN,
        /** The account was corrected. */
        CORRECTED,
        /** Somebody said that the account is right. */
        STATED,
        /** A later run paid it again. */
        REISSUED
    }

    /** Who said when and why that the account of a failed payment is right all the same. */
    public record SameAccount(String name, LocalDate on, String reason) {}

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
