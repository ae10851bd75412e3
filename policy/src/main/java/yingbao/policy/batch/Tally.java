package yingbao.policy.batch;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Counts the members of each household of whom something holds: the difference of what has been counted up to where its
 * members end and begin, so that no loop runs over two or three members at a time.
 */
final class Tally {
    private final Chunk chunk;
    private final Inputs inputs;

    Tally(Chunk chunk, Inputs inputs) {
        this.chunk = chunk;
        this.inputs = inputs;
    }

    /** Whoever is not known is not counted, and leaves open what would settle it. */
    void count(Step.Count step) {
        long[] before = chunk.counted;
        System.arraycopy(chunk.value[step.of().index()], 0, before, 0, chunk.persons);
        for (int word = 0; word < chunk.words; word++) {
            if (chunk.isOpen(step.of(), word)) {
                long[] missing = chunk.missing[step.of().index() * chunk.words + word];
                for (int person = 0; person < chunk.persons; person++) {
                    before[person] &= Arithmetic.isAny(missing[person]) - 1;
                }
            }
            if (chunk.isOpen(step.into(), word)) {
                open(step, word);
            }
        }
        long sum = 0;
        for (int person = 0; person < chunk.persons; person++) {
            long one = before[person];
            before[person] = sum;
            sum += one;
        }
        before[chunk.persons] = sum;
        long[] counts = chunk.value[step.into().index()];
        for (int household = 0; household < chunk.households; household++) {
            counts[household] = before[chunk.start[household + 1]] - before[chunk.start[household]];
        }
    }

    private void open(Step.Count step, int word) {
        long[] open = chunk.missing[step.into().index() * chunk.words + word];
        Arrays.fill(open, 0, chunk.households, 0);
        if (chunk.isOpen(step.of(), word)) {
            long[] missing = chunk.missing[step.of().index() * chunk.words + word];
            int household = 0;
            for (int person = 0; person < chunk.persons; person++) {
                if (missing[person] != 0) {
                    while (chunk.start[household + 1] <= person) {
                        household++;
                    }
                    open[household] |= missing[person];
                }
            }
        }
        OptionalInt members = inputs.find(new Inputs.Input.Members());
        if (members.isPresent()) {
            long bit = Inputs.inWord(members.getAsInt(), word);
            for (int household = 0; household < chunk.households; household++) {
                open[household] |= chunk.start[household] == chunk.start[household + 1] ? bit : 0;
            }
        }
    }
}
