package yingbao.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests, on one real server a JVM, which starts when the first is asked for.
 *
 * <p>The server's folder outlives the JVM, which saves the making of it; the databases do not. It is quicker than a
 * server of the product in one thing only: it does not wait for the disk.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int SERVERS_MAX = 8;

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            for (int number = 1; ; number++) {
                try {
                    EmbeddedPostgres postgres = EmbeddedPostgres.start(
                            Path.of("target", number == 1 ? "test-postgres" : "test-postgres-" + number),
                            action -> Runtime.getRuntime().addShutdownHook(new Thread(action)),
                            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
                    dropThoseOfEarlierRuns(postgres);
                    return postgres;
                } catch (DatabaseProblem problem) {
                    // Tests may run in an editor and on the command line at the same time.
                    if (!problem.code().equals("database.folder-locked") || number == SERVERS_MAX) {
                        throw problem;
                    }
                }
            }
        }

        private static void dropThoseOfEarlierRuns(EmbeddedPostgres postgres) {
            try (Connection superuser = postgres.superuser();
                    Statement statement = superuser.createStatement()) {
                List<String> names = new ArrayList<>();
                try (ResultSet rows =
                        statement.executeQuery("select datname from pg_database where starts_with(datname, 'test_')")) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                for (String name : names) {
                    Roles.execute(superuser, "drop database %I with (force)", name);
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** A fresh database with nothing in it. */
    public static Database fresh() {
        return copy("template1");
    }

    /**
     * A fresh database with all that another holds, such as one that has been migrated. Nobody may be connected to that.
     *
     * @param original got from this class
     */
    public static Database copyOf(Database original) {
        return copy(original.url().replaceFirst(".*/", ""));
    }

    private static Database copy(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection superuser = Server.POSTGRES.superuser()) {
            Roles.prepareDatabase(superuser, name, template);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Server.POSTGRES.database(name);
    }

    /** A connection as the server's superuser, for tests of what an administrator would do. */
    static Connection superuser() throws SQLException {
        return Server.POSTGRES.superuser();
    }
}
