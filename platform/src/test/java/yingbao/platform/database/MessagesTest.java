package yingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yingbao.policy.Messages;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/yingbao/platform/database");
    private static final String BUNDLE = "yingbao.platform.database.messages";
    private static final Pattern CODE = Pattern.compile("\"(database\\.[a-z-]+)\"");
    private static final Pattern PARTICULAR = Pattern.compile("\\{\\d}");

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> particulars(String message) {
        return new TreeSet<>(
                PARTICULAR.matcher(message).results().map(MatchResult::group).toList());
    }

    @Test
    void every_problem_has_a_message_in_both_languages_and_every_message_a_problem() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(bundle(Locale.CHINESE).keySet()).isEqualTo(codes);
        assertThat(bundle(Locale.ENGLISH).keySet()).isEqualTo(codes);
    }

    @Test
    void both_languages_mention_the_same_particulars() {
        for (String code : bundle(Locale.CHINESE).keySet()) {
            assertThat(particulars(bundle(Locale.ENGLISH).getString(code)))
                    .as(code)
                    .isEqualTo(particulars(bundle(Locale.CHINESE).getString(code)));
        }
    }

    @Test
    void a_message_names_what_it_is_about() {
        DatabaseProblem problem = new DatabaseProblem("database.folder-locked", "/srv/yingbao", 4711);
        assertThat(new Messages(Locale.CHINESE, List.of(BUNDLE))
                        .text(problem.code(), problem.args().toArray()))
                .contains("/srv/yingbao", "进程号 4711");
    }
}
