package yingbao.platform.kernel;

import java.io.Serial;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses what a caller asked for. The code is stable and has a text in each language beside the package that uses it;
 * the text says what is wrong and how to mend it.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final String[] args;
    private final String pointer;
    private final transient List<Part> parts;

    /**
     * One of several things that are wrong.
     *
     * @param pointer which part of what was sent; empty for the whole of it
     * @param args what the text mentions, in its order
     */
    public record Part(String pointer, String code, List<String> args) {
        public Part {
            args = List.copyOf(args);
        }
    }

    /** Why something is refused. */
    public enum Kind {
        NOT_SIGNED_IN,
        /** The caller may not do this. */
        FORBIDDEN,
        /** There is no such thing, or none that the caller may see. */
        NOT_FOUND,
        /** What was sent cannot be taken as it is. */
        INVALID,
        /** It was fine, but things have changed meanwhile or stand in the way. */
        CONFLICT
    }

    /** A refusal of the whole request. */
    public Refusal(Kind kind, String code, Object... args) {
        this(kind, "", code, args, List.of());
    }

    private Refusal(Kind kind, String pointer, String code, Object[] args, List<Part> parts) {
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        super(code + " " + List.of(texts));
        this.kind = kind;
        this.pointer = pointer;
        this.code = code;
        this.args = texts;
        this.parts = List.copyOf(parts);
    }

    /** A refusal of one part of what was sent, which a JSON pointer names, {@code /amount}. */
    public static Refusal at(String pointer, String code, Object... args) {
        return new Refusal(Kind.INVALID, pointer, code, args, List.of());
    }

    /** A refusal for several reasons at once, each of which a form shows at its own field. */
    public static Refusal several(Kind kind, List<Part> parts, String code, Object... args) {
        return new Refusal(kind, "", code, args, parts);
    }

    public static Refusal invalid(String code, Object... args) {
        return new Refusal(Kind.INVALID, code, args);
    }

    public static Refusal notFound(String code, Object... args) {
        return new Refusal(Kind.NOT_FOUND, code, args);
    }

    public static Refusal conflict(String code, Object... args) {
        return new Refusal(Kind.CONFLICT, code, args);
    }

    public static Refusal forbidden(String code, Object... args) {
        return new Refusal(Kind.FORBIDDEN, code, args);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** What the text mentions, in its order. */
    public List<String> args() {
        return List.of(args);
    }

    /** Each thing that is wrong by itself, where there are several; empty otherwise. */
    public List<Part> parts() {
        return parts;
    }

    /** Which part of what was sent; empty for the whole of it. */
    public String pointer() {
        return pointer;
    }
}
