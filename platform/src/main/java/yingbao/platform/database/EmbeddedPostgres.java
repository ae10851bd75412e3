package yingbao.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yingbao.platform.database.Database.Login;

/**
 * The PostgreSQL server that comes along, running over the data folder until it is closed.
 *
 * <p>It listens on 127.0.0.1 only, asks for passwords, and writes durably. It runs apart from this process: a process
 * that is killed leaves it behind, and the next start in the same folder stops it before it starts afresh.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String DATABASE = "yingbao";

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final String PASSWORDS = "passwords";
    private static final String SUPERUSER_PASSWORD = "superuser";
    private static final String OWNER_PASSWORD = "owner";
    private static final String APPLICATION_PASSWORD = "application";

    private final Cluster cluster;
    private final FolderLock lock;
    private final Passwords passwords;
    private final String server;
    private boolean closed;

    private record Passwords(Login superuser, Login owner, Login application) {
        static Passwords of(DataFolder folder) {
            Map<String, String> values = SecretFile.readOrCreate(
                    folder.secrets(), PASSWORDS, List.of(SUPERUSER_PASSWORD, OWNER_PASSWORD, APPLICATION_PASSWORD));
            return new Passwords(
                    new Login(Cluster.SUPERUSER, values.getOrDefault(SUPERUSER_PASSWORD, "")),
                    new Login(Database.OWNER, values.getOrDefault(OWNER_PASSWORD, "")),
                    new Login(Database.APPLICATION, values.getOrDefault(APPLICATION_PASSWORD, "")));
        }
    }

    private EmbeddedPostgres(Cluster cluster, FolderLock lock, Passwords passwords, int port) {
        this.cluster = cluster;
        this.lock = lock;
        this.passwords = passwords;
        this.server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    /**
     * Starts the server over a data folder, which is filled the first time; stops it when this process ends.
     *
     * @param dataFolder made if it is not there
     * @throws DatabaseProblem if the folder is another's, is in use by a living platform, or the server does not start
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, EmbeddedPostgres::atExit);
    }

    /**
     * As {@link #start(Path)}, for those who have something to stop before the database.
     *
     * @param atShutdown takes the action that stops the server, to be run when everything that uses it is gone
     */
    public static EmbeddedPostgres start(Path dataFolder, Consumer<Runnable> atShutdown) {
        return start(dataFolder, atShutdown, Map.of());
    }

    static EmbeddedPostgres start(Path dataFolder, Consumer<Runnable> atShutdown, Map<String, String> overrides) {
        DataFolder folder = DataFolder.open(dataFolder);
        FolderLock lock = FolderLock.take(folder);
        boolean started = false;
        try {
            ServerUser user = ServerUser.of(folder);
            user.enter(folder);
            Passwords passwords = Passwords.of(folder);
            Cluster cluster = new Cluster(folder, Programs.unpacked(folder), user);
            cluster.initialise(passwords.superuser().password());
            int port = cluster.start(overrides);
            EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, lock, passwords, port);
            started = true;
            try {
                postgres.prepare(folder);
                atShutdown.accept(postgres::close);
            } catch (RuntimeException unprepared) {
                postgres.close();
                throw unprepared;
            }
            LOG.log(System.Logger.Level.INFO, "PostgreSQL {0} serves {1}", Programs.VERSION, postgres.server);
            return postgres;
        } catch (IOException failed) {
            throw new DatabaseProblem("database.folder-unwritable", folder.path(), DatabaseProblem.reason(failed))
                    .because(failed);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /**
     * Makes sure that a platform has kept its data in a folder; nothing is made.
     *
     * @throws DatabaseProblem if it has not
     */
    public static void requireKept(Path dataFolder) {
        if (!new DataFolder(dataFolder).isKept()) {
            throw new DatabaseProblem("database.folder-empty", dataFolder);
        }
    }

    /**
     * The database that a living platform serves from a folder; empty when none does. For those who only look into it.
     *
     * @throws DatabaseProblem if the folder is another's or its passwords cannot be read
     */
    public static Optional<Database> running(Path dataFolder) {
        DataFolder folder = DataFolder.open(dataFolder);
        try (FolderLock free = FolderLock.take(folder)) {
            LOG.log(System.Logger.Level.DEBUG, "nobody holds {0}", free);
            return Optional.empty();
        } catch (DatabaseProblem problem) {
            if (!problem.code().equals(FolderLock.LOCKED)) {
                throw problem;
            }
        }
        Passwords passwords = Passwords.of(folder);
        String server = "jdbc:postgresql://127.0.0.1:" + Cluster.lastPort(folder) + "/";
        return Optional.of(new Database(server + DATABASE, passwords.owner(), passwords.application()));
    }

    private static void atExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "stop-postgres"));
    }

    private void prepare(DataFolder folder) {
        try (Connection superuser = superuser()) {
            Roles.prepare(superuser, passwords.owner());
            Roles.prepare(superuser, passwords.application());
            Roles.prepareDatabase(superuser, DATABASE, "template1");
        } catch (SQLException failed) {
            if (DepartmentServer.LOGIN_REFUSED.equals(failed.getSQLState())) {
                throw new DatabaseProblem(
                                "database.password-lost",
                                folder.cluster(),
                                folder.secrets().resolve(PASSWORDS))
                        .because(failed);
            }
            throw new DatabaseProblem("database.sql", server, DatabaseProblem.reason(failed)).because(failed);
        }
    }

    /** A connection of the superuser, who alone makes and drops databases. */
    Connection superuser() throws SQLException {
        return Database.connect(server + "postgres", passwords.superuser());
    }

    /** How to reach one of the server's databases. */
    Database database(String name) {
        return new Database(server + name, passwords.owner(), passwords.application());
    }

    /** How to reach the platform's database. */
    public Database database() {
        return database(DATABASE);
    }

    /** Stops the server; open transactions are rolled back. Closing again does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            cluster.stop();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "The server may still run; the next start will stop it", failed);
        } finally {
            lock.close();
        }
    }
}
