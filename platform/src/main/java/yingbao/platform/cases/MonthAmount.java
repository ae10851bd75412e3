package yingbao.platform.cases;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import yingbao.policy.value.Money;

/**
 * What is due in each of some months.
 *
 * @param from the first of them
 * @param to the last of them; empty for every month from then on
 * @param amountFen for each month, not negative
 */
public record MonthAmount(YearMonth from, Optional<YearMonth> to, long amountFen) {
    public MonthAmount {
        if (amountFen < 0 || to.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException("no amount of months: " + from + ".." + to + " " + amountFen);
        }
    }

    static MonthAmount from(YearMonth month, Money amount) {
        return new MonthAmount(month, Optional.empty(), amount.fen());
    }

    /** The fewest spans that say the same as months one after another; the last goes on for ever. */
    static List<MonthAmount> openEnded(SortedMap<YearMonth, Money> months) {
        List<MonthAmount> spans = new ArrayList<>();
        months.forEach((month, amount) -> {
            if (!spans.isEmpty() && spans.getLast().amountFen() == amount.fen()) {
                return;
            }
            if (!spans.isEmpty()) {
                MonthAmount before = spans.removeLast();
                spans.add(new MonthAmount(before.from(), Optional.of(month.minusMonths(1)), before.amountFen()));
            }
            spans.add(from(month, amount));
        });
        return List.copyOf(spans);
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && to.filter(month::isAfter).isEmpty();
    }

    /** What is due in a month by spans of which none overlaps another. */
    static Money at(List<MonthAmount> spans, YearMonth month) {
        return spans.stream()
                .filter(span -> span.covers(month))
                .findFirst()
                .map(span -> Money.ofFen(span.amountFen()))
                .orElse(Money.ZERO);
    }
}
