package yingbao.policy.batch;

import java.time.LocalDate;
import yingbao.policy.value.Days;

/**
 * Days since 1970 as years, months and days, as {@link LocalDate} has them; without an object each, for a province's
 * births are asked for in every loop. After Howard Hinnant, "chrono-compatible low-level date algorithms", 2013.
 */
final class CivilDays {
    /** From 1 March of the year 0, with which the cycle of 400 years begins, to 1970. */
    private static final int DAYS_TO_1970 = 719_468;

    private static final int DAYS_OF_400_YEARS = 146_097;
    /** The last day of the year 9999. */
    private static final long LAST = 2_932_896;

    private static final int MONTHS = 12;
    /** The least bits that hold a day of a month. */
    private static final int DAY_BITS = 5;

    private static final int DAY_MASK = (1 << DAY_BITS) - 1;

    private CivilDays() {}

    private static boolean isUsual(long day) {
        return day >= -DAYS_TO_1970 && day <= LAST;
    }

    /**
     * The completed months from one day to another, as {@link Days} counts them.
     *
     * @throws java.time.DateTimeException for a day that no calendar has
     */
    static long monthsBetween(long from, long to) {
        if (!isUsual(from) || !isUsual(to)) {
            return Days.monthsBetween(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
        }
        int first = monthAndDay((int) from);
        int last = monthAndDay((int) to);
        int months = (last >> DAY_BITS) - (first >> DAY_BITS);
        return (last & DAY_MASK) < (first & DAY_MASK) ? months - 1 : months;
    }

    static long ageYears(long birth, long on) {
        return Math.floorDiv(monthsBetween(birth, on), MONTHS);
    }

    /** The months since the year 0 of a usual day, and the day in its month in the lowest bits. */
    private static int monthAndDay(int day) {
        int since = day + DAYS_TO_1970;
        int cycle = since / DAYS_OF_400_YEARS;
        int ofCycle = since - cycle * DAYS_OF_400_YEARS;
        int year = (ofCycle - ofCycle / 1_460 + ofCycle / 36_524 - ofCycle / 146_096) / 365;
        int ofYear = ofCycle - (365 * year + year / 4 - year / 100);
        // Years begin in March here, so that the day that not all have is their last.
        int march = (5 * ofYear + 2) / 153;
        int dayOfMonth = ofYear - (153 * march + 2) / 5 + 1;
        int months = (year + cycle * 400) * MONTHS + march + 2;
        return months << DAY_BITS | dayOfMonth;
    }

    /**
     * The day of a date of the calendar.
     *
     * @throws java.time.DateTimeException where there is no such date
     */
    static long day(int year, int month, int day) {
        boolean everyMonthHasIt = year >= 0 && month >= 1 && month <= MONTHS && day >= 1 && day <= 28;
        if (!everyMonthHasIt) {
            return LocalDate.of(year, month, day).toEpochDay();
        }
        int march = (month + 9) % MONTHS;
        int ofMarch = month > 2 ? year : year - 1;
        int cycle = Math.floorDiv(ofMarch, 400);
        int ofCycle = ofMarch - cycle * 400;
        return (long) cycle * DAYS_OF_400_YEARS
                + 365L * ofCycle
                + ofCycle / 4
                - ofCycle / 100
                + (153 * march + 2) / 5
                + day
                - 1
                - DAYS_TO_1970;
    }
}
