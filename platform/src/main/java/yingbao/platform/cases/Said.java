package yingbao.platform.cases;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Texts;
import yingbao.policy.value.Language;

/**
 * Something to be said in the language of whoever reads it.
 *
 * @param code its text; empty where the only particular is the text itself, as it was kept before codes were
 * @param args what the text mentions, in its order
 */
record Said(String code, List<String> args) {
    private static final TypeReference<List<Said>> SEVERAL = new TypeReference<>() {};

    Said {
        args = List.copyOf(args);
    }

    static Said of(String code, Object... args) {
        return new Said(code, Stream.of(args).map(Object::toString).toList());
    }

    static Said asIs(String text) {
        return new Said("", List.of(text));
    }

    /**
     * Several as they are kept.
     *
     * @param kept empty of what was kept before it was kept as codes
     * @param words what was kept instead
     */
    static List<Said> read(JsonMapper json, @Nullable String kept, String words) {
        if (kept != null) {
            return json.readValue(kept, SEVERAL);
        }
        return words.isEmpty() ? List.of() : List.of(asIs(words));
    }

    /** Several, in the language of whoever asks. */
    static String words(List<Said> all, Texts texts) {
        return words(all, Labels.language(), texts);
    }

    /** Several as papers say it. */
    static String onPaper(List<Said> all, Texts texts) {
        return words(all, Language.CHINESE, texts);
    }

    private static String words(List<Said> all, Language language, Texts texts) {
        String and = switch (language) {
            case CHINESE -> "；";
            case ENGLISH -> "; ";
        };
        return all.stream()
                .map(one -> one.code().isEmpty()
                        ? one.args().getFirst()
                        : texts.text(language, one.code(), one.args().toArray()))
                .collect(Collectors.joining(and));
    }

    /** All reasons, each once. */
    static List<Said> joined(List<Said> before, List<Said> further) {
        return Stream.concat(before.stream(), further.stream()).distinct().toList();
    }
}
