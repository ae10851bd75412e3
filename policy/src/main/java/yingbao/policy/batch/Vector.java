package yingbao.policy.batch;

import java.util.BitSet;
import yingbao.policy.expr.Holder;

/**
 * A value for each household, or for each person, of a chunk.
 *
 * @param index its place among the vectors of a plan
 * @param level of whom there is one
 * @param denominator what all its numbers are over: 1 for whole numbers, flags and codes; {@link #EACH_ITS_OWN} where
 *     every number has one of its own
 * @param open the bits of what may be missing where a number is not known; none where all numbers are; not copied
 * @param stored whether it has arrays; of what is missing everywhere nothing has to be kept
 */
record Vector(int index, Holder level, long denominator, BitSet open, boolean stored) {
    static final long EACH_ITS_OWN = 0;

    boolean hasDenominators() {
        return denominator == EACH_ITS_OWN;
    }

    /** Whether one of the bits that may be missing lies in a word. */
    boolean isOpenIn(int word) {
        int next = open.nextSetBit(word * Long.SIZE);
        return next >= 0 && next < (word + 1) * Long.SIZE;
    }

    /** Of what may be missing, the bits that lie in a word. */
    long openIn(int word) {
        long[] bits = open.toLongArray();
        return word < bits.length ? bits[word] : 0;
    }
}
