package yingbao.platform.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of RFC 9562 version 7, each greater than the one made before it: the millisecond, then a counter in the twelve bits
 * that follow the version (method 1 of its section 6.2), so that indexes grow at one end and ids tell the order.
 */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Uuid7() {}

    /** A new id of the given moment, or of a later one where more than 4,096 are made in a millisecond. */
    public static UUID at(long epochMillis) {
        long ticks = LAST.updateAndGet(last -> Math.max(last + 1, epochMillis << COUNTER_BITS));
        long high = ((ticks >>> COUNTER_BITS) << 16) | VERSION | (ticks & COUNTER);
        return new UUID(high, VARIANT | (RANDOM.nextLong() >>> 2));
    }
}
