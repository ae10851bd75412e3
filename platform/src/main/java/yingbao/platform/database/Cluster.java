package yingbao.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yingbao.platform.database.ServerUser.Outcome;

/** A data directory of PostgreSQL and the server over it. Whoever uses this holds the folder's lock. */
final class Cluster {
    static final String SUPERUSER = "postgres";

    private static final System.Logger LOG = System.getLogger(Cluster.class.getName());

    /**
     * What the new data directory's {@code postgresql.conf} says beyond PostgreSQL's own, durable, defaults; the
     * administrator may change it there. Sized for two cores shared with the platform.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("shared_buffers", "512MB"),
            Map.entry("effective_cache_size", "4GB"),
            Map.entry("work_mem", "32MB"),
            Map.entry("maintenance_work_mem", "256MB"),
            Map.entry("min_wal_size", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            // Twenty users share two cores; and parallel workers need more of /dev/shm than containers have.
            Map.entry("max_parallel_workers_per_gather", "0"),
            // The query of a platform that was killed should not go on for hours.
            Map.entry("client_connection_check_interval", "5s"),
            Map.entry("timezone", "Asia/Shanghai"),
            Map.entry("log_timezone", "Asia/Shanghai"),
            // Details of an error and texts of statements hold personal data.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private static final int ATTEMPTS = 3;
    private static final int LOG_MAX_BYTES = 16 * 1024 * 1024;
    private static final int TAIL_LINES = 6;
    private static final int ORPHAN_CHECKS = 100;
    private static final int ORPHAN_PAUSE_MS = 100;

    private final DataFolder folder;
    private final Path bin;
    private final ServerUser user;

    Cluster(DataFolder folder, Path programs, ServerUser user) {
        this.folder = folder;
        this.bin = programs.resolve("bin");
        this.user = user;
    }

    /** Makes the data directory if it is not there. It is made aside, so that a killed run leaves nothing half. */
    void initialise(String superuserPassword) throws IOException {
        Path draft = folder.clusterInTheMaking();
        killThoseIn(List.of(draft, draft.resolve("db")));
        DataFolder.delete(draft);
        if (Files.exists(folder.cluster())) {
            if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) {
                throw new DatabaseProblem("database.no-cluster", folder.cluster());
            }
            return;
        }
        LOG.log(System.Logger.Level.INFO, "Making the database in {0}", folder.cluster());
        var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectory(draft);
        Path password = Files.createFile(draft.resolve("password"), secret);
        Files.writeString(password, superuserPassword + "\n");
        user.give(password);
        user.give(draft);
        List<String> command = new ArrayList<>(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + draft.resolve("db"),
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Order is ICU's; what is a letter is libc's, where plain C knows no Chinese character.
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=zh-CN",
                "--data-checksums",
                "--no-instructions"));
        SETTINGS.forEach((name, value) -> command.add("--set=" + name + "=" + value));
        Outcome outcome = user.run(draft, command);
        if (outcome.exit() != 0) {
            throw new DatabaseProblem("database.initdb-failed", tail(outcome.output()));
        }
        Files.move(draft.resolve("db"), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        SecretFile.sync(folder.path());
        DataFolder.delete(draft);
    }

    /**
     * Starts the server on 127.0.0.1, where it keeps its port as long as nobody else takes it. A server that a killed
     * run left is stopped first: its sessions, locks and settings are not ours.
     *
     * @param overrides settings for this run only
     * @return the port
     */
    int start(Map<String, String> overrides) throws IOException {
        stopOrphan();
        Path log = Files.createDirectories(folder.logs()).resolve("postgres.log");
        user.give(folder.logs());
        if (Files.exists(log) && Files.size(log) > LOG_MAX_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        long seen = Files.exists(log) ? Files.size(log) : 0;
        String said = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort(attempt == 0 ? lastPort() : 0);
            StringBuilder options = new StringBuilder("-p " + port);
            options.append(" -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
            overrides.forEach((name, value) -> options.append(" -c ").append(name + "=" + value));
            Outcome outcome = control("start", "--log=" + log, "--timeout=600", "--options=" + options);
            if (outcome.exit() == 0) {
                Files.writeString(folder.port(), port + "\n");
                return port;
            }
            said = Files.exists(log) ? readFrom(log, seen) : outcome.output();
            if (!said.contains("could not bind")) {
                break;
            }
        }
        throw new DatabaseProblem("database.start-failed", log, tail(said));
    }

    /** Stops the server so that nothing is left to recover; open transactions are rolled back. */
    void stop() throws IOException {
        Outcome outcome = control("stop", "--mode=fast", "--timeout=60");
        if (outcome.exit() != 0) {
            LOG.log(System.Logger.Level.WARNING, "Stopping at once: {0}", outcome.output());
            control("stop", "--mode=immediate", "--timeout=60");
        }
    }

    private Outcome control(String verb, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(bin.resolve("pg_ctl").toString(), verb, "--silent", "--wait", "--pgdata=" + folder.cluster()));
        command.addAll(List.of(options));
        return user.run(Path.of("/"), command);
    }

    /**
     * Ends what a killed run left in the data directory, then removes its pid file: the number in it may by now be
     * another process's, which PostgreSQL would take for a living server.
     */
    private void stopOrphan() throws IOException {
        Path pidFile = folder.cluster().resolve("postmaster.pid");
        List<Long> orphans = processesIn(List.of(folder.cluster()));
        if (!orphans.isEmpty() && Files.exists(pidFile)) {
            String pid = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1)
                    .getFirst()
                    .strip();
            if (orphans.stream().anyMatch(orphan -> orphan.toString().equals(pid))) {
                LOG.log(System.Logger.Level.INFO, "Stopping the server of an earlier run, process {0}", pid);
                stop();
            }
        }
        // Without its postmaster no other server process may live on; PostgreSQL recovers from such an end.
        killThoseIn(List.of(folder.cluster()));
        Files.deleteIfExists(pidFile);
    }

    private void killThoseIn(List<Path> folders) throws IOException {
        List<Long> pids = processesIn(folders);
        for (int check = 0; !pids.isEmpty(); check++) {
            if (check == ORPHAN_CHECKS) {
                throw new DatabaseProblem("database.orphan-stays", pids, folder.path());
            }
            pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            try {
                Thread.sleep(ORPHAN_PAUSE_MS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
            pids = processesIn(folders);
        }
    }

    /**
     * The processes that work in some folders: every process of a PostgreSQL server works in its data directory. The
     * server's own user asks, since root in a container may not look into another user's processes.
     */
    private List<Long> processesIn(List<Path> folders) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", """
                for cwd in /proc/[0-9]*/cwd; do
                    for folder; do
                        if [ "$cwd" -ef "$folder" ]; then cwd=${cwd#/proc/}; echo "${cwd%/cwd}"; break; fi
                    done
                done
                """, "sh"));
        folders.forEach(path -> command.add(path.toString()));
        return user.run(Path.of("/"), command)
                .output()
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    /** The port if it is free, otherwise any that is. */
    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw taken;
            }
            return freePort(0);
        }
    }

    private int lastPort() {
        try {
            return Integer.parseInt(Files.readString(folder.port()).strip());
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }

    private static String readFrom(Path log, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            channel.position(Math.min(position, channel.size()));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String tail(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
