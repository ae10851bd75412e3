package yingbao.platform.drafts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that a draft would change.
 *
 * @param text in words
 * @param from the first day for which it says anything new; {@link LocalDate#MIN} where it always has; empty where it decides
 *     about nobody
 * @param parameter of a value, whose it is; empty otherwise
 */
public record DraftPart(String text, Optional<LocalDate> from, Kind kind, String parameter) {

    /** What is changed. */
    public enum Kind {
        /** A version of a programme. */
        RULE,
        VALUE,
        /** What is demanded of the values. */
        DEMAND,
        /** Golden cases and English words: they say what must come out, or say it in other words. */
        WORDS
    }
}
