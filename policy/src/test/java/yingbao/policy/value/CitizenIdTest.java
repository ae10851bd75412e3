package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static yingbao.policy.value.Refusals.assertRefused;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.Seeds;

/** Every number here is synthetic: no area 2299xx was ever issued. */
class CitizenIdTest {
    private static final String NUMBER = "22990119560701006X";
    private static final String OLD_NUMBER = "229901560701006";

    @Test
    void tells_the_birth_date_the_sex_and_the_area_of_first_registration() {
        CitizenId woman = CitizenId.parse(NUMBER);
        assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1956, 7, 1));
        assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
        assertThat(woman.areaPrefix()).isEqualTo("229901");
        assertThat(CitizenId.parse("229901195607010019").sex()).isEqualTo(Sex.MALE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NUMBER,
                "22990119560701006x",
                " 229901 19560701 006X ",
                "２２９９０１１９５６０７０１００６Ｘ",
                "２２９９０１１９５６０７０１００６ｘ",
                "\u3000\u00a022990119560701006X\t",
                OLD_NUMBER,
                "２２９９０１５６０７０１００６"
            })
    void the_many_ways_to_write_a_number_give_one(String typed) {
        assertThat(CitizenId.parse(typed).value()).isEqualTo(NUMBER);
    }

    @Test
    void a_person_born_on_leap_day_has_a_birth_date() {
        assertThat(CitizenId.parse("229901200002290023").birthDate()).isEqualTo(LocalDate.of(2000, 2, 29));
    }

    @Test
    void says_which_check_character_the_other_digits_ask_for() {
        assertRefused(() -> CitizenId.parse("229901195607010061"), "citizen-id.check-character", "1", "X");
        assertRefused(() -> CitizenId.parse("22990119560701001X"), "citizen-id.check-character", "X", "9");
    }

    @Test
    void refuses_a_birth_date_that_is_not_in_the_calendar() {
        assertRefused(() -> CitizenId.parse("229901195613010015"), "citizen-id.birth-date", "19561301");
        assertRefused(() -> CitizenId.parse("229901195702290012"), "citizen-id.birth-date", "19570229");
        assertRefused(() -> CitizenId.parse("229901570229001"), "citizen-id.birth-date", "19570229");
    }

    @Test
    void refuses_any_other_length() {
        assertRefused(() -> CitizenId.parse(""), "citizen-id.length", "0");
        assertRefused(() -> CitizenId.parse("22990119560701006"), "citizen-id.length", "17");
        assertRefused(() -> CitizenId.parse(NUMBER + "0"), "citizen-id.length", "19");
    }

    @Test
    void points_at_the_first_character_that_does_not_belong() {
        assertRefused(() -> CitizenId.parse("22990119560701O06X"), "citizen-id.characters", "15", "O");
        assertRefused(() -> CitizenId.parse("22990119560701:06X"), "citizen-id.characters", "15", ":");
        assertRefused(() -> CitizenId.parse("X2990119560701006X"), "citizen-id.characters", "1", "X");
        assertRefused(() -> CitizenId.parse("22990156070100X"), "citizen-id.characters", "15", "X");
    }

    @Test
    void only_the_value_tells_the_whole_number() {
        CitizenId citizen = CitizenId.parse(NUMBER);
        assertThat(citizen.masked()).isEqualTo("229901********006X");
        assertThat(citizen).hasToString("229901********006X");
        assertThat("" + citizen).doesNotContain("19560701");
        assertThat(citizen.value()).isEqualTo(NUMBER);
    }

    @Test
    void the_stored_form_is_checked_like_a_typed_one() {
        assertRefused(() -> new CitizenId("229901195607010061"), "citizen-id.check-character", "1", "X");
        assertRefused(() -> new CitizenId("22990119560701006x"), "citizen-id.characters", "18", "x");
        assertRefused(() -> new CitizenId(OLD_NUMBER), "citizen-id.length", "15");
    }

    @Test
    void an_old_number_keeps_its_area_birth_date_and_sex() {
        Seeds.forEach(1_000, random -> {
            String area = "2299%02d".formatted(random.nextInt(100));
            LocalDate birth = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(36_524));
            int order = random.nextInt(1_000);
            String shortDate = birth.format(DateTimeFormatter.BASIC_ISO_DATE).substring(2);

            CitizenId citizen = CitizenId.parse(area + shortDate + "%03d".formatted(order));

            assertThat(citizen.areaPrefix()).isEqualTo(area);
            assertThat(citizen.birthDate()).isEqualTo(birth);
            assertThat(citizen.sex()).isEqualTo(order % 2 == 1 ? Sex.MALE : Sex.FEMALE);
            assertThat(CitizenId.parse(citizen.value())).isEqualTo(citizen);
        });
    }

    @Test
    void every_single_wrong_digit_is_noticed() {
        Seeds.forEach(100, random -> {
            String number = anyNumber(random);
            for (int i = 0; i < number.length(); i++) {
                for (char wrong : "0123456789X".toCharArray()) {
                    if (wrong != number.charAt(i)) {
                        assertRefusedAtAll(number.substring(0, i) + wrong + number.substring(i + 1));
                    }
                }
            }
        });
    }

    @Test
    void every_swap_of_neighbouring_digits_is_noticed() {
        Seeds.forEach(100, random -> {
            String number = anyNumber(random);
            for (int i = 0; i + 1 < number.length(); i++) {
                char left = number.charAt(i);
                char right = number.charAt(i + 1);
                if (left != right) {
                    assertRefusedAtAll(number.substring(0, i) + right + left + number.substring(i + 2));
                }
            }
        });
    }

    @Test
    void codes_of_the_sexes_are_those_of_the_standard() {
        assertThat(Sex.MALE.code()).isEqualTo(1);
        assertThat(Sex.FEMALE.code()).isEqualTo(2);
    }

    private static void assertRefusedAtAll(String number) {
        assertThatExceptionOfType(ValueException.class)
                .as(number)
                .isThrownBy(() -> CitizenId.parse(number))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(number));
    }

    private static String anyNumber(RandomGenerator random) {
        LocalDate birth = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(36_524));
        String date = birth.format(DateTimeFormatter.BASIC_ISO_DATE).substring(2);
        return CitizenId.parse("2299%02d%s%03d".formatted(random.nextInt(100), date, random.nextInt(1_000)))
                .value();
    }

    @Test
    void seventeenDigitsAreCompletedWithTheirCheckCharacter() {
        assertThat(CitizenId.completing(NUMBER.substring(0, 17)).value()).isEqualTo(NUMBER);
        assertRefused(() -> CitizenId.completing(NUMBER), "citizen-id.length", "18");
        assertRefused(() -> CitizenId.completing("2299011956070100X"), "citizen-id.characters", "17", "X");
    }
}
