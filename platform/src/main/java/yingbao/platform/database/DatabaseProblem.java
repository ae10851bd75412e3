package yingbao.platform.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The database cannot be had, or what lies beside it is not as it should be; nothing was left half-done.
 *
 * <p>The {@link #code()} is the key of a message in {@code messages_en.properties} beside this class, which the
 * {@link #args()} complete. The exception's own message is the code followed by the arguments, for logs. Neither ever
 * holds a password or a key.
 */
public final class DatabaseProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] args;

    DatabaseProblem(String code, Object... args) {
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        super(code + " " + List.of(texts));
        this.code = code;
        this.args = texts;
    }

    /** What a failure says of itself, for a reader of a message. */
    static String reason(Exception failure) {
        String text = Objects.requireNonNullElse(failure.getMessage(), "").strip();
        return failure instanceof SQLException ? text : failure.getClass().getSimpleName() + " " + text;
    }

    /** The same problem with what brought it about. */
    DatabaseProblem because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** The stable name of the problem, as in {@code database.folder-locked}. */
    public String code() {
        return code;
    }

    /** What the message mentions, in order. */
    public List<String> args() {
        return List.of(args);
    }
}
