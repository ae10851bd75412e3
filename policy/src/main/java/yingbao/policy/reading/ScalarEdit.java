package yingbao.policy.reading;

import java.util.List;
import java.util.stream.Collectors;

/** Puts another text, expression or list of citations in the place of one; everything beside it stays as it is written. */
final class ScalarEdit {
    /** What begins something else than a text, or ends it, outside quotes. */
    private static final String SIGNS = "!&*?|>%@`\"'#,[]{}:-";

    private static final String IN_LIST = ",[]{}";
    private static final int DEEPER = 2;

    /**
     * Where a text stands.
     *
     * @param first where its first character is, behind a quote
     * @param end behind its last character, or the quote that follows
     */
    private record Span(int start, int first, int end) {}

    private ScalarEdit() {}

    /** A text as somebody wrote it: with its lines where it stands in several below its key. */
    static String written(String text, Yaml.Scalar scalar) {
        int start = TextEdit.offset(text, scalar.location());
        if (scalar.value().isEmpty() || !isBlock(text, start)) {
            return scalar.value();
        }
        Span span = span(text, scalar);
        return text.substring(span.first(), span.end())
                .lines()
                .map(line -> line.substring(Math.min(indent(text, span.first()), blanks(line))))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Where a character of the file is in {@link #written}: line and column from one; empty where it is elsewhere.
     *
     * @param at a place in the text
     */
    static List<Integer> place(String text, Yaml.Scalar scalar, int at) {
        Span span = span(text, scalar);
        if (at < span.start() || at > span.end()) {
            return List.of();
        }
        String before = text.substring(Math.min(span.first(), at), at);
        int line = (int) before.chars().filter(character -> character == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        int shift = line > 0 && isBlock(text, span.start()) ? indent(text, span.first()) : 0;
        return List.of(line + 1, Math.max(1, before.length() - lineStart - shift + 1));
    }

    /** The text with another in the place of one. A text of several lines is written below its key. */
    static String replaced(String text, Yaml.Scalar scalar, String value, int keyColumn, boolean inList) {
        Span span = span(text, scalar);
        String stripped = value.strip();
        String written = stripped.contains("\n") && !inList
                ? below(stripped, keyColumn - 1 + DEEPER)
                : quotedIfNeeded(stripped.replaceAll("\\s*\\R\\s*", " "), inList);
        String blank = span.start() > 0 && text.charAt(span.start() - 1) == ':' ? " " : "";
        return text.substring(0, span.start()) + blank + written + text.substring(span.end());
    }

    private static String below(String value, int deep) {
        return value.lines()
                .map(line -> line.isBlank() ? "" : " ".repeat(deep) + line.stripTrailing())
                .collect(Collectors.joining("\n", ">-\n", ""));
    }

    /** The text with other items in a list that stands in brackets; empty where it does not. */
    static List<String> list(String text, Yaml.Sequence list, List<String> items) {
        int start = TextEdit.offset(text, list.location());
        if (start >= text.length() || text.charAt(start) != '[') {
            return List.of();
        }
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != ']') {
            end = isQuote(text.charAt(end)) ? quoteEnd(text, end) : end + 1;
        }
        String written = items.stream().map(item -> quotedIfNeeded(item, true)).collect(Collectors.joining(", "));
        return List.of(text.substring(0, start) + "[" + written + text.substring(end));
    }

    private static String quotedIfNeeded(String value, boolean inList) {
        boolean plain = !value.isEmpty()
                && SIGNS.indexOf(value.charAt(0)) < 0
                && !value.contains(": ")
                && !value.contains(" #")
                && !value.endsWith(":")
                && !(inList && value.chars().anyMatch(character -> IN_LIST.indexOf(character) >= 0));
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }

    private static Span span(String text, Yaml.Scalar scalar) {
        int start = TextEdit.offset(text, scalar.location());
        if (start >= text.length()) {
            return new Span(text.length(), text.length(), text.length());
        }
        if (isQuote(text.charAt(start))) {
            return new Span(start, start + 1, quoteEnd(text, start));
        }
        int first = isBlock(text, start) ? text.indexOf('\n', start) + 1 : start;
        return new Span(start, first, afterVisible(text, first, scalar.value()));
    }

    /** Behind the last visible character: folding only adds and removes blanks. */
    private static int afterVisible(String text, int from, String value) {
        long left = value.chars()
                .filter(character -> !Character.isWhitespace(character))
                .count();
        int at = from;
        while (left > 0 && at < text.length()) {
            left -= Character.isWhitespace(text.charAt(at)) ? 0 : 1;
            at++;
        }
        return at;
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    /** Behind the quote that ends what another begins. */
    private static int quoteEnd(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length()) {
            boolean doubled = quote == '\'' && text.startsWith("''", at);
            if (doubled || (quote == '"' && text.charAt(at) == '\\')) {
                at += 2;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            } else {
                at++;
            }
        }
        return text.length();
    }

    private static boolean isBlock(String text, int start) {
        return start < text.length() && (text.charAt(start) == '>' || text.charAt(start) == '|');
    }

    private static int indent(String text, int lineStart) {
        return blanks(text.substring(lineStart));
    }

    private static int blanks(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
