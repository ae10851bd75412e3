package yingbao.platform.access;

import java.security.SecureRandom;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Refusal;

/** Makes and checks Argon2id hashes of passwords. */
@Component
class Passwords {
    private static final int LENGTH_MIN = 10;
    private static final int LENGTH_MAX = 128;
    private static final int DIFFERENT_MIN = 5;
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GIVEN_LENGTH = 14;

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = encoder.encode("nobody's password");

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean fits(String password, String hash) {
        return password.length() <= LENGTH_MAX && encoder.matches(password, hash);
    }

    /** Takes as long as a check, so that nobody learns from the time which logins exist. */
    void pretend(String password) {
        fits(password, nobodys);
    }

    /**
     * Refuses a password that is too easy.
     *
     * @throws Refusal {@code access.password-weak} (the least length, the least number of different characters)
     */
    void refuseWeak(String password, String login) {
        boolean fitting = password.length() >= LENGTH_MIN && password.length() <= LENGTH_MAX;
        boolean varied = password.chars().distinct().count() >= DIFFERENT_MIN;
        if (!fitting || !varied || password.contains(login)) {
            throw Refusal.at("/password", "access.password-weak", LENGTH_MIN, DIFFERENT_MIN);
        }
    }

    /** A password to be used once. */
    String once() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GIVEN_LENGTH; i++) {
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }
}
