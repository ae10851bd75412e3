package yingbao.platform.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids of RFC 9562 version 7: ordered by the millisecond they were made in, so that indexes grow at one end. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Uuid7() {}

    /** A new id of the given moment. */
    public static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | VERSION | (RANDOM.nextInt() & 0x0fffL);
        long low = VARIANT | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
