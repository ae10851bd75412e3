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

    /**
     * Sets rows that follow each other.
     *
     * @param missing other than zero where nothing is known
     */
    void set(int row, long[] numbers, long[] missing, int rows) {
        long any = 0;
        for (int place = 0; place < rows; place++) {
            any |= missing[place];
        }
        if (any == 0) {
            setAll(row, numbers, rows);
            return;
        }
        for (int place = 0; place < rows; place++) {
            if (missing[place] == 0) {
                set(row + place, numbers[place]);
            }
        }
    }

    private void setAll(int row, long[] numbers, int rows) {
        if (rows == 0) {
            return;
        }
        makeRoom(row + rows);
        System.arraycopy(numbers, 0, values, row, rows);
        if (knownRows == 0) {
            first = numbers[0];
        }
        knownRows += rows;
        long other = 0;
        long low = least;
        long high = greatest;
        for (int place = 0; place < rows; place++) {
            other |= numbers[place] ^ first;
            low = Math.min(low, numbers[place]);
            high = Math.max(high, numbers[place]);
        }
        same &= other == 0;
        least = low;
        greatest = high;
        for (int place = row; place < row + rows; ) {
            int bits = Math.min(Long.SIZE - place % Long.SIZE, row + rows - place);
            known[place / Long.SIZE] |= -1L >>> (Long.SIZE - bits) << place;
            place += bits;
        }
    }

    private void makeRoom(int rows) {
        if (rows > values.length) {
            int room = Math.max(rows, values.length * 2);
            values = Arrays.copyOf(values, room);
            known = Arrays.copyOf(known, words(room));
        }
    }

    void set(int row, long value) {
        makeRoom(row + 1);
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
