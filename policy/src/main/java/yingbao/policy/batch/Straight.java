package yingbao.policy.batch;

import java.util.List;
import yingbao.policy.batch.Operand.Place;
import yingbao.policy.expr.Expr;

/**
 * Writes logic without branches: every part is worked out, also where another has settled the answer. A processor guesses
 * wrong about ages and incomes, and without branches it takes several rows at a time. Only for what cannot fail, so that
 * no row is left to the other evaluator for the sake of a part that nobody would have asked for.
 */
final class Straight {
    private final Code code;

    Straight(Code code) {
        this.code = code;
    }

    /** Whether an expression is worked out alike for all rows, cheaply, and cannot fail. */
    static boolean isPossible(Expr expr, Names names, String programme) {
        return switch (expr) {
            case Expr.Constant _, Expr.FactRef _, Expr.LetRef _, Expr.ParameterRef _, Expr.AsOf _, Expr.Receives _ ->
                true;
            case Expr.Not _, Expr.All _, Expr.Any _, Expr.Among _ -> areAllPossible(expr, names, programme);
            case Expr.Comparison comparison ->
                haveOneDenominator(comparison.left(), comparison.right(), names, programme)
                        && areAllPossible(expr, names, programme);
            case Expr.Choice choice ->
                haveOneDenominator(choice.then(), choice.otherwise(), names, programme)
                        && areAllPossible(expr, names, programme);
            case Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> false;
        };
    }

    private static boolean areAllPossible(Expr expr, Names names, String programme) {
        return expr.children().stream().allMatch(child -> isPossible(child, names, programme));
    }

    private static boolean haveOneDenominator(Expr left, Expr right, Names names, String programme) {
        long one = Denominators.of(left, names, programme);
        return one != Vector.EACH_ITS_OWN && one == Denominators.of(right, names, programme);
    }

    /** One where something is missing, zero elsewhere. */
    Place isOpen(List<Place> missing) {
        Place any = Operand.ZERO;
        for (Place word : missing) {
            any = code.or(any, word);
        }
        return any.is(0) ? Operand.ZERO : code.call("isAny", any);
    }

    /** One where two numbers differ. */
    Place differ(Operand left, Operand right) {
        return code.call("differ", compared(left, right), comparedWith(left, right));
    }

    /** One where a number is less than another. */
    Place isLess(Operand left, Operand right) {
        return code.call("isLess", compared(left, right), comparedWith(left, right));
    }

    /** What stands to the number beside it as one number does to another: itself, where both are over the same. */
    private Place compared(Operand left, Operand right) {
        return left.denominator().equals(right.denominator())
                ? left.number()
                : code.call("compare", left.number(), left.denominator(), right.number(), right.denominator());
    }

    private static Place comparedWith(Operand left, Operand right) {
        return left.denominator().equals(right.denominator()) ? right.number() : Operand.ZERO;
    }

    /** Kleene's conjunction: one answer known to be no settles it, and then nothing is missing. */
    Operand all(List<Operand> operands) {
        Place result = Operand.ONE;
        for (Operand operand : operands) {
            result = code.and(result, code.or(operand.number(), isOpen(operand.missing())));
        }
        return new Operand(result, Operand.ONE, where(result, missing(operands)));
    }

    /** Kleene's disjunction: one answer known to be yes settles it, and then nothing is missing. */
    Operand any(List<Operand> operands) {
        Place result = Operand.ZERO;
        for (Operand operand : operands) {
            Place known = code.not(isOpen(operand.missing()));
            result = code.or(result, code.and(operand.number(), known));
        }
        return new Operand(result, Operand.ONE, where(code.not(result), missing(operands)));
    }

    /** One of two, which are over the same. */
    Operand choice(Operand condition, Operand then, Operand otherwise) {
        Place holds = condition.number();
        List<Place> missing = code.chosen(holds, then.missing(), otherwise.missing());
        Place known = code.not(isOpen(condition.missing()));
        return new Operand(
                code.chosen(holds, then.number(), otherwise.number()),
                then.denominator(),
                code.or(condition.missing(), where(known, missing)));
    }

    private List<Place> missing(List<Operand> operands) {
        List<Place> all = operands.getFirst().missing();
        for (Operand operand : operands.subList(1, operands.size())) {
            all = code.or(all, operand.missing());
        }
        return all;
    }

    /** Some bits where a flag is one, and none elsewhere. */
    private List<Place> where(Place flag, List<Place> bits) {
        return bits.stream().map(word -> code.where(flag, word)).toList();
    }
}
