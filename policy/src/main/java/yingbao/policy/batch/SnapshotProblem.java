package yingbao.policy.batch;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is no whole snapshot of this format and for this pack.
 *
 * <p>The {@link #code()} is the key of a message in {@code messages_en.properties} beside this class, which the
 * {@link #args()} complete. The exception's own message is the code followed by the arguments, for logs.
 */
public final class SnapshotProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] args;

    SnapshotProblem(String code, Object... args) {
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        super(code + " " + List.of(texts));
        this.code = code;
        this.args = texts;
    }

    /** The stable name of the problem, as in {@code snapshot.length}. */
    public String code() {
        return code;
    }

    /** What the message mentions, in order; the file first. */
    public List<String> args() {
        return List.of(args);
    }
}
