package yingbao.policy.expr;

import java.util.List;
import yingbao.policy.expr.Expr.Operation;
import yingbao.policy.expr.Expressions.FaultException;

/**
 * Infers what the number of an expression counts, and refuses what does not fit: fen plus persons, a yearly against a
 * monthly amount, and any amount of money written into an expression instead of a parameter.
 */
final class Units {

    /** A unit, or a literal that takes the unit of what it stands beside. */
    private sealed interface Inferred {
        record Known(Unit unit) implements Inferred {}

        record Literal(boolean isZero) implements Inferred {}
    }

    private Units() {}

    /** The unit of an expression; a bare literal counts nothing. */
    static Unit infer(Expr expr) {
        return switch (of(expr)) {
            case Inferred.Known known -> known.unit();
            case Inferred.Literal _ -> Unit.NONE;
        };
    }

    private static Inferred of(Expr expr) {
        return switch (expr) {
            case Expr.Constant constant ->
                constant.value() instanceof Value.Whole(long value)
                        ? new Inferred.Literal(value == 0)
                        : known(Unit.NONE);
            case Expr.FactRef fact -> known(fact.symbol().unit());
            case Expr.LetRef let -> known(let.symbol().unit());
            case Expr.ParameterRef parameter -> known(parameter.symbol().unit());
            case Expr.AsOf _ -> known(Unit.DATE);
            case Expr.Receives _, Expr.Among _ -> known(Unit.NONE);
            case Expr.Not not -> flag(List.of(not.operand()));
            case Expr.All all -> flag(all.operands());
            case Expr.Any any -> flag(any.operands());
            case Expr.Choice choice -> {
                of(choice.condition());
                yield same(choice.then(), choice.otherwise(), choice.at());
            }
            case Expr.Comparison comparison -> {
                same(comparison.left(), comparison.right(), comparison.at());
                yield known(Unit.NONE);
            }
            case Expr.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expr.Call call -> call(call);
            case Expr.Fold fold -> fold(fold);
        };
    }

    private static Inferred known(Unit unit) {
        return new Inferred.Known(unit);
    }

    private static Inferred flag(List<Expr> operands) {
        operands.forEach(Units::of);
        return known(Unit.NONE);
    }

    private static Inferred fold(Expr.Fold fold) {
        Inferred body = of(fold.body());
        return switch (fold.folding()) {
            case EVERY, SOME -> known(Unit.NONE);
            case COUNT -> known(Unit.PERSON);
            case SUM -> body;
        };
    }

    private static Inferred arithmetic(Expr.Arithmetic arithmetic) {
        return switch (arithmetic.operation()) {
            case TIMES -> times(of(arithmetic.left()), of(arithmetic.right()));
            case PLUS, MINUS -> sum(arithmetic);
        };
    }

    private static Inferred times(Inferred left, Inferred right) {
        return switch (left) {
            case Inferred.Known(Unit leftUnit) ->
                switch (right) {
                    case Inferred.Known(Unit rightUnit) -> known(leftUnit.times(rightUnit));
                    case Inferred.Literal _ -> left;
                };
            case Inferred.Literal _ -> right;
        };
    }

    private static Inferred sum(Expr.Arithmetic sum) {
        Inferred left = of(sum.left());
        Inferred right = of(sum.right());
        boolean leftIsDate = left.equals(known(Unit.DATE));
        boolean rightIsDate = right.equals(known(Unit.DATE));
        if (leftIsDate && rightIsDate) {
            if (sum.operation() == Operation.PLUS) {
                throw mismatch(Unit.DATE, Unit.DATE, sum.at());
            }
            return known(Unit.DAY);
        }
        if (leftIsDate && (right.equals(known(Unit.DAY)) || right instanceof Inferred.Literal)) {
            return left;
        }
        return same(left, right, sum.at());
    }

    private static Inferred call(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case PCT -> {
                expect(arguments.get(1), Unit.PERCENT);
                yield of(arguments.get(0));
            }
            case BP -> {
                expect(arguments.get(1), Unit.NONE);
                yield of(arguments.get(0));
            }
            case MUL_DIV -> {
                Inferred product = times(of(arguments.get(0)), of(arguments.get(1)));
                yield per(product, of(arguments.get(2)));
            }
            case CEIL_YUAN, FLOOR_YUAN, ROUND_YUAN, CEIL_JIAO -> {
                Inferred amount = of(arguments.getFirst());
                if (amount instanceof Inferred.Known(Unit unit) && !unit.isMoney()) {
                    throw mismatch(Unit.FEN, unit, arguments.getFirst().at());
                }
                yield amount;
            }
            case LEAST, GREATEST -> same(arguments.get(0), arguments.get(1), call.at());
            case AGE_YEARS -> {
                arguments.forEach(argument -> expect(argument, Unit.DATE));
                yield known(Unit.YEAR);
            }
            case MONTHS_BETWEEN -> {
                arguments.forEach(argument -> expect(argument, Unit.DATE));
                yield known(Unit.MONTH);
            }
            case BIRTH_DATE_OF -> known(Unit.DATE);
            case SEX_OF -> known(Unit.NONE);
            case MONTHS_PER_YEAR -> known(Unit.MONTH.per(Unit.YEAR));
            case ONE_PERSON -> known(Unit.PERSON);
        };
    }

    private static Inferred per(Inferred dividend, Inferred divisor) {
        return switch (divisor) {
            case Inferred.Literal _ -> dividend;
            case Inferred.Known(Unit divisorUnit) ->
                switch (dividend) {
                    case Inferred.Known(Unit dividendUnit) -> known(dividendUnit.per(divisorUnit));
                    case Inferred.Literal _ -> known(Unit.NONE.per(divisorUnit));
                };
        };
    }

    private static void expect(Expr argument, Unit unit) {
        if (of(argument) instanceof Inferred.Known(Unit found) && !found.equals(unit)) {
            throw mismatch(unit, found, argument.at());
        }
    }

    private static Inferred same(Expr left, Expr right, int at) {
        return same(of(left), of(right), at);
    }

    private static Inferred same(Inferred left, Inferred right, int at) {
        return switch (left) {
            case Inferred.Known(Unit leftUnit) ->
                switch (right) {
                    case Inferred.Known(Unit rightUnit) -> {
                        if (!leftUnit.equals(rightUnit)) {
                            throw mismatch(leftUnit, rightUnit, at);
                        }
                        yield left;
                    }
                    case Inferred.Literal(boolean isZero) -> adopted(leftUnit, isZero, at);
                };
            case Inferred.Literal(boolean leftIsZero) ->
                switch (right) {
                    case Inferred.Known(Unit rightUnit) -> adopted(rightUnit, leftIsZero, at);
                    case Inferred.Literal(boolean rightIsZero) -> new Inferred.Literal(leftIsZero && rightIsZero);
                };
        };
    }

    private static Inferred adopted(Unit unit, boolean literalIsZero, int at) {
        if (unit.isMoney() && !literalIsZero) {
            throw new FaultException(ExprFault.at(at, "expr.literal-amount"));
        }
        return known(unit);
    }

    private static FaultException mismatch(Unit left, Unit right, int at) {
        return new FaultException(ExprFault.at(at, "expr.units", left.toString(), right.toString()));
    }
}
