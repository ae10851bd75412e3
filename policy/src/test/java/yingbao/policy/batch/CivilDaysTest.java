package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import yingbao.policy.Seeds;
import yingbao.policy.value.Days;

/** The calendar of compiled rules is that of everybody else. */
class CivilDaysTest {
    private static final LocalDate FIRST = LocalDate.of(-1, 12, 1);
    private static final LocalDate LAST = LocalDate.of(10_000, 2, 1);

    @Test
    void every_day_of_ten_thousand_years_is_the_same_day() {
        LocalDate on = LocalDate.of(2024, 2, 29);
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            long number = day.toEpochDay();
            if (CivilDays.day(day.getYear(), day.getMonthValue(), day.getDayOfMonth()) != number
                    || CivilDays.monthsBetween(number, on.toEpochDay()) != Days.monthsBetween(day, on)
                    || CivilDays.ageYears(on.toEpochDay(), number) != Days.ageYears(on, day)) {
                throw new AssertionError("another day: " + day);
            }
        }
    }

    @Test
    void ages_and_months_between_any_days_are_the_same() {
        Seeds.forEach(20, random -> {
            for (int pair = 0; pair < 5_000; pair++) {
                LocalDate from = FIRST.plusDays(random.nextInt(4_000_000));
                LocalDate to = random.nextBoolean()
                        ? from.plusDays(random.nextInt(-800, 800))
                        : LAST.minusDays(random.nextInt(4_000_000));
                assertThat(CivilDays.monthsBetween(from.toEpochDay(), to.toEpochDay()))
                        .as("%s to %s", from, to)
                        .isEqualTo(Days.monthsBetween(from, to));
                assertThat(CivilDays.ageYears(from.toEpochDay(), to.toEpochDay()))
                        .isEqualTo(Days.ageYears(from, to));
            }
        });
    }

    @Test
    void whoever_is_born_on_a_leap_day_grows_older_on_the_first_of_march_of_other_years() {
        LocalDate leapDay = LocalDate.of(1956, 2, 29);
        assertThat(age(leapDay, LocalDate.of(2016, 2, 28))).isEqualTo(59);
        assertThat(age(leapDay, LocalDate.of(2016, 2, 29))).isEqualTo(60);
        assertThat(age(leapDay, LocalDate.of(2017, 2, 28))).isEqualTo(60);
        assertThat(age(leapDay, LocalDate.of(2017, 3, 1))).isEqualTo(61);
        assertThat(age(LocalDate.of(1956, 3, 1), LocalDate.of(2016, 2, 29))).isEqualTo(59);
    }

    @Test
    void ages_are_the_same_around_the_centuries_that_have_no_leap_day() {
        for (int century : new int[] {1900, 2000, 2100}) {
            for (int birth = -800; birth < 800; birth++) {
                LocalDate born = LocalDate.of(century, 3, 1).plusDays(birth);
                for (int days : new int[] {-1, 0, 1, 58, 59, 60, 365, 366, 1_460, 1_461, 36_523, 36_524, 36_525}) {
                    LocalDate on = born.plusDays(days);
                    assertThat(age(born, on)).as("%s on %s", born, on).isEqualTo(Days.ageYears(born, on));
                }
            }
        }
    }

    private static long age(LocalDate birth, LocalDate on) {
        return CivilDays.ageYears(birth.toEpochDay(), on.toEpochDay());
    }

    @Test
    void a_date_that_no_calendar_has_is_refused() {
        int[][] none = {{2023, 2, 29}, {2023, 13, 1}, {2023, 0, 1}, {2023, 4, 31}, {2023, 1, 0}, {2023, 1, 32}};
        for (int[] date : none) {
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> CivilDays.day(date[0], date[1], date[2]));
        }
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> CivilDays.ageYears(Long.MIN_VALUE, 0));
    }
}
