package yingbao.policy.batch;

import java.io.Serial;
import java.util.List;

/** An expression that has no compiled form. */
final class Uncompilable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int at;
    private final transient List<String> args;

    /**
     * Refuses.
     *
     * @param code what is not supported, for the messages
     * @param at offset in the source of the expression
     */
    Uncompilable(String code, int at, String... args) {
        super(code + " at " + at + " " + String.join(" ", args));
        this.code = code;
        this.at = at;
        this.args = List.of(args);
    }

    String code() {
        return code;
    }

    int at() {
        return at;
    }

    List<String> args() {
        return args;
    }
}
