package yingbao.policy.register;

import java.util.regex.Pattern;
import yingbao.policy.pack.CellText;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.ValueException;

/** Hides citizen numbers in what is shown of a register, wherever they were typed. */
final class Mask {
    private static final int AREA_DIGITS = 6;
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final Pattern BLANKS_AND_HYPHENS = Pattern.compile("[\\s\\-]");
    private static final Pattern DIGITS = Pattern.compile("\\d+[\\dXx]");

    private Mask() {}

    /** What stands in the column of a citizen number: the area and the end of it, or nothing of a malformed one. */
    static String citizenId(String text) {
        String number = BLANKS_AND_HYPHENS.matcher(CellText.plain(text)).replaceAll("");
        if (!DIGITS.matcher(number).matches()) {
            return "*".repeat(number.length());
        }
        return switch (number.length()) {
            case LENGTH -> masked(number, 4);
            case OLD_LENGTH -> masked(number, 3);
            default -> "*".repeat(number.length());
        };
    }

    /** What stands in any other column, masked only where it is a citizen number of eighteen characters. */
    static String anywhere(String text) {
        if (text.length() < LENGTH) {
            return text;
        }
        String number = BLANKS_AND_HYPHENS.matcher(CellText.plain(text)).replaceAll("");
        if (number.length() != LENGTH) {
            return text;
        }
        try {
            return CitizenId.parse(number).masked();
        } catch (ValueException noCitizenId) {
            return text;
        }
    }

    private static String masked(String number, int shownAtEnd) {
        int end = number.length() - shownAtEnd;
        return number.substring(0, AREA_DIGITS) + "*".repeat(end - AREA_DIGITS) + number.substring(end);
    }
}
