package yingbao.policy.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yingbao.policy.value.ValueException;

/** The ways to write a day that can mean only one: the year first and in full, or a spreadsheet's day number. */
final class CellDates {
    private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** 1910-01-01; a smaller number is rather a year or a mistake. */
    private static final int SPREADSHEET_DAY_MIN = 3654;
    /** 2099-12-31. */
    private static final int SPREADSHEET_DAY_MAX = 73050;

    /** An earlier one is what programs write for "none". */
    private static final int YEAR_MIN = 1900;

    private static final String TIME = "(?:[ T]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>\\d{4}) *(?<first>[-/.年]) *(?<month>\\d{1,2})"
            + " *(?<second>[-/.月]) *(?<day>\\d{1,2}) *日?" + TIME);
    private static final Pattern EIGHT_DIGITS =
            Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:\\.0+)?");
    private static final Pattern DAY_NUMBER = Pattern.compile("(?<number>\\d{4,5})(?:\\.0+)?");
    private static final Pattern WITHOUT_DAY =
            Pattern.compile("\\d{4} *年?|\\d{4} *[-/.年] *\\d{1,2} *月?|(?:19|20)\\d{2}(?:0[1-9]|1[0-2])");
    private static final Pattern YEAR_LAST = Pattern.compile("\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{4}" + TIME);
    private static final Pattern SHORT_YEAR =
            Pattern.compile("\\d{1,2} *[-/.年] *\\d{1,2} *[-/.月] *\\d{1,2} *日?" + TIME + "|\\d{6}");

    private CellDates() {}

    /**
     * The day that a text without full-width forms names; a time of day behind it is dropped.
     *
     * @throws ValueException {@code cell.date-impossible} when the calendar has no such day or the year is before 1900,
     *     {@code cell.date-without-day} when only a year or a month is given, {@code cell.date-order} when the year
     *     comes last, {@code cell.date-short-year} when the year has two digits, {@code cell.date} otherwise
     */
    static LocalDate parse(String plain) {
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            boolean chinese = yearFirst.group("first").equals("年");
            String second = chinese ? "月" : yearFirst.group("first");
            if (second.equals(yearFirst.group("second"))) {
                return day(yearFirst);
            }
        }
        Matcher dayNumber = DAY_NUMBER.matcher(plain);
        if (dayNumber.matches()) {
            int number = Integer.parseInt(dayNumber.group("number"));
            if (number >= SPREADSHEET_DAY_MIN && number <= SPREADSHEET_DAY_MAX) {
                return SPREADSHEET_DAY_ZERO.plusDays(number);
            }
        }
        Matcher eightDigits = EIGHT_DIGITS.matcher(plain);
        if (eightDigits.matches()) {
            return day(eightDigits);
        }
        throw new ValueException(reason(plain));
    }

    private static LocalDate day(Matcher parts) {
        int year = Integer.parseInt(parts.group("year"));
        try {
            LocalDate day =
                    LocalDate.of(year, Integer.parseInt(parts.group("month")), Integer.parseInt(parts.group("day")));
            if (year >= YEAR_MIN) {
                return day;
            }
        } catch (DateTimeException noSuchDay) {
            throw new ValueException("cell.date-impossible");
        }
        throw new ValueException("cell.date-impossible");
    }

    private static String reason(String plain) {
        if (WITHOUT_DAY.matcher(plain).matches()) {
            return "cell.date-without-day";
        }
        if (YEAR_LAST.matcher(plain).matches()) {
            return "cell.date-order";
        }
        return SHORT_YEAR.matcher(plain).matches() ? "cell.date-short-year" : "cell.date";
    }
}
