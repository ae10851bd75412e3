package yingbao.policy.pack;

import java.util.Map;
import yingbao.policy.value.Language;

/**
 * How a pack speaks.
 *
 * @param language the language of its labels, as it was read
 * @param english each of its labels as it is written in Chinese, to what it is called in English; empty where nobody said
 */
public record Words(Language language, Map<String, String> english) {
    public static final Words CHINESE_ONLY = new Words(Language.CHINESE, Map.of());

    public Words {
        english = Map.copyOf(english);
    }
}
