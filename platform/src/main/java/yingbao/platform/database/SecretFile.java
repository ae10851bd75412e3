package yingbao.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of lines {@code name=value} that only their owner may read, each value 32 random bytes in Base64. */
final class SecretFile {
    static final int LENGTH_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretFile() {}

    /** The values of a file, which is made with fresh ones if it is not there. Two who make it at once get the same. */
    static Map<String, String> readOrCreate(Path folder, String name, List<String> names) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(folder, file, names);
            }
        } catch (IOException failed) {
            throw new DatabaseProblem("database.folder-unwritable", file, DatabaseProblem.reason(failed))
                    .because(failed);
        }
        return read(file, names);
    }

    /** The values of a file. */
    static Map<String, String> read(Path file, List<String> names) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int sign = line.indexOf('=');
                if (sign > 0) {
                    values.put(
                            line.substring(0, sign).strip(),
                            line.substring(sign + 1).strip());
                }
            }
        } catch (NoSuchFileException missing) {
            throw new DatabaseProblem("database.secrets-missing", file).because(missing);
        } catch (IOException failed) {
            throw new DatabaseProblem("database.secrets-unreadable", file, DatabaseProblem.reason(failed))
                    .because(failed);
        }
        for (String name : names) {
            if (!values.containsKey(name)) {
                throw new DatabaseProblem("database.secrets-broken", file, name);
            }
        }
        return values;
    }

    private static void create(Path folder, Path file, List<String> names) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append(name).append('=').append(random()).append('\n'));
        Path draft = Files.createTempFile(
                folder,
                "." + file.getFileName(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
            // A link, unlike a renaming, never replaces the file of someone who was faster.
            Files.createLink(file, draft);
            sync(folder);
        } catch (FileAlreadyExistsException faster) {
            System.getLogger(SecretFile.class.getName()).log(System.Logger.Level.DEBUG, "made by another", faster);
        } finally {
            Files.delete(draft);
        }
    }

    /** Makes the names in a folder outlive a power cut: encrypted data must not survive its key. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    private static String random() {
        byte[] bytes = new byte[LENGTH_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
