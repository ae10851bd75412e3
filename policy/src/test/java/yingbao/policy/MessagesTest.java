package yingbao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is refused is said in Chinese and in English. */
class MessagesTest {
    /** The packages whose codes a reader of a pack may meet, with the bundles that explain them. */
    private static final List<String> PACKAGES = List.of("value", "expr", "pack", "reading", "batch");

    /** A code is a literal of two or more words in small letters, the first of them the thing that is refused. */
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

    private static final List<String> FILES_NAMED_IN_SOURCES =
            List.of("pack.yaml", "groups.yaml", "facts.yaml", "roles.yaml");

    /** Refusals of values that no file of a pack can bring about, or that a pack words anew. */
    private static final Set<String> NOT_OF_A_PACK = Set.of(
            "area-code.level",
            "area-code.levels",
            "area-code.outside",
            "citation.source",
            "citation.article",
            "timeline.overlap",
            "ratio.percent");

    private static final Pattern PLACE_HOLDER = Pattern.compile("\\{\\d}");

    private static ResourceBundle bundle(String part, Locale language) {
        return ResourceBundle.getBundle(
                "yingbao.policy." + part + ".messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The parts of the library that have texts. */
    private static List<String> parts() throws IOException {
        Path resources = Sources.main("policy").resolveSibling("resources").resolve("yingbao/policy");
        try (Stream<Path> folders = Files.list(resources)) {
            return folders.filter(folder -> Files.exists(folder.resolve("messages_zh.properties")))
                    .map(folder -> resources.relativize(folder).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameGaps() throws IOException {
        assertThat(parts()).contains("reading");
        for (String part : parts()) {
            ResourceBundle chinese = bundle(part, Locale.CHINESE);
            ResourceBundle english = bundle(part, Locale.ENGLISH);
            assertThat(english.keySet()).as(part).isEqualTo(chinese.keySet());
            for (String code : chinese.keySet()) {
                assertThat(gaps(english.getString(code))).as(code).isEqualTo(gaps(chinese.getString(code)));
            }
        }
    }

    @Test
    void everyCodeInTheSourcesHasAText() throws IOException {
        Set<String> known = new HashSet<>();
        for (String part : parts()) {
            known.addAll(bundle(part, Locale.CHINESE).keySet());
        }
        Set<String> without = codes();
        assertThat(without).contains("money.format", "expr.division", "pack.no-citation");
        without.removeAll(known);
        assertThat(without).isEmpty();
    }

    @Test
    void everyTextBelongsToACodeInTheSources() {
        Set<String> unused = new TreeSet<>(bundle("reading", Locale.CHINESE).keySet());
        unused.removeAll(codes());
        assertThat(unused).isEmpty();
    }

    @Test
    void everyFaultThatHasATextIsProvenByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (Path file : Sources.java(Sources.home().resolve("policy/src/test/java/yingbao/policy/reading"))) {
            tests.append(Files.readString(file));
        }
        assertThat(bundle("reading", Locale.CHINESE).keySet())
                .filteredOn(code -> !NOT_OF_A_PACK.contains(code))
                .allSatisfy(code -> assertThat(tests.toString()).containsPattern("[\" ]" + Pattern.quote(code) + "\""));
    }

    @Test
    void aTextIsFilledWithItsParticulars() {
        List<String> bundles = List.of("yingbao.policy.reading.messages");
        assertThat(new Messages(Locale.CHINESE, bundles).text("expr.unknown-name-near", "hukuo", "hukou"))
                .isEqualTo("不认识“hukuo”；是不是想写“hukou”？");
        assertThat(new Messages(Locale.ENGLISH, bundles).text("expr.receives-person", "care"))
                .isEqualTo("\"care\" is a person's programme; a household cannot receive it");
    }

    @Test
    void aCodeWithoutATextIsShownAsItIs() {
        assertThat(new Messages(Locale.CHINESE, List.of("yingbao.policy.reading.messages")).text("no.such-code", "7"))
                .isEqualTo("no.such-code [7]");
    }

    private static Set<String> gaps(String text) {
        Set<String> gaps = new TreeSet<>();
        Matcher matcher = PLACE_HOLDER.matcher(text);
        while (matcher.find()) {
            gaps.add(matcher.group());
        }
        return gaps;
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (String part : PACKAGES) {
            try (Stream<Path> files = Files.list(Sources.main("policy").resolve("yingbao/policy/" + part))) {
                for (Path file : files.toList()) {
                    Matcher matcher = CODE.matcher(Files.readString(file));
                    while (matcher.find()) {
                        codes.add(matcher.group(1));
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        codes.removeAll(FILES_NAMED_IN_SOURCES);
        return codes;
    }
}
