package yingbao.policy.expr;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Google's own evaluator for the part of the rule language that is CEL, over the vocabulary of {@link World}. */
final class CelOracle {
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    CelOracle() {
        StructType person = struct("Person", World.VOCABULARY.person(), Map.of());
        StructType household =
                struct("Household", World.VOCABULARY.household(), Map.of("members", ListType.create(person)));
        StructType parameters = struct("Param", World.VOCABULARY.parameters(), Map.of());
        Structs structs = new Structs(ImmutableList.of(person, household, parameters));
        compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(
                        CelMacro.newReceiverMacro("count", 2, CelOracle::count),
                        CelMacro.newReceiverMacro("sum", 2, CelOracle::sum))
                .setTypeProvider(structs)
                .addVar("household", household)
                .addVar("person", person)
                .addVar("param", parameters)
                .addVar("last_year", parameters)
                .addVar("as_of", SimpleType.INT)
                .addFunctionDeclarations(ofTwoNumbers("least"), ofTwoNumbers("greatest"))
                .build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(structs)
                .addFunctionBindings(
                        CelFunctionBinding.from("least", Long.class, Long.class, Math::min),
                        CelFunctionBinding.from("greatest", Long.class, Long.class, Math::max))
                .build();
    }

    CelRuntime.Program program(String source) {
        try {
            return runtime.createProgram(compiler.compile(source).getAst());
        } catch (CelValidationException | CelEvaluationException refused) {
            throw new AssertionError("not CEL: " + source, refused);
        }
    }

    /** The oracle's value in our terms; an error of the oracle is a failure. */
    static Value value(CelRuntime.Program program, Map<String, ?> input) {
        try {
            return switch (program.eval(input)) {
                case Long whole -> new Value.Whole(whole);
                case Boolean flag -> Value.Flag.of(flag);
                case String text -> new Value.Text(text);
                case Object other -> throw new AssertionError("unforeseen result: " + other);
            };
        } catch (CelEvaluationException error) {
            return new Value.Failure("cel", String.valueOf(error.getMessage()));
        }
    }

    /** What an expression may read, as plain maps. */
    static Map<String, ?> input(Situation situation) {
        List<Map<String, Object>> members = situation.members().stream()
                .map(facts -> plain(facts, World.VOCABULARY.person()))
                .toList();
        Map<String, Object> household = plain(situation.household(), World.VOCABULARY.household());
        household.put("members", members);
        return Map.of(
                "household",
                household,
                "person",
                members.getFirst(),
                "param",
                parameters(situation, Expr.Moment.NOW),
                "last_year",
                parameters(situation, Expr.Moment.LAST_YEAR),
                "as_of",
                situation.asOf().toEpochDay());
    }

    private static Map<String, Object> plain(Facts facts, List<Symbol> symbols) {
        Map<String, Object> plain = new HashMap<>();
        for (Symbol symbol : symbols) {
            facts.given(symbol.name()).ifPresent(value -> plain.put(symbol.name(), plain(value)));
        }
        return plain;
    }

    private static Map<String, Object> parameters(Situation situation, Expr.Moment moment) {
        Map<String, Object> plain = new HashMap<>();
        List<Symbol> symbols = World.VOCABULARY.parameters();
        for (int slot = 0; slot < symbols.size(); slot++) {
            plain.put(
                    symbols.get(slot).name(), plain(situation.parameters(moment).value(slot)));
        }
        return plain;
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Flag(boolean flag) -> flag;
            case Value.Text(String text) -> text;
            case Value.Fraction _, Value.Unknown _, Value.Failure _ -> throw new AssertionError("no input: " + value);
        };
    }

    private static CelFunctionDecl ofTwoNumbers(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name, SimpleType.INT, SimpleType.INT, SimpleType.INT));
    }

    private static StructType struct(String name, List<Symbol> symbols, Map<String, CelType> more) {
        ImmutableMap.Builder<String, CelType> fields = ImmutableMap.builder();
        fields.putAll(more);
        for (Symbol symbol : symbols) {
            fields.put(
                    symbol.name(),
                    switch (symbol.type()) {
                        case WHOLE -> SimpleType.INT;
                        case FLAG -> SimpleType.BOOL;
                        case TEXT -> SimpleType.STRING;
                    });
        }
        ImmutableMap<String, CelType> types = fields.buildOrThrow();
        return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    private static Optional<CelExpr> count(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        CelExpr one =
                factory.newGlobalCall("_?_:_", arguments.get(1), factory.newIntLiteral(1), factory.newIntLiteral(0));
        return sum(factory, target, ImmutableList.of(arguments.get(0), one));
    }

    private static Optional<CelExpr> sum(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        String total = factory.getAccumulatorVarName();
        return Optional.of(factory.fold(
                arguments.get(0).ident().name(),
                target,
                total,
                factory.newIntLiteral(0),
                factory.newBoolLiteral(true),
                factory.newGlobalCall("_+_", factory.newIdentifier(total), arguments.get(1)),
                factory.newIdentifier(total)));
    }

    private record Structs(ImmutableList<StructType> structs) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs);
        }

        @Override
        public Optional<CelType> findType(String typeName) {
            return structs.stream()
                    .filter(struct -> struct.name().equals(typeName))
                    .map(CelType.class::cast)
                    .findFirst();
        }
    }
}
