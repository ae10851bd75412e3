package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.policy.value.Refusals.assertRefused;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import yingbao.policy.Seeds;

class DateRangeTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2017, 3, 31);
    private static final DateRange VALIDITY = DateRange.between(FIRST, LAST);

    @Test
    void both_ends_are_inside() {
        assertThat(VALIDITY.contains(FIRST)).isTrue();
        assertThat(VALIDITY.contains(LAST)).isTrue();
        assertThat(VALIDITY.contains(FIRST.minusDays(1))).isFalse();
        assertThat(VALIDITY.contains(LAST.plusDays(1))).isFalse();
    }

    @Test
    void a_range_may_be_one_day_but_not_end_before_it_begins() {
        assertThat(DateRange.between(FIRST, FIRST).contains(FIRST)).isTrue();
        assertRefused(() -> DateRange.between(LAST, FIRST), "date-range.order", "2017-03-31", "2016-07-01");
    }

    @Test
    void is_written_with_open_ends_left_out() {
        assertThat(VALIDITY).hasToString("2016-07-01..2017-03-31");
        assertThat(DateRange.from(FIRST)).hasToString("2016-07-01..");
        assertThat(DateRange.until(LAST)).hasToString("..2017-03-31");
        assertThat(DateRange.ALWAYS).hasToString("..");
    }

    @Test
    void only_a_range_without_a_last_day_is_open_ended() {
        assertThat(DateRange.from(FIRST).isOpenEnded()).isTrue();
        assertThat(DateRange.until(LAST).isOpenEnded()).isFalse();
    }

    @Test
    void years_and_months_are_whole() {
        assertThat(DateRange.year(2016)).hasToString("2016-01-01..2016-12-31");
        assertThat(DateRange.month(YearMonth.of(2016, 2))).hasToString("2016-02-01..2016-02-29");
    }

    @Test
    void adjacent_ranges_meet_in_either_order_and_do_not_overlap() {
        DateRange next = DateRange.from(LAST.plusDays(1));
        assertThat(VALIDITY.meets(next)).isTrue();
        assertThat(next.meets(VALIDITY)).isTrue();
        assertThat(VALIDITY.overlaps(next)).isFalse();
        assertThat(VALIDITY.meets(DateRange.from(LAST.plusDays(2)))).isFalse();
        assertThat(VALIDITY.meets(VALIDITY)).isFalse();
        assertThat(DateRange.ALWAYS.meets(DateRange.ALWAYS)).isFalse();
    }

    @Test
    void relations_agree_with_the_days_inside() {
        Seeds.forEach(1_000, random -> {
            DateRange a = anyRange(random);
            DateRange b = anyRange(random);
            boolean shareADay = false;
            boolean everyDayOfBInA = true;
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(30)); day = day.plusDays(1)) {
                boolean inBoth = a.contains(day) && b.contains(day);
                shareADay |= inBoth;
                everyDayOfBInA &= a.contains(day) || !b.contains(day);
                assertThat(isIn(a.intersect(b), day)).isEqualTo(inBoth);
            }
            assertThat(a.overlaps(b)).isEqualTo(shareADay);
            assertThat(a.intersect(b).isPresent()).isEqualTo(shareADay);
            assertThat(a.encloses(b)).isEqualTo(everyDayOfBInA);
        });
    }

    @Test
    void every_range_lies_in_always() {
        assertThat(DateRange.ALWAYS.encloses(VALIDITY)).isTrue();
        assertThat(DateRange.ALWAYS.intersect(VALIDITY)).contains(VALIDITY);
        assertThat(DateRange.from(FIRST).intersect(DateRange.until(LAST))).contains(VALIDITY);
    }

    private static boolean isIn(Optional<DateRange> common, LocalDate day) {
        return common.isPresent() && common.get().contains(day);
    }

    private static DateRange anyRange(RandomGenerator random) {
        LocalDate from = FIRST.plusDays(random.nextInt(20));
        return DateRange.between(from, from.plusDays(random.nextInt(10)));
    }
}
