package yingbao.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What shows that keys are those with which a database was begun, without telling anything of them. With other keys
 * nothing sealed could be opened, and citizens who are registered would be taken for new ones.
 */
public final class KeyProof {
    private static final String HMAC = "HmacSHA256";
    private static final String TEXT = "yingbao";

    private final Database database;
    private final byte[] sealing;
    private final byte[] indexing;

    private KeyProof(Database database, Secrets secrets) {
        this.database = database;
        this.sealing = proof(secrets.encryptionKey());
        this.indexing = proof(secrets.blindIndexKey());
    }

    private static byte[] proof(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(TEXT.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Compares the keys with those of a database; one that is new, or was never served by a release that leaves a
     * proof, fits any.
     *
     * @throws DatabaseProblem if they are other keys
     */
    public static void check(Database database, Secrets secrets) {
        KeyProof own = new KeyProof(database, secrets);
        if (!own.left().orElse(true)) {
            throw new DatabaseProblem("database.keys-foreign", secrets.file(), database.url());
        }
    }

    /** Leaves the proof, where none is, in the tables that are up to date now. */
    public static void leave(Database database, Secrets secrets) {
        new KeyProof(database, secrets).leave();
    }

    /** Whether the proof that was left is that of these keys; nothing where none was left. */
    private Optional<Boolean> left() {
        try (Connection connection = Database.connect(database.url(), database.owner());
                Statement statement = connection.createStatement()) {
            if (!Roles.isThere(connection, "select where to_regclass(?) is not null", "kernel.key_proof")) {
                return Optional.empty();
            }
            try (ResultSet row = statement.executeQuery("select sealing, indexing from kernel.key_proof")) {
                return row.next()
                        ? Optional.of(MessageDigest.isEqual(sealing, row.getBytes(1))
                                && MessageDigest.isEqual(indexing, row.getBytes(2)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    private void leave() {
        try (Connection connection = Database.connect(database.url(), database.owner());
                PreparedStatement statement = connection.prepareStatement(
                        "insert into kernel.key_proof (sealing, indexing) values (?, ?) on conflict do nothing")) {
            statement.setBytes(1, sealing);
            statement.setBytes(2, indexing);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    private DatabaseProblem refused(SQLException failed) {
        return new DatabaseProblem("database.sql", database.url(), DatabaseProblem.reason(failed)).because(failed);
    }
}
