package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yingbao.policy.Seeds;

class DaysTest {
    @ParameterizedTest
    @CsvSource({
        "1956-07-01, 2016-06-30, 59",
        "1956-07-01, 2016-07-01, 60",
        "2016-07-01, 2016-07-01, 0",
        "2016-07-01, 2016-06-30, -1",
        "2000-02-29, 2018-02-28, 17",
        "2000-02-29, 2018-03-01, 18",
        "2000-02-29, 2020-02-28, 19",
        "2000-02-29, 2020-02-29, 20",
    })
    void age_grows_on_the_birthday(LocalDate birth, LocalDate on, long years) {
        assertThat(Days.ageYears(birth, on)).isEqualTo(years);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-01-15, 2016-02-14, 0",
        "2016-01-15, 2016-02-15, 1",
        "2016-01-31, 2016-02-29, 0",
        "2016-01-31, 2016-03-01, 1",
        "2016-01-31, 2016-03-31, 2",
        "2016-03-15, 2016-03-14, -1",
        "2016-03-15, 2016-02-15, -1",
        "2016-03-15, 2016-02-14, -2",
        "2016-03-15, 2015-03-15, -12",
    })
    void months_are_rounded_down_in_both_directions(LocalDate from, LocalDate to, long months) {
        assertThat(Days.monthsBetween(from, to)).isEqualTo(months);
    }

    @Test
    void adding_whole_months_never_overshoots() {
        Seeds.forEach(1_000, random -> {
            LocalDate from = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_000));
            LocalDate to = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_000));
            long months = Days.monthsBetween(from, to);
            assertThat(from.plusMonths(months)).isBeforeOrEqualTo(to);
            assertThat(from.plusMonths(months + 1)).isAfterOrEqualTo(to.withDayOfMonth(1));
            assertThat(Days.monthsBetween(from, to.plusDays(1))).isBetween(months, months + 1);
        });
    }
}
