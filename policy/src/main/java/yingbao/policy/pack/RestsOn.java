package yingbao.policy.pack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Expr.Subject;
import yingbao.policy.pack.Programme.Clause;

/** Which other programmes a programme rests on: whoever draws none of them is not entitled under it, whatever else holds. */
public final class RestsOn {
    private RestsOn() {}

    /**
     * Ids of programmes, of each set one of which must be drawn by the household or the person; none where it rests on no
     * other. A programme that only counts beside other ways to be entitled is not among them.
     */
    public static List<Set<String>> of(Programme programme) {
        return every(programme.clauses(), RestsOn::demands);
    }

    private static List<Set<String>> demands(Clause clause) {
        return switch (clause) {
            case Clause.Test test -> demands(test.when());
            case Clause.AnyOf any -> some(any.parts(), RestsOn::demands);
        };
    }

    private static List<Set<String>> demands(Expr expr) {
        return switch (expr) {
            case Expr.Receives(Subject subject, String programme, int _) ->
                // What another member draws is no business of whoever holds this.
                subject instanceof Subject.TheHousehold || subject instanceof Subject.ThePerson
                        ? List.of(Set.of(programme))
                        : List.of();
            case Expr.All all -> every(all.operands(), RestsOn::demands);
            case Expr.Any any -> some(any.operands(), RestsOn::demands);
            case Expr.Constant _,
                    Expr.FactRef _,
                    Expr.LetRef _,
                    Expr.ParameterRef _,
                    Expr.AsOf _,
                    Expr.Not _,
                    Expr.Choice _,
                    Expr.Comparison _,
                    Expr.Among _,
                    Expr.Arithmetic _,
                    Expr.Call _,
                    Expr.Fold _ -> List.of();
        };
    }

    private static <T> List<Set<String>> every(List<T> parts, Function<T, List<Set<String>>> demands) {
        return parts.stream().map(demands).flatMap(List::stream).distinct().toList();
    }

    /** Each part must demand something: then one of all that is demanded first is drawn whichever part holds. */
    private static <T> List<Set<String>> some(List<T> parts, Function<T, List<Set<String>>> demands) {
        Set<String> together = new LinkedHashSet<>();
        for (T part : parts) {
            List<Set<String>> demanded = demands.apply(part);
            if (demanded.isEmpty()) {
                return List.of();
            }
            together.addAll(demanded.getFirst());
        }
        return together.isEmpty() ? List.of() : List.of(Set.copyOf(together));
    }
}
