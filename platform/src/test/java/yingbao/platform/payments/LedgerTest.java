package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.platform.kernel.Refusal;

/** Whatever is decided, however the bank reports: money is where it should be. */
class LedgerTest extends PaymentsTest {
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
            run(now, seed).ifPresent(run -> {
                if (run.payments() > 0) {
                    report(run, _ -> dice.nextInt(5) == 0 ? "失败" : "成功");
                    accountsAreRight(run);
                }
            });
            assertLedgerIsWhole();
        }
        YearMonth last = FIRST.plusMonths(MONTHS - 1);
        run(last, seed).filter(run -> run.payments() > 0).ifPresent(run -> report(run, _ -> "成功"));

        assertThat(run(last, seed)).as("seed %d", seed).isEmpty();
        long decided = number("""
                select sum(amount_fen) from cases.decided_months('229901000000', '229901999999', '2016-08-01')
                """);
        assertThat(postedFen("FUND")).as("seed %d", seed).isEqualTo(decided);
        long owed = postedFen("RECEIVABLE");
        assertThat(postedFen("BANK")).as("seed %d", seed).isEqualTo(-decided - owed);
        assertLedgerIsWhole();
    }

    private Optional<RunView> run(YearMonth month, long seed) {
        try {
            return Optional.of(confirmed(month));
        } catch (Refusal nothing) {
            assertThat(nothing.code()).as("seed %d", seed).isEqualTo("payments.nothing");
            return Optional.empty();
        }
    }
}
