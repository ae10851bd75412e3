package yingbao.platform.database;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The keys of encrypted columns and of their blind indexes, 32 bytes each.
 *
 * <p>They are made once, in {@code <data>/secrets/keys}, or come from the file that {@code YINGBAO_KEY_FILE} names, which
 * has the same two lines {@code encryption-key=…} and {@code blind-index-key=…} with Base64. Whoever loses them loses
 * the encrypted columns: a backup of the database is worth nothing without them, and must not lie beside them.
 */
public final class Secrets {
    private static final String FILE = "keys";
    private static final String ENCRYPTION_KEY = "encryption-key";
    private static final String BLIND_INDEX_KEY = "blind-index-key";
    private static final List<String> NAMES = List.of(ENCRYPTION_KEY, BLIND_INDEX_KEY);

    private final Path file;
    private final byte[] encryptionKey;
    private final byte[] blindIndexKey;

    private Secrets(Path file, byte[] encryptionKey, byte[] blindIndexKey) {
        this.file = file;
        this.encryptionKey = encryptionKey;
        this.blindIndexKey = blindIndexKey;
    }

    /** The keys of a data folder, or of {@code YINGBAO_KEY_FILE} in this process's environment. */
    public static Secrets in(Path dataFolder) {
        return in(dataFolder, System.getenv());
    }

    /**
     * The keys of a data folder, or of the file that the environment names.
     *
     * @param dataFolder made if it is not there, but left alone if {@code YINGBAO_KEY_FILE} is set
     * @param environment the process's variables
     * @throws DatabaseProblem if the folder is another's or cannot be written, or a key is missing or no key
     */
    public static Secrets in(Path dataFolder, Map<String, String> environment) {
        String named = environment.getOrDefault("YINGBAO_KEY_FILE", "");
        if (!named.isBlank()) {
            return of(Path.of(named), SecretFile.read(Path.of(named), NAMES));
        }
        Path folder = DataFolder.open(dataFolder).secrets();
        return of(folder.resolve(FILE), SecretFile.readOrCreate(folder, FILE, NAMES));
    }

    private static Secrets of(Path file, Map<String, String> values) {
        return new Secrets(file, key(file, ENCRYPTION_KEY, values), key(file, BLIND_INDEX_KEY, values));
    }

    private static byte[] key(Path file, String name, Map<String, String> values) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(values.getOrDefault(name, ""));
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != SecretFile.LENGTH_BYTES) {
            throw new DatabaseProblem("database.key-broken", file, name, SecretFile.LENGTH_BYTES);
        }
        return key;
    }

    /** Where they are kept. */
    Path file() {
        return file;
    }

    /** The key that encrypts personal data, 32 bytes. */
    public byte[] encryptionKey() {
        return encryptionKey.clone();
    }

    /** The key of the blind indexes by which encrypted data is looked up, 32 bytes. */
    public byte[] blindIndexKey() {
        return blindIndexKey.clone();
    }
}
