package yingbao.policy.batch;

import java.util.Arrays;

/** A column that is being filled, row after row. */
final class Filling {
    private static final int ROWS_AT_FIRST = 64;

    private long[] values = new long[ROWS_AT_FIRST];
    private long[] known = new long[1];
    private int knownRows;
    private long least;
    private long greatest;
    private long first;
    private boolean same = true;

    void set(int row, long value) {
        if (row >= values.length) {
            int room = Math.max(row + 1, values.length * 2);
            values = Arrays.copyOf(values, room);
            known = Arrays.copyOf(known, words(room));
        }
        values[row] = value;
        if (knownRows == 0) {
            first = value;
        }
        long bit = 1L << row % Long.SIZE;
        // Where a household's persons end is set anew with each of them.
        knownRows += (known[row / Long.SIZE] & bit) == 0 ? 1 : 0;
        known[row / Long.SIZE] |= bit;
        same &= value == first;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    long value(int row) {
        return values[row];
    }

    int knownRows() {
        return knownRows;
    }

    boolean isEmpty() {
        return knownRows == 0;
    }

    boolean isKnownThroughout(int rows) {
        return knownRows == rows;
    }

    /** Whether all rows of which something is known have the same number. */
    boolean isSame() {
        return same;
    }

    /** The number of the row that was filled first. */
    long first() {
        return first;
    }

    /** The narrowest form that holds every number, and zero for where nothing is known. */
    Width width() {
        return Width.of(least, greatest);
    }

    /** The numbers; there may be room for more rows. */
    long[] values(int rows) {
        return rows <= values.length ? values : Arrays.copyOf(values, rows);
    }

    /** A bit for each row where it is known. */
    long[] known(int rows) {
        return Arrays.copyOf(known, words(rows));
    }
}
