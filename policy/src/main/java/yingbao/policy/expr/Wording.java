package yingbao.policy.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import yingbao.policy.expr.Expr.Folding;
import yingbao.policy.expr.Expr.Moment;
import yingbao.policy.expr.Expr.Relation;
import yingbao.policy.expr.Expr.Subject;

/**
 * Says an expression in Chinese, as policy staff would write it. Names become labels, codes their meanings, and each
 * operator its verb.
 */
public final class Wording {
    private final UnaryOperator<String> programmeTitle;

    /**
     * A wording.
     *
     * @param programmeTitle programme id to title, for {@code receives}
     */
    public Wording(UnaryOperator<String> programmeTitle) {
        this.programmeTitle = programmeTitle;
    }

    /** The whole expression as a sentence without a full stop. */
    public String rule(Expr expr) {
        return switch (expr) {
            case Expr.Constant constant -> Amounts.text(constant.value(), Unit.NONE, Map.of());
            case Expr.FactRef fact -> named(fact.symbol());
            case Expr.LetRef let -> named(let.symbol());
            case Expr.ParameterRef parameter ->
                (parameter.moment() == Moment.LAST_YEAR ? "上年度" : "")
                        + parameter.symbol().label();
            case Expr.AsOf _ -> "核定之日";
            case Expr.Receives receives -> who(receives.subject()) + "享受" + programmeTitle.apply(receives.programme());
            case Expr.Not not -> negated(not.operand());
            case Expr.All all -> joined(all.operands(), "，且");
            case Expr.Any any -> joined(any.operands(), "，或");
            case Expr.Choice choice ->
                "若" + rule(choice.condition()) + "，则为" + rule(choice.then()) + "，否则为" + rule(choice.otherwise());
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.Among among ->
                rule(among.operand()) + "为"
                        + among.codes().stream()
                                .map(code -> Amounts.text(new Value.Text(code), Unit.NONE, codes(among.operand())))
                                .collect(Collectors.joining("、"))
                        + (among.codes().size() > 1 ? "之一" : "");
            case Expr.Arithmetic arithmetic ->
                operand(arithmetic, arithmetic.left())
                        + arithmetic.operation().sign()
                        + operand(arithmetic, arithmetic.right());
            case Expr.Call call -> call(call);
            case Expr.Fold fold -> fold(fold);
        };
    }

    private static String named(Symbol symbol) {
        return symbol.label();
    }

    private static String who(Subject subject) {
        return switch (subject) {
            case Subject.TheHousehold _ -> "家庭";
            case Subject.ThePerson _ -> "本人";
            case Subject.TheMember _ -> "";
        };
    }

    private String negated(Expr operand) {
        return switch (operand) {
            case Expr.FactRef fact
            when !fact.symbol().negative().isEmpty() -> fact.symbol().negative();
            case Expr.Receives receives -> who(receives.subject()) + "未享受" + programmeTitle.apply(receives.programme());
            case Expr.Comparison comparison ->
                rule(new Expr.Comparison(
                        opposite(comparison.relation()), comparison.left(), comparison.right(), comparison.at()));
            case Expr.Not not -> rule(not.operand());
            case Expr.Fold(Folding folding, String variable, Expr body, int at)
            when folding == Folding.SOME -> rule(new Expr.Fold(Folding.EVERY, variable, new Expr.Not(body, at), at));
            case Expr.Constant _,
                    Expr.FactRef _,
                    Expr.LetRef _,
                    Expr.ParameterRef _,
                    Expr.AsOf _,
                    Expr.All _,
                    Expr.Any _,
                    Expr.Choice _,
                    Expr.Among _,
                    Expr.Arithmetic _,
                    Expr.Call _,
                    Expr.Fold _ -> "并非（" + rule(operand) + "）";
        };
    }

    private static Relation opposite(Relation relation) {
        return switch (relation) {
            case EQUAL -> Relation.NOT_EQUAL;
            case NOT_EQUAL -> Relation.EQUAL;
            case LESS -> Relation.AT_LEAST;
            case AT_MOST -> Relation.GREATER;
            case GREATER -> Relation.AT_MOST;
            case AT_LEAST -> Relation.LESS;
        };
    }

    private String joined(List<Expr> operands, String conjunction) {
        return operands.stream()
                .map(operand -> operand instanceof Expr.Any || operand instanceof Expr.All
                        ? "（" + rule(operand) + "）"
                        : rule(operand))
                .collect(Collectors.joining(conjunction));
    }

    private String comparison(Expr.Comparison comparison) {
        Unit unit = Units.infer(comparison.left());
        if (comparison.left() instanceof Expr.Constant) {
            unit = Units.infer(comparison.right());
        }
        Map<String, String> codes = codes(comparison.left());
        String right = comparison.right() instanceof Expr.Constant constant
                ? Amounts.text(constant.value(), unit, codes)
                : rule(comparison.right());
        return rule(comparison.left()) + verb(comparison.relation(), unit) + right;
    }

    private static String verb(Relation relation, Unit unit) {
        if (unit.isMoney()) {
            return switch (relation) {
                case EQUAL -> "等于";
                case NOT_EQUAL -> "不等于";
                case LESS -> "低于";
                case AT_MOST -> "不高于";
                case GREATER -> "高于";
                case AT_LEAST -> "不低于";
            };
        }
        if (unit.equals(Unit.DATE)) {
            return switch (relation) {
                case EQUAL -> "为";
                case NOT_EQUAL -> "不为";
                case LESS -> "早于";
                case AT_MOST -> "不晚于";
                case GREATER -> "晚于";
                case AT_LEAST -> "不早于";
            };
        }
        return switch (relation) {
            case EQUAL -> "为";
            case NOT_EQUAL -> "不为";
            case LESS -> "不满";
            case AT_MOST -> "不超过";
            case GREATER -> "超过";
            case AT_LEAST -> "达到";
        };
    }

    static Map<String, String> codes(Expr expr) {
        return Types.symbol(expr).map(Symbol::codes).orElse(Map.of());
    }

    private String operand(Expr.Arithmetic parent, Expr operand) {
        boolean sum = operand instanceof Expr.Arithmetic inner
                && inner.operation() != Expr.Operation.TIMES
                && parent.operation() != Expr.Operation.PLUS;
        boolean weaker = sum || operand instanceof Expr.Choice;
        return weaker ? "（" + rule(operand) + "）" : rule(operand);
    }

    private String call(Expr.Call call) {
        List<String> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            boolean compound = argument instanceof Expr.Arithmetic;
            arguments.add(compound ? "（" + rule(argument) + "）" : rule(argument));
        }
        return filled(call.function(), call.arguments(), arguments);
    }

    /** Fills a function's template; a literal rate gets its sign. */
    static String filled(Function function, List<Expr> arguments, List<String> texts) {
        String text = function.wording();
        for (int index = 0; index < texts.size(); index++) {
            boolean literalPercent =
                    function == Function.PCT && index == 1 && arguments.get(index) instanceof Expr.Constant;
            text = text.replace("{" + index + "}", texts.get(index) + (literalPercent ? "%" : ""));
        }
        return text;
    }

    private String fold(Expr.Fold fold) {
        String body = rule(fold.body());
        return switch (fold.folding()) {
            case EVERY -> "每名家庭成员都" + body;
            case SOME -> "至少一名家庭成员" + body;
            case COUNT -> body + "的家庭成员人数";
            case SUM -> "各家庭成员" + body + "之和";
        };
    }

    /** The value of an expression for people to read. */
    public static String value(Value value, Expr expr, Unit unit) {
        return Amounts.text(value, unit, codes(expr));
    }

    /** A value of a named fact or parameter for people to read. */
    public static String value(Value value, Symbol symbol) {
        return Amounts.text(value, symbol.unit(), symbol.codes());
    }

    /** A number for people to read. */
    public static String value(Value value, Unit unit) {
        return Amounts.text(value, unit, Map.of());
    }

    /** The title or label that an expression is known by, if it is a plain name. */
    static Optional<String> label(Expr expr) {
        return Types.symbol(expr).map(Symbol::label);
    }
}
