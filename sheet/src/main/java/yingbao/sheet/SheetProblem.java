package yingbao.sheet;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a register cannot be found, told apart, or read.
 *
 * <p>The {@link #code()} is the key of a message in {@code messages_en.properties} beside this class, which the
 * {@link #args()} complete. The exception's own message is the code followed by the arguments, for logs.
 */
public final class SheetProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] args;

    SheetProblem(String code, Object... args) {
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        super(code + " " + List.of(texts));
        this.code = code;
        this.args = texts;
    }

    /** The stable name of the problem, as in {@code sheet.both-forms}. */
    public String code() {
        return code;
    }

    /** What the message mentions, in order. */
    public List<String> args() {
        return List.of(args);
    }
}
