package yingbao.policy.value;

/** Undoes the ways in which a Chinese input method or a spreadsheet writes plain characters. */
final class TypedText {
    private static final char FIRST_FULL_WIDTH = '！';
    private static final char LAST_FULL_WIDTH = '～';
    private static final int FULL_WIDTH_OFFSET = FIRST_FULL_WIDTH - '!';

    private TypedText() {}

    /** The text with full-width forms as ASCII, every kind of blank as a space, and no blank at either end. */
    static String plain(String typed) {
        char[] characters = typed.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = plain(characters[i]);
        }
        return new String(characters).strip();
    }

    private static char plain(char typed) {
        if (typed >= FIRST_FULL_WIDTH && typed <= LAST_FULL_WIDTH) {
            return (char) (typed - FULL_WIDTH_OFFSET);
        }
        return Character.isSpaceChar(typed) ? ' ' : typed;
    }
}
