package yingbao.policy.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import yingbao.policy.batch.Outcomes.OfProgramme;

/**
 * What households, or persons, that follow each other are given, in little room: those of a province are kept. Different rows
 * may be written by several threads at once.
 */
class Amounts {
    /** Stands for more than an {@code int} holds. */
    private static final int LARGE = -1;

    /** So many outcomes are looked at together. */
    private static final int TOGETHER = Long.BYTES;

    private static final VarHandle OUTCOMES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = ONES << (Byte.SIZE - 1);
    private static final long ALL_ELIGIBLE = ONES * OfProgramme.ELIGIBLE;

    /** Of a programme that is not in force: nobody is given anything. */
    static final Amounts NOBODY = new Amounts(0, 0) {
        @Override
        long amountFen(int row) {
            return 0;
        }

        @Override
        byte outcome(int row) {
            return OfProgramme.NOT_ELIGIBLE;
        }

        @Override
        int changed(int from, int rows, byte[] outcome, long[] amountFen, int[] into) {
            int found = 0;
            for (int row = 0; row < rows; row++) {
                into[found] = row;
                found += outcome[row] != OfProgramme.NOT_ELIGIBLE ? 1 : 0;
            }
            return found;
        }
    };

    private final int first;
    private final byte[] outcomes;
    private final int[] amounts;
    private final Map<Integer, Long> large = new ConcurrentHashMap<>();

    /** @param first the row in the population that is the first here */
    Amounts(int first, int rows) {
        this.first = first;
        this.outcomes = new byte[rows];
        this.amounts = new int[rows];
    }

    void eligible(int row, long amountFen) {
        outcomes[row - first] = OfProgramme.ELIGIBLE;
        if (amountFen >= 0 && amountFen <= Integer.MAX_VALUE) {
            amounts[row - first] = (int) amountFen;
        } else {
            amounts[row - first] = LARGE;
            large.put(row, amountFen);
        }
    }

    void notEligible(int row) {
        outcomes[row - first] = OfProgramme.NOT_ELIGIBLE;
    }

    void undetermined(int row) {
        outcomes[row - first] = OfProgramme.UNDETERMINED;
    }

    /**
     * Finds the rows, of some that follow each other, that come out otherwise than here. The amounts of those who get none
     * are not looked at, for there are many of them.
     *
     * @param from the first of them in the population
     * @param outcome how each of them comes out now
     * @param amountFen what each of them is given now
     * @param into takes their places among those rows, and has room for all
     * @return how many they are
     */
    int changed(int from, int rows, byte[] outcome, long[] amountFen, int[] into) {
        int at = from - first;
        int found = 0;
        int row = 0;
        for (; row + TOGETHER <= rows; row += TOGETHER) {
            long now = (long) OUTCOMES.get(outcome, row);
            long differing = now ^ (long) OUTCOMES.get(outcomes, at + row);
            long eligible = now ^ ALL_ELIGIBLE;
            // No outcome has its highest bit set, so that this is one in every byte in which somebody is eligible, or
            // above it.
            if ((differing | ((eligible - ONES) & ~eligible & HIGHEST)) != 0) {
                found = changed(from, row, row + TOGETHER, outcome, amountFen, into, found);
            }
        }
        return changed(from, row, rows, outcome, amountFen, into, found);
    }

    private int changed(int from, int row, int to, byte[] outcome, long[] amountFen, int[] into, int before) {
        int found = before;
        for (int place = row; place < to; place++) {
            byte was = outcomes[from + place - first];
            boolean sameOutcome = was == outcome[place];
            if (!sameOutcome || (was == OfProgramme.ELIGIBLE && amountFen(from + place) != amountFen[place])) {
                into[found] = place;
                found++;
            }
        }
        return found;
    }

    /** What a row is given; nothing where it is given nothing, or where that is open. */
    long amountFen(int row) {
        int amount = amounts[row - first];
        return amount == LARGE ? large.getOrDefault(row, 0L) : amount;
    }

    /** One of the outcomes of {@link OfProgramme}. */
    byte outcome(int row) {
        return outcomes[row - first];
    }

    boolean isEligible(int row) {
        return outcome(row) == OfProgramme.ELIGIBLE;
    }

    boolean isUndetermined(int row) {
        return outcome(row) == OfProgramme.UNDETERMINED;
    }
}
