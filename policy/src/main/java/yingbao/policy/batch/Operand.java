package yingbao.policy.batch;

import java.util.List;

/**
 * Where the code that is being written finds the value of an expression.
 *
 * @param number the number, over the denominator; 0 or 1 for a flag
 * @param denominator what it is over
 * @param missing by word, what would settle it; all zero where it is known
 */
record Operand(Place number, Place denominator, List<Place> missing) {
    static final Place ZERO = new Place.Constant(0);
    static final Place ONE = new Place.Constant(1);

    /** A number of 64 bits, known now or in a local variable when the code runs. */
    sealed interface Place {
        /** Known now. */
        record Constant(long value) implements Place {}

        /** In a local variable. */
        record Local(int slot) implements Place {}

        default boolean is(long value) {
            return this instanceof Constant(long constant) && constant == value;
        }
    }

    boolean isWhole() {
        return denominator.is(1);
    }
}
