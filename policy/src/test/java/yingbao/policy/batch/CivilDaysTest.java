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
    void a_date_that_no_calendar_has_is_refused() {
        int[][] none = {{2023, 2, 29}, {2023, 13, 1}, {2023, 0, 1}, {2023, 4, 31}, {2023, 1, 0}, {2023, 1, 32}};
        for (int[] date : none) {
            assertThatExceptionOfType(DateTimeException.class)
                    .isThrownBy(() -> CivilDays.day(date[0], date[1], date[2]));
        }
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> CivilDays.ageYears(Long.MIN_VALUE, 0));
    }
}
