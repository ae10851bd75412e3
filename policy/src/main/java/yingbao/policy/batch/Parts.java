package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import yingbao.policy.expr.Expr;

/**
 * Takes large conditions apart, into parts that are worked out one after the other. The virtual machine takes several rows
 * at a time only in short loops, and then a part costs less than what it would add to a long one.
 */
final class Parts {
    /** The weight of a loop that is still short. */
    private static final int SHORT = 20;
    /** What a flag that is missing somewhere adds, at most. */
    private static final int MISSING = 3;

    private final Predicate<Expr> mayMiss;
    private final UnaryOperator<Expr> apart;

    /**
     * Begins.
     *
     * @param mayMiss whether a name may be missing somewhere
     * @param apart has an expression worked out before, and returns its name
     */
    Parts(Predicate<Expr> mayMiss, UnaryOperator<Expr> apart) {
        this.mayMiss = mayMiss;
        this.apart = apart;
    }

    /** The same condition, short; it is worked out alike for all rows and cannot fail. */
    Expr shortened(Expr expr) {
        if (weight(expr) <= SHORT) {
            return expr;
        }
        return switch (expr) {
            case Expr.All(List<Expr> operands, int at) ->
                new Expr.All(grouped(operands, group -> new Expr.All(group, at)), at);
            case Expr.Any(List<Expr> operands, int at) ->
                new Expr.Any(grouped(operands, group -> new Expr.Any(group, at)), at);
            case Expr.Not(Expr operand, int at) -> new Expr.Not(part(operand), at);
            case Expr.Comparison(var relation, Expr left, Expr right, int at) ->
                new Expr.Comparison(relation, part(left), part(right), at);
            case Expr.Choice(Expr condition, Expr then, Expr otherwise, int at) ->
                new Expr.Choice(part(condition), part(then), part(otherwise), at);
            case Expr.Among(Expr operand, List<String> codes, int at) -> new Expr.Among(part(operand), codes, at);
            case Expr.Constant _, Expr.FactRef _, Expr.LetRef _, Expr.ParameterRef _, Expr.AsOf _ -> expr;
            case Expr.Receives _, Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> expr;
        };
    }

    /** As few operands as one loop can join, each of them a group of those given. */
    private List<Expr> grouped(List<Expr> operands, Function<List<Expr>, Expr> joined) {
        List<Expr> left = operands.stream()
                .map(operand -> weight(operand) > SHORT / 2 ? part(operand) : operand)
                .toList();
        while (weight(joined.apply(left)) > SHORT && left.size() > 2) {
            List<Expr> groups = new ArrayList<>();
            List<Expr> group = new ArrayList<>();
            for (Expr operand : left) {
                group.add(operand);
                if (group.size() > 1 && weight(joined.apply(group)) > SHORT - SHORT / 4) {
                    groups.add(apart.apply(joined.apply(List.copyOf(group))));
                    group.clear();
                }
            }
            groups.addAll(group);
            left = groups;
        }
        return left;
    }

    private Expr part(Expr expr) {
        return expr.children().isEmpty() ? expr : apart.apply(shortened(expr));
    }

    /** About how many instructions a row takes. */
    private int weight(Expr expr) {
        int below = expr.children().stream().mapToInt(this::weight).sum();
        return below
                + switch (expr) {
                    case Expr.Constant _, Expr.ParameterRef _, Expr.AsOf _ -> 0;
                    case Expr.FactRef _, Expr.LetRef _, Expr.Receives _ -> 2 + (mayMiss.test(expr) ? MISSING : 0);
                    case Expr.Not _ -> 1;
                    case Expr.All _, Expr.Any _ -> 3 * expr.children().size();
                    case Expr.Comparison _ -> 5;
                    case Expr.Among among -> 3 * among.codes().size();
                    case Expr.Choice _ -> 6;
                    case Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> SHORT;
                };
    }
}
