package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yingbao.policy.Seeds;
import yingbao.policy.value.Rounding.Mode;
import yingbao.policy.value.Rounding.Unit;

class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "UP,       YUAN,     10001, 10100",
        "UP,       YUAN,     10000, 10000",
        "UP,       YUAN,     -10001, -10100",
        "DOWN,     YUAN,     10099, 10000",
        "DOWN,     YUAN,     -10099, -10000",
        "HALF_UP,  YUAN,     10050, 10100",
        "HALF_UP,  YUAN,     10049, 10000",
        "HALF_UP,  YUAN,     -10050, -10100",
        "UP,       JIAO,     101, 110",
        "DOWN,     TEN_YUAN, 1999, 1000",
        "HALF_UP,  FEN,      7, 7",
    })
    void rounds_whole_fen_to_the_unit(Mode mode, Unit to, long exactFen, long roundedFen) {
        assertThat(new Rounding(mode, to).round(Ratio.of(exactFen))).isEqualTo(Money.ofFen(roundedFen));
    }

    @Test
    void the_smallest_part_of_a_fen_counts() {
        Ratio justOver = Ratio.of(10_000).plus(Ratio.of(1, Long.MAX_VALUE));
        assertThat(new Rounding(Mode.UP, Unit.YUAN).round(justOver)).isEqualTo(Money.ofYuan("101"));
        assertThat(new Rounding(Mode.HALF_UP, Unit.YUAN).round(justOver)).isEqualTo(Money.ofYuan("100"));
    }

    @Test
    void stays_within_one_unit_on_the_side_that_its_mode_names() {
        Seeds.forEach(1_000, random -> {
            Unit to = anyUnit(random);
            Ratio unit = Ratio.of(to.fen());
            Ratio exact = anyAmount(random);
            Ratio up = rounded(Mode.UP, to, exact);
            Ratio down = rounded(Mode.DOWN, to, exact);
            Ratio nearest = rounded(Mode.HALF_UP, to, exact);

            assertThat(size(up)).isGreaterThanOrEqualTo(size(exact));
            assertThat(size(down)).isLessThanOrEqualTo(size(exact));
            assertThat(size(up.minus(exact))).isLessThan(unit);
            assertThat(size(down.minus(exact))).isLessThan(unit);
            assertThat(size(nearest.minus(exact)).times(Ratio.of(2))).isLessThanOrEqualTo(unit);
            assertThat(nearest).isIn(up, down);
            assertThat(up.dividedBy(unit).isWhole()).isTrue();
            assertThat(down.dividedBy(unit).isWhole()).isTrue();
        });
    }

    @Test
    void a_recovery_is_rounded_like_the_payment_it_takes_back() {
        Seeds.forEach(500, random -> {
            Ratio exact = anyAmount(random);
            for (Mode mode : Mode.values()) {
                assertThat(rounded(mode, Unit.YUAN, exact.negate()))
                        .isEqualTo(rounded(mode, Unit.YUAN, exact).negate());
            }
        });
    }

    @Test
    void rounding_twice_changes_nothing_more() {
        Seeds.forEach(500, random -> {
            for (Mode mode : Mode.values()) {
                Ratio once = rounded(mode, Unit.TEN_YUAN, anyAmount(random));
                assertThat(rounded(mode, Unit.TEN_YUAN, once)).isEqualTo(once);
            }
        });
    }

    @Test
    void a_result_too_large_to_count_is_an_error() {
        Rounding toTenYuan = new Rounding(Mode.UP, Unit.TEN_YUAN);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> toTenYuan.round(Ratio.of(Long.MAX_VALUE)));
    }

    private static Unit anyUnit(RandomGenerator random) {
        List<Unit> units = List.of(Unit.values());
        return units.get(random.nextInt(units.size()));
    }

    private static Ratio anyAmount(RandomGenerator random) {
        return Ratio.of(random.nextLong(-10_000_000, 10_000_000), random.nextLong(1, 400));
    }

    private static Ratio rounded(Mode mode, Unit to, Ratio exact) {
        return Ratio.of(new Rounding(mode, to).round(exact).fen());
    }

    private static Ratio size(Ratio ratio) {
        return ratio.compareTo(Ratio.ZERO) < 0 ? ratio.negate() : ratio;
    }
}
