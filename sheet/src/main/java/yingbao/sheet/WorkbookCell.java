package yingbao.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * The text of a workbook's cell: its content, not the way somebody chose to have it shown. Numbers have no exponent and
 * no needless zeros, dates are written as in 2016-03-05, and formulas give the result that was stored with them. A
 * number too long for a spreadsheet keeps its exponent, which shows that its last digits are lost.
 */
final class WorkbookCell {
    /** Spreadsheets keep this many digits of a number; the rest of a calculation is noise, of a long id it is lost. */
    private static final MathContext KEPT_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final BigDecimal FIRST_TO_LOSE_DIGITS = BigDecimal.TEN.pow(15);
    private static final MathContext SHOWN_OF_LOST = new MathContext(6, RoundingMode.DOWN);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /** Dates among the number formats that are known by number only, those of Chinese and Japanese files among them. */
    private static final Set<Integer> DATE_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private WorkbookCell() {}

    /** The text of a cell of a workbook that counts days from 1900 or from 1904. */
    static String text(Cell cell, boolean date1904) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING, ERROR -> string(cell.getRawValue());
            case BOOLEAN -> cell.getText().toUpperCase(Locale.ROOT);
            case NUMBER -> number(cell, date1904);
            case FORMULA -> formula(cell, date1904);
        };
    }

    private static String formula(Cell cell, boolean date1904) {
        return switch (cell.getValue()) {
            case BigDecimal _ -> number(cell, date1904);
            case Boolean flag -> flag.toString().toUpperCase(Locale.ROOT);
            case String text -> text;
            // No result was stored: shown as the formula, which is then refused instead of taken for an empty cell.
            case null, default -> "=" + string(cell.getFormula());
        };
    }

    private static String number(Cell cell, boolean date1904) {
        BigDecimal number = new BigDecimal(string(cell.getRawValue()));
        String format = LITERALS.matcher(string(cell.getDataFormatString()))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        if (isDate(cell, format) && number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(LAST_DAY) <= 0) {
            LocalDate dayZero = date1904 ? DAY_ZERO_OF_1904 : DAY_ZERO;
            return dayZero.plusDays(number.longValue()).toString();
        }
        if (number.abs().compareTo(FIRST_TO_LOSE_DIGITS) >= 0) {
            return number.round(SHOWN_OF_LOST).toString();
        }
        return format.contains("%") ? plain(number.movePointRight(2)) + "%" : plain(number);
    }

    private static boolean isDate(Cell cell, String format) {
        Integer known = cell.getDataFormatId();
        boolean knownDate = known != null && DATE_FORMATS.contains(known);
        return knownDate || format.contains("y") || format.contains("d");
    }

    private static String plain(BigDecimal number) {
        return number.round(KEPT_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String string(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
