package yingbao.policy.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was, is and will be the case: at most one value for every day. Days without a value are gaps.
 *
 * <p>Two timelines are equal when their segments are; {@link #compress()} first where only the value of each day
 * matters. Every operation leaves its timelines as they are and takes time linear in their segments, unless it says
 * otherwise.
 *
 * @param <T> the type of the values, which should be immutable and have value equality
 */
public final class Timeline<T> {
    /**
     * One value over consecutive days.
     *
     * @param range the days, both ends included
     * @param value the value on each of them
     */
    public record Segment<T>(DateRange range, T value) {
        @Override
        public String toString() {
            return range + ": " + value;
        }
    }

    private static final Timeline<?> EMPTY = new Timeline<>(List.of());

    private final List<Segment<T>> segments;

    private Timeline(List<Segment<T>> sortedSegments) {
        segments = List.copyOf(sortedSegments);
    }

    /** The timeline without a value on any day. */
    @SuppressWarnings("unchecked") // An empty timeline holds no value of any type.
    public static <T> Timeline<T> empty() {
        return (Timeline<T>) EMPTY;
    }

    /** One value on every day of the range. */
    public static <T> Timeline<T> of(DateRange range, T value) {
        return new Timeline<>(List.of(new Segment<>(range, value)));
    }

    /**
     * The given segments in any order; sorting them takes n log n.
     *
     * @throws ValueException {@code timeline.overlap} (the earlier range, the later range) when two share a day
     */
    public static <T> Timeline<T> ofSegments(Collection<Segment<T>> segments) {
        List<Segment<T>> sorted = segments.stream()
                .sorted(Comparator.comparing(segment -> segment.range().from()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            DateRange earlier = sorted.get(i - 1).range();
            DateRange later = sorted.get(i).range();
            if (earlier.overlaps(later)) {
                throw new ValueException("timeline.overlap", earlier, later);
            }
        }
        return new Timeline<>(sorted);
    }

    /** The value on a day, or empty in a gap; takes time logarithmic in the segments. */
    public Optional<T> at(LocalDate date) {
        int low = 0;
        int high = segments.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Segment<T> segment = segments.get(middle);
            if (date.isBefore(segment.range().from())) {
                high = middle - 1;
            } else if (date.isAfter(segment.range().to())) {
                low = middle + 1;
            } else {
                return Optional.of(segment.value());
            }
        }
        return Optional.empty();
    }

    /** The segments from the earliest to the latest, none overlapping another. */
    public List<Segment<T>> segments() {
        return segments;
    }

    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** The function of both values on the days where both have one, cut wherever either is. */
    public <U, R> Timeline<R> combine(Timeline<U> other, BiFunction<? super T, ? super U, ? extends R> function) {
        List<Segment<R>> combined = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < segments.size() && theirs < other.segments.size()) {
            Segment<T> left = segments.get(mine);
            Segment<U> right = other.segments.get(theirs);
            left.range()
                    .intersect(right.range())
                    .ifPresent(
                            common -> combined.add(new Segment<>(common, function.apply(left.value(), right.value()))));
            if (left.range().to().isBefore(right.range().to())) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new Timeline<>(combined);
    }

    /**
     * The value of either on the days where one has one, and the function of both where both have, cut wherever either
     * is.
     */
    public Timeline<T> merge(Timeline<T> other, BinaryOperator<T> function) {
        Timeline<T> onlyMine = minus(other);
        Timeline<T> onlyTheirs = other.minus(this);
        Timeline<T> shared = combine(other, function);
        return ofSegments(Stream.of(onlyMine, onlyTheirs, shared)
                .flatMap(part -> part.segments.stream())
                .toList());
    }

    /** The values of this timeline on the days that the other leaves without one. */
    public Timeline<T> minus(Timeline<?> other) {
        return during(other.gaps(DateRange.ALWAYS));
    }

    /** The values of this timeline on the days of the range. */
    public Timeline<T> within(DateRange range) {
        return during(List.of(range));
    }

    /**
     * The longest ranges inside the window on whose days this timeline has no value, from the earliest to the latest.
     */
    public List<DateRange> gaps(DateRange window) {
        List<DateRange> gaps = new ArrayList<>();
        LocalDate next = window.from();
        for (Segment<T> segment : within(window).segments) {
            DateRange covered = segment.range();
            if (next.isBefore(covered.from())) {
                gaps.add(new DateRange(next, covered.from().minusDays(1)));
            }
            if (covered.to().equals(window.to())) {
                return List.copyOf(gaps);
            }
            next = covered.to().plusDays(1);
        }
        gaps.add(new DateRange(next, window.to()));
        return List.copyOf(gaps);
    }

    /** The same values, with a segment beginning on each of the given days that has a value; sorts the days. */
    public Timeline<T> split(Collection<LocalDate> firstDays) {
        List<DateRange> pieces = new ArrayList<>();
        LocalDate first = LocalDate.MIN;
        for (LocalDate next : new TreeSet<>(firstDays)) {
            if (next.isAfter(first)) {
                pieces.add(new DateRange(first, next.minusDays(1)));
                first = next;
            }
        }
        pieces.add(DateRange.from(first));
        return during(pieces);
    }

    /** The same values in the fewest segments: adjacent segments of equal values become one. */
    public Timeline<T> compress() {
        List<Segment<T>> compressed = new ArrayList<>();
        for (Segment<T> segment : segments) {
            if (!compressed.isEmpty() && continues(compressed.getLast(), segment)) {
                Segment<T> before = compressed.removeLast();
                DateRange joined =
                        new DateRange(before.range().from(), segment.range().to());
                compressed.add(new Segment<>(joined, before.value()));
            } else {
                compressed.add(segment);
            }
        }
        return new Timeline<>(compressed);
    }

    /** The function of every value, on the same segments. */
    public <R> Timeline<R> map(Function<? super T, ? extends R> function) {
        return new Timeline<>(segments.stream()
                .map(segment -> new Segment<R>(segment.range(), function.apply(segment.value())))
                .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline<?> that && segments.equals(that.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    /** The segments with their values, as in {@code [2016-07-01..2017-03-31: 3200, 2017-04-01..: 3600]}. */
    @Override
    public String toString() {
        return segments.toString();
    }

    private Timeline<T> during(List<DateRange> sortedRanges) {
        Timeline<DateRange> days = new Timeline<>(
                sortedRanges.stream().map(range -> new Segment<>(range, range)).toList());
        return combine(days, (value, _) -> value);
    }

    private static <T> boolean continues(Segment<T> before, Segment<T> after) {
        return before.range().meets(after.range()) && before.value().equals(after.value());
    }
}
