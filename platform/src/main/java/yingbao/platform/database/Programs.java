package yingbao.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, which come along as an archive on the class path. */
final class Programs {
    /** The version of the archive; a test compares it with what the server itself says. */
    static final String VERSION = "18.6";

    private static final int EXECUTABLE = 0100;

    private Programs() {}

    /** The folder with {@code bin}, {@code lib} and {@code share} of this version, unpacked whole or not at all. */
    static Path unpacked(DataFolder folder) {
        Path programs = folder.programs().resolve(VERSION);
        if (Files.isDirectory(programs)) {
            return programs;
        }
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path draft = folder.programs().resolve(VERSION + ".new");
        try (InputStream packed = Programs.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new DatabaseProblem("database.no-programs", archive);
            }
            DataFolder.delete(draft);
            unpack(packed, draft);
            open(folder.programs());
            return Files.move(draft, programs, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new DatabaseProblem("database.folder-unwritable", draft, DatabaseProblem.reason(failed))
                    .because(failed);
        }
    }

    /** The archive's name for an operating system and a processor, as the JVM calls them. */
    static String archive(String system, String processor) {
        String known = system.toLowerCase(Locale.ROOT).startsWith("linux") ? processor : "";
        return switch (known) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default -> throw new DatabaseProblem("database.no-programs", system + " " + processor);
        };
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        open(Files.createDirectories(target));
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target) || path.equals(target)) {
            throw new IOException(entry.getName());
        }
        Path relative = target.relativize(path);
        int folders = relative.getNameCount() - (entry.isDirectory() ? 0 : 1);
        folders(target, relative, folders);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & EXECUTABLE) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** The first few folders of a path, made as far as they are not there. */
    private static void folders(Path target, Path relative, int count) throws IOException {
        Path folder = target;
        for (int index = 0; index < count; index++) {
            folder = folder.resolve(relative.getName(index));
            if (!Files.isDirectory(folder)) {
                open(Files.createDirectory(folder));
            }
        }
    }

    /** Lets the server's user in, whatever mask this process has. */
    static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
