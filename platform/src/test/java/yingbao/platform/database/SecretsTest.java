package yingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    private Secrets secrets() {
        return Secrets.in(folder, Map.of());
    }

    @Test
    void the_keys_are_made_once_and_differ() {
        Secrets first = secrets();
        Secrets again = secrets();

        assertThat(first.encryptionKey()).hasSize(32).isEqualTo(again.encryptionKey());
        assertThat(first.blindIndexKey()).hasSize(32).isEqualTo(again.blindIndexKey());
        assertThat(first.encryptionKey()).isNotEqualTo(first.blindIndexKey());
    }

    @Test
    void nobody_else_may_read_them() throws IOException {
        secrets();

        Path file = folder.resolve("secrets/keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
        try (var entries = Files.list(folder.resolve("secrets"))) {
            assertThat(entries).containsExactly(file);
        }
    }

    @Test
    void those_who_ask_at_once_get_the_same_keys() throws Exception {
        Set<String> keys = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<String> ask = () -> HexFormat.of().formatHex(secrets().encryptionKey());
            List<Future<String>> asked = threads.invokeAll(Collections.nCopies(8, ask));
            for (Future<String> key : asked) {
                keys.add(key.get());
            }
        }
        assertThat(keys).hasSize(1);
    }

    @Test
    void a_key_file_named_in_the_environment_is_used_instead() throws IOException {
        Secrets own = secrets();
        Path elsewhere = folder.resolve("secrets/keys");
        Path untouched = folder.resolve("other");

        Secrets named = Secrets.in(untouched, Map.of("YINGBAO_KEY_FILE", elsewhere.toString()));

        assertThat(named.encryptionKey()).isEqualTo(own.encryptionKey());
        assertThat(untouched).doesNotExist();
    }

    @Test
    void a_key_that_is_too_short_is_refused_with_its_name() throws IOException {
        secrets();
        Files.writeString(folder.resolve("secrets/keys"), "encryption-key=c2hvcnQ=\nblind-index-key=c2hvcnQ=\n");

        assertThatThrownBy(this::secrets).isInstanceOfSatisfying(DatabaseProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo("database.key-broken");
            assertThat(problem.args()).contains("encryption-key").doesNotContain("c2hvcnQ=");
        });
    }

    @Test
    void a_missing_key_is_never_replaced_by_a_new_one() throws IOException {
        secrets();
        Files.writeString(folder.resolve("secrets/keys"), "encryption-key=\n");

        assertThatThrownBy(this::secrets)
                .isInstanceOfSatisfying(
                        DatabaseProblem.class,
                        problem -> assertThat(problem.args()).contains("blind-index-key"));
        assertThat(folder.resolve("secrets/keys")).hasContent("encryption-key=\n");
    }
}
