package yingbao.platform.access;

import java.time.Instant;
import java.util.Optional;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/**
 * A user's account as the module keeps it.
 *
 * @param passwordHash Argon2id; empty until the invitation is taken up
 * @param codeSecret sealed secret of the one-time codes
 * @param mustChange whether the password was given to them and must be replaced
 * @param failures sign-ins that failed in a row
 */
record Account(
        UserId id,
        String login,
        String name,
        String role,
        AreaCode area,
        State state,
        Optional<String> passwordHash,
        Optional<byte[]> codeSecret,
        boolean mustChange,
        int failures,
        Optional<Instant> lockedUntil,
        Optional<Instant> lastSeenAt) {

    /** Where an account stands. */
    enum State {
        INVITED,
        ACTIVE,
        CLOSED
    }
}
