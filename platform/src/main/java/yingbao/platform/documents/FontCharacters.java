package yingbao.platform.documents;

import java.nio.ByteBuffer;

/**
 * Takes the radicals of Unicode (U+2E80 to U+2FDF) out of a typeface's list of characters. Chinese typefaces draw a
 * radical and the character that looks the same with one glyph, and the PDF library notes the first of both, so that
 * people who search a paper for 民政 would not find it.
 */
final class FontCharacters {
    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;
    private static final int DIRECTORY_START = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final int CMAP_TAG = 0x636D6170;
    private static final int SUBTABLE_ENTRY = 8;
    private static final int SEGMENTED_COVERAGE = 12;
    private static final int GROUP_COUNT_AT = 12;
    private static final int GROUPS_AT = 16;
    private static final int GROUP = 12;

    private FontCharacters() {}

    /** The same typeface; a file without a list of this kind (cmap of format 12) is left as it is. */
    static byte[] withoutRadicals(byte[] typeface) {
        byte[] cleaned = typeface.clone();
        ByteBuffer font = ByteBuffer.wrap(cleaned);
        int tables = font.getShort(4);
        for (int at = 0; at < tables; at++) {
            int entry = DIRECTORY_START + at * DIRECTORY_ENTRY;
            if (font.getInt(entry) == CMAP_TAG) {
                clean(cleaned, font, font.getInt(entry + 8));
            }
        }
        return cleaned;
    }

    private static void clean(byte[] bytes, ByteBuffer font, int cmap) {
        int subtables = font.getShort(cmap + 2);
        for (int at = 0; at < subtables; at++) {
            int subtable = cmap + font.getInt(cmap + 4 + at * SUBTABLE_ENTRY + 4);
            if (font.getShort(subtable) == SEGMENTED_COVERAGE) {
                dropGroups(bytes, font, subtable);
            }
        }
    }

    private static void dropGroups(byte[] bytes, ByteBuffer font, int subtable) {
        int groups = font.getInt(subtable + GROUP_COUNT_AT);
        int kept = 0;
        for (int at = 0; at < groups; at++) {
            int group = subtable + GROUPS_AT + at * GROUP;
            boolean radicals = font.getInt(group) >= FIRST_RADICAL && font.getInt(group + 4) <= LAST_RADICAL;
            if (!radicals) {
                System.arraycopy(bytes, group, bytes, subtable + GROUPS_AT + kept * GROUP, GROUP);
                kept++;
            }
        }
        font.putInt(subtable + GROUP_COUNT_AT, kept);
    }
}
