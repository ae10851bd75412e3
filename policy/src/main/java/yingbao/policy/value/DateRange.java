package yingbao.policy.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A period of whole days with both ends inside it, as Chinese documents write 有效期起止. There is no empty range.
 *
 * @param from the first day, or {@link LocalDate#MIN} when the range has no beginning
 * @param to the last day, or {@link LocalDate#MAX} when the range has no end
 */
public record DateRange(LocalDate from, LocalDate to) {
    public static final DateRange ALWAYS = new DateRange(LocalDate.MIN, LocalDate.MAX);

    /**
     * The range between two days, both included.
     *
     * @throws ValueException {@code date-range.order} (from, to) when the first day is after the last
     */
    public DateRange {
        if (from.isAfter(to)) {
            throw new ValueException("date-range.order", from, to);
        }
    }

    /**
     * The range between two days, both included.
     *
     * @throws ValueException {@code date-range.order} (from, to) when the first day is after the last
     */
    public static DateRange between(LocalDate from, LocalDate to) {
        return new DateRange(from, to);
    }

    /** From this day on, without an end. */
    public static DateRange from(LocalDate from) {
        return new DateRange(from, LocalDate.MAX);
    }

    /** Without a beginning, up to and including this day. */
    public static DateRange until(LocalDate to) {
        return new DateRange(LocalDate.MIN, to);
    }

    /** The calendar year. */
    public static DateRange year(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The calendar month. */
    public static DateRange month(YearMonth month) {
        return new DateRange(month.atDay(1), month.atEndOfMonth());
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Whether at least one day lies in both ranges. */
    public boolean overlaps(DateRange other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /** Whether every day of the other range lies in this one. */
    public boolean encloses(DateRange other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** The days that lie in both ranges, or empty when there is none. */
    public Optional<DateRange> intersect(DateRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = to.isBefore(other.to) ? to : other.to;
        return Optional.of(new DateRange(later, earlier));
    }

    /** Whether the ranges are adjacent: one of them, whichever it is, begins the day after the other ends. */
    public boolean meets(DateRange other) {
        return endsTheDayBefore(other) || other.endsTheDayBefore(this);
    }

    /** Whether the range has no last day. */
    public boolean isOpenEnded() {
        return to.equals(LocalDate.MAX);
    }

    /** Both days with two dots between them; an open end is left out, as in {@code 2016-07-01..}. */
    @Override
    public String toString() {
        String first = from.equals(LocalDate.MIN) ? "" : from.toString();
        String last = isOpenEnded() ? "" : to.toString();
        return first + ".." + last;
    }

    private boolean endsTheDayBefore(DateRange other) {
        return to.isBefore(other.from) && to.plusDays(1).equals(other.from);
    }
}
