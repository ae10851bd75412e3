package yingbao.policy.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A citizen identification number (公民身份号码) of 18 characters after GB 11643-1999: six digits of the area of first
 * registration, eight of the birth date, three of the order within both, odd for males, and a check character.
 *
 * <p>The area may have been abolished since and is not looked up. To keep whole numbers out of logs, only
 * {@link #value()} tells one; the text of this object is masked and no refusal quotes the number.
 *
 * @param value the 18 characters, the last of them a digit or a capital X
 */
public record CitizenId(String value) {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int AREA_END = 6;
    private static final int BIRTH_DATE_END = 14;
    private static final int SEX_INDEX = 16;
    private static final int CHECK_INDEX = 17;
    private static final String CENTURY_OF_OLD_NUMBERS = "19";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final Pattern BLANKS = Pattern.compile("\\s");

    /**
     * A number in its stored form.
     *
     * @throws ValueException with the codes of {@link #parse}
     */
    public CitizenId {
        if (value.length() != LENGTH) {
            throw new ValueException("citizen-id.length", value.length());
        }
        refuseOtherCharacters(value);
        birthDateIn(value);
        char given = value.charAt(CHECK_INDEX);
        char expected = checkCharacter(value);
        if (given != expected) {
            throw new ValueException("citizen-id.check-character", given, expected);
        }
    }

    /**
     * Reads a number as it is typed or printed: with blanks anywhere, full-width forms or a small x. A number of 15
     * digits, as issued before 1999, gets the century 19 and its check character.
     *
     * @throws ValueException {@code citizen-id.length} (the number of characters) when there are neither 18 nor 15,
     *     {@code citizen-id.characters} (the position from 1, the character) when one is not a digit, or an X at the
     *     end of 18, {@code citizen-id.birth-date} (its eight digits) when there is no such day in the calendar,
     *     {@code citizen-id.check-character} (the given, the expected) when the last character does not follow from the
     *     others
     */
    public static CitizenId parse(String typed) {
        String number = isPlain(typed)
                ? typed
                : BLANKS.matcher(TypedText.plain(typed)).replaceAll("").replace('x', 'X');
        if (number.length() != OLD_LENGTH) {
            return new CitizenId(number);
        }
        refuseOtherCharacters(number);
        String body = number.substring(0, AREA_END) + CENTURY_OF_OLD_NUMBERS + number.substring(AREA_END);
        return new CitizenId(body + checkCharacter(body));
    }

    /** Whether a text stands as a number is kept; nearly every one in a register does. */
    private static boolean isPlain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char character = typed.charAt(i);
            if ((character < '0' || character > '9') && character != 'X') {
                return false;
            }
        }
        return true;
    }

    /**
     * The number that begins with seventeen digits; for made-up registers.
     *
     * @throws ValueException with the codes of {@link #parse} when they are not seventeen digits, or hold no birth date
     */
    public static CitizenId completing(String digits) {
        if (digits.length() != CHECK_INDEX) {
            throw new ValueException("citizen-id.length", digits.length());
        }
        refuseOtherCharacters(digits);
        return new CitizenId(digits + checkCharacter(digits));
    }

    public LocalDate birthDate() {
        return birthDateIn(value);
    }

    /** The sex that was registered when the number was given out. */
    public Sex sex() {
        boolean odd = digitAt(value, SEX_INDEX) % 2 == 1;
        return odd ? Sex.MALE : Sex.FEMALE;
    }

    /** The six digits of GB/T 2260 for the county of first registration, which may have been abolished since. */
    public String areaPrefix() {
        return value.substring(0, AREA_END);
    }

    /** The number for lists and logs, with the birth date hidden, as in {@code 229901********001X}. */
    public String masked() {
        return areaPrefix() + "*".repeat(BIRTH_DATE_END - AREA_END) + value.substring(BIRTH_DATE_END);
    }

    /** The masked number. */
    @Override
    public String toString() {
        return masked();
    }

    private static void refuseOtherCharacters(String number) {
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            boolean digit = character >= '0' && character <= '9';
            boolean checkTen = i == CHECK_INDEX && character == 'X';
            if (!digit && !checkTen) {
                throw new ValueException("citizen-id.characters", i + 1, character);
            }
        }
    }

    private static LocalDate birthDateIn(String number) {
        String digits = number.substring(AREA_END, BIRTH_DATE_END);
        try {
            int yearMonthDay = Integer.parseInt(digits);
            return LocalDate.of(yearMonthDay / 10_000, yearMonthDay / 100 % 100, yearMonthDay % 100);
        } catch (DateTimeException noSuchDay) {
            throw new ValueException("citizen-id.birth-date", digits);
        }
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * digitAt(number, i);
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    private static int digitAt(String number, int index) {
        return number.charAt(index) - '0';
    }
}
