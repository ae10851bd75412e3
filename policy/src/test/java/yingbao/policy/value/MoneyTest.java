package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static yingbao.policy.value.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.Seeds;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "4200|420000",
                "4,200|420000",
                "1,234,567.89|123456789",
                "4200.5|420050",
                "0.05|5",
                "4200元|420000",
                "  4200 元 |420000",
                "\u3000４，２００．５０元\u3000|420050",
                "\u00a04200\u00a0|420000",
                "-30|-3000",
                "92233720368547758.07|9223372036854775807"
            })
    void reads_what_a_clerk_types(String typed, long fen) {
        assertThat(Money.ofYuan(typed)).isEqualTo(Money.ofFen(fen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "元",
                "abc",
                "4200y",
                "1e3",
                "42,00",
                "12345,678",
                "4200.",
                ".5",
                "--1",
                "1 000",
                "0x10",
                "四千",
                "¥5"
            })
    void refuses_what_is_not_an_amount(String typed) {
        assertRefused(() -> Money.ofYuan(typed), "money.format", typed);
    }

    @Test
    void refuses_parts_of_a_fen_instead_of_rounding_them_away() {
        assertRefused(() -> Money.ofYuan("1.005"), "money.decimals", "1.005");
        assertRefused(() -> Money.ofYuan("1.000"), "money.decimals", "1.000");
    }

    @Test
    void refuses_an_amount_too_large_to_count() {
        assertRefused(() -> Money.ofYuan("92233720368547758.08"), "money.range", "92233720368547758.08");
    }

    @Test
    void shows_thousands_to_people_and_a_plain_number_to_machines() {
        Money amount = Money.ofFen(123_450);
        assertThat(amount).hasToString("1,234.50");
        assertThat(amount.yuan()).isEqualTo("1234.50");
        assertThat(Money.ofFen(-5)).hasToString("-0.05");
        assertThat(Money.ZERO).hasToString("0.00");
        assertThat(Money.ofFen(Long.MIN_VALUE)).hasToString("-92,233,720,368,547,758.08");
    }

    @Test
    void what_is_shown_can_be_typed_back() {
        Seeds.forEach(1_000, random -> {
            Money amount = Money.ofFen(random.nextLong() >> random.nextInt(64));
            assertThat(Money.ofYuan(amount.toString())).isEqualTo(amount);
            assertThat(Money.ofYuan(amount.yuan())).isEqualTo(amount);
        });
    }

    @Test
    void adds_subtracts_and_multiplies_to_the_fen() {
        Money standard = Money.ofYuan("3200");
        assertThat(standard.plus(Money.ofFen(1))).isEqualTo(Money.ofFen(320_001));
        assertThat(standard.minus(Money.ofYuan("3200.01"))).isEqualTo(Money.ofFen(-1));
        assertThat(standard.times(3)).isEqualTo(Money.ofYuan("9600"));
    }

    @Test
    void overflow_is_an_error_and_never_a_wrong_amount() {
        Money most = Money.ofFen(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(Money.ofFen(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofFen(-2).minus(most));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
    }

    @Test
    void knows_its_sign_and_order() {
        assertThat(Money.ofFen(-1).isNegative()).isTrue();
        assertThat(Money.ZERO.isNegative()).isFalse();
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.ofFen(99)).isLessThan(Money.ofFen(100));
    }

    @Test
    void reads_a_database_column_of_fen() {
        assertThat(Money.valueOf(Long.valueOf(7))).isEqualTo(Money.ofFen(7));
    }
}
