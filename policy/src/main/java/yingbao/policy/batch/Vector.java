package yingbao.policy.batch;

import yingbao.policy.expr.Holder;

/**
 * A value for each household, or for each person, of a chunk.
 *
 * @param index its place among the vectors of a plan
 * @param level of whom there is one
 * @param denominator what all its numbers are over: 1 for whole numbers, flags and codes; {@link #EACH_ITS_OWN} where
 *     every number has one of its own
 */
record Vector(int index, Holder level, long denominator) {
    static final long EACH_ITS_OWN = 0;

    boolean hasDenominators() {
        return denominator == EACH_ITS_OWN;
    }
}
