package yingbao.platform.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import yingbao.policy.Messages;

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

    /** The text for a code, in the language that the caller asked for; Chinese where nobody is asking just now. */
    public String text(String code, Object... particulars) {
        LocaleContext asked = LocaleContextHolder.getLocaleContext();
        Locale language = asked == null ? null : asked.getLocale();
        return text(Objects.requireNonNullElse(language, Locale.CHINESE), code, particulars);
    }

    /** The text for a code in a language; Chinese for any but English. */
    public String text(Locale language, String code, Object... particulars) {
        boolean inEnglish = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return (inEnglish ? english : chinese).text(code, particulars);
    }
}
