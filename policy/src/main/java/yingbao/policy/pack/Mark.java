package yingbao.policy.pack;

import java.util.Optional;

/** How sure a stated value is. */
public enum Mark {
    /** Read in the source that is cited. */
    SEEN("SEEN", "见于来源"),
    /** Established, but the text itself was not at hand. */
    KNOWN("KNOWN", "通行认知"),
    /** As KNOWN, but number or wording unsure. */
    KNOWN_UNSURE("KNOWN?", "通行认知，待核"),
    /** Worked out from other values; the note says from which. */
    DERIVED("DERIVED", "推算"),
    /** Set for a demonstration; official nowhere. */
    DEMO("DEMO", "演示值"),
    /** Entered from its document and confirmed by a second person where it holds; never written in a file. */
    LOCAL("LOCAL", "当地录入并复核"),
    /** Looked for and not found: no value. */
    UNKNOWN("UNKNOWN", "未查到");

    private final String spelling;
    private final String label;

    Mark(String spelling, String label) {
        this.spelling = spelling;
        this.label = label;
    }

    public String spelling() {
        return spelling;
    }

    public String label() {
        return label;
    }

    /** The mark with a spelling. */
    public static Optional<Mark> parse(String text) {
        for (Mark mark : values()) {
            if (mark.spelling.equals(text)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
