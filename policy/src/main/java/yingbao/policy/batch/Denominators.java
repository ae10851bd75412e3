package yingbao.policy.batch;

import java.util.List;
import java.util.OptionalLong;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;

/** What the numbers of an expression are over: one number for all of them, or {@link Vector#EACH_ITS_OWN}. */
final class Denominators {
    private static final long EACH = Vector.EACH_ITS_OWN;

    private Denominators() {}

    /**
     * The denominator of an expression.
     *
     * @throws Uncompilable where it is no longer a number of 64 bits, or a sum over members mixes denominators
     */
    static long of(Expr expr, Names names, String programme) {
        // All of them are looked at, for what a comparison or a rounding turns into a whole number has to be compiled
        // too.
        List<Long> below = expr.children().stream()
                .map(child -> of(child, names, programme))
                .toList();
        return switch (expr) {
            case Expr.LetRef let -> names.let(programme, let.slot()).denominator();
            case Expr.Choice _ -> common(below.get(1), below.get(2));
            case Expr.Arithmetic arithmetic ->
                switch (arithmetic.operation()) {
                    case PLUS, MINUS ->
                        below.get(0).equals(below.get(1)) ? below.get(0) : product(below.get(0), below.get(1));
                    case TIMES -> product(below.get(0), below.get(1));
                };
            case Expr.Call call -> call(call, below);
            case Expr.Fold fold ->
                switch (fold.folding()) {
                    case EVERY, SOME, COUNT -> 1;
                    case SUM -> ofSum(below.getFirst());
                };
            case Expr.FactRef fact ->
                names.fact(
                                fact.subject() instanceof Expr.Subject.TheHousehold ? Holder.HOUSEHOLD : Holder.PERSON,
                                fact.slot())
                        .denominator();
            case Expr.Constant _, Expr.ParameterRef _, Expr.AsOf _, Expr.Receives _, Expr.Not _ -> 1;
            case Expr.All _, Expr.Any _, Expr.Comparison _, Expr.Among _ -> 1;
        };
    }

    private static long ofSum(long body) {
        if (body == EACH) {
            throw new Uncompilable("batch.sum-of-fractions");
        }
        return body;
    }

    private static long call(Expr.Call call, List<Long> below) {
        return switch (call.function()) {
            case PCT -> product(product(below.get(0), below.get(1)), 100);
            case BP -> product(product(below.get(0), below.get(1)), 10_000);
            case MUL_DIV -> {
                long divided = product(below.get(0), below.get(1));
                OptionalLong divisor = divisor(call);
                yield divisor.isPresent() ? product(divided, divisor.getAsLong()) : EACH;
            }
            case LEAST, GREATEST -> common(below.get(0), below.get(1));
            case CEIL_YUAN, FLOOR_YUAN, ROUND_YUAN, CEIL_JIAO, AGE_YEARS, MONTHS_BETWEEN, BIRTH_DATE_OF, SEX_OF -> 1;
            case MONTHS_PER_YEAR, ONE_PERSON -> 1;
        };
    }

    /** What a {@code mulDiv} divides by, where that is a number above zero whatever the data. */
    static OptionalLong divisor(Expr.Call mulDiv) {
        return mulDiv.arguments().get(2) instanceof Expr.Constant(Value.Whole(long divisor), int _) && divisor > 0
                ? OptionalLong.of(divisor)
                : OptionalLong.empty();
    }

    private static long common(long left, long right) {
        return left == right ? left : EACH;
    }

    static long product(long left, long right) {
        try {
            return left == EACH || right == EACH ? EACH : Math.multiplyExact(left, right);
        } catch (ArithmeticException tooLarge) {
            throw new Uncompilable("batch.denominator");
        }
    }
}
