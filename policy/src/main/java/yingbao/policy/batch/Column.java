package yingbao.policy.batch;

/** A fact of all households, or of all persons, in the narrowest form that holds its numbers. */
final class Column {
    private final Cells cells;
    /** A bit for each row where it is known. */
    private final long[] known;

    /** The numbers; zero where nothing is known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: they only name the form of the cells
    private sealed interface Cells {
        record Bytes(byte[] values) implements Cells {}

        record Ints(int[] values) implements Cells {}

        record Longs(long[] values) implements Cells {}
    }

    private Column(Cells cells, long[] known) {
        this.cells = cells;
        this.known = known;
    }

    /** A column that is being filled. */
    static final class Filling {
        private final long[] values;
        private final long[] known;
        private long least;
        private long greatest;

        Filling(int rows) {
            this.values = new long[rows];
            this.known = new long[(rows + Long.SIZE - 1) / Long.SIZE];
        }

        void set(int row, long value) {
            values[row] = value;
            known[row / Long.SIZE] |= 1L << row % Long.SIZE;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }

        Column filled() {
            return new Column(narrowed(), known);
        }

        private Cells narrowed() {
            if (least >= Byte.MIN_VALUE && greatest <= Byte.MAX_VALUE) {
                byte[] bytes = new byte[values.length];
                for (int row = 0; row < bytes.length; row++) {
                    bytes[row] = (byte) values[row];
                }
                return new Cells.Bytes(bytes);
            }
            if (least >= Integer.MIN_VALUE && greatest <= Integer.MAX_VALUE) {
                int[] ints = new int[values.length];
                for (int row = 0; row < ints.length; row++) {
                    ints[row] = (int) values[row];
                }
                return new Cells.Ints(ints);
            }
            return new Cells.Longs(values);
        }
    }

    boolean isKnown(int row) {
        return (known[row / Long.SIZE] >>> row % Long.SIZE & 1) != 0;
    }

    long value(int row) {
        return switch (cells) {
            case Cells.Bytes(byte[] values) -> values[row];
            case Cells.Ints(int[] values) -> values[row];
            case Cells.Longs(long[] values) -> values[row];
        };
    }

    /** Copies the numbers of rows that follow each other. */
    void copyValues(int from, int rows, long[] into) {
        switch (cells) {
            case Cells.Bytes(byte[] values) -> {
                for (int row = 0; row < rows; row++) {
                    into[row] = values[from + row];
                }
            }
            case Cells.Ints(int[] values) -> {
                for (int row = 0; row < rows; row++) {
                    into[row] = values[from + row];
                }
            }
            case Cells.Longs(long[] values) -> System.arraycopy(values, from, into, 0, rows);
        }
    }

    /** Writes a mask where nothing is known, and nothing elsewhere. */
    void copyMissing(int from, int rows, long mask, long[] into) {
        for (int row = 0; row < rows; row++) {
            int at = from + row;
            into[row] = (known[at >>> 6] >>> (at & 63) & 1) - 1 & mask;
        }
    }
}
