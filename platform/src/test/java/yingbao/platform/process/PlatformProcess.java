package yingbao.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yingbao.platform.Platform;
import yingbao.platform.database.Database;
import yingbao.platform.database.EmbeddedPostgres;

/** {@code yingbao up} in a process of its own, with its PostgreSQL below, both to be killed. */
final class PlatformProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String UP = "应保已启动";

    private final Path data;
    private final Path log;
    private final int port;
    private final Process process;

    private PlatformProcess(Path data, Path log, int port, Process process) {
        this.data = data;
        this.log = log;
        this.port = port;
        this.process = process;
    }

    /** Starts it over a data folder; it is not ready yet. */
    static PlatformProcess start(Path data, Path log, String... options) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dyingbao.home=" + System.getProperty("yingbao.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Platform.class.getName(),
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        return new PlatformProcess(data, log, port, process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it says that it is up. */
    void awaitUp() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(UP)) {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            assertThat(System.nanoTime()).as(Files.readString(log)).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    /** The first answer that it gives at a path, asked from the moment on when it was started. */
    String firstAnswer(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    return client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body();
                } catch (ConnectException notYet) {
                    assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                    assertThat(System.nanoTime()).as(Files.readString(log)).isLessThan(deadline);
                    Thread.sleep(1);
                }
            }
        }
    }

    /** Waits until a question to its database is answered with yes. */
    void awaitTrue(String question) throws IOException, InterruptedException, SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!"t".equals(ask(question).orElse(""))) {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            assertThat(System.nanoTime()).as(Files.readString(log)).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    /** The one value that a question to its database is answered with, asked as the owner. */
    Optional<String> ask(String question) throws SQLException {
        Optional<Database> database = EmbeddedPostgres.running(data);
        if (database.isEmpty()) {
            return Optional.empty();
        }
        Database.Login owner = database.get().owner();
        try (Connection connection = DriverManager.getConnection(database.get().url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    /** What {@code kill -9} does to the platform and to every process of its PostgreSQL. */
    void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        Path pidFile = data.resolve("db/postmaster.pid");
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            Optional<ProcessHandle> postmaster = ProcessHandle.of(pid);
            List<ProcessHandle> children =
                    postmaster.map(found -> found.children().toList()).orElse(List.of());
            postmaster.ifPresent(ProcessHandle::destroyForcibly);
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
