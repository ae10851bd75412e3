package yingbao.platform.registry;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;

/** How a name sounds, in letters. */
final class Names {
    /** A province's names are written with a few thousand characters, each looked up and cut to letters once. */
    private static final Map<Character, String> SYLLABLES = new ConcurrentHashMap<>();

    private Names() {}

    /**
     * A name in letters; of a character with several readings the commonest one.
     *
     * @param pinyin all syllables without tones
     * @param initials the first letter of each
     */
    record Sound(String pinyin, String initials) {}

    static Sound sound(String name) {
        StringBuilder pinyin = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            String syllable = syllable(name.charAt(i));
            pinyin.append(syllable);
            initials.append(syllable, 0, Math.min(1, syllable.length()));
        }
        return new Sound(pinyin.toString(), initials.toString());
    }

    private static String syllable(char character) {
        if (character < 128) {
            return Character.isLetterOrDigit(character)
                    ? String.valueOf(character).toLowerCase(Locale.ROOT)
                    : "";
        }
        return SYLLABLES.computeIfAbsent(character, Names::commonestReading);
    }

    private static String commonestReading(char character) {
        @Nullable String[] readings = PinyinHelper.toHanyuPinyinStringArray(character);
        if (readings == null || readings.length == 0 || readings[0] == null) {
            return "";
        }
        return readings[0].replaceAll("[^a-z:]", "").replace("u:", "v");
    }
}
