package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static yingbao.policy.value.Refusals.assertRefused;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.Seeds;

class RatioTest {
    @Test
    void equal_fractions_are_equal_however_they_were_written() {
        assertThat(Ratio.of(6, 20)).isEqualTo(Ratio.of(3, 10)).hasSameHashCodeAs(Ratio.of(-3, -10));
        assertThat(Ratio.of(3, -10)).isEqualTo(Ratio.of(-3, 10));
        assertThat(Ratio.of(0, -5)).isEqualTo(Ratio.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"30,3/10", "30%,3/10", "12.5,1/8", "３０％,3/10", "100,1", "0.05,1/2000", "-20,-1/5", "250 %,5/2"})
    void reads_percentages(String typed, String shown) {
        assertThat(Ratio.percent(typed)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "x", "1e1", "1/3", "30%%", ".5", "5."})
    void refuses_what_is_not_a_percentage(String typed) {
        assertRefused(() -> Ratio.percent(typed), "ratio.percent", typed);
    }

    @Test
    void basis_points_are_hundredths_of_a_percent() {
        assertThat(Ratio.basisPoints(2050)).isEqualTo(Ratio.percent("20.5"));
    }

    @Test
    void an_amount_divided_and_multiplied_back_loses_nothing() {
        Ratio third = Ratio.of(320_000).dividedBy(Ratio.of(3));
        assertThat(third.isWhole()).isFalse();
        assertThat(third.times(Ratio.of(3)).longValueExact()).isEqualTo(320_000);
    }

    @Test
    void only_a_whole_ratio_that_fits_becomes_a_long() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Ratio.of(1, 3).longValueExact());
        Ratio tooLarge = new Ratio(BigInteger.TWO.pow(63), BigInteger.ONE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(tooLarge::longValueExact);
        assertThat(Ratio.of(Long.MIN_VALUE).longValueExact()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void division_by_zero_is_an_error() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Ratio.of(1, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Ratio.ONE.dividedBy(Ratio.ZERO));
    }

    @Test
    void obeys_the_laws_of_a_field() {
        Seeds.forEach(1_000, random -> {
            Ratio a = anyRatio(random);
            Ratio b = anyRatio(random);
            Ratio c = anyRatio(random);
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.times(b)).isEqualTo(b.times(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
            assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
            assertThat(a.plus(Ratio.ZERO)).isEqualTo(a);
            assertThat(a.times(Ratio.ONE)).isEqualTo(a);
            assertThat(a.plus(a.negate())).isEqualTo(Ratio.ZERO);
            assertThat(a.minus(b).plus(b)).isEqualTo(a);
            if (!b.equals(Ratio.ZERO)) {
                assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
            }
        });
    }

    @Test
    void order_agrees_with_equality_and_with_subtraction() {
        Seeds.forEach(1_000, random -> {
            Ratio a = anyRatio(random);
            Ratio b = anyRatio(random);
            assertThat(a.compareTo(b)).isEqualTo(a.minus(b).numerator().signum());
            assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
            assertThat(b.compareTo(a)).isEqualTo(b.minus(a).numerator().signum());
        });
    }

    static Ratio anyRatio(RandomGenerator random) {
        long size = random.nextBoolean() ? 12 : Long.MAX_VALUE;
        long denominator = random.nextLong(1, size);
        return Ratio.of(random.nextLong(-size, size), random.nextBoolean() ? denominator : -denominator);
    }
}
