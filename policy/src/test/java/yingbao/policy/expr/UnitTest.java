package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.expr.Unit.Base;

class UnitTest {
    @Test
    void a_rate_per_person_times_persons_is_an_amount() {
        Unit perPersonAndYear = Unit.FEN.per(Unit.PERSON).per(Unit.YEAR);
        assertThat(perPersonAndYear.times(Unit.PERSON)).isEqualTo(Unit.FEN.per(Unit.YEAR));
    }

    @Test
    void a_monthly_rate_times_months_per_year_is_a_yearly_rate() {
        assertThat(Unit.FEN_PER_MONTH.times(Unit.MONTH.per(Unit.YEAR))).isEqualTo(Unit.FEN.per(Unit.YEAR));
    }

    @Test
    void what_cancels_out_is_gone() {
        assertThat(Unit.FEN.per(Unit.FEN)).isEqualTo(Unit.NONE);
        assertThat(new Unit(Map.of(Base.FEN, 1, Base.DAY, 0))).isEqualTo(Unit.FEN);
    }

    @Test
    void dividing_undoes_multiplying_in_any_order() {
        for (long seed = 1; seed <= 500; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Unit a = anyUnit(random);
            Unit b = anyUnit(random);
            Unit c = anyUnit(random);
            assertThat(a.times(b)).as("seed %d", seed).isEqualTo(b.times(a)).hasSameHashCodeAs(b.times(a));
            assertThat(a.times(b).times(c)).as("seed %d", seed).isEqualTo(a.times(b.times(c)));
            assertThat(a.times(b).per(b)).as("seed %d", seed).isEqualTo(a);
            assertThat(a.per(a)).as("seed %d", seed).isEqualTo(Unit.NONE);
            assertThat(a.times(Unit.NONE)).as("seed %d", seed).isEqualTo(a);
        }
    }

    @Test
    void every_unit_is_read_back_from_its_own_text() {
        for (long seed = 1; seed <= 500; seed++) {
            Unit unit = anyUnit(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            assertThat(Unit.parse(unit.toString()))
                    .as("seed %d, %s", seed, unit)
                    .contains(unit);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "none,none",
        "fen,fen",
        "fen/person/year,fen/person/year",
        "fen/year/person,fen/person/year",
        "month/year,month/year",
        "working-day,working-day",
        "square-metre/person,square-metre/person",
        "1/year,1/year",
        "person*fen,fen*person",
        "fen/fen,none",
        " fen / month ,fen/month"
    })
    void reads_units_as_packs_write_them(String written, String shown) {
        assertThat(Unit.parse(written))
                .hasValueSatisfying(unit -> assertThat(unit).hasToString(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yuan", "fen/", "/year", "fen//year", "fen per year", "1", "none/year", "fen*", "fen/1"})
    void refuses_what_is_not_a_unit(String written) {
        assertThat(Unit.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fen,元",
        "fen/month,元/月",
        "fen/person/year,元/人·年",
        "square-metre/person,平方米/人",
        "working-day,个工作日",
        "percent,%",
        "none,''",
        "date,''"
    })
    void people_read_money_in_yuan_and_the_rest_in_chinese(String written, String label) {
        assertThat(Unit.parse(written).orElseThrow().label()).isEqualTo(label);
    }

    @Test
    void only_amounts_and_rates_of_fen_are_money() {
        assertThat(Unit.FEN.isMoney()).isTrue();
        assertThat(Unit.FEN_PER_MONTH.isMoney()).isTrue();
        assertThat(Unit.PERSON.isMoney()).isFalse();
        assertThat(Unit.FEN.per(Unit.FEN).isMoney()).isFalse();
    }

    private static Unit anyUnit(RandomGenerator random) {
        Map<Base, Integer> exponents = new EnumMap<>(Base.class);
        for (Base base : Base.values()) {
            if (random.nextInt(3) == 0) {
                exponents.put(base, random.nextInt(-2, 3));
            }
        }
        return new Unit(exponents);
    }
}
