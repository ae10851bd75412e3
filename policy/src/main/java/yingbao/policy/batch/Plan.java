package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
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

    /** The same plan for a pack that differs in nothing but the values of its parameters. */
    Plan with(Pack other) {
        return new Plan(other, on, programmes, steps, vectors, parameters, inputs, dictionary);
    }

    /**
     * A parameter as it is at one of two moments.
     *
     * @param bit that stands for it where it is not set, if that may be
     */
    record ParameterUse(int slot, Expr.Moment moment, OptionalInt bit) {
        /** What is missing where it is not set, in a word. */
        long openIn(int word) {
            return bit.isPresent() ? Inputs.inWord(bit.getAsInt(), word) : 0;
        }
    }
}
