package yingbao.policy.expr;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import yingbao.policy.expr.Context.Owner;

/** CEL's published conformance cases, as far as the rule language accepts them. */
public final class ConformanceCases {
    private static final Path CASES = Path.of(System.getProperty("yingbao.home", "."))
            .resolve("../shared/standards/cel/cel-conformance-typed-subset.json");

    /** Measured; fewer would mean that something else than we know of has left the language. */
    public static final int INSIDE = 193;

    private static final Expressions WITHOUT_NAMES =
            new Expressions(new Vocabulary(List.of(), List.of(), List.of(), Map.of()));
    private static final Map<String, Type> TYPES = Map.of("int64", Type.WHOLE, "bool", Type.FLAG, "string", Type.TEXT);

    private ConformanceCases() {}

    /**
     * A case.
     *
     * @param variables its variables, which are lets
     * @param lets what they are worth, in the same order
     * @param expected what CEL says; a failure where it says that there is no value
     */
    public record Case(String id, String source, List<Symbol> variables, List<Expr> lets, Expr expr, Value expected) {
        @Override
        public String toString() {
            return id + ": " + source;
        }
    }

    /** The cases that the rule language accepts; where there is no file of cases, the test that asks is skipped. */
    public static List<Case> inside() {
        assumeTrue(Files.exists(CASES), () -> "skipped: there is no " + CASES);
        List<?> all = read();
        List<Case> inside = new ArrayList<>();
        for (Object each : all) {
            read((Map<?, ?>) each).ifPresent(inside::add);
        }
        System.out.printf("%d of %d cases are inside our language%n", inside.size(), all.size());
        return inside;
    }

    /** As results are compared: an expected error is any failure, for CEL does not prescribe its words. */
    public static Value comparable(Value value) {
        return value instanceof Value.Failure ? new Value.Failure("", "") : value;
    }

    private static Optional<Case> read(Map<?, ?> written) {
        if (written.containsKey("container") || written.containsKey("checkOnly")) {
            return Optional.empty();
        }
        List<Symbol> symbols = new ArrayList<>();
        List<Expr> lets = new ArrayList<>();
        Map<?, ?> bindings = map(written, "bind");
        for (Map.Entry<?, ?> variable : map(written, "vars").entrySet()) {
            Type type = TYPES.get(String.valueOf(variable.getValue()));
            if (type == null) {
                return Optional.empty();
            }
            String name = String.valueOf(variable.getKey());
            symbols.add(Symbol.of(name, type, Unit.NONE, name));
            lets.add(new Expr.Constant(value(map(bindings, name)), 0));
        }
        String source = text(written, "expr");
        return accepted(source, new Context(Owner.AREA, symbols), Type.FLAG)
                .map(expr -> new Case(
                        text(written, "id"), source, List.copyOf(symbols), List.copyOf(lets), expr, expected(written)));
    }

    /** A refusal of nothing but the expected type tells the right one, which is cheaper than trying all. */
    private static Optional<Expr> accepted(String source, Context context, Type guess) {
        return switch (WITHOUT_NAMES.compile(source, context, guess)) {
            case Compilation.Accepted accepted -> Optional.of(accepted.expr());
            case Compilation.Refused(List<ExprFault> faults)
            when faults.getFirst().code().equals("expr.wrong-type") ->
                accepted(
                        source,
                        context,
                        Type.valueOf(faults.getFirst().arguments().getLast()));
            case Compilation.Refused _ -> Optional.empty();
        };
    }

    private static Value expected(Map<?, ?> written) {
        return written.containsKey("error") ? new Value.Failure("", "") : value(map(written, "value"));
    }

    /** A value that our language cannot have becomes a failure that names it, which equals no value of ours. */
    private static Value value(Map<?, ?> typed) {
        Map.Entry<?, ?> entry = typed.entrySet().iterator().next();
        String content = String.valueOf(entry.getValue());
        return switch (String.valueOf(entry.getKey())) {
            case "int" -> new Value.Whole(Long.parseLong(content));
            case "bool" -> Value.Flag.of(Boolean.parseBoolean(content));
            case "string" -> new Value.Text(content);
            default -> new Value.Failure("outside our language", typed.toString());
        };
    }

    private static List<?> read() {
        try (Reader reader = Files.newBufferedReader(CASES)) {
            return (List<?>) new Load(LoadSettings.builder().build()).loadFromReader(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<?, ?> map(Map<?, ?> owner, String key) {
        return owner.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> owner, String key) {
        return String.valueOf(owner.get(key));
    }
}
