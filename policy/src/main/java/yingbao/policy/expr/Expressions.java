package yingbao.policy.expr;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the source of an expression into a checked {@link Expr}: the only class that sets up dev.cel.
 *
 * <p>The language is a subset of CEL. There are whole numbers, flags and texts; no doubles, no division sign, no
 * timestamps. A household has {@code members}, over which {@code all}, {@code exists}, {@code count} and {@code sum}
 * run; {@code param} and {@code last_year} hold the parameters; {@code as_of} is the day asked about.
 */
public final class Expressions {
    static final String HOUSEHOLD = "household";
    static final String PERSON = "person";
    static final String PARAM = "param";
    static final String LAST_YEAR = "last_year";
    static final String AS_OF = "as_of";
    static final String MEMBERS = "members";
    static final String RECEIVES = "receives";
    static final String COUNT = "count";
    static final String SUM = "sum";

    /** Longer expressions belong in several lets or clauses. */
    private static final int SOURCE_LENGTH_MAX = 2_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** The words that the CEL specification reserves. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']+)'.*");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");

    private static final CelOptions OPTIONS = CelOptions.current()
            .populateMacroCalls(true)
            .retainUnbalancedLogicalExpressions(true)
            .build();

    private final Vocabulary vocabulary;
    private final Map<Context.Owner, CelCompiler> compilers = new HashMap<>();

    public Expressions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Whether expressions can use a name for a fact, a parameter or a {@code let}: small letters, digits and underscores, no
     * word that CEL reserves, and none that already means something.
     */
    public static boolean isUsableName(String name) {
        boolean taken =
                Set.of(HOUSEHOLD, PERSON, PARAM, LAST_YEAR, AS_OF, MEMBERS).contains(name)
                        || Arrays.stream(Function.values())
                                .anyMatch(function -> function.spelling().equals(name));
        return NAME.matcher(name).matches() && !RESERVED.contains(name) && !taken;
    }

    /** Parses, checks and types one expression; {@code expected} is what the place it stands in needs. */
    public Compilation compile(String source, Context context, Type expected) {
        Compilation compilation = compile(source, context);
        return compilation instanceof Compilation.Accepted accepted && accepted.type() != expected
                ? refused(ExprFault.at(
                        0, "expr.wrong-type", expected.name(), accepted.type().name()))
                : compilation;
    }

    /** Parses and checks one expression that may be of any type. */
    public Compilation compile(String source, Context context) {
        if (source.length() > SOURCE_LENGTH_MAX) {
            return refused(ExprFault.at(0, "expr.too-long", Integer.toString(SOURCE_LENGTH_MAX)));
        }
        CelValidationResult result = compiler(context).compile(source);
        if (result.hasError()) {
            return new Compilation.Refused(result.getErrors().stream()
                    .map(issue -> fault(issue, source, context))
                    .toList());
        }
        try {
            ExprReader reader = new ExprReader(result.getAst(), vocabulary, context);
            Expr expr = reader.read();
            return new Compilation.Accepted(expr, Types.of(expr), Units.infer(expr));
        } catch (FaultException refused) {
            return refused(refused.fault());
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("an expression without errors has a tree", impossible);
        }
    }

    private static Compilation refused(ExprFault fault) {
        return new Compilation.Refused(List.of(fault));
    }

    private CelCompiler compiler(Context context) {
        CelCompiler base = compilers.computeIfAbsent(context.owner(), this::newCompiler);
        if (context.lets().isEmpty()) {
            return base;
        }
        CelCompilerBuilder builder = base.toCompilerBuilder();
        for (Symbol let : context.lets()) {
            builder.addVar(let.name(), celType(let.type()));
        }
        return builder.build();
    }

    private CelCompiler newCompiler(Context.Owner owner) {
        StructType person = struct("Person", vocabulary.person(), Map.of());
        StructType household = struct("Household", vocabulary.household(), Map.of(MEMBERS, ListType.create(person)));
        StructType parameters = struct("Param", vocabulary.parameters(), Map.of());
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(STANDARD)
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS)
                .addMacros(
                        CelMacro.newReceiverMacro(COUNT, 2, Expressions::expandCount),
                        CelMacro.newReceiverMacro(SUM, 2, Expressions::expandSum))
                .setTypeProvider(new Structs(ImmutableList.of(person, household, parameters)))
                .addFunctionDeclarations(functions(person, household))
                .addVar(PARAM, parameters)
                .addVar(LAST_YEAR, parameters)
                .addVar(AS_OF, SimpleType.INT);
        for (Function function : Function.values()) {
            if (function.isConstant()) {
                builder.addVar(function.spelling(), celType(function.result()));
            }
        }
        switch (owner) {
            case AREA -> {}
            case HOUSEHOLD -> builder.addVar(HOUSEHOLD, household);
            case PERSON -> builder.addVar(HOUSEHOLD, household).addVar(PERSON, person);
        }
        return builder.build();
    }

    private static final CelStandardDeclarations STANDARD = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    StandardFunction.LOGICAL_AND,
                    StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_NOT,
                    StandardFunction.NOT_STRICTLY_FALSE,
                    StandardFunction.CONDITIONAL,
                    StandardFunction.EQUALS,
                    StandardFunction.NOT_EQUALS,
                    StandardFunction.LESS,
                    StandardFunction.LESS_EQUALS,
                    StandardFunction.GREATER,
                    StandardFunction.GREATER_EQUALS,
                    StandardFunction.ADD,
                    StandardFunction.SUBTRACT,
                    StandardFunction.MULTIPLY,
                    StandardFunction.DIVIDE,
                    StandardFunction.NEGATE,
                    StandardFunction.IN)
            .build();

    private static List<CelFunctionDecl> functions(StructType person, StructType household) {
        Stream<CelFunctionDecl> named = Arrays.stream(Function.values())
                .filter(function -> !function.isConstant())
                .map(function -> CelFunctionDecl.newFunctionDeclaration(
                        function.spelling(),
                        CelOverloadDecl.newGlobalOverload(
                                function.spelling(),
                                celType(function.result()),
                                function.parameters().stream()
                                        .map(Expressions::celType)
                                        .toList())));
        CelFunctionDecl receives = CelFunctionDecl.newFunctionDeclaration(
                RECEIVES,
                CelOverloadDecl.newMemberOverload("person_receives", SimpleType.BOOL, person, SimpleType.STRING),
                CelOverloadDecl.newMemberOverload("household_receives", SimpleType.BOOL, household, SimpleType.STRING));
        return Stream.concat(named, Stream.of(receives)).toList();
    }

    private static CelType celType(Type type) {
        return switch (type) {
            case WHOLE -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
            case TEXT -> SimpleType.STRING;
        };
    }

    private static StructType struct(String name, List<Symbol> symbols, Map<String, CelType> more) {
        Map<String, CelType> named = new HashMap<>(more);
        for (Symbol symbol : symbols) {
            named.put(symbol.name(), celType(symbol.type()));
        }
        ImmutableMap<String, CelType> fields = ImmutableMap.copyOf(named);
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
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

    // The expansions only have to type-check: evaluation reads the macro as it was written.
    private static Optional<CelExpr> expandSum(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        return fold(factory, target, arguments.get(0), arguments.get(1));
    }

    private static Optional<CelExpr> expandCount(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        CelExpr one =
                factory.newGlobalCall("_?_:_", arguments.get(1), factory.newIntLiteral(1), factory.newIntLiteral(0));
        return fold(factory, target, arguments.get(0), one);
    }

    private static Optional<CelExpr> fold(
            CelMacroExprFactory factory, CelExpr target, CelExpr variable, CelExpr increment) {
        if (variable.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(factory.reportError("the first argument must be a simple name"));
        }
        String accumulator = factory.getAccumulatorVarName();
        CelExpr step = factory.newGlobalCall("_+_", factory.newIdentifier(accumulator), increment);
        return Optional.of(factory.fold(
                variable.ident().name(),
                target,
                accumulator,
                factory.newIntLiteral(0),
                factory.newBoolLiteral(true),
                step,
                factory.newIdentifier(accumulator)));
    }

    private ExprFault fault(CelIssue issue, String source, Context context) {
        int offset = offset(
                source,
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn());
        Matcher field = UNDEFINED_FIELD.matcher(issue.getMessage());
        if (field.matches()) {
            return unknownName(offset, field.group(1), allFields());
        }
        Matcher name = UNDECLARED.matcher(issue.getMessage());
        if (name.matches()) {
            List<String> known = new ArrayList<>(List.of(HOUSEHOLD, PERSON, PARAM, LAST_YEAR, AS_OF));
            context.lets().forEach(let -> known.add(let.name()));
            for (Function function : Function.values()) {
                known.add(function.spelling());
            }
            return unknownName(offset, name.group(1), known);
        }
        String code = issue.getMessage().startsWith("found no matching overload") ? "expr.operands" : "expr.syntax";
        return ExprFault.at(offset, code, issue.getMessage());
    }

    private static ExprFault unknownName(int offset, String name, List<String> known) {
        return Vocabulary.nearest(name, known)
                .map(nearest -> ExprFault.at(offset, "expr.unknown-name-near", name, nearest))
                .orElseGet(() -> ExprFault.at(offset, "expr.unknown-name", name));
    }

    private List<String> allFields() {
        return Stream.of(vocabulary.household(), vocabulary.person(), vocabulary.parameters())
                .flatMap(List::stream)
                .map(Symbol::name)
                .toList();
    }

    private static int offset(String source, int line, int column) {
        int start = 0;
        for (int row = 1; row < line && start >= 0; row++) {
            start = source.indexOf('\n', start) + 1;
        }
        return Math.clamp(start + (long) column, 0, source.length());
    }

    /** Carries the first fault out of a tree walk; never leaves this package. */
    static final class FaultException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ExprFault fault;

        FaultException(ExprFault fault) {
            super(fault.toString());
            this.fault = fault;
        }

        ExprFault fault() {
            return fault;
        }
    }
}
