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
import yingbao.policy.value.Language;

/**
 * Says an expression in words, as policy staff would write it. Names become labels, codes their meanings, and each operator
 * its verb.
 */
public final class Wording {
    private final Phrases phrases;
    private final Language language;
    private final UnaryOperator<String> programmeTitle;

    /**
     * A wording.
     *
     * @param language the language of the labels
     * @param programmeTitle programme id to title, for {@code receives}
     */
    public Wording(Language language, UnaryOperator<String> programmeTitle) {
        this.language = language;
        this.phrases = Phrases.in(language);
        this.programmeTitle = programmeTitle;
    }

    Phrases phrases() {
        return phrases;
    }

    Language language() {
        return language;
    }

    /** The whole expression as a sentence without a full stop. */
    public String sentence(Expr expr) {
        return phrases.sentence(rule(expr));
    }

    /** The whole expression, to stand inside a sentence. */
    String rule(Expr expr) {
        return switch (expr) {
            case Expr.Constant constant -> Amounts.text(language, constant.value(), Unit.NONE, Map.of());
            case Expr.FactRef fact -> named(fact.symbol());
            case Expr.LetRef let -> named(let.symbol());
            case Expr.ParameterRef parameter ->
                parameter.moment() == Moment.LAST_YEAR
                        ? phrases.say("year-before", named(parameter.symbol()))
                        : named(parameter.symbol());
            case Expr.AsOf _ -> phrases.say("day-decided");
            case Expr.Receives receives -> receives("receives", receives);
            case Expr.Not not -> negated(not.operand());
            case Expr.All all -> joined(all.operands(), phrases.say("and"));
            case Expr.Any any -> joined(any.operands(), phrases.say("or"));
            case Expr.Choice choice ->
                phrases.say("choice", rule(choice.condition()), rule(choice.then()), rule(choice.otherwise()));
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.Among among -> among(among);
            case Expr.Arithmetic arithmetic ->
                phrases.say(
                        "",
                        arithmetic.operation(),
                        operand(arithmetic, arithmetic.left()),
                        operand(arithmetic, arithmetic.right()));
            case Expr.Call call -> call(call);
            case Expr.Fold fold -> phrases.say("members-", fold.folding(), rule(fold.body()));
        };
    }

    private String named(Symbol symbol) {
        return phrases.inside(symbol.label());
    }

    private String receives(String phrase, Expr.Receives receives) {
        return phrases.say(phrase, who(receives.subject()), phrases.inside(programmeTitle.apply(receives.programme())))
                .strip();
    }

    private String who(Subject subject) {
        return switch (subject) {
            case Subject.TheHousehold _ -> phrases.say("the-family");
            case Subject.ThePerson _ -> phrases.say("the-person");
            case Subject.TheMember _ -> "";
        };
    }

    private String among(Expr.Among among) {
        String codes = among.codes().stream()
                .map(code -> code(new Value.Text(code), Unit.NONE, codes(among.operand())))
                .collect(Collectors.joining(phrases.say("listed")));
        return phrases.say(among.codes().size() > 1 ? "among-several" : "among", rule(among.operand()), codes);
    }

    private String code(Value value, Unit unit, Map<String, String> codes) {
        return phrases.inside(Amounts.text(language, value, unit, codes));
    }

    private String negated(Expr operand) {
        return switch (operand) {
            case Expr.FactRef fact
            when !fact.symbol().negative().isEmpty() ->
                phrases.inside(fact.symbol().negative());
            case Expr.Receives receives -> receives("receives-not", receives);
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
                    Expr.Fold _ -> phrases.say("not", rule(operand));
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
                        ? phrases.say("inside", rule(operand))
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
                ? code(constant.value(), unit, codes)
                : rule(comparison.right());
        String kind = unit.isMoney() ? "money-" : unit.equals(Unit.DATE) ? "date-" : "count-";
        return phrases.say(kind, comparison.relation(), rule(comparison.left()), right);
    }

    static Map<String, String> codes(Expr expr) {
        return Types.symbol(expr).map(Symbol::codes).orElse(Map.of());
    }

    private String operand(Expr.Arithmetic parent, Expr operand) {
        boolean sum = operand instanceof Expr.Arithmetic inner
                && inner.operation() != Expr.Operation.TIMES
                && parent.operation() != Expr.Operation.PLUS;
        boolean weaker = sum || operand instanceof Expr.Choice;
        return weaker ? phrases.say("inside", rule(operand)) : rule(operand);
    }

    private String call(Expr.Call call) {
        List<String> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            boolean compound = argument instanceof Expr.Arithmetic;
            arguments.add(compound ? phrases.say("inside", rule(argument)) : rule(argument));
        }
        return filled(call.function(), call.arguments(), arguments);
    }

    /** Fills a function's phrase; a literal rate gets its sign. */
    String filled(Function function, List<Expr> arguments, List<String> texts) {
        List<String> signed = new ArrayList<>(texts);
        if (function == Function.PCT && arguments.get(1) instanceof Expr.Constant) {
            signed.set(1, texts.get(1) + phrases.say("unit-", Unit.Base.PERCENT));
        }
        return phrases.say("", function, signed.toArray(String[]::new));
    }

    /** The value of an expression for people to read. */
    public static String value(Language language, Value value, Expr expr, Unit unit) {
        return Amounts.text(language, value, unit, codes(expr));
    }

    /** A value of a named fact or parameter for people to read. */
    public static String value(Language language, Value value, Symbol symbol) {
        return Amounts.text(language, value, symbol.unit(), symbol.codes());
    }

    /** A number for people to read. */
    public static String value(Language language, Value value, Unit unit) {
        return Amounts.text(language, value, unit, Map.of());
    }

    /** The title or label that an expression is known by, if it is a plain name. */
    static Optional<String> label(Expr expr) {
        return Types.symbol(expr).map(Symbol::label);
    }
}
