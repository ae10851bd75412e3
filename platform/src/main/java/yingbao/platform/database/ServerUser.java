package yingbao.platform.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The user of the operating system that the server runs as: ourselves, but for root, as whom PostgreSQL refuses to run.
 *
 * @param uid the user's number
 * @param prefix what comes before a command to run it as that user
 */
record ServerUser(int uid, List<String> prefix) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /** How a command ended. */
    record Outcome(int exit, String output) {}

    /** Whoever owns the data already, so that a folder begun by somebody stays his when root starts it once. */
    static ServerUser of(DataFolder folder) throws IOException {
        int me = owner(Path.of("/proc/self"));
        if (me != ROOT) {
            return new ServerUser(me, List.of());
        }
        int of = Files.exists(folder.cluster()) ? owner(folder.cluster()) : NOBODY;
        int uid = of == ROOT ? NOBODY : of;
        boolean able = Arrays.stream(searchPath().split(File.pathSeparator))
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, "setpriv")));
        if (!able) {
            throw new DatabaseProblem("database.no-setpriv");
        }
        return new ServerUser(uid, List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static String searchPath() {
        return System.getenv().getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    }

    /** Makes a file or folder this user's. */
    void give(Path path) throws IOException {
        if (!prefix.isEmpty()) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", uid);
        }
    }

    /**
     * Lets this user reach the data folder: the folder itself is opened for passing through, those above are not ours.
     *
     * @throws DatabaseProblem naming the folder above that bars the way
     */
    void enter(DataFolder folder) throws IOException {
        if (prefix.isEmpty()) {
            return;
        }
        Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(folder.path()));
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(folder.path(), permissions);
        }
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "for folder; do [ -x \"$folder\" ] || { echo \"$folder\"; exit 1; }; done", "sh"));
        Path way = folder.path().getRoot();
        for (Path step : folder.path()) {
            way = way.resolve(step);
            command.add(way.toString());
        }
        Outcome outcome = run(Path.of("/"), command);
        if (outcome.exit() != 0) {
            throw new DatabaseProblem("database.folder-barred", folder.path(), outcome.output(), uid);
        }
    }

    /** Runs a command to its end. It sees nothing of our environment, where a PGPORT or PGDATA would mislead it. */
    Outcome run(Path in, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole).directory(in.toFile()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", searchPath(), "LC_ALL", "C"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output.strip());
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
