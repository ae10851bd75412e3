package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.List;
import yingbao.policy.expr.Expr;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/**
 * Everything that the programmes of one day ask for, in an order in which each step finds what it needs.
 *
 * @param programmes those in force, in the pack's order
 * @param parameters those that expressions name
 */
record Plan(
        Pack pack,
        LocalDate on,
        List<Programme> programmes,
        List<Step> steps,
        List<Vector> vectors,
        List<ParameterUse> parameters,
        Inputs inputs,
        Dictionary dictionary) {

    /** A parameter as it is at one of two moments. */
    record ParameterUse(int slot, Expr.Moment moment, int bit) {}
}
