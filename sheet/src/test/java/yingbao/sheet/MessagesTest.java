package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/yingbao/sheet");
    private static final Path RESOURCES = Path.of("src/main/resources/yingbao/sheet");
    private static final Pattern CODE = Pattern.compile("\"(sheet\\.[a-z-]+)\"");
    private static final Pattern PARTICULAR = Pattern.compile("\\{\\d}");
    private static final Set<String> NAMES_OF_SHEETS = Set.of("sheet.explanations", "sheet.choices");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_problem_has_a_message_and_every_message_a_problem(String language) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
            }
        }
        codes.removeAll(NAMES_OF_SHEETS);

        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(messages(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void both_languages_mention_the_same_particulars() throws IOException {
        Properties chinese = messages("zh");
        Properties english = messages("en");
        for (String code : chinese.stringPropertyNames()) {
            assertThat(particulars(english.getProperty(code)))
                    .as(code)
                    .isEqualTo(particulars(chinese.getProperty(code)));
        }
    }

    private static List<String> particulars(String message) {
        return PARTICULAR
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages_" + language + ".properties"))) {
            messages.load(reader);
        }
        return messages;
    }
}
