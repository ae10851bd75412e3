package yingbao.platform.cases;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yingbao.platform.flow.Obstacle;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.Money;

/** Tells of a case whose action waits for its money where that money stands. */
@Component
class Unposted {
    private final DecisionQueries decisions;
    private final Payouts payouts;
    private final Today today;

    Unposted(DecisionQueries decisions, Payouts payouts, Today today) {
        this.decisions = decisions;
        this.payouts = payouts;
        this.today = today;
    }

    /** The first month up to the present one whose money has not come; nothing is asked where no action waits for it. */
    Optional<Obstacle> standsInTheWay(CaseRow row, Workflow.State state) {
        boolean asked = state.actions().stream()
                .anyMatch(action ->
                        state.requires().stream().anyMatch(requirement -> requirement.waitsForMoney(action.id())));
        return asked ? decisions.entitlementOf(row.id()).flatMap(this::standing) : Optional.empty();
    }

    private Optional<Obstacle> standing(EntitlementId entitlement) {
        Map<YearMonth, Payouts.PaidMonth> paid = payouts.of(entitlement).stream()
                .collect(Collectors.toMap(Payouts.PaidMonth::month, Function.identity()));
        return decisions.decided(entitlement).stream()
                .flatMap(this::months)
                .flatMap(due -> missing(due, Optional.ofNullable(paid.get(due.from()))).stream())
                .findFirst();
    }

    /** The months of a span, each for itself, up to the present one or the first of what begins later. */
    private Stream<MonthAmount> months(MonthAmount span) {
        YearMonth present = YearMonth.from(today.date());
        YearMonth until = span.to().orElse(span.from().isAfter(present) ? span.from() : present);
        return LongStream.rangeClosed(0, span.from().until(until, ChronoUnit.MONTHS))
                .mapToObj(span.from()::plusMonths)
                .map(month -> new MonthAmount(month, Optional.of(month), span.amountFen()));
    }

    private static Optional<Obstacle> missing(MonthAmount due, Optional<Payouts.PaidMonth> paid) {
        long rest = due.amountFen() - paid.map(Payouts.PaidMonth::postedFen).orElse(0L);
        if (rest <= 0) {
            return Optional.empty();
        }
        String month = due.from().toString();
        String yuan = Money.ofFen(rest).toString();
        return Optional.of(paid.filter(one -> one.stage() != Payouts.Stage.POSTED)
                .map(one -> new Obstacle(
                        "",
                        "cases.unposted-" + one.stage().name().toLowerCase(Locale.ROOT),
                        List.of(month, yuan, one.runMonth().toString(), Integer.toString(one.runNumber()))))
                .orElseGet(() -> new Obstacle("", "cases.unposted-in-no-run", List.of(month, yuan))));
    }
}
