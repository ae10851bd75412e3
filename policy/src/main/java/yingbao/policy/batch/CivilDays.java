package yingbao.policy.batch;

import java.time.LocalDate;
import yingbao.policy.value.Days;

/**
 * Days since 1970 as years, months and days, as {@link LocalDate} has them. For the years that nearly every date lies in
 * they are looked up, for a province's births are asked for in every loop.
 */
final class CivilDays {
    private static final int FIRST_YEAR = 1880;
    private static final int YEARS = 240;
    private static final int MONTHS = 12;
    /** The least bits that hold a day of a month. */
    private static final int DAY_BITS = 5;

    private static final int DAY_MASK = (1 << DAY_BITS) - 1;

    /** Two digits of a month, as they stand in a date, fit in so many places of a year. */
    private static final int PLACES = 128;
    /** By year and the two digits of a month: the day before it, and how many days it has in the lowest bits, none where there is no such month. */
    private static final int[] MONTH = new int[YEARS * PLACES];

    private static final long FIRST_PLAIN = LocalDate.of(1900, 3, 1).toEpochDay();
    private static final long END_PLAIN = LocalDate.of(2100, 3, 1).toEpochDay();
    private static final int FOUR_YEARS = 1461;
    /** 2³² over 1,461, rounded up. */
    private static final long QUARTER_YEARS = (1L << Integer.SIZE) / FOUR_YEARS + 1;

    private static final int FIRST = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    /** Of each day, the months since the first one, and the day in its month in the lowest bits. */
    private static final int[] MONTH_AND_DAY =
            new int[(int) LocalDate.of(FIRST_YEAR + YEARS, 1, 1).toEpochDay() - FIRST];

    static {
        for (int month = 0; month < YEARS * MONTHS; month++) {
            LocalDate first = LocalDate.of(FIRST_YEAR + month / MONTHS, month % MONTHS + 1, 1);
            int before = (int) first.toEpochDay() - 1;
            MONTH[month / MONTHS * PLACES + month % MONTHS + 1] = before << DAY_BITS | first.lengthOfMonth();
            for (int day = 1; day <= first.lengthOfMonth(); day++) {
                MONTH_AND_DAY[before + day - FIRST] = month << DAY_BITS | day;
            }
        }
    }

    private CivilDays() {}

    private static boolean isUsual(long day) {
        return day >= FIRST && day < FIRST + MONTH_AND_DAY.length;
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
        int first = MONTH_AND_DAY[(int) from - FIRST];
        int last = MONTH_AND_DAY[(int) to - FIRST];
        int months = (last >> DAY_BITS) - (first >> DAY_BITS);
        return (last & DAY_MASK) < (first & DAY_MASK) ? months - 1 : months;
    }

    static long ageYears(long birth, long on) {
        if (!isPlain(birth) || !isPlain(on)) {
            return Math.floorDiv(monthsBetween(birth, on), MONTHS);
        }
        long born = quarters(birth);
        long now = quarters(on);
        long bornIn = plainYear(born);
        long nowIn = plainYear(now);
        return nowIn - bornIn - Arithmetic.isLess(dayOfYear(now, nowIn), dayOfYear(born, bornIn));
    }

    /** Whether a day lies between two years that 4 divides and that have no 29 February. */
    private static boolean isPlain(long day) {
        return day >= FIRST_PLAIN && day < END_PLAIN;
    }

    /** Four times the days since such a year's first of March, where each year is 1,461 of it long, and the leap day last. */
    private static long quarters(long day) {
        return (day - FIRST_PLAIN) * 4 + 3;
    }

    /** The years in so many quarters: the quotient by 1,461, exact for all of two centuries. */
    private static long plainYear(long quarters) {
        return (quarters * QUARTER_YEARS) >>> Integer.SIZE;
    }

    /** The days since the first of March of a year. */
    private static long dayOfYear(long quarters, long year) {
        return (quarters - year * FOUR_YEARS) >>> 2;
    }

    /**
     * The day of a date of the calendar.
     *
     * @throws java.time.DateTimeException where there is no such date
     */
    static long day(int year, int month, int day) {
        int place = (year - FIRST_YEAR) * PLACES + month;
        if (place >= 0 && place < MONTH.length && month >= 0 && month < PLACES) {
            int found = MONTH[place];
            if (day >= 1 && day <= (found & DAY_MASK)) {
                return (long) (found >> DAY_BITS) + day;
            }
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }
}
