package yingbao.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that holds all the platform keeps, and where in it the server's things lie.
 *
 * @param path absolute, links resolved
 */
record DataFolder(Path path) {
    private static final String DATABASE = "db";
    private static final String LOCK = "lock";
    private static final String SECRETS = "secrets";

    /** The root of a mounted disk has this in it from the start. */
    private static final Set<String> NOBODYS = Set.of("lost+found");

    /**
     * The folder, made if it is not there.
     *
     * @throws DatabaseProblem if it is no folder, holds another's files, or cannot be written
     */
    static DataFolder open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new DatabaseProblem("database.folder-is-file", path);
        }
        try {
            Path real = Files.createDirectories(path).toRealPath();
            try (Stream<Path> entries = Files.list(real)) {
                List<String> names =
                        entries.map(entry -> entry.getFileName().toString()).toList();
                boolean ours =
                        names.isEmpty() || Stream.of(DATABASE, LOCK, SECRETS).anyMatch(names::contains);
                if (!ours && !NOBODYS.containsAll(names)) {
                    throw new DatabaseProblem("database.folder-foreign", real);
                }
            }
            return new DataFolder(real);
        } catch (IOException failed) {
            throw new DatabaseProblem("database.folder-unwritable", path, DatabaseProblem.reason(failed))
                    .because(failed);
        }
    }

    boolean isKept() {
        return Files.isDirectory(cluster());
    }

    /** Who holds it is the one platform that may work here. */
    Path lock() {
        return path.resolve(LOCK);
    }

    /** The folder of keys and passwords. */
    Path secrets() {
        return path.resolve(SECRETS);
    }

    /** The programs of every version of the server that has run here, a folder each. */
    Path programs() {
        return path.resolve("postgres");
    }

    /** What PostgreSQL calls the data directory. */
    Path cluster() {
        return path.resolve(DATABASE);
    }

    /** Where the data directory is made before it takes its place. */
    Path clusterInTheMaking() {
        return path.resolve(DATABASE + ".new");
    }

    /** Where the server writes what it has to say. */
    Path logs() {
        return path.resolve("log");
    }

    /** The port of the last run, kept so that an administrator's tools find the server again. */
    Path port() {
        return path.resolve("port");
    }

    /** Deletes a file, or a folder with all that is in it, if it is there. */
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(path)) {
                for (Path entry : entries.toList()) {
                    delete(entry);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
