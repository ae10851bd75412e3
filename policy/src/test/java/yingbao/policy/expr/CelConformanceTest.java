package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import yingbao.policy.expr.Context.Owner;

/** CEL's published conformance cases: whatever of them the rule language accepts must mean there what CEL says. */
class CelConformanceTest {
    private static final Path CASES = Path.of(System.getProperty("yingbao.home", "."))
            .resolve("../shared/standards/cel/cel-conformance-typed-subset.json");
    /** Measured; fewer would mean that something else than we know of has left the language. */
    private static final int CASES_INSIDE = 193;

    private static final Expressions WITHOUT_NAMES =
            new Expressions(new Vocabulary(List.of(), List.of(), List.of(), Map.of()));
    private static final Map<String, Type> TYPES = Map.of("int64", Type.WHOLE, "bool", Type.FLAG, "string", Type.TEXT);

    @Test
    void means_what_cel_means_wherever_it_accepts_cel() throws IOException {
        assumeTrue(Files.exists(CASES), () -> "skipped: there is no " + CASES);
        List<?> cases = read();
        List<String> inside = new ArrayList<>();
        SoftAssertions agreement = new SoftAssertions();
        for (Object each : cases) {
            Map<?, ?> conformanceCase = (Map<?, ?>) each;
            Optional<Value> ours = ours(conformanceCase);
            if (ours.isPresent() && !conformanceCase.containsKey("checkOnly")) {
                String id = text(conformanceCase, "id");
                inside.add(id);
                agreement
                        .assertThat(comparable(ours.get()))
                        .as("%s: %s", id, text(conformanceCase, "expr"))
                        .isEqualTo(expected(conformanceCase));
            }
        }
        System.out.printf("%d of %d cases are inside our language%n", inside.size(), cases.size());
        agreement.assertAll();
        assertThat(inside)
                .as("conformance cases that the rule language accepts")
                .hasSizeGreaterThanOrEqualTo(CASES_INSIDE);
    }

    /** Our value of the case, unless it is outside our language. Its variables are lets. */
    private static Optional<Value> ours(Map<?, ?> conformanceCase) {
        if (conformanceCase.containsKey("container")) {
            return Optional.empty();
        }
        List<Symbol> symbols = new ArrayList<>();
        List<Expr> lets = new ArrayList<>();
        Map<?, ?> bindings = map(conformanceCase, "bind");
        for (Map.Entry<?, ?> variable : map(conformanceCase, "vars").entrySet()) {
            Type type = TYPES.get(String.valueOf(variable.getValue()));
            if (type == null) {
                return Optional.empty();
            }
            String name = String.valueOf(variable.getKey());
            symbols.add(Symbol.of(name, type, Unit.NONE, name));
            lets.add(new Expr.Constant(value(map(bindings, name)), 0));
        }
        Context context = new Context(Owner.AREA, symbols);
        Frame frame = new Frame(new Village().situation(), Entitlements.HOUSEHOLD_ITSELF, lets);
        return accepted(text(conformanceCase, "expr"), context, Type.FLAG)
                .map(expr -> Evaluator.walkingTheTree().evaluate(expr, frame));
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

    private static Value expected(Map<?, ?> conformanceCase) {
        return conformanceCase.containsKey("error") ? new Value.Failure("", "") : value(map(conformanceCase, "value"));
    }

    /** An expected error is any failure: CEL does not prescribe its words. */
    private static Value comparable(Value value) {
        return value instanceof Value.Failure ? new Value.Failure("", "") : value;
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

    private static List<?> read() throws IOException {
        try (Reader reader = Files.newBufferedReader(CASES)) {
            Object json = new Load(LoadSettings.builder().build()).loadFromReader(reader);
            return (List<?>) json;
        }
    }

    private static Map<?, ?> map(Map<?, ?> owner, String key) {
        return owner.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> owner, String key) {
        return String.valueOf(owner.get(key));
    }
}
