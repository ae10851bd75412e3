package yingbao.policy.batch;

import java.io.Serial;

/** An expression that has no compiled form; the message says why and where in its source. */
final class Uncompilable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param code what is not supported
     * @param at offset in the source of the expression
     */
    Uncompilable(String code, int at) {
        super(code + " at " + at);
    }
}
