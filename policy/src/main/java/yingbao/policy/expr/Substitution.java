package yingbao.policy.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says an expression with the values of one household put in: 6,000.00元/年 ＜ 4,200.00元/人·年×3人＝12,600.00元/年. Where a
 * comparison does not hold, the sign is the one that does.
 */
public final class Substitution {
    private final Evaluator evaluator;
    private final Frame frame;
    private final Wording wording;
    private final Phrases phrases;
    private final Function<Facts, String> memberName;

    /**
     * A substitution.
     *
     * @param memberName how to call a member, for statements about each
     */
    public Substitution(Evaluator evaluator, Frame frame, Wording wording, Function<Facts, String> memberName) {
        this.evaluator = evaluator;
        this.frame = frame;
        this.wording = wording;
        this.phrases = wording.phrases();
        this.memberName = memberName;
    }

    /** The whole expression with its values. */
    public String of(Expr expr) {
        return switch (expr) {
            case Expr.Comparison comparison -> comparison(comparison);
            case Expr.All _, Expr.Any _ ->
                statements(expr).distinct().collect(Collectors.joining(phrases.say("further")));
            case Expr.Not not -> of(not.operand());
            case Expr.Among among -> labelled(among.operand());
            case Expr.Receives receives -> phrases.say("says", wording.sentence(receives), value(receives));
            case Expr.Fold fold
            when fold.folding() == Expr.Folding.EVERY || fold.folding() == Expr.Folding.SOME -> members(fold);
            case Expr.Constant _, Expr.FactRef _, Expr.LetRef _, Expr.ParameterRef _, Expr.AsOf _ -> labelled(expr);
            case Expr.Arithmetic _, Expr.Call _, Expr.Choice _, Expr.Fold _ -> side(expr);
        };
    }

    /** What a condition consists of, through all its groups; the same fact may stand in several of them. */
    private Stream<String> statements(Expr expr) {
        return expr instanceof Expr.All || expr instanceof Expr.Any
                ? expr.children().stream().flatMap(this::statements)
                : Stream.of(of(expr));
    }

    private String labelled(Expr expr) {
        return phrases.say("equals", wording.sentence(expr), value(expr));
    }

    private String value(Expr expr) {
        return Wording.value(wording.language(), evaluator.evaluate(expr, frame), expr, Units.infer(expr));
    }

    private String comparison(Expr.Comparison comparison) {
        Value left = evaluator.evaluate(comparison.left(), frame);
        Value right = evaluator.evaluate(comparison.right(), frame);
        if (Types.of(comparison.left()) != Type.WHOLE) {
            return labelled(comparison.left() instanceof Expr.Constant ? comparison.right() : comparison.left());
        }
        String sign = left.isKnown() && right.isKnown() ? sign(left, right) : phrases.say("sign-open");
        return named(comparison.left()) + side(comparison.left()) + " " + sign + " " + named(comparison.right())
                + side(comparison.right(), Units.infer(comparison.left()));
    }

    private String sign(Value left, Value right) {
        int order = yingbao.policy.expr.Function.Numbers.compare(left, right);
        return phrases.say(order < 0 ? "sign-less" : order == 0 ? "sign-equal" : "sign-more");
    }

    private static String named(Expr expr) {
        return Wording.label(expr).map(label -> label + " ").orElse("");
    }

    private String side(Expr expr) {
        return side(expr, Units.infer(expr));
    }

    /** One side of a comparison: its value, and for a calculation how it comes about. */
    private String side(Expr expr, Unit literalUnit) {
        if (expr instanceof Expr.Constant constant) {
            return Amounts.text(wording.language(), constant.value(), literalUnit, Map.of());
        }
        Expr definition = expr instanceof Expr.LetRef let ? frame.definition(let.slot()) : expr;
        return isCalculation(definition) ? phrases.say("equals", formula(definition), value(expr)) : value(expr);
    }

    private static boolean isCalculation(Expr expr) {
        boolean namedConstant =
                expr instanceof Expr.Call call && call.arguments().isEmpty();
        return expr instanceof Expr.Arithmetic || (expr instanceof Expr.Call && !namedConstant);
    }

    private String formula(Expr expr) {
        if (expr instanceof Expr.Arithmetic arithmetic) {
            return phrases.say(
                    "",
                    arithmetic.operation(),
                    operand(arithmetic.left(), arithmetic),
                    operand(arithmetic.right(), arithmetic));
        }
        if (expr instanceof Expr.Call call) {
            List<String> arguments = new ArrayList<>();
            for (Expr argument : call.arguments()) {
                arguments.add(
                        argument instanceof Expr.Arithmetic
                                ? phrases.say("inside", formula(argument))
                                : formula(argument));
            }
            return wording.filled(call.function(), call.arguments(), arguments);
        }
        return expr instanceof Expr.Constant constant
                ? Amounts.text(wording.language(), constant.value(), Unit.NONE, Map.of())
                : value(expr);
    }

    private String operand(Expr expr, Expr.Arithmetic parent) {
        boolean weaker = expr instanceof Expr.Arithmetic inner
                && inner.operation() != Expr.Operation.TIMES
                && parent.operation() != Expr.Operation.PLUS;
        return weaker ? phrases.say("inside", formula(expr)) : formula(expr);
    }

    private String members(Expr.Fold fold) {
        List<String> each = new ArrayList<>();
        List<Facts> members = frame.situation().members();
        for (int member = 0; member < members.size(); member++) {
            Value value = evaluator.evaluate(fold.body(), frame, member);
            each.add(phrases.say(
                    "says",
                    memberName.apply(members.get(member)),
                    Wording.value(wording.language(), value, fold.body(), Unit.NONE)));
        }
        return phrases.say("each", wording.sentence(fold.body()), String.join(phrases.say("also"), each));
    }

    /** The full names of the facts, and of the parameters, that the value of an expression rests on. */
    public List<String> restsOn(Expr expr) {
        TreeSet<String> names = new TreeSet<>();
        collect(expr, names);
        return List.copyOf(names);
    }

    private void collect(Expr expr, Set<String> names) {
        expr.walk(node -> {
            if (node instanceof Expr.FactRef fact) {
                collect(fact, names);
            } else if (node instanceof Expr.LetRef let) {
                collect(frame.definition(let.slot()), names);
            } else if (node instanceof Expr.ParameterRef parameter) {
                names.add(switch (parameter.moment()) {
                            case NOW -> "param.";
                            case LAST_YEAR -> "last_year.";
                        }
                        + parameter.symbol().name());
            }
        });
    }

    /** A derived fact rests on what it follows from, unless everybody it is asked of was given it. */
    private void collect(Expr.FactRef fact, Set<String> names) {
        Situation situation = frame.situation();
        boolean ofHousehold = fact.subject() instanceof Expr.Subject.TheHousehold;
        names.add((ofHousehold ? "household." : "person.") + fact.symbol().name());
        List<Facts> holders = switch (fact.subject()) {
            case Expr.Subject.TheHousehold _ -> List.of(situation.household());
            case Expr.Subject.ThePerson _
            when frame.person() != Entitlements.HOUSEHOLD_ITSELF -> List.of(situation.facts(frame.person()));
            case Expr.Subject.ThePerson _, Expr.Subject.TheMember _ -> situation.members();
        };
        boolean given =
                holders.stream().allMatch(holder -> holder.given(fact.slot()).isPresent());
        Holder holder = ofHousehold ? Holder.HOUSEHOLD : Holder.PERSON;
        if (!given) {
            situation.derivations().of(holder, fact.slot()).ifPresent(derivation -> collect(derivation.expr(), names));
        }
    }
}
