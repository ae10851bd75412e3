package yingbao.policy;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts by code, in Chinese or English, from one or several bundles. */
public final class Messages {
    private final List<ResourceBundle> bundles = new ArrayList<>();

    /**
     * The texts of some bundles; a code is looked up in their order.
     *
     * @param language Chinese or English
     * @param baseNames resource bundles such as {@code yingbao.policy.reading.messages}
     */
    public Messages(Locale language, List<String> baseNames) {
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (String baseName : baseNames) {
            bundles.add(ResourceBundle.getBundle(baseName, language, noFallback));
        }
    }

    /** The text for a code with its particulars put in; a code without a text is shown as it is. */
    public String text(String code, Object... particulars) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(code)) {
                return new MessageFormat(bundle.getString(code), Locale.ROOT).format(particulars);
            }
        }
        return code + " " + List.of(particulars);
    }
}
