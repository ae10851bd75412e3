package yingbao.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
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
    private static final Path SOURCES = Path.of("src/main/java/yingbao/policy/register");
    private static final Path CELLS = Path.of("src/main/java/yingbao/policy/pack");
    private static final Path VALUES = Path.of("src/main/java/yingbao/policy/value");
    private static final Path RESOURCES = Path.of("src/main/resources/yingbao/policy/register");
    private static final Pattern OWN_CODE = Pattern.compile("\"((?:cell|register)(?:\\.[a-z-]+))\"");
    private static final Pattern VALUE_CODE =
            Pattern.compile("ValueException\\(\\s*\"((?:money|citizen-id|area-code)\\.[a-z-]+)\"");
    private static final Set<String> NEVER_OF_A_CELL =
            Set.of("area-code.level", "area-code.outside", "area-code.levels");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_code_has_a_message_and_every_message_a_code(String language) {
        Set<String> codes = new TreeSet<>(codesIn(SOURCES, OWN_CODE));
        codes.addAll(codesIn(CELLS, OWN_CODE));
        codes.addAll(codesIn(VALUES, VALUE_CODE));
        codes.removeAll(NEVER_OF_A_CELL);

        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(messages(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void both_languages_mention_the_same_particulars() {
        Properties chinese = messages("zh");
        Properties english = messages("en");
        for (String code : chinese.stringPropertyNames()) {
            assertThat(particulars(english.getProperty(code)))
                    .as(code)
                    .isEqualTo(particulars(chinese.getProperty(code)));
            assertThat(new MessageFormat(english.getProperty(code), Locale.ROOT).format(new Object[] {"A", "B", "C"}))
                    .as(code)
                    .doesNotContain("{", "''");
        }
    }

    @Test
    void messages_are_read_as_the_platform_reads_them() {
        yingbao.policy.Messages messages =
                new yingbao.policy.Messages(Locale.CHINESE, List.of("yingbao.policy.register.messages"));

        assertThat(messages.text("register.household-twice", "7")).startsWith("这个户编号与第 7 行重复");
    }

    private static Set<Integer> particulars(String message) {
        Set<Integer> particulars = new TreeSet<>();
        Pattern.compile("\\{(\\d)\\}")
                .matcher(message)
                .results()
                .forEach(match -> particulars.add(Integer.valueOf(match.group(1))));
        return particulars;
    }

    private static List<String> codesIn(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> pattern.matcher(text(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties messages(String language) {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages_" + language + ".properties"))) {
            messages.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }
}
