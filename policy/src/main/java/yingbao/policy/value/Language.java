package yingbao.policy.value;

import java.util.Locale;

/** A language in which rules and decisions are told. */
public enum Language {
    /** The language of the policy itself, of its papers and of all that is kept. */
    CHINESE(Locale.CHINESE),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The language of a locale: Chinese for any but English. */
    public static Language of(Locale asked) {
        return asked.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }
}
