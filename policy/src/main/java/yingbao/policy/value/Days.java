package yingbao.policy.value;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** Counting by the calendar between two days. */
public final class Days {
    private static final int MONTHS_IN_YEAR = 12;

    private Days() {}

    /**
     * The age in completed years (周岁) on a day. It grows on the birthday itself; who was born on 29 February reaches it
     * on 1 March of a common year. Before the birth it is negative: -1 in the year up to its eve.
     */
    public static long ageYears(LocalDate birth, LocalDate on) {
        return Math.floorDiv(monthsBetween(birth, on), MONTHS_IN_YEAR);
    }

    /**
     * The completed months from one day to another, rounded down, also below zero. A month is completed on the same day
     * of the month, or, where that month has no such day, on the first of the next: 31 January to 28 February is 0
     * months, to 1 March 1 month; 15 March to 14 February is -2 months.
     */
    public static long monthsBetween(LocalDate from, LocalDate to) {
        long calendarMonths = to.getLong(ChronoField.PROLEPTIC_MONTH) - from.getLong(ChronoField.PROLEPTIC_MONTH);
        return to.getDayOfMonth() < from.getDayOfMonth() ? calendarMonths - 1 : calendarMonths;
    }
}
