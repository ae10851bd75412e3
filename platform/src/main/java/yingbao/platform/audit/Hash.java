package yingbao.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of a link: SHA-256 over the hash before it, its position, and every field of its entry with its length in
 * front.
 *
 * @param hex 64 hexadecimal digits
 */
record Hash(String hex) {
    private static final int BYTES = 32;

    /** What the first link follows. */
    static final Hash BEGINNING = new Hash("00".repeat(BYTES));

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The hash of the next link. */
    Hash then(long position, Entry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes());
            for (Object field : List.of(
                    position,
                    entry.id(),
                    entry.at(),
                    entry.on(),
                    entry.actorId(),
                    entry.actorName(),
                    entry.action(),
                    entry.subject(),
                    entry.subjectId(),
                    entry.areaCode(),
                    entry.detail())) {
                byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return new Hash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
