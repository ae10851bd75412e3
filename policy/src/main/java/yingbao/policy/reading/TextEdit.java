package yingbao.policy.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yingbao.policy.pack.Location;

/** Changes at a place of a YAML text; everything beside the place stays as it is written. */
final class TextEdit {
    /** A comment behind something, with the blanks before it. */
    private static final Pattern COMMENT = Pattern.compile("\\s+#.*");

    private TextEdit() {}

    /** The text with a value for a key of the outermost mapping; a new key is written after the days or the name. */
    static String topLevel(String path, String text, String key, String value) {
        if (!(Yaml.read(path, text, new Faults()) instanceof Yaml.Mapping mapping)) {
            return text;
        }
        if (mapping.entries().get(key) instanceof Yaml.Scalar scalar) {
            return replaced(text, offset(text, scalar.location()), scalar, value);
        }
        Location before = Optional.ofNullable(mapping.keys().get("from"))
                .or(() -> Optional.ofNullable(mapping.keys().get("unit")))
                .or(() -> mapping.keys().values().stream().findFirst())
                .orElse(mapping.location());
        int at = afterLine(text, offset(text, before));
        return text.substring(0, at) + key + ": " + value + "\n" + text.substring(at);
    }

    /** A document among the sources of a manifest, first of them. */
    static String source(String manifest, PackTexts.Document document) {
        String entry = "  " + document.id() + ": {title: " + quoted(document.title()) + ", number: "
                + quoted(document.number()) + ", date: " + document.date() + "}\n";
        String heading = "sources:\n";
        int at = manifest.startsWith(heading) ? 0 : manifest.indexOf("\n" + heading) + 1;
        if (at > 0 || manifest.startsWith(heading)) {
            int after = at + heading.length();
            return manifest.substring(0, after) + entry + manifest.substring(after);
        }
        return (manifest.endsWith("\n") ? manifest : manifest + "\n") + heading + entry;
    }

    /** A row of a list that is written on one line, with another value for a key, or one more before its value. */
    static String row(String text, Yaml.Mapping row, String key, String value) {
        if (row.entries().get(key) instanceof Yaml.Scalar scalar) {
            return replaced(text, offset(text, scalar.location()), scalar, value);
        }
        int at = offset(text, row.keys().getOrDefault("value", row.location()));
        return text.substring(0, at) + key + ": " + value + ", " + text.substring(at);
    }

    private static String replaced(String text, int at, Yaml.Scalar scalar, String value) {
        boolean inQuotes = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        int end = at + scalar.value().length() + (inQuotes ? 2 : 0);
        return text.substring(0, at) + value + text.substring(end);
    }

    /** Whether a row stands on one line by itself: - {…}. */
    static boolean isOneLine(String text, Yaml.Mapping row) {
        int start = offset(text, row.location());
        String line = text.substring(lineStart(text, start), afterLine(text, start));
        String bare = COMMENT.matcher(line).replaceFirst("").strip();
        return bare.startsWith("- {") && bare.endsWith("}");
    }

    /** The text with a further row after the line of another, as far in as it. */
    static String rowAfter(String text, Yaml.Mapping row, String written) {
        int start = offset(text, row.location());
        int at = afterLine(text, start);
        String line = text.substring(lineStart(text, start), at);
        String indent = line.substring(0, line.indexOf('-'));
        String break_ = at == text.length() && !text.endsWith("\n") ? "\n" : "";
        return text.substring(0, at) + break_ + indent + "- " + written + "\n" + text.substring(at);
    }

    /** The text with another row in the line of one; a comment behind it stays. */
    static String rowInstead(String text, Yaml.Mapping row, String written) {
        int start = offset(text, row.location());
        int end = lineEnd(text, start);
        Matcher comment = COMMENT.matcher(text.substring(start, end));
        int rest = comment.find() ? start + comment.start() : end;
        return text.substring(0, start) + written + text.substring(rest);
    }

    /** The text without the line of a row. */
    static String rowGone(String text, Yaml.Mapping row) {
        int start = offset(text, row.location());
        return text.substring(0, lineStart(text, start)) + text.substring(afterLine(text, start));
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private static int afterLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** Where a place is in its text; columns count characters, also those that Java writes as two. */
    static int offset(String text, Location location) {
        int start = 0;
        for (int line = 1; line < location.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, location.column() - 1);
    }

    /** A text in quotes, whatever stands in it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (String part : List.of(text.strip().split(""))) {
            quoted.append(
                    switch (part) {
                        case "\"", "\\" -> "\\" + part;
                        case "\n", "\r", "\t" -> " ";
                        case String other -> other;
                    });
        }
        return quoted.append('"').toString();
    }
}
