package yingbao.policy.batch;

/** A column in memory, in the narrowest form that holds its numbers. */
final class HeapColumn implements Column {
    private final Cells cells;
    /** A bit for each row where it is known. */
    private final long[] known;

    private final Gap gap;

    /** The numbers; zero where nothing is known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: they only name the form of the cells
    private sealed interface Cells {
        record Bytes(byte[] values) implements Cells {}

        record Ints(int[] values) implements Cells {}

        record Longs(long[] values) implements Cells {}
    }

    HeapColumn(Filling filled, int rows) {
        this.known = filled.known(rows);
        this.gap = Gap.of(filled.knownRows(), rows);
        long[] values = filled.values(rows);
        this.cells = switch (filled.width()) {
            case BIT, BYTE -> {
                byte[] bytes = new byte[rows];
                for (int row = 0; row < rows; row++) {
                    bytes[row] = (byte) values[row];
                }
                yield new Cells.Bytes(bytes);
            }
            case SHORT, INT -> {
                int[] ints = new int[rows];
                for (int row = 0; row < rows; row++) {
                    ints[row] = (int) values[row];
                }
                yield new Cells.Ints(ints);
            }
            case LONG -> new Cells.Longs(values);
        };
    }

    @Override
    public boolean isKnown(int row) {
        return (known[row / Long.SIZE] >>> row % Long.SIZE & 1) != 0;
    }

    @Override
    public Gap gap() {
        return gap;
    }

    @Override
    public long value(int row) {
        return switch (cells) {
            case Cells.Bytes(byte[] values) -> values[row];
            case Cells.Ints(int[] values) -> values[row];
            case Cells.Longs(long[] values) -> values[row];
        };
    }

    @Override
    public void copyValues(int from, int rows, long[] into) {
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

    @Override
    public void copyMissing(int from, int rows, long mask, long[] into) {
        for (int row = 0; row < rows; row++) {
            int at = from + row;
            into[row] = (known[at >>> 6] >>> (at & 63) & 1) - 1 & mask;
        }
    }
}
