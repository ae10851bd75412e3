package yingbao.policy.value;

import java.io.Serial;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses a text or a combination of parts that has no meaning as a value of this package.
 *
 * <p>The {@link #code()} is stable and is meant to be looked up in a table of texts; the {@link #args()} fill its
 * placeholders. Each parser documents its codes. The message is the code followed by the arguments, for logs.
 */
public final class ValueException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] args;

    /** A refusal with a stable code and what its message needs. */
    public ValueException(String code, Object... args) {
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        super(code + " " + List.of(texts));
        this.code = code;
        this.args = texts;
    }

    /** The stable name of the refusal: the value's name, a dot, and what was wrong, as in {@code money.decimals}. */
    public String code() {
        return code;
    }

    /** What the refusal's text mentions, in the order that the parser documents; never a whole citizen number. */
    public List<String> args() {
        return List.of(args);
    }
}
