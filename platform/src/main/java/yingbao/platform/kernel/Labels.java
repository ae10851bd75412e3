package yingbao.platform.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import yingbao.policy.expr.Phrases;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.Language;

/** What the labels of the pack, and the few words that the rules' own records know, are called in the caller's language. */
@Component
public class Labels {
    private static final String LISTED = "、";

    private final Map<String, String> english;

    Labels(Pack pack) {
        Map<String, String> all = new HashMap<>(Phrases.fixed());
        all.putAll(pack.words().english());
        this.english = Map.copyOf(all);
    }

    /** The language that the caller asked for; Chinese where nobody is asking just now. */
    public static Language language() {
        @Nullable LocaleContext asked = LocaleContextHolder.getLocaleContext();
        @Nullable Locale language = asked == null ? null : asked.getLocale();
        return language == null ? Language.CHINESE : Language.of(language);
    }

    /** A label in the caller's language; whatever is no label of the pack stays as it is. */
    public String spoken(String text) {
        return spoken(language(), text);
    }

    /** A label, or several that are listed, in a language. */
    String spoken(Language language, String text) {
        return switch (language) {
            case CHINESE -> text;
            case ENGLISH -> english.getOrDefault(text, text.contains(LISTED) ? listed(text) : text);
        };
    }

    private String listed(String text) {
        List<String> items = Arrays.asList(text.split(LISTED, -1));
        return english.keySet().containsAll(items)
                ? items.stream().map(english::get).collect(Collectors.joining(", "))
                : text;
    }
}
