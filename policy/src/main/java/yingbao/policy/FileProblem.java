package yingbao.policy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that cannot be what it is taken for.
 *
 * <p>The {@link #code()} is the key of a message in {@code messages_en.properties} beside the class that extends this
 * one, which the {@link #args()} complete. The exception's own message is the code followed by the arguments, for logs.
 */
public abstract class FileProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] args;

    protected FileProblem(String code, Object... args) {
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        super(code + " " + List.of(texts));
        this.code = code;
        this.args = texts;
    }

    /** The stable name of the problem, as in {@code snapshot.length}. */
    public final String code() {
        return code;
    }

    /** What the message mentions, in order. */
    public final List<String> args() {
        return List.of(args);
    }
}
