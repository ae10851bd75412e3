package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What people read of a pack: every text that is written in Chinese, wherever it stands. Titles and articles of documents
 * are no labels, for they are the sources; neither are places, days off, the golden cases and what an office signs with.
 */
final class Labels {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Set<String> WITHOUT = Set.of("areas", "calendar", "examples", "words");
    private static final Set<String> NOT_UNDER = Set.of("sources", "cites", "office");

    private Labels() {}

    /** Whether the file may hold labels. */
    static boolean standIn(String path) {
        int slash = path.indexOf('/');
        return path.endsWith(".yaml") && (slash < 0 || !WITHOUT.contains(path.substring(0, slash)));
    }

    static boolean isChinese(String text) {
        return CHINESE.matcher(text).find();
    }

    /** Every label of a document, in the order written. */
    static void walk(Yaml yaml, Consumer<Yaml.Scalar> label) {
        switch (yaml) {
            case Yaml.Scalar scalar -> {
                if (isChinese(scalar.value())) {
                    label.accept(scalar);
                }
            }
            case Yaml.Sequence sequence -> sequence.items().forEach(item -> walk(item, label));
            case Yaml.Mapping mapping ->
                mapping.entries().forEach((key, value) -> {
                    if (!NOT_UNDER.contains(key)) {
                        walk(value, label);
                    }
                });
        }
    }

    /** The document with other labels. */
    static Yaml replaced(Yaml yaml, UnaryOperator<String> wording) {
        return switch (yaml) {
            case Yaml.Scalar scalar -> {
                String text = isChinese(scalar.value()) ? wording.apply(scalar.value()) : scalar.value();
                yield text.equals(scalar.value())
                        ? scalar
                        : new Yaml.Scalar(scalar.location(), text, Yaml.Places.ITS_START);
            }
            case Yaml.Sequence sequence -> {
                List<Yaml> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(replaced(item, wording)));
                yield new Yaml.Sequence(sequence.location(), items);
            }
            case Yaml.Mapping mapping -> {
                Map<String, Yaml> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((key, value) ->
                                entries.put(key, NOT_UNDER.contains(key) ? value : replaced(value, wording)));
                yield new Yaml.Mapping(mapping.location(), entries, mapping.keys());
            }
        };
    }
}
