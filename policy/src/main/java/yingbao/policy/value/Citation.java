package yingbao.policy.value;

/**
 * The place in a legal source on which a rule or a figure rests.
 *
 * @param source the identifier under which a pack lists the document, as in {@code jl-2016-18}
 * @param article the place in it, as the document numbers it, as in 二（一）; empty for the document as a whole
 */
public record Citation(String source, String article) {
    private static final String SEPARATOR = "#";

    /**
     * A place in a source.
     *
     * @throws ValueException with the codes of {@link #parse}
     */
    public Citation {
        boolean blankInSource = source.chars().anyMatch(Character::isWhitespace);
        if (source.isEmpty() || blankInSource || source.contains(SEPARATOR)) {
            throw new ValueException("citation.source", source);
        }
        if (!article.equals(article.strip()) || article.contains(SEPARATOR)) {
            throw new ValueException("citation.article", article);
        }
    }

    /**
     * Reads {@code source#article}, or a source alone; blanks around either are dropped.
     *
     * @throws ValueException {@code citation.source} (the source) when it is empty or has a blank inside,
     *     {@code citation.article} (the article) when none follows the number sign or another number sign does
     */
    public static Citation parse(String written) {
        int separator = written.indexOf(SEPARATOR);
        if (separator < 0) {
            return new Citation(written.strip(), "");
        }
        String article = written.substring(separator + 1).strip();
        if (article.isEmpty()) {
            throw new ValueException("citation.article", article);
        }
        return new Citation(written.substring(0, separator).strip(), article);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return article.isEmpty() ? source : source + SEPARATOR + article;
    }
}
