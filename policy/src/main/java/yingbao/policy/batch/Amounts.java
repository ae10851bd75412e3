package yingbao.policy.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What households, or persons, that follow each other are given, in little room: those of a province are kept. Different rows
 * may be written by several threads at once.
 */
class Amounts {
    private static final int NOT_ELIGIBLE = -1;
    private static final int UNDETERMINED = -2;
    /** More than an {@code int} holds. */
    private static final int LARGE = -3;

    /** Of a programme that is not in force: nobody is given anything. */
    static final Amounts NOBODY = new Amounts(0, 0) {
        @Override
        long amountFen(int row) {
            return 0;
        }

        @Override
        boolean isEligible(int row) {
            return false;
        }

        @Override
        boolean isRefused(int row) {
            return true;
        }
    };

    private final int first;
    private final int[] codes;
    private final Map<Integer, Long> large = new ConcurrentHashMap<>();

    /** @param first the row in the population that is the first here */
    Amounts(int first, int rows) {
        this.first = first;
        this.codes = new int[rows];
    }

    void eligible(int row, long amountFen) {
        if (amountFen >= 0 && amountFen <= Integer.MAX_VALUE) {
            codes[row - first] = (int) amountFen;
        } else {
            codes[row - first] = LARGE;
            large.put(row, amountFen);
        }
    }

    void notEligible(int row) {
        codes[row - first] = NOT_ELIGIBLE;
    }

    void undetermined(int row) {
        codes[row - first] = UNDETERMINED;
    }

    /** What a row is given; nothing where it is given nothing, or where that is open. */
    long amountFen(int row) {
        int code = codes[row - first];
        return code >= 0 ? code : code == LARGE ? large.getOrDefault(row, 0L) : 0;
    }

    boolean isEligible(int row) {
        int code = codes[row - first];
        return code >= 0 || code == LARGE;
    }

    boolean isRefused(int row) {
        return codes[row - first] == NOT_ELIGIBLE;
    }

    boolean isUndetermined(int row) {
        return codes[row - first] == UNDETERMINED;
    }
}
