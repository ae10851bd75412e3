package yingbao.policy.batch;

import java.util.List;
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
        return switch (expr) {
            case Expr.LetRef let -> names.let(programme, let.slot()).denominator();
            case Expr.Choice choice ->
                common(of(choice.then(), names, programme), of(choice.otherwise(), names, programme));
            case Expr.Arithmetic arithmetic -> {
                long left = of(arithmetic.left(), names, programme);
                long right = of(arithmetic.right(), names, programme);
                yield switch (arithmetic.operation()) {
                    case PLUS, MINUS -> left == right ? left : product(left, right);
                    case TIMES -> product(left, right);
                };
            }
            case Expr.Call call -> call(call, names, programme);
            case Expr.Fold fold -> {
                long body = of(fold.body(), names, programme);
                if (fold.folding() == Expr.Folding.SUM && body == EACH) {
                    throw new Uncompilable("batch.sum-of-fractions");
                }
                yield fold.folding() == Expr.Folding.SUM ? body : 1;
            }
            case Expr.FactRef fact ->
                names.fact(
                                fact.subject() instanceof Expr.Subject.TheHousehold ? Holder.HOUSEHOLD : Holder.PERSON,
                                fact.slot())
                        .denominator();
            case Expr.Constant _, Expr.ParameterRef _, Expr.AsOf _, Expr.Receives _, Expr.Not _ -> 1;
            case Expr.All _, Expr.Any _, Expr.Comparison _, Expr.Among _ -> 1;
        };
    }

    private static long call(Expr.Call call, Names names, String programme) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case PCT -> product(scaled(call, names, programme), 100);
            case BP -> product(scaled(call, names, programme), 10_000);
            case MUL_DIV -> {
                long divided = scaled(call, names, programme);
                yield arguments.get(2) instanceof Expr.Constant(Value.Whole(long divisor), int _) && divisor > 0
                        ? product(divided, divisor)
                        : EACH;
            }
            case LEAST, GREATEST ->
                common(of(arguments.get(0), names, programme), of(arguments.get(1), names, programme));
            case CEIL_YUAN, FLOOR_YUAN, ROUND_YUAN, CEIL_JIAO, AGE_YEARS, MONTHS_BETWEEN, BIRTH_DATE_OF, SEX_OF -> 1;
            case MONTHS_PER_YEAR, ONE_PERSON -> 1;
        };
    }

    private static long scaled(Expr.Call call, Names names, String programme) {
        return product(
                of(call.arguments().get(0), names, programme),
                of(call.arguments().get(1), names, programme));
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
