package yingbao.platform.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Page;
import yingbao.platform.registry.HouseholdId;
import yingbao.policy.value.AreaCode;

/** What families owe and pay back: entered by one person, confirmed by another. */
@RestController
@RequestMapping("/api")
class RepaymentController {
    private final Repayments repayments;
    private final Reversals reversals;

    RepaymentController(Repayments repayments, Reversals reversals) {
        this.repayments = repayments;
        this.reversals = reversals;
    }

    record ReversalBody(@NotNull @Size(max = 500) String reason) {}

    record NewRepaymentBody(
            @NotNull @Size(max = 12) String county,
            @NotNull @Size(max = 60) String programme,
            @NotNull UUID recipient,
            @NotNull @Size(min = 1, max = 20) String yuan,
            @NotNull LocalDate receivedOn,
            @NotNull @Size(min = 1, max = 60) String receipt) {}

    @GetMapping("/households/{id}/debts")
    @Requires(Right.PAYMENT_READ)
    Repayments.HouseholdDebts debts(@PathVariable HouseholdId id) {
        return repayments.of(id);
    }

    @PostMapping("/households/{id}/repayments")
    @Requires(Right.PAYMENT_BANK)
    RepaymentView enter(@PathVariable HouseholdId id, @Valid @RequestBody NewRepaymentBody body) {
        return repayments.enter(
                id,
                new Repayments.NewRepayment(
                        AreaCode.parse(body.county()),
                        body.programme(),
                        body.recipient(),
                        body.yuan(),
                        body.receivedOn(),
                        body.receipt().strip()));
    }

    /** What is still owed to a county, also by those who live elsewhere now. */
    @GetMapping("/payments/debts")
    @Requires(Right.PAYMENT_READ)
    Page<Repayments.Debt> owedTo(
            @RequestParam @Size(max = 12) String county,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return repayments.owedTo(AreaCode.parse(county), Math.max(0, offset), size);
    }

    @GetMapping("/payments/repayments")
    @Requires(Right.PAYMENT_READ)
    List<RepaymentView> waiting() {
        return repayments.waiting();
    }

    @PostMapping("/payments/repayments/{id}/confirmation")
    @Requires(Right.PAYMENT_CONFIRM)
    RepaymentView confirm(@PathVariable RepaymentId id) {
        return repayments.confirm(id);
    }

    @PostMapping("/payments/repayments/{id}/refusal")
    @Requires(Right.PAYMENT_CONFIRM)
    RepaymentView refuse(@PathVariable RepaymentId id) {
        return repayments.refuse(id);
    }

    /** Says that a confirmed repayment was a mistake. */
    @PostMapping("/payments/repayments/{id}/reversal")
    @Requires(Right.PAYMENT_BANK)
    RepaymentView reverse(@PathVariable RepaymentId id, @Valid @RequestBody ReversalBody body) {
        return reversals.propose(id, body.reason());
    }

    @PostMapping("/payments/repayments/{id}/reversal/confirmation")
    @Requires(Right.PAYMENT_CONFIRM)
    RepaymentView confirmReversal(@PathVariable RepaymentId id) {
        return reversals.confirm(id);
    }

    @PostMapping("/payments/repayments/{id}/reversal/refusal")
    @Requires(Right.PAYMENT_CONFIRM)
    RepaymentView refuseReversal(@PathVariable RepaymentId id) {
        return reversals.refuse(id);
    }
}
