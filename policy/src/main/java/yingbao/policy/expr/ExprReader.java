package yingbao.policy.expr;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import yingbao.policy.expr.Expr.Folding;
import yingbao.policy.expr.Expr.Moment;
import yingbao.policy.expr.Expr.Operation;
import yingbao.policy.expr.Expr.Relation;
import yingbao.policy.expr.Expr.Subject;
import yingbao.policy.expr.Expressions.FaultException;

/** Reads dev.cel's checked tree into ours, refusing what the rule language leaves out of CEL. */
final class ExprReader {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "_==_", Relation.EQUAL,
            "_!=_", Relation.NOT_EQUAL,
            "_<_", Relation.LESS,
            "_<=_", Relation.AT_MOST,
            "_>_", Relation.GREATER,
            "_>=_", Relation.AT_LEAST);

    private static final Map<String, Operation> OPERATIONS =
            Map.of("_+_", Operation.PLUS, "_-_", Operation.MINUS, "_*_", Operation.TIMES);

    private static final Map<String, Folding> FOLDINGS = Map.of(
            "all",
            Folding.EVERY,
            "exists",
            Folding.SOME,
            Expressions.COUNT,
            Folding.COUNT,
            Expressions.SUM,
            Folding.SUM);

    private final CelExpr root;
    private final ImmutableMap<Long, CelExpr> macroCalls;
    private final ImmutableMap<Long, Integer> positions;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> householdSlots;
    private final Map<String, Integer> personSlots;
    private final Map<String, Integer> parameterSlots;
    private final Map<String, Integer> letSlots;
    private final Context context;
    private final Deque<String> variables = new ArrayDeque<>();
    private final Map<String, Function> functions = new HashMap<>();

    ExprReader(CelAbstractSyntaxTree tree, Vocabulary vocabulary, Context context) {
        this.root = tree.getExpr();
        this.macroCalls = tree.getSource().getMacroCalls();
        this.positions = tree.getSource().getPositionsMap();
        this.vocabulary = vocabulary;
        this.context = context;
        this.householdSlots = Vocabulary.slots(vocabulary.household());
        this.personSlots = Vocabulary.slots(vocabulary.person());
        this.parameterSlots = Vocabulary.slots(vocabulary.parameters());
        this.letSlots = Vocabulary.slots(context.lets());
        for (Function function : Function.values()) {
            functions.put(function.spelling(), function);
        }
    }

    Expr read() {
        return read(root);
    }

    private Expr read(CelExpr node) {
        CelExpr macro = macroCalls.get(node.id());
        if (macro != null) {
            return fold(macro, at(node));
        }
        return switch (node.getKind()) {
            case CONSTANT -> constant(node.constant(), at(node));
            case IDENT -> identifier(node.ident().name(), at(node));
            case SELECT -> select(node);
            case CALL -> call(node.call(), at(node));
            case LIST, STRUCT, MAP, COMPREHENSION, NOT_SET -> throw fault(at(node), "expr.not-in-language", "[…]");
        };
    }

    private static Expr constant(CelConstant constant, int at) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> new Expr.Constant(Value.Flag.of(constant.booleanValue()), at);
            case INT64_VALUE -> new Expr.Constant(new Value.Whole(constant.int64Value()), at);
            case STRING_VALUE -> new Expr.Constant(new Value.Text(constant.stringValue()), at);
            case DOUBLE_VALUE -> throw fault(at, "expr.double", Double.toString(constant.doubleValue()));
            case NOT_SET, NULL_VALUE, UINT64_VALUE, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE ->
                throw fault(at, "expr.not-in-language", constant.getKind().name());
        };
    }

    private Expr identifier(String name, int at) {
        if (name.equals(Expressions.AS_OF)) {
            return new Expr.AsOf(at);
        }
        Function constant = functions.get(name);
        if (constant != null && constant.isConstant()) {
            return new Expr.Call(constant, List.of(), at);
        }
        Integer let = letSlots.get(name);
        if (let != null) {
            return new Expr.LetRef(context.lets().get(let), let, at);
        }
        throw fault(at, "expr.not-a-value", name);
    }

    private Expr select(CelExpr node) {
        CelExpr operand = node.select().operand();
        String field = node.select().field();
        // A selection's own position is its dot; people look for the fault at its first word.
        int at = at(operand);
        if (node.select().testOnly()) {
            throw fault(at, "expr.not-in-language", "has()");
        }
        if (operand.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            throw fault(at, "expr.not-in-language", field);
        }
        String owner = operand.ident().name();
        boolean parameter = owner.equals(Expressions.PARAM) || owner.equals(Expressions.LAST_YEAR);
        if (parameter && !variables.contains(owner)) {
            int slot = slot(parameterSlots, field, at);
            Moment moment = owner.equals(Expressions.PARAM) ? Moment.NOW : Moment.LAST_YEAR;
            return new Expr.ParameterRef(vocabulary.parameters().get(slot), slot, moment, at);
        }
        Subject subject = subject(owner, at);
        if (subject instanceof Subject.TheHousehold) {
            int slot = slot(householdSlots, field, at);
            return new Expr.FactRef(subject, vocabulary.household().get(slot), slot, at);
        }
        int slot = slot(personSlots, field, at);
        return new Expr.FactRef(subject, vocabulary.person().get(slot), slot, at);
    }

    private static int slot(Map<String, Integer> slots, String field, int at) {
        Integer slot = slots.get(field);
        if (slot == null) {
            throw fault(at, "expr.not-a-value", field);
        }
        return slot;
    }

    private Subject subject(String name, int at) {
        int depth = variables.size();
        for (String variable : variables) {
            depth--;
            if (variable.equals(name)) {
                return new Subject.TheMember(depth, name);
            }
        }
        return switch (name) {
            case Expressions.HOUSEHOLD -> new Subject.TheHousehold();
            case Expressions.PERSON -> new Subject.ThePerson();
            default -> throw fault(at, "expr.not-a-value", name);
        };
    }

    private Expr call(CelCall call, int at) {
        String name = call.function();
        if (RELATIONS.containsKey(name)) {
            return comparison(RELATIONS.get(name), call, at);
        }
        if (OPERATIONS.containsKey(name)) {
            return arithmetic(
                    OPERATIONS.get(name),
                    read(call.args().get(0)),
                    read(call.args().get(1)),
                    at);
        }
        if (functions.containsKey(name)) {
            return new Expr.Call(
                    functions.get(name), call.args().stream().map(this::read).toList(), at);
        }
        return switch (name) {
            case "_&&_" -> new Expr.All(flatten(call, Expr.All.class), at);
            case "_||_" -> new Expr.Any(flatten(call, Expr.Any.class), at);
            case "!_" -> new Expr.Not(read(call.args().getFirst()), at);
            case "-_" ->
                arithmetic(
                        Operation.MINUS,
                        new Expr.Constant(new Value.Whole(0), at),
                        read(call.args().getFirst()),
                        at);
            case "_?_:_" ->
                new Expr.Choice(
                        read(call.args().get(0)),
                        read(call.args().get(1)),
                        read(call.args().get(2)),
                        at);
            case "@in" -> among(call, at);
            case "_/_" -> throw fault(at, "expr.division");
            case Expressions.RECEIVES -> receives(call, at);
            default -> throw fault(at, "expr.not-in-language", name);
        };
    }

    private static Expr arithmetic(Operation operation, Expr left, Expr right, int at) {
        if (Types.of(left) != Type.WHOLE || Types.of(right) != Type.WHOLE) {
            throw fault(at, "expr.not-in-language", operation.sign());
        }
        return new Expr.Arithmetic(operation, left, right, at);
    }

    private List<Expr> flatten(CelCall call, Class<? extends Expr> kind) {
        UnaryOperator<Expr> same = operand -> operand;
        return call.args().stream()
                .map(this::read)
                .map(same)
                .flatMap(operand -> switch (operand) {
                    case Expr.All all when kind == Expr.All.class -> all.operands().stream();
                    case Expr.Any any when kind == Expr.Any.class -> any.operands().stream();
                    default -> Stream.of(operand);
                })
                .toList();
    }

    private Expr comparison(Relation relation, CelCall call, int at) {
        Expr left = read(call.args().get(0));
        Expr right = read(call.args().get(1));
        boolean ordering = relation != Relation.EQUAL && relation != Relation.NOT_EQUAL;
        if (ordering && Types.of(left) != Type.WHOLE) {
            throw fault(at, "expr.order", relation.verb());
        }
        checkCode(left, right);
        checkCode(right, left);
        return new Expr.Comparison(relation, left, right, at);
    }

    private Expr among(CelCall call, int at) {
        Expr operand = read(call.args().get(0));
        CelExpr list = call.args().get(1);
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST || Types.of(operand) != Type.TEXT) {
            throw fault(at, "expr.in");
        }
        List<String> codes = new ArrayList<>();
        for (CelExpr element : list.list().elements()) {
            Expr code = read(element);
            if (!(code instanceof Expr.Constant(Value.Text(String text), int _))) {
                throw fault(code.at(), "expr.in");
            }
            checkCode(operand, code);
            codes.add(text);
        }
        return new Expr.Among(operand, codes, at);
    }

    private static void checkCode(Expr coded, Expr literal) {
        if (literal instanceof Expr.Constant(Value.Text(String code), int at)
                && Types.symbol(coded).isPresent()) {
            Symbol symbol = Types.symbol(coded).get();
            if (!symbol.codes().isEmpty() && !symbol.codes().containsKey(code)) {
                throw fault(
                        at,
                        "expr.unknown-code",
                        code,
                        symbol.label(),
                        String.join(" ", symbol.codes().keySet()));
            }
        }
    }

    private Expr receives(CelCall call, int at) {
        CelExpr target = call.target().orElseThrow(() -> fault(at, "expr.receives"));
        if (target.getKind() != CelExpr.ExprKind.Kind.IDENT
                || !(read(call.args().getFirst()) instanceof Expr.Constant(Value.Text(String programme), int where))) {
            throw fault(at, "expr.receives");
        }
        Holder holder = vocabulary.programmes().get(programme);
        if (holder == null) {
            throw Vocabulary.nearest(programme, vocabulary.programmes().keySet())
                    .map(nearest -> fault(where, "expr.unknown-programme-near", programme, nearest))
                    .orElseGet(() -> fault(where, "expr.unknown-programme", programme));
        }
        Subject subject = subject(target.ident().name(), at(target));
        if (holder == Holder.PERSON && subject instanceof Subject.TheHousehold) {
            throw fault(where, "expr.receives-person", programme);
        }
        return new Expr.Receives(subject, programme, at(target));
    }

    private Expr fold(CelExpr macro, int at) {
        CelCall call = macro.call();
        CelExpr range = call.target().orElseThrow();
        boolean members = range.getKind() == CelExpr.ExprKind.Kind.SELECT
                && range.select().field().equals(Expressions.MEMBERS)
                && range.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                && range.select().operand().ident().name().equals(Expressions.HOUSEHOLD);
        Folding folding = FOLDINGS.get(call.function());
        if (!members || folding == null) {
            throw fault(at, "expr.fold");
        }
        String variable = call.args().getFirst().ident().name();
        variables.push(variable);
        try {
            return new Expr.Fold(folding, variable, read(call.args().get(1)), at);
        } finally {
            variables.pop();
        }
    }

    private int at(CelExpr node) {
        return positions.getOrDefault(node.id(), 0);
    }

    private static FaultException fault(int at, String code, String... arguments) {
        return new FaultException(ExprFault.at(at, code, arguments));
    }
}
