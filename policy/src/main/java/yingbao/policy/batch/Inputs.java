package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import yingbao.policy.expr.Expr.Moment;
import yingbao.policy.expr.Holder;

/**
 * What a plan may miss somewhere, each as one bit: facts of the household, facts of any of its persons, the list of members, and
 * parameters. An answer that is open carries the bits of what would settle it; one without a bit is known.
 */
final class Inputs {
    private final Map<Input, Integer> bits = new LinkedHashMap<>();
    private final List<Input> inputs = new ArrayList<>();

    /** Something that may be missing. */
    sealed interface Input {
        /** A fact, of the household or of at least one person. */
        record FactOf(Holder holder, int slot) implements Input {}

        /** Who belongs to the household. */
        record Members() implements Input {}

        /** A parameter that no office has set. */
        record ParameterAt(int slot, Moment moment) implements Input {}
    }

    int bit(Input input) {
        return bits.computeIfAbsent(input, added -> {
            inputs.add(added);
            return inputs.size() - 1;
        });
    }

    /** The bit of an input, if it may be missing. */
    OptionalInt find(Input input) {
        Integer bit = bits.get(input);
        return bit == null ? OptionalInt.empty() : OptionalInt.of(bit);
    }

    List<Input> all() {
        return List.copyOf(inputs);
    }

    /** How many 64-bit words hold all bits. */
    int words() {
        return Math.max(1, (inputs.size() + Long.SIZE - 1) / Long.SIZE);
    }

    /** The part of a bit that lies in one word. */
    static long inWord(int bit, int word) {
        return bit / Long.SIZE == word ? 1L << bit % Long.SIZE : 0;
    }

    /** Whether one of some bits stands for a parameter. */
    boolean isAnyParameter(BitSet bits) {
        return bits.stream().anyMatch(bit -> inputs.get(bit) instanceof Input.ParameterAt);
    }

    /** All bits of parameters, by word. */
    long[] parameters() {
        long[] mask = new long[words()];
        for (int bit = 0; bit < inputs.size(); bit++) {
            if (inputs.get(bit) instanceof Input.ParameterAt) {
                mask[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
            }
        }
        return mask;
    }
}
