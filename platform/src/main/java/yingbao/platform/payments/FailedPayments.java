package yingbao.platform.payments;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;

/** What the bank could not pay, and whether it may be paid to the same account again. */
@Service
public class FailedPayments {
    private final FailureQueries queries;
    private final RunQueries runs;
    private final Payments payments;
    private final Audit audit;
    private final Today today;

    FailedPayments(FailureQueries queries, RunQueries runs, Payments payments, Audit audit, Today today) {
        this.queries = queries;
        this.runs = runs;
        this.payments = payments;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Says that the account of a failed payment is right, such as where the bank was at fault: the next run pays to it again.
     *
     * @param reference of the payment
     * @param reason what was found out, and from whom
     * @throws Refusal {@code payments.same-unknown} (the reference), {@code payments.same-reason} when there is none,
     *     {@code payments.same-stated} when somebody said so before, {@code payments.same-not-failed} (the reference) when
     *     the bank has not reported a failure, or has reported on another payment to that account since
     */
    @Transactional
    public void stateSameAccount(RunId run, String reference, String reason) {
        Caller caller = Payments.allowed(Right.PAYMENT_BANK);
        runs.hold(payments.require(run).county());
        FailureQueries.Paid payment =
                queries.payment(run, reference).orElseThrow(() -> Refusal.notFound("payments.same-unknown", reference));
        if (reason.isBlank()) {
            throw Refusal.at("/reason", "payments.same-reason");
        }
        FailureQueries.Failed failed = queries.failed(List.of(payment.index())).values().stream()
                .filter(last -> last.payment().equals(payment.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("payments.same-not-failed", reference));
        if (failed.stated()) {
            throw Refusal.conflict("payments.same-stated");
        }
        queries.state(payment, reason.strip(), caller, today.date(), today.instant());
        audit.record(
                "payment.same-account",
                "payment-run",
                run.value(),
                payment.area(),
                Map.of("reference", reference, "reason", reason.strip()));
    }
}
