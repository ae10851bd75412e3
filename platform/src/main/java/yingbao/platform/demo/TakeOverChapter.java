package yingbao.platform.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import yingbao.platform.access.Right;
import yingbao.platform.cases.Cases;
import yingbao.platform.cases.Existing;
import yingbao.platform.cases.MonthAmount;
import yingbao.platform.kernel.Caller;
import yingbao.policy.value.Money;

/**
 * Those who drew before the platform are taken over with their papers. It is done late, so that the reviews that have fallen
 * due since are few; what they drew is given from the first month on.
 */
@Component
@Order(2)
class TakeOverChapter implements Chapter {
    static final LocalDate TAKEN_OVER_ON = LocalDate.of(2016, 9, 23);

    private static final int WEIGHT = 8;
    private static final int MONTHS_BEFORE = 30;
    private static final int DAYS_OF_A_MONTH = 27;
    private static final int DAYS_OF_A_CASE = 25;

    private final Casting casting;
    private final Cases cases;

    TakeOverChapter(Casting casting, Cases cases) {
        this.casting = casting;
        this.cases = cases;
    }

    @Override
    public int weight() {
        return WEIGHT;
    }

    @Override
    public List<Step> steps(Scene scene) {
        Caller officer = scene.cast().holding(Right.PAYMENT_CONFIRM, scene.county());
        Map<String, List<Candidate>> byProgramme = casting.candidates(scene).stream()
                .filter(candidate -> !candidate.reserved())
                .collect(Collectors.groupingBy(Candidate::programme, TreeMap::new, Collectors.toList()));
        List<Step> steps = new ArrayList<>();
        byProgramme.forEach((programme, candidates) -> steps.add(Step.of(
                "take-over/" + programme,
                TAKEN_OVER_ON,
                officer,
                () -> Integer.toString(cases.takeOver(candidates.stream()
                                .map(TakeOverChapter::existing)
                                .toList())
                        .size()))));
        return steps;
    }

    private static Existing existing(Candidate candidate) {
        YearMonth first = candidate.months().firstKey();
        int lot = candidate.ordinal();
        YearMonth decided =
                first.equals(Casting.FIRST) ? first.minusMonths(1L + lot % MONTHS_BEFORE) : first.minusMonths(1);
        LocalDate decidedOn = decided.atDay(1 + lot % DAYS_OF_A_MONTH);
        return new Existing(
                candidate.programme(),
                candidate.household(),
                candidate.person(),
                candidate.area(),
                candidate.number(),
                candidate.name(),
                candidate.name(),
                decidedOn.minusDays(DAYS_OF_A_CASE),
                decidedOn,
                String.format(Locale.ROOT, "旧档%d-%05d", decidedOn.getYear(), lot),
                amounts(candidate));
    }

    /** Month by month from the first; nothing in months in which nothing was due. */
    private static List<MonthAmount> amounts(Candidate candidate) {
        List<MonthAmount> spans = new ArrayList<>();
        YearMonth begun = candidate.months().firstKey();
        long fen = -1;
        for (YearMonth month = begun; !month.isAfter(Casting.LAST); month = month.plusMonths(1)) {
            long due = candidate.months().getOrDefault(month, Money.ZERO).fen();
            if (fen >= 0 && due != fen) {
                spans.add(new MonthAmount(begun, Optional.of(month.minusMonths(1)), fen));
                begun = month;
            }
            fen = due;
        }
        spans.add(new MonthAmount(begun, Optional.empty(), fen));
        return spans;
    }
}
