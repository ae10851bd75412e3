package yingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in its folder: all tests but those of wrong folders use one folder, which each finds and leaves stopped. */
class EmbeddedPostgresTest {
    @TempDir
    private static Path folder;

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = Database.connect(database.url(), database.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Database database, Database.Login login, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = Database.connect(database.url(), login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String text(Database database, String sql) throws SQLException {
        return texts(database, database.owner(), sql).getFirst();
    }

    private static ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(folder.resolve("db/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** A child that has committed a row; the table is emptied first. */
    private static Process childAtWork() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            run(postgres.database(), "drop table if exists public.kept");
        }
        Process child = ChildPlatform.start(folder);
        assertThat(firstLine(child)).isEqualTo(ChildPlatform.READY);
        return child;
    }

    private static String firstLine(Process child) throws IOException {
        BufferedReader said = child.inputReader();
        return String.valueOf(said.readLine());
    }

    private static void assertOnlyTheCommittedRowIsThere() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(texts(postgres.database(), postgres.database().owner(), "select id from public.kept"))
                    .containsExactly("1");
        }
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws SQLException {
        String url;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            url = postgres.database().url();
            run(postgres.database(), "create table public.restart as select '张三' as name");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(text(postgres.database(), "select name from public.restart"))
                    .isEqualTo("张三");
            assertThat(postgres.database().url()).as("the port stays").isEqualTo(url);
        }
    }

    @Test
    void it_writes_durably_and_checks_its_pages() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(text(postgres.database(), "show " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void it_listens_to_this_machine_only_and_lets_nobody_in_without_a_password() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            Database database = postgres.database();
            assertThat(text(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            Database.Login guessed = new Database.Login(database.application().user(), "guessed");
            assertThatThrownBy(() -> texts(database, guessed, "select 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void the_application_is_bound_by_row_level_security_and_makes_no_tables() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            Database database = postgres.database();
            assertThat(texts(
                            database,
                            database.application(),
                            "select current_user || ' ' || rolsuper || ' ' || rolbypassrls from pg_roles"
                                    + " where rolname = current_user"))
                    .containsExactly("yingbao_app false false");
            assertThatThrownBy(() -> texts(database, database.application(), "create table public.mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void chinese_is_known_and_sorted_by_sound() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(text(
                            postgres.database(),
                            "select string_agg(name, '' order by name) from unnest(array['张', '李', '白']) as name"))
                    .isEqualTo("白李张");
            run(postgres.database(), "create extension if not exists pg_trgm");
            assertThat(text(postgres.database(), "select show_trgm('张三')::text"))
                    .as("the letters of plain C are ASCII only")
                    .isNotEqualTo("{}");
        }
    }

    @Test
    void the_programs_are_of_the_version_their_folder_says() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(text(postgres.database(), "show server_version")).isEqualTo(Programs.VERSION);
            assertThat(folder.resolve("postgres").resolve(Programs.VERSION).resolve("bin/postgres"))
                    .isExecutable();
        }
    }

    @Test
    void the_passwords_are_for_their_owner_only() throws IOException {
        EmbeddedPostgres.start(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/passwords"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_killed_server_loses_nothing_that_was_committed() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            run(postgres.database(), "create table public.survivor as select 42 as id");
            ProcessHandle server = server();
            server.destroyForcibly();
            server.onExit().get(30, TimeUnit.SECONDS);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(text(postgres.database(), "select id from public.survivor"))
                    .isEqualTo("42");
        }
    }

    @Test
    void the_next_start_takes_over_from_a_killed_process() throws Exception {
        Process child = childAtWork();
        ProcessHandle orphan = server();

        child.destroyForcibly().waitFor();

        assertThat(orphan.isAlive()).as("the server outlives its process").isTrue();
        assertOnlyTheCommittedRowIsThere();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(text(postgres.database(), "select 1")).isEqualTo("1");
            assertThat(server()).isNotEqualTo(orphan);
        }
    }

    @Test
    void the_next_start_takes_over_when_process_and_server_are_killed() throws Exception {
        Process child = childAtWork();
        ProcessHandle server = server();

        child.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);

        assertOnlyTheCommittedRowIsThere();
    }

    @Test
    void an_interrupted_process_stops_its_server() throws Exception {
        Process child = childAtWork();

        new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
        child.waitFor();

        assertThat(folder.resolve("db/postmaster.pid")).doesNotExist();
        assertOnlyTheCommittedRowIsThere();
    }

    @Test
    void a_pid_file_that_names_a_strange_process_is_no_obstacle() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    folder.resolve("db/postmaster.pid"), stranger.pid() + "\n" + folder.resolve("db") + "\n1\n5432\n");

            EmbeddedPostgres.start(folder).close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_second_platform_on_the_folder_is_refused_with_the_first_ones_number() throws Exception {
        Process child = childAtWork();
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOfSatisfying(DatabaseProblem.class, problem -> {
                        assertThat(problem.code()).isEqualTo("database.folder-locked");
                        assertThat(problem.args()).containsExactly(real(folder), Long.toString(child.pid()));
                    });
            assertThat(child.isAlive()).isTrue();
        } finally {
            child.destroy();
            child.waitFor();
        }
    }

    @Test
    void a_refused_start_in_the_same_process_does_not_open_the_folder_to_others() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).hasMessageContaining("database.folder-locked");

            Process child = ChildPlatform.start(folder);
            assertThat(firstLine(child))
                    .contains(
                            "database.folder-locked",
                            Long.toString(ProcessHandle.current().pid()));
            assertThat(text(postgres.database(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_port_taken_by_another_is_left_to_him() throws Exception {
        EmbeddedPostgres.start(folder).close();
        int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        try (var other = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(other.isBound()).isTrue();
            assertThat(postgres.database().url()).doesNotContain(":" + port + "/");
        }
    }

    @Test
    void what_a_killed_unpacking_and_a_killed_initdb_left_is_cleared_away(@TempDir Path fresh) throws Exception {
        Files.createFile(fresh.resolve("lock"));
        Files.createDirectories(fresh.resolve("postgres/" + Programs.VERSION + ".new/bin"));
        Files.createDirectories(fresh.resolve("db.new/db/base"));

        EmbeddedPostgres.start(fresh).close();

        assertThat(fresh.resolve("db/PG_VERSION")).exists();
        assertThat(fresh.resolve("db.new")).doesNotExist();
        assertThat(fresh.resolve("postgres/" + Programs.VERSION + ".new")).doesNotExist();
    }

    @Test
    void lost_passwords_are_said_to_be_lost() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Path passwords = folder.resolve("secrets/passwords");
        String kept = Files.readString(passwords);
        Files.delete(passwords);
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOfSatisfying(
                            DatabaseProblem.class,
                            problem -> assertThat(problem.code()).isEqualTo("database.password-lost"));
            assertThat(folder.resolve("db/postmaster.pid")).doesNotExist();
        } finally {
            Files.writeString(passwords, kept);
        }
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void a_server_that_does_not_start_says_why() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Path settings = folder.resolve("db/postgresql.conf");
        String kept = Files.readString(settings);
        Files.writeString(settings, kept + "\nwork_mem = plenty\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOfSatisfying(DatabaseProblem.class, problem -> {
                        assertThat(problem.code()).isEqualTo("database.start-failed");
                        assertThat(problem.args().getLast()).contains("work_mem");
                    });
        } finally {
            Files.writeString(settings, kept);
        }
        EmbeddedPostgres.start(folder).close();
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
