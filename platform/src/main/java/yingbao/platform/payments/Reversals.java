package yingbao.platform.payments;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;

/** Takes back repayments that were confirmed by mistake: one person says what was wrong, another confirms it. */
@Service
public class Reversals {
    private final ReversalQueries queries;
    private final Repayments repayments;
    private final RunQueries runs;
    private final Audit audit;
    private final Today today;

    Reversals(ReversalQueries queries, Repayments repayments, RunQueries runs, Audit audit, Today today) {
        this.queries = queries;
        this.repayments = repayments;
        this.runs = runs;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Proposes to take back a confirmed repayment; nothing changes until a second person has confirmed it.
     *
     * @param reason what was wrong
     * @throws Refusal {@code payments.repay-unknown}, {@code payments.reverse-reason} when there is none,
     *     {@code payments.reverse-state} when the repayment is not confirmed or taken back already,
     *     {@code payments.reverse-waiting} when somebody proposed it before
     */
    @Transactional
    public RepaymentView propose(RepaymentId id, String reason) {
        Caller caller = Payments.allowed(Right.PAYMENT_BANK);
        RepaymentView repayment = held(id);
        if (reason.isBlank()) {
            throw Refusal.at("/reason", "payments.reverse-reason");
        }
        if (repayment.state() != RepaymentView.State.CONFIRMED) {
            throw Refusal.conflict("payments.reverse-state");
        }
        if (waits(repayment)) {
            throw Refusal.conflict("payments.reverse-waiting");
        }
        queries.insert(today.newId(), repayment, reason.strip(), caller, today.instant());
        record("payment.reverse", repayment, reason.strip());
        return repayments.require(id);
    }

    /**
     * Confirms it: the opposite of the repayment is posted, the debt is open again, and its receipt may be entered anew.
     *
     * @throws Refusal {@code payments.repay-unknown}, {@code payments.reverse-decided} when nothing waits,
     *     {@code payments.reverse-same-person} for who proposed it
     */
    @Transactional
    public RepaymentView confirm(RepaymentId id) {
        RepaymentView repayment = decidable(id);
        queries.decide(id, RepaymentView.ReversalState.CONFIRMED, Callers.current(), today.instant());
        queries.post(id, today.date(), today.instant());
        record("payment.reverse-confirm", repayment, reason(repayment));
        return repayments.require(id);
    }

    /** Refuses it: the repayment stays as it was confirmed. */
    @Transactional
    public RepaymentView refuse(RepaymentId id) {
        RepaymentView repayment = decidable(id);
        queries.decide(id, RepaymentView.ReversalState.REFUSED, Callers.current(), today.instant());
        record("payment.reverse-refuse", repayment, reason(repayment));
        return repayments.require(id);
    }

    private RepaymentView decidable(RepaymentId id) {
        Caller caller = Payments.allowed(Right.PAYMENT_CONFIRM);
        RepaymentView repayment = held(id);
        if (!waits(repayment)) {
            throw Refusal.conflict("payments.reverse-decided");
        }
        if (repayment
                .reversal()
                .filter(proposed -> proposed.enteredBy().equals(caller.user()))
                .isPresent()) {
            throw Refusal.forbidden("payments.reverse-same-person");
        }
        return repayment;
    }

    /** Holds the county, so that what is read afterwards stays true until the transaction ends. */
    private RepaymentView held(RepaymentId id) {
        runs.hold(repayments.require(id).county());
        return repayments.require(id);
    }

    private static boolean waits(RepaymentView repayment) {
        return repayment
                .reversal()
                .filter(proposed -> proposed.state() == RepaymentView.ReversalState.ENTERED)
                .isPresent();
    }

    private static String reason(RepaymentView repayment) {
        return repayment.reversal().map(RepaymentView.Reversal::reason).orElse("");
    }

    private void record(String action, RepaymentView repayment, String reason) {
        audit.record(
                action,
                Repayments.SUBJECT,
                repayment.id().value(),
                repayment.area(),
                Map.of(
                        "household",
                        repayment.household().toString(),
                        "amountFen",
                        Long.toString(repayment.amountFen()),
                        "receipt",
                        repayment.receipt(),
                        "reason",
                        reason));
    }
}
