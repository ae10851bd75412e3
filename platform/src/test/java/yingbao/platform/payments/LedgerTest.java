package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;

/** Whatever is decided, however the bank reports: money is where it should be. */
class LedgerTest extends TwoCountiesTest {
    private static final YearMonth FIRST = YearMonth.of(2016, 1);
    private static final int MONTHS = 8;

    @ParameterizedTest
    @ValueSource(longs = {20161010, 7, 91})
    void after_any_history_all_that_is_decided_is_paid_or_owed_and_a_repeated_run_posts_nothing(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Entitled> people = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            people.add(granted("人" + person, "62100000000001" + person, FIRST + "", 10_000 + random.nextInt(50_000)));
        }
        int seq = 1;
        for (int month = 0; month < MONTHS; month++) {
            YearMonth now = FIRST.plusMonths(month);
            seq++;
            for (Entitled person : people) {
                if (random.nextInt(3) == 0) {
                    YearMonth from = FIRST.plusMonths(random.nextInt(month + 1));
                    long fen = random.nextInt(4) == 0 ? 0 : random.nextInt(60_000);
                    decide(person, seq, "ADJUST", from.toString(), fen);
                }
            }
            RandomGenerator dice = random;
            run(COUNTY, now, seed).ifPresent(run -> reportedAtRandom(run, dice));
            assertLedgerIsWhole();
        }
        YearMonth last = FIRST.plusMonths(MONTHS - 1);
        run(COUNTY, last, seed).filter(run -> run.payments() > 0).ifPresent(run -> report(run, _ -> "成功"));

        assertThat(run(COUNTY, last, seed)).as("seed %d", seed).isEmpty();
        long decided = number("""
                select sum(amount_fen) from cases.decided_months('229901000000', '229901999999', '2016-08-01')
                """);
        assertThat(postedFen("FUND")).as("seed %d", seed).isEqualTo(decided);
        long owed = postedFen("RECEIVABLE");
        assertThat(postedFen("BANK")).as("seed %d", seed).isEqualTo(-decided - owed);
        assertLedgerIsWhole();
    }

    @ParameterizedTest
    @ValueSource(longs = {20161010, 7, 91})
    void after_any_history_of_families_who_moved_each_county_is_owed_what_it_paid_too_much_itself(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        String programme = programmeOf(Holder.HOUSEHOLD);
        List<Entitled> here = new ArrayList<>();
        List<Entitled> there = new ArrayList<>();
        for (int family = 0; family < 4; family++) {
            Entitled moved = granted("人" + family, "62100000000001" + family, FIRST + "", random.nextInt(1, 50_000));
            movesAway(moved);
            here.add(moved);
            there.add(grantedThere(moved, programme, FIRST + "", random.nextInt(1, 50_000)));
        }
        int repaid = 0;
        for (int month = 0; month < MONTHS; month++) {
            YearMonth now = FIRST.plusMonths(month);
            for (String county : List.of(COUNTY, OTHER)) {
                for (Entitled family : county.equals(COUNTY) ? here : there) {
                    if (random.nextInt(2) == 0) {
                        String from =
                                FIRST.plusMonths(random.nextInt(month + 1)).toString();
                        long fen = random.nextInt(3) == 0 ? 0 : random.nextInt(60_000);
                        String village = county.equals(COUNTY) ? "229901100201" : OTHER_VILLAGE;
                        decide(family, month + 2, "ADJUST", from, fen, village);
                    }
                }
                run(county, now, seed).ifPresent(run -> reportedAtRandom(run, random));
                for (Repayments.Debt debt : owedTo(county)) {
                    if (random.nextInt(4) == 0) {
                        Entitled family = here.stream()
                                .filter(one -> one.household().equals(debt.household()))
                                .findFirst()
                                .orElseThrow();
                        String yuan = BigDecimal.valueOf(random.nextLong(1, debt.owedFen() + 1), 2)
                                .toPlainString();
                        paidBack(county, family, programme, yuan, "收-" + ++repaid);
                    }
                }
                assertLedgerIsWhole();
                assertThat(owedTo(county).stream()
                                .mapToLong(Repayments.Debt::owedFen)
                                .sum())
                        .as("seed %d, %s in %s", seed, county, now)
                        .isEqualTo(receivableFen(county));
            }
        }
        assertThat(repaid).as("seed %d", seed).isPositive();
    }

    private List<Repayments.Debt> owedTo(String county) {
        return as(MAKER, county, () -> repayments.owedTo(AreaCode.parse(county), 0, 50))
                .rows();
    }

    private void reportedAtRandom(RunView run, RandomGenerator random) {
        if (run.payments() > 0) {
            report(run, _ -> random.nextInt(5) == 0 ? "失败" : "成功");
            accountsAreRight(run);
        }
    }

    private Optional<RunView> run(String county, YearMonth month, long seed) {
        try {
            return Optional.of(confirmed(county, month));
        } catch (Refusal nothing) {
            assertThat(nothing.code()).as("seed %d", seed).isEqualTo("payments.nothing");
            return Optional.empty();
        }
    }
}
