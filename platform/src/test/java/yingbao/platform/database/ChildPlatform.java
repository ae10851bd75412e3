package yingbao.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A process of its own that serves a data folder, to be killed or interrupted by a test. */
final class ChildPlatform {
    static final String READY = "ready";

    private ChildPlatform() {}

    /** Starts it. It says {@link #READY} when a row is committed, or a problem's code. */
    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildPlatform.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Commits a row, leaves another uncommitted, and waits for what comes. */
    public static void main(String[] args) throws SQLException, InterruptedException {
        try {
            Database database = EmbeddedPostgres.start(Path.of(args[0])).database();
            try (Connection connection = Database.connect(database.url(), database.owner());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists public.kept (id int)");
                statement.execute("insert into public.kept values (1)");
                connection.setAutoCommit(false);
                statement.execute("insert into public.kept values (2)");
                System.out.println(READY);
                Thread.sleep(Long.MAX_VALUE);
            }
        } catch (DatabaseProblem problem) {
            System.out.println(problem.code() + " " + problem.args());
        }
    }
}
