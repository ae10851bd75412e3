package yingbao.policy.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yingbao.policy.expr.Derivations.Derivation;
import yingbao.policy.expr.Expr.Subject;
import yingbao.policy.expr.Function.Numbers;
import yingbao.policy.expr.Value.Failure;
import yingbao.policy.expr.Value.Flag;
import yingbao.policy.expr.Value.Unknown;
import yingbao.policy.expr.Value.Whole;
import yingbao.policy.value.ValueException;

/**
 * Evaluates by walking the tree. Logic is Kleene's: a false settles an "and" and a true settles an "or", whatever is
 * unknown or failed beside it. Everything else is unknown as soon as one operand is, and then says what all of them
 * lack.
 */
final class TreeEvaluator implements Evaluator {

    private static final int[] NO_MEMBERS = {};

    @Override
    public Value evaluate(Expr expr, Frame frame) {
        return evaluate(expr, frame, NO_MEMBERS);
    }

    @Override
    public Value evaluate(Expr body, Frame frame, int member) {
        return evaluate(body, frame, new int[] {member});
    }

    /** {@code bound} holds the positions of the members that the enclosing folds stand at, outermost first. */
    private Value evaluate(Expr expr, Frame frame, int[] bound) {
        return switch (expr) {
            case Expr.Constant constant -> constant.value();
            case Expr.FactRef fact -> fact(frame, person(fact.subject(), frame, bound), fact.slot());
            case Expr.LetRef let -> frame.let(let.slot(), this);
            case Expr.ParameterRef parameter ->
                frame.situation().parameters(parameter.moment()).value(parameter.slot());
            case Expr.AsOf _ -> frame.situation().asOfDay();
            case Expr.Receives receives ->
                frame.situation()
                        .entitlements()
                        .receives(receives.programme(), person(receives.subject(), frame, bound));
            case Expr.Not not -> negate(evaluate(not.operand(), frame, bound));
            case Expr.All all -> logic(all.operands(), frame, bound, false);
            case Expr.Any any -> logic(any.operands(), frame, bound, true);
            case Expr.Choice choice -> choose(choice, frame, bound);
            case Expr.Comparison comparison -> {
                Value left = evaluate(comparison.left(), frame, bound);
                Value right = evaluate(comparison.right(), frame, bound);
                yield left.isKnown() && right.isKnown()
                        ? Flag.of(holds(comparison.relation(), left, right))
                        : undecided(List.of(left, right));
            }
            case Expr.Among among -> {
                Value operand = evaluate(among.operand(), frame, bound);
                yield operand instanceof Value.Text(String text)
                        ? Flag.of(among.codes().contains(text))
                        : operand;
            }
            case Expr.Arithmetic arithmetic ->
                calculate(
                        arithmetic.operation(),
                        evaluate(arithmetic.left(), frame, bound),
                        evaluate(arithmetic.right(), frame, bound));
            case Expr.Call call -> call(call, frame, bound);
            case Expr.Fold fold -> fold(fold, frame, bound);
        };
    }

    private static int person(Subject subject, Frame frame, int[] bound) {
        return switch (subject) {
            case Subject.TheHousehold _ -> Entitlements.HOUSEHOLD_ITSELF;
            case Subject.ThePerson _ -> frame.person();
            case Subject.TheMember member -> bound[member.depth()];
        };
    }

    private Value fact(Frame frame, int person, int slot) {
        Situation situation = frame.situation();
        Facts facts = situation.facts(person);
        Value given = facts.valueAt(slot);
        if (given != null) {
            return given;
        }
        @Nullable Value[] derived = situation.derived(person);
        Value remembered = derived[slot];
        if (remembered == null) {
            remembered = derive(frame, facts, person, slot);
            derived[slot] = remembered;
        }
        return remembered;
    }

    private Value derive(Frame frame, Facts facts, int person, int slot) {
        Situation situation = frame.situation();
        Holder holder = person == Entitlements.HOUSEHOLD_ITSELF ? Holder.HOUSEHOLD : Holder.PERSON;
        Unknown notGiven = Unknown.of(facts.missing(slot));
        Derivation derivation = situation.derivations().of(holder, slot).orElse(null);
        if (derivation == null) {
            return notGiven;
        }
        Value value = evaluate(derivation.expr(), new Frame(situation, person, List.of()));
        boolean officeMustAct = value instanceof Unknown unknown
                && unknown.missing().stream().anyMatch(missing -> missing.kind() == Missing.Kind.PARAMETER);
        // While an office has not set a parameter, collecting the ingredients settles nothing but the fact itself does.
        return derivation.collectable() && officeMustAct ? notGiven : value;
    }

    private static Value negate(Value operand) {
        return operand instanceof Flag(boolean value) ? Flag.of(!value) : operand;
    }

    private Value logic(List<Expr> operands, Frame frame, int[] bound, boolean settling) {
        List<Value> undecided = new ArrayList<>();
        for (Expr operand : operands) {
            Value value = evaluate(operand, frame, bound);
            if (value instanceof Flag(boolean flag)) {
                if (flag == settling) {
                    return value;
                }
            } else {
                undecided.add(value);
            }
        }
        return undecided.isEmpty() ? Flag.of(!settling) : undecided(undecided);
    }

    private Value choose(Expr.Choice choice, Frame frame, int[] bound) {
        Value condition = evaluate(choice.condition(), frame, bound);
        return condition instanceof Flag(boolean value)
                ? evaluate(value ? choice.then() : choice.otherwise(), frame, bound)
                : condition;
    }

    /** The union of what the unknown ones lack; only where none is unknown does a failure speak. */
    private static Value undecided(List<Value> values) {
        List<Unknown> unknowns = new ArrayList<>();
        for (Value value : values) {
            if (value instanceof Unknown unknown) {
                unknowns.add(unknown);
            }
        }
        if (unknowns.size() == 1) {
            return unknowns.getFirst();
        }
        if (!unknowns.isEmpty()) {
            return Unknown.union(unknowns);
        }
        for (Value value : values) {
            if (value instanceof Failure) {
                return value;
            }
        }
        throw new IllegalStateException("every operand is known");
    }

    private static boolean holds(Expr.Relation relation, Value left, Value right) {
        return switch (relation) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case LESS -> Numbers.compare(left, right) < 0;
            case AT_MOST -> Numbers.compare(left, right) <= 0;
            case GREATER -> Numbers.compare(left, right) > 0;
            case AT_LEAST -> Numbers.compare(left, right) >= 0;
        };
    }

    private static boolean equal(Value left, Value right) {
        return switch (left) {
            case Whole _, Value.Fraction _ -> Numbers.compare(left, right) == 0;
            case Flag _, Value.Text _ -> left.equals(right);
            case Unknown _, Failure _ -> throw new IllegalStateException("compared an undecided value");
        };
    }

    private static Value calculate(Expr.Operation operation, Value left, Value right) {
        if (!left.isKnown() || !right.isKnown()) {
            return undecided(List.of(left, right));
        }
        try {
            if (left instanceof Whole(long leftWhole) && right instanceof Whole(long rightWhole)) {
                return new Whole(
                        switch (operation) {
                            case PLUS -> Math.addExact(leftWhole, rightWhole);
                            case MINUS -> Math.subtractExact(leftWhole, rightWhole);
                            case TIMES -> Math.multiplyExact(leftWhole, rightWhole);
                        });
            }
            return Numbers.simplest(
                    switch (operation) {
                        case PLUS -> Numbers.ratio(left).plus(Numbers.ratio(right));
                        case MINUS -> Numbers.ratio(left).minus(Numbers.ratio(right));
                        case TIMES -> Numbers.ratio(left).times(Numbers.ratio(right));
                    });
        } catch (ArithmeticException overflow) {
            // Once compiled, the JDK throws this one without its message; the same question must get the same answer.
            return new Failure("arithmetic", "long overflow");
        }
    }

    private Value call(Expr.Call call, Frame frame, int[] bound) {
        List<Value> arguments = new ArrayList<>(call.arguments().size());
        boolean known = true;
        for (Expr argument : call.arguments()) {
            Value value = evaluate(argument, frame, bound);
            known &= value.isKnown();
            arguments.add(value);
        }
        if (!known) {
            return undecided(arguments);
        }
        try {
            return call.function().apply(arguments);
        } catch (ArithmeticException overflow) {
            return new Failure("arithmetic", String.valueOf(overflow.getMessage()));
        } catch (ValueException invalid) {
            return new Failure(invalid.code(), String.join(" ", invalid.args()));
        }
    }

    private Value fold(Expr.Fold fold, Frame frame, int[] bound) {
        Situation situation = frame.situation();
        int members = situation.members().size();
        if (members == 0) {
            return Unknown.of(new Missing(
                    Missing.Kind.MEMBERS,
                    Missing.MEMBERS_NAME,
                    situation.household().id()));
        }
        int[] inner = Arrays.copyOf(bound, bound.length + 1);
        List<Value> undecided = new ArrayList<>();
        Value total = new Whole(0);
        for (int member = 0; member < members; member++) {
            inner[bound.length] = member;
            Value value = evaluate(fold.body(), frame, inner);
            if (!value.isKnown()) {
                undecided.add(value);
                continue;
            }
            switch (fold.folding()) {
                case EVERY -> {
                    if (value.equals(Flag.FALSE)) {
                        return value;
                    }
                }
                case SOME -> {
                    if (value.equals(Flag.TRUE)) {
                        return value;
                    }
                }
                case COUNT -> total = calculate(Expr.Operation.PLUS, total, new Whole(value.equals(Flag.TRUE) ? 1 : 0));
                case SUM -> total = calculate(Expr.Operation.PLUS, total, value);
            }
        }
        if (!undecided.isEmpty()) {
            return undecided(undecided);
        }
        return switch (fold.folding()) {
            case EVERY -> Flag.TRUE;
            case SOME -> Flag.FALSE;
            case COUNT, SUM -> total;
        };
    }
}
