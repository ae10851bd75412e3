package yingbao.platform.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what must not lie open in the database: AES-256 in GCM with a fresh nonce each time; and makes blind indexes, by
 * which a sealed value is found again without opening any.
 */
@Component
public class Sealer {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int INDEX_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey sealing;
    private final SecretKey indexing;
    /** Looking an algorithm up takes longer than sealing a number by it, and neither may be used by two threads at once. */
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Sealer::newCipher);

    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);

    Sealer(@Value("${yingbao.key.sealing}") String sealing, @Value("${yingbao.key.indexing}") String indexing) {
        this.sealing = new SecretKeySpec(Base64.getDecoder().decode(sealing), "AES");
        this.indexing = new SecretKeySpec(Base64.getDecoder().decode(indexing), "HmacSHA256");
    }

    public byte[] seal(byte[] open) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(open);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] seal(String open) {
        return seal(open.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens what this key sealed.
     *
     * @throws IllegalStateException when it was changed, or another key sealed it
     */
    public byte[] open(byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new IllegalStateException("a sealed value of " + sealed.length + " bytes was cut off");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException(
                    "a sealed value does not open: changed, or sealed with another key", changed);
        }
    }

    public String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    /** A fingerprint that only this key makes; equal texts have equal ones. */
    public byte[] blindIndex(String open) {
        return Arrays.copyOf(macs.get().doFinal(open.getBytes(StandardCharsets.UTF_8)), INDEX_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = ciphers.get();
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexing);
            return mac;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
