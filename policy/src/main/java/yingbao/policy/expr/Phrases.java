package yingbao.policy.expr;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import yingbao.policy.Messages;
import yingbao.policy.value.Language;

/** What stands between the names of a rule or an explanation in one language: verbs, conjunctions, signs. */
public final class Phrases {
    private static final String BUNDLE = "yingbao.policy.expr.phrases";
    private static final char GAP = '{';
    private static final Map<Language, Phrases> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Phrases(language));
        }
    }

    private final Language language;
    private final Messages messages;

    private Phrases(Language language) {
        this.language = language;
        this.messages = new Messages(language.locale(), List.of(BUNDLE));
    }

    public static Phrases in(Language language) {
        Phrases phrases = ALL.get(language);
        if (phrases == null) {
            throw new IllegalStateException("no phrases in " + language);
        }
        return phrases;
    }

    /** A phrase with the texts put in. */
    public String say(String phrase, String... texts) {
        return messages.text(phrase, (Object[]) texts);
    }

    /** A phrase of a constant, by the constant's name. */
    public String say(String kind, Enum<?> constant, String... texts) {
        return say(kind + constant.name(), texts);
    }

    /** A label where it stands inside a sentence: English ones lose the capital that they begin with. */
    public String inside(String label) {
        boolean plainWord = label.length() > 1
                && Character.isUpperCase(label.charAt(0))
                && !Character.isUpperCase(label.charAt(1))
                && Character.isLetter(label.charAt(1));
        return language == Language.ENGLISH && plainWord
                ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
                : label;
    }

    /** A sentence as it begins. */
    public String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Phrases that say something by themselves, from Chinese to English; signs and the like left out. */
    public static Map<String, String> fixed() {
        ResourceBundle.Control none =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle chinese = ResourceBundle.getBundle(BUNDLE, Language.CHINESE.locale(), none);
        Map<String, String> fixed = new TreeMap<>();
        for (String phrase : new ArrayList<>(chinese.keySet())) {
            String text = chinese.getString(phrase);
            boolean word = text.codePoints().anyMatch(Character::isIdeographic);
            if (text.indexOf(GAP) < 0 && word) {
                fixed.put(text, in(Language.ENGLISH).say(phrase));
            }
        }
        return fixed;
    }
}
