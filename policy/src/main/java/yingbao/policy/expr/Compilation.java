package yingbao.policy.expr;

import java.util.List;

/** What became of an expression's source. */
public sealed interface Compilation {

    /**
     * It is in order.
     *
     * @param expr the checked tree
     * @param type what it yields
     * @param unit what its number counts
     */
    record Accepted(Expr expr, Type type, Unit unit) implements Compilation {}

    /** It is not; every fault that was found. */
    record Refused(List<ExprFault> faults) implements Compilation {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
