package yingbao.platform.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yingbao.policy.Messages;
import yingbao.policy.value.Language;

/** Texts by code in the caller's language, from the bundles beside the modules. */
@Component
public class Texts {
    private static final List<String> LIBRARY_BUNDLES =
            List.of("yingbao.sheet.messages", "yingbao.policy.register.messages", "yingbao.policy.reading.messages");
    private static final List<String> BUNDLES = Stream.concat(
                    Modules.IN_ORDER.stream()
                            .map(module -> "yingbao.platform." + module + ".messages")
                            .filter(Texts::isThere),
                    LIBRARY_BUNDLES.stream())
            .toList();

    private final Messages chinese = new Messages(Locale.CHINESE, BUNDLES);
    private final Messages english = new Messages(Locale.ENGLISH, BUNDLES);

    private static boolean isThere(String bundle) {
        return Texts.class.getResource("/" + bundle.replace('.', '/') + "_zh.properties") != null;
    }

    private final Labels labels;

    Texts(Labels labels) {
        this.labels = labels;
    }

    /** The text for a code, in the language that the caller asked for; Chinese where nobody is asking just now. */
    public String text(String code, Object... particulars) {
        return text(Labels.language(), code, particulars);
    }

    /** The text for a code in a language; labels among its particulars are put in that language too. */
    public String text(Language language, String code, Object... particulars) {
        Object[] spoken = Arrays.stream(particulars)
                .map(particular -> particular instanceof String text ? labels.spoken(language, text) : particular)
                .toArray();
        return switch (language) {
            case CHINESE -> chinese.text(code, spoken);
            case ENGLISH -> english.text(code, spoken);
        };
    }
}
