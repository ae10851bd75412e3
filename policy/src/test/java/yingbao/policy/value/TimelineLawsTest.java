package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yingbao.policy.Seeds;
import yingbao.policy.value.Timeline.Segment;

/** What must hold on every day, for timelines with gaps, neighbours and open ends. */
class TimelineLawsTest {
    private static final int TRIES = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 80;

    @Test
    void combining_is_the_function_of_both_values_of_the_day() {
        Seeds.forEach(TRIES, random -> {
            Timeline<Integer> a = anyTimeline(random);
            Timeline<Integer> b = anyTimeline(random);
            Timeline<String> combined = a.combine(b, TimelineLawsTest::pair);
            everyDay(day -> assertThat(combined.at(day))
                    .isEqualTo(a.at(day).flatMap(left -> b.at(day).map(right -> pair(left, right)))));
            assertWellFormed(combined);
        });
    }

    @Test
    void merging_keeps_what_one_has_and_joins_what_both_have() {
        Seeds.forEach(TRIES, random -> {
            Timeline<String> a = anyTimeline(random).map(String::valueOf);
            Timeline<String> b = anyTimeline(random).map(String::valueOf);
            Timeline<String> merged = a.merge(b, String::concat);
            everyDay(day -> {
                Optional<String> both = a.at(day).flatMap(left -> b.at(day).map(left::concat));
                assertThat(merged.at(day)).isEqualTo(both.or(() -> a.at(day)).or(() -> b.at(day)));
            });
            assertWellFormed(merged);
        });
    }

    @Test
    void the_days_inside_and_outside_the_other_make_up_the_whole() {
        Seeds.forEach(TRIES, random -> {
            Timeline<Integer> a = anyTimeline(random);
            Timeline<Integer> b = anyTimeline(random);
            Timeline<Integer> outside = a.minus(b);
            Timeline<Integer> inside = a.combine(b, (value, _) -> value);
            everyDay(day -> assertThat(outside.at(day)).isEqualTo(b.at(day).isEmpty() ? a.at(day) : Optional.empty()));
            assertThat(disjointUnion(outside, inside)).isEqualTo(a.compress());
            assertThat(a.minus(a).isEmpty()).isTrue();
            assertWellFormed(outside);
        });
    }

    @Test
    void what_is_within_a_range_and_what_is_not_make_up_the_whole() {
        Seeds.forEach(TRIES, random -> {
            Timeline<Integer> timeline = anyTimeline(random);
            DateRange range = anyRange(random);
            Timeline<Integer> within = timeline.within(range);
            Timeline<Integer> rest = timeline.minus(Timeline.of(range, "excluded"));
            everyDay(day ->
                    assertThat(within.at(day)).isEqualTo(range.contains(day) ? timeline.at(day) : Optional.empty()));
            assertThat(disjointUnion(within, rest)).isEqualTo(timeline.compress());
        });
    }

    @Test
    void gaps_are_the_days_of_the_window_without_a_value() {
        Seeds.forEach(TRIES, random -> {
            Timeline<Integer> timeline = anyTimeline(random);
            DateRange window = anyRange(random);
            List<DateRange> gaps = timeline.gaps(window);
            everyDay(day -> assertThat(gaps.stream().anyMatch(gap -> gap.contains(day)))
                    .isEqualTo(window.contains(day) && timeline.at(day).isEmpty()));
            for (int i = 1; i < gaps.size(); i++) {
                assertThat(gaps.get(i).meets(gaps.get(i - 1))).isFalse();
            }
        });
    }

    @Test
    void splitting_keeps_every_value_and_begins_a_segment_on_each_day() {
        Seeds.forEach(TRIES, random -> {
            Timeline<Integer> timeline = anyTimeline(random);
            List<LocalDate> firstDays = random.ints(random.nextInt(6), 0, DAYS)
                    .mapToObj(FIRST_DAY::plusDays)
                    .toList();
            Timeline<Integer> split = timeline.split(firstDays);
            everyDay(day -> assertThat(split.at(day)).isEqualTo(timeline.at(day)));
            for (LocalDate first : firstDays) {
                boolean begins = split.segments().stream()
                        .anyMatch(segment -> segment.range().from().equals(first));
                assertThat(begins).isEqualTo(timeline.at(first).isPresent());
            }
            assertWellFormed(split);
        });
    }

    @Test
    void compressing_keeps_every_value_and_leaves_nothing_to_compress() {
        Seeds.forEach(TRIES, random -> {
            Timeline<Integer> timeline = anyTimeline(random);
            Timeline<Integer> compressed = timeline.compress();
            everyDay(day -> assertThat(compressed.at(day)).isEqualTo(timeline.at(day)));
            assertThat(compressed.compress()).isEqualTo(compressed);
            assertThat(timeline.split(List.of(FIRST_DAY.plusDays(9))).compress())
                    .isEqualTo(compressed);
            assertWellFormed(compressed);
        });
    }

    @Test
    void mapping_a_combination_is_combining_with_the_mapped_function() {
        Seeds.forEach(TRIES, random -> {
            Timeline<Integer> a = anyTimeline(random);
            Timeline<Integer> b = anyTimeline(random);
            assertThat(a.combine(b, Integer::sum).map(sum -> sum * 2))
                    .isEqualTo(a.combine(b, (left, right) -> (left + right) * 2));
        });
    }

    private static String pair(Integer left, Integer right) {
        return left + "," + right;
    }

    private static <T> Timeline<T> disjointUnion(Timeline<T> a, Timeline<T> b) {
        return Timeline.ofSegments(Stream.concat(a.segments().stream(), b.segments().stream())
                        .toList())
                .compress();
    }

    private static <T> void assertWellFormed(Timeline<T> timeline) {
        assertThat(Timeline.ofSegments(timeline.segments())).isEqualTo(timeline);
    }

    private static void everyDay(Consumer<LocalDate> property) {
        property.accept(LocalDate.MIN);
        for (int i = -1; i <= DAYS; i++) {
            property.accept(FIRST_DAY.plusDays(i));
        }
        property.accept(LocalDate.MAX);
    }

    private static Timeline<Integer> anyTimeline(RandomGenerator random) {
        List<Segment<Integer>> segments = new ArrayList<>();
        int wanted = random.nextInt(7);
        LocalDate next = random.nextInt(4) == 0 ? LocalDate.MIN : FIRST_DAY.plusDays(random.nextInt(5));
        for (int i = 0; i < wanted; i++) {
            boolean openEnd = i == wanted - 1 && random.nextBoolean();
            LocalDate begin = next.equals(LocalDate.MIN) ? FIRST_DAY : next;
            LocalDate last = openEnd ? LocalDate.MAX : begin.plusDays(random.nextInt(9));
            segments.add(new Segment<>(DateRange.between(next, last), random.nextInt(3)));
            if (!openEnd) {
                next = last.plusDays(1 + Math.max(0, random.nextInt(-3, 4)));
            }
        }
        return Timeline.ofSegments(segments);
    }

    private static DateRange anyRange(RandomGenerator random) {
        LocalDate from = FIRST_DAY.plusDays(random.nextInt(DAYS / 2));
        return switch (random.nextInt(4)) {
            case 0 -> DateRange.from(from);
            case 1 -> DateRange.until(from);
            default -> DateRange.between(from, from.plusDays(random.nextInt(DAYS / 2)));
        };
    }
}
