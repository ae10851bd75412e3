package yingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is written. */
class DataFolderTest {
    @TempDir
    private Path temporary;

    private static void assertRefused(String code, ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        DatabaseProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.createFile(temporary.resolve("data"));

        assertRefused("database.folder-is-file", () -> EmbeddedPostgres.start(file));
    }

    @Test
    void a_folder_of_other_things_is_left_as_it_is() throws IOException {
        Files.createFile(temporary.resolve("家庭.xlsx"));

        assertRefused("database.folder-foreign", () -> EmbeddedPostgres.start(temporary));
        try (var entries = Files.list(temporary)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void whoever_looks_where_nothing_was_kept_is_told_so_and_nothing_is_made() {
        Path mistyped = temporary.resolve("date");

        assertRefused("database.folder-empty", () -> EmbeddedPostgres.requireKept(mistyped));
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void a_freshly_mounted_disk_is_an_empty_folder() throws IOException {
        Files.createDirectory(temporary.resolve("lost+found"));

        assertThat(DataFolder.open(temporary).path()).isEqualTo(temporary.toRealPath());
    }

    @Test
    void a_damaged_data_directory_is_not_written_over() throws IOException {
        Path kept = Files.createDirectories(temporary.resolve("db/base")).resolve("1");
        Files.createFile(kept);

        assertRefused("database.no-cluster", () -> EmbeddedPostgres.start(temporary));
        assertThat(kept).exists();
    }

    @Test
    void roots_server_that_cannot_reach_its_folder_says_which_one_bars_the_way() throws IOException {
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder folder = DataFolder.open(closed.resolve("data"));
        ServerUser user = ServerUser.of(folder);

        if (user.prefix().isEmpty()) {
            user.enter(folder);
        } else {
            String bar = closed.toRealPath().toString();
            assertThatThrownBy(() -> user.enter(folder))
                    .isInstanceOfSatisfying(
                            DatabaseProblem.class,
                            problem -> assertThat(problem.args())
                                    .containsExactly(folder.path().toString(), bar, Integer.toString(user.uid())));
        }
    }

    @Test
    void a_system_without_programs_of_its_own_is_named() {
        assertThat(Programs.archive("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertRefused("database.no-programs", () -> Programs.archive("Linux", "loongarch64"));
        assertRefused("database.no-programs", () -> Programs.archive("Windows 11", "amd64"));
    }
}
