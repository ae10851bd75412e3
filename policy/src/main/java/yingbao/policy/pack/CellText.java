package yingbao.policy.pack;

import java.text.Normalizer;

/** Undoes what spreadsheets, input methods and chat programs do to the text of a cell. */
public final class CellText {
    private static final String APOSTROPHES = "'‘’`";
    private static final String TEXT_SHELL_START = "=\"";
    private static final String TEXT_SHELL_END = "\"";
    /** Chinese characters that have no other form. */
    private static final char FIRST_IDEOGRAPH = '\u4e00';

    private static final char LAST_IDEOGRAPH = '\u9fff';

    private CellText() {}

    /**
     * The text as ASCII wherever it has an ASCII form, without invisible characters, blanks at the ends, an
     * apostrophe before it, or the {@code ="…"} with which exports keep a spreadsheet from reading a number.
     */
    public static String plain(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        String folded = Normalizer.normalize(trimmed(raw), Normalizer.Form.NFKC).strip();
        boolean apostrophe = !folded.isEmpty() && APOSTROPHES.indexOf(folded.charAt(0)) >= 0;
        return apostrophe ? folded.substring(1).strip() : folded;
    }

    /** The text as it was typed, without invisible characters, blanks at the ends, or the {@code ="…"} of exports. */
    static String trimmed(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        StringBuilder visible = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .map(character -> Character.isSpaceChar(character) ? ' ' : character)
                .forEach(visible::appendCodePoint);
        String text = visible.toString().strip();
        boolean shell = text.length() > TEXT_SHELL_START.length()
                && text.startsWith(TEXT_SHELL_START)
                && text.endsWith(TEXT_SHELL_END);
        return shell
                ? text.substring(TEXT_SHELL_START.length(), text.length() - 1).strip()
                : text;
    }

    /** Most cells of a large file need no work at all. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            boolean ideograph = character >= FIRST_IDEOGRAPH && character <= LAST_IDEOGRAPH;
            boolean ascii = character > ' ' && character < 0x7f;
            if (!ideograph && (!ascii || character == '\'' || character == '`' || character == '=')) {
                return false;
            }
        }
        return true;
    }
}
