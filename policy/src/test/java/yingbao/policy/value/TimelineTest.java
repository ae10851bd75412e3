package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.policy.value.Refusals.assertRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yingbao.policy.value.Timeline.Segment;

class TimelineTest {
    private static final LocalDate JULY = LocalDate.of(2016, 7, 1);
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 1);
    private static final Segment<Integer> OLD_STANDARD =
            new Segment<>(DateRange.between(JULY, APRIL.minusDays(1)), 3200);
    private static final Segment<Integer> NEW_STANDARD = new Segment<>(DateRange.from(APRIL), 3600);
    private static final Timeline<Integer> STANDARD = Timeline.ofSegments(List.of(NEW_STANDARD, OLD_STANDARD));

    @Test
    void tells_the_value_of_any_day() {
        assertThat(STANDARD.at(JULY.minusDays(1))).isEmpty();
        assertThat(STANDARD.at(JULY)).contains(3200);
        assertThat(STANDARD.at(APRIL.minusDays(1))).contains(3200);
        assertThat(STANDARD.at(APRIL)).contains(3600);
        assertThat(STANDARD.at(LocalDate.MAX)).contains(3600);
    }

    @Test
    void segments_may_be_given_in_any_order_and_are_kept_sorted() {
        assertThat(STANDARD.segments()).containsExactly(OLD_STANDARD, NEW_STANDARD);
        assertThat(STANDARD).isEqualTo(Timeline.ofSegments(Set.of(OLD_STANDARD, NEW_STANDARD)));
        assertThat(STANDARD).hasToString("[2016-07-01..2017-03-31: 3200, 2017-04-01..: 3600]");
    }

    @Test
    void refuses_two_values_for_one_day_and_names_both_ranges() {
        Segment<Integer> early = new Segment<>(DateRange.from(APRIL.minusDays(1)), 3600);
        assertRefused(
                () -> Timeline.ofSegments(List.of(early, OLD_STANDARD)),
                "timeline.overlap",
                "2016-07-01..2017-03-31",
                "2017-03-31..");
    }

    @Test
    void is_not_changed_by_the_list_that_it_was_made_of() {
        List<Segment<Integer>> given = new ArrayList<>(List.of(OLD_STANDARD));
        Timeline<Integer> timeline = Timeline.ofSegments(given);
        given.add(NEW_STANDARD);
        assertThat(timeline.segments()).containsExactly(OLD_STANDARD);
    }

    @Test
    void segments_of_a_result_cannot_be_changed() {
        assertThat(STANDARD.combine(STANDARD, Integer::sum).segments()).isUnmodifiable();
        assertThat(STANDARD.gaps(DateRange.ALWAYS)).isUnmodifiable();
    }

    @Test
    void an_empty_timeline_has_no_value_ever() {
        Timeline<Integer> empty = Timeline.empty();
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.at(JULY)).isEmpty();
        assertThat(empty).isEqualTo(Timeline.ofSegments(List.of()));
        assertThat(empty.gaps(DateRange.ALWAYS)).containsExactly(DateRange.ALWAYS);
        assertThat(STANDARD.merge(empty, Integer::sum)).isEqualTo(STANDARD);
        assertThat(STANDARD.minus(empty)).isEqualTo(STANDARD);
        assertThat(STANDARD.isEmpty()).isFalse();
    }

    @Test
    void combines_only_the_days_that_both_know() {
        Timeline<String> household = Timeline.of(DateRange.between(APRIL.minusDays(2), APRIL.plusDays(2)), "member");
        assertThat(household.combine(STANDARD, (member, amount) -> member + " " + amount))
                .hasToString("[2017-03-30..2017-03-31: member 3200, 2017-04-01..2017-04-03: member 3600]");
    }

    @Test
    void what_was_decided_less_what_was_posted_is_what_to_pay() {
        Timeline<Integer> decided = Timeline.of(DateRange.year(2016), 300);
        Timeline<Integer> posted = Timeline.of(DateRange.until(JULY.minusDays(1)), 300);
        assertThat(decided.minus(posted)).hasToString("[2016-07-01..2016-12-31: 300]");
        assertThat(posted.minus(decided)).hasToString("[..2015-12-31: 300]");
    }

    @Test
    void merges_overlapping_values_and_keeps_the_rest() {
        Timeline<Integer> first = Timeline.of(DateRange.until(APRIL), 1);
        Timeline<Integer> second = Timeline.of(DateRange.from(APRIL), 2);
        assertThat(first.merge(second, Integer::sum))
                .hasToString("[..2017-03-31: 1, 2017-04-01..2017-04-01: 3, 2017-04-02..: 2]");
    }

    @Test
    void lists_the_gaps_in_a_window() {
        Timeline<Integer> july = Timeline.of(DateRange.between(JULY, JULY.plusDays(30)), 1);
        assertThat(july.gaps(DateRange.year(2016)))
                .containsExactly(
                        DateRange.between(LocalDate.of(2016, 1, 1), JULY.minusDays(1)),
                        DateRange.between(JULY.plusDays(31), LocalDate.of(2016, 12, 31)));
        assertThat(STANDARD.gaps(DateRange.from(JULY))).isEmpty();
        assertThat(STANDARD.gaps(DateRange.ALWAYS)).containsExactly(DateRange.until(JULY.minusDays(1)));
    }

    @Test
    void splits_where_a_new_period_begins() {
        LocalDate newYear = LocalDate.of(2017, 1, 1);
        assertThat(STANDARD.split(List.of(newYear, APRIL, JULY.minusYears(1), newYear)))
                .hasToString("[2016-07-01..2016-12-31: 3200, 2017-01-01..2017-03-31: 3200, 2017-04-01..: 3600]");
        assertThat(STANDARD.split(List.of())).isEqualTo(STANDARD);
        assertThat(STANDARD.split(List.of(LocalDate.MIN, LocalDate.MAX)).at(LocalDate.MAX))
                .contains(3600);
    }

    @Test
    void joins_equal_neighbours_but_not_across_a_gap() {
        Timeline<Integer> timeline = Timeline.ofSegments(List.of(
                new Segment<>(DateRange.until(JULY.minusDays(1)), 1),
                new Segment<>(DateRange.between(JULY, JULY), 1),
                new Segment<>(DateRange.between(JULY.plusDays(1), APRIL), 2),
                new Segment<>(DateRange.from(APRIL.plusDays(2)), 2)));
        assertThat(timeline.compress()).hasToString("[..2016-07-01: 1, 2016-07-02..2017-04-01: 2, 2017-04-03..: 2]");
    }

    @Test
    void maps_every_value_on_its_own_days() {
        assertThat(STANDARD.map(amount -> amount / 100)).hasToString("[2016-07-01..2017-03-31: 32, 2017-04-01..: 36]");
    }

    @Test
    void equal_segments_make_equal_timelines() {
        assertThat(STANDARD.map(amount -> amount)).isEqualTo(STANDARD).hasSameHashCodeAs(STANDARD);
        assertThat(STANDARD.split(List.of(LocalDate.of(2017, 1, 1)))).isNotEqualTo(STANDARD);
    }
}
