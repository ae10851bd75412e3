package yingbao.platform.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Today;

/** One-time codes of RFC 6238, six digits every thirty seconds, as any authenticator on a phone makes them. */
@Component
class OneTimeCodes {
    private static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String ISSUER = "应保";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
    private final SecureRandom random = new SecureRandom();
    private final Sealer sealer;
    private final Today today;

    OneTimeCodes(Sealer sealer, Today today) {
        this.sealer = sealer;
        this.today = today;
    }

    /** A new secret, sealed. */
    byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return sealer.seal(Base64.getEncoder().encodeToString(secret));
    }

    /** Whether a code is the present one, the one before or the one after; clocks of phones are never quite right. */
    boolean fits(byte[] sealedSecret, String code) {
        Instant now = today.clock();
        String typed = code.strip();
        return typed.equals(at(sealedSecret, now))
                || typed.equals(at(sealedSecret, now.minus(STEP)))
                || typed.equals(at(sealedSecret, now.plus(STEP)));
    }

    /** The present code. */
    String now(byte[] sealedSecret) {
        return at(sealedSecret, today.clock());
    }

    private String at(byte[] sealedSecret, Instant moment) {
        try {
            SecretKeySpec key = new SecretKeySpec(secret(sealedSecret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, moment, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] secret(byte[] sealedSecret) {
        return Base64.getDecoder().decode(sealer.openText(sealedSecret));
    }

    /** The secret as the address that authenticators understand, {@code otpauth://totp/…}. */
    String uri(byte[] sealedSecret, String login) {
        String issuer = URLEncoder.encode(ISSUER, StandardCharsets.UTF_8);
        return "otpauth://totp/" + issuer + ":" + login + "?secret=" + typed(sealedSecret) + "&issuer=" + issuer;
    }

    /** The secret as people type it into an authenticator, in base 32. */
    String typed(byte[] sealedSecret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : secret(sealedSecret)) {
            held = (held << 8) | (next & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
        }
        return text.toString();
    }
}
