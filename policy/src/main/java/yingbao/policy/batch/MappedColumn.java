package yingbao.policy.batch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import yingbao.policy.expr.Holder;

/** A column in a file that is mapped into memory, block by block. */
final class MappedColumn implements Column {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment file;
    /** The first row of each block, and after the last one how many rows there are. */
    private final int[] firsts;

    private final Section[] blocks;

    /**
     * A column of which nothing is known.
     *
     * @param firsts the first row of each block, and after the last one how many rows there are; not copied
     */
    MappedColumn(MemorySegment file, int[] firsts) {
        this.file = file;
        this.firsts = firsts;
        this.blocks = new Section[firsts.length - 1];
        Arrays.fill(blocks, NOTHING);
    }

    /** A block of which nothing is known. */
    private static final Section NOTHING =
            new Section(Section.Kind.COLUMN, Holder.HOUSEHOLD, 0, 0, 0, Section.Form.NONE, 0, 0, 0, 0);

    void add(Section section) {
        blocks[section.block()] = section;
    }

    /** The block of a row. */
    static int block(int[] firsts, int row) {
        int found = Arrays.binarySearch(firsts, row);
        int block = found >= 0 ? found : -found - 2;
        // A block without persons begins where the next one does.
        while (firsts[block + 1] <= row) {
            block++;
        }
        return block;
    }

    @Override
    public boolean isKnown(int row) {
        int block = block(firsts, row);
        return isKnown(blocks[block], row - firsts[block]);
    }

    @Override
    public Gap gap() {
        long known = 0;
        long someKnown = 0;
        for (int block = 0; block < blocks.length; block++) {
            int rows = firsts[block + 1] - firsts[block];
            known += isAnyKnown(blocks[block]) && blocks[block].form().allKnown() ? rows : 0;
            someKnown += isAnyKnown(blocks[block]) ? rows : 0;
        }
        return someKnown > 0 && known == 0 ? Gap.SOMEWHERE : Gap.of(known, firsts[blocks.length]);
    }

    private boolean isKnown(Section section, int row) {
        return isAnyKnown(section) && (section.form().allKnown() || (knownWord(section, row) >>> row & 1) != 0);
    }

    private static boolean isAnyKnown(Section section) {
        return section.rows() > 0;
    }

    private long knownWord(Section section, int row) {
        long known = section.offset() + section.form().numberBytes(section.rows());
        return file.get(LONG, known + (row >>> 6) * (long) Long.BYTES);
    }

    @Override
    public long value(int row) {
        int block = block(firsts, row);
        Section section = blocks[block];
        int at = row - firsts[block];
        if (!isKnown(section, at)) {
            return 0;
        }
        if (section.form().constant()) {
            return section.constant();
        }
        return switch (section.form().width()) {
            case BIT -> file.get(LONG, section.offset() + (at >>> 6) * (long) Long.BYTES) >>> at & 1;
            case BYTE -> file.get(ValueLayout.JAVA_BYTE, section.offset() + at);
            case SHORT -> file.get(SHORT, section.offset() + (long) at * Short.BYTES);
            case INT -> file.get(INT, section.offset() + (long) at * Integer.BYTES);
            case LONG -> file.get(LONG, section.offset() + (long) at * Long.BYTES);
        };
    }

    @Override
    public void copyValues(int from, int rows, long[] into) {
        int done = 0;
        while (done < rows) {
            int block = block(firsts, from + done);
            int at = from + done - firsts[block];
            int count = Math.min(rows - done, firsts[block + 1] - firsts[block] - at);
            copyValues(blocks[block], at, count, into, done);
            done += count;
        }
    }

    private void copyValues(Section section, int from, int rows, long[] into, int to) {
        if (!isAnyKnown(section)) {
            Arrays.fill(into, to, to + rows, 0);
            return;
        }
        if (section.form().constant()) {
            if (section.form().allKnown()) {
                Arrays.fill(into, to, to + rows, section.constant());
            } else {
                spread(section.offset(), from, rows, 0, section.constant(), into, to);
            }
            return;
        }
        long base = section.offset();
        // What is copied into an array first is widened several rows at a time.
        switch (section.form().width()) {
            case BIT -> spread(base, from, rows, 0, 1, into, to);
            case BYTE -> {
                byte[] narrow = new byte[rows];
                MemorySegment.copy(file, ValueLayout.JAVA_BYTE, base + from, narrow, 0, rows);
                for (int row = 0; row < rows; row++) {
                    into[to + row] = narrow[row];
                }
            }
            case SHORT -> {
                short[] narrow = new short[rows];
                MemorySegment.copy(file, SHORT, base + (long) from * Short.BYTES, narrow, 0, rows);
                for (int row = 0; row < rows; row++) {
                    into[to + row] = narrow[row];
                }
            }
            case INT -> {
                int[] narrow = new int[rows];
                MemorySegment.copy(file, INT, base + (long) from * Integer.BYTES, narrow, 0, rows);
                for (int row = 0; row < rows; row++) {
                    into[to + row] = narrow[row];
                }
            }
            case LONG -> MemorySegment.copy(file, LONG, base + (long) from * Long.BYTES, into, to, rows);
        }
    }

    /** Copies the numbers, all of them known, of rows that follow each other in one block. */
    void copyInts(int from, int rows, int[] into) {
        int block = block(firsts, from);
        Section section = blocks[block];
        int at = from - firsts[block];
        if (section.form().constant()) {
            Arrays.fill(into, 0, rows, (int) section.constant());
            return;
        }
        long base = section.offset();
        switch (section.form().width()) {
            case BYTE -> {
                for (int row = 0; row < rows; row++) {
                    into[row] = file.get(ValueLayout.JAVA_BYTE, base + at + row);
                }
            }
            case SHORT -> {
                long first = base + (long) at * Short.BYTES;
                for (int row = 0; row < rows; row++) {
                    into[row] = file.get(SHORT, first + row * (long) Short.BYTES);
                }
            }
            case INT -> MemorySegment.copy(file, INT, base + (long) at * Integer.BYTES, into, 0, rows);
            case BIT, LONG -> {
                for (int row = 0; row < rows; row++) {
                    into[row] = (int) value(from + row);
                }
            }
        }
    }

    /** Writes one of two numbers a row by bits, of which the rarer kind is gone through one by one. */
    private void spread(long base, int from, int rows, long ofZero, long ofOne, long[] into, int to) {
        for (int row = 0; row < rows; ) {
            int at = from + row;
            int count = Math.min(rows - row, Long.SIZE - (at & 63));
            long all = -1L >>> (Long.SIZE - count);
            long ones = (file.get(LONG, base + (at >>> 6) * (long) Long.BYTES) >>> at) & all;
            boolean mostly = Long.bitCount(ones) * 2 > count;
            Arrays.fill(into, to + row, to + row + count, mostly ? ofOne : ofZero);
            long rare = mostly ? ~ones & all : ones;
            for (; rare != 0; rare &= rare - 1) {
                into[to + row + Long.numberOfTrailingZeros(rare)] = mostly ? ofZero : ofOne;
            }
            row += count;
        }
    }

    @Override
    public void copyMissing(int from, int rows, long mask, long[] into) {
        int done = 0;
        while (done < rows) {
            int block = block(firsts, from + done);
            int at = from + done - firsts[block];
            int count = Math.min(rows - done, firsts[block + 1] - firsts[block] - at);
            Section section = blocks[block];
            if (!isAnyKnown(section)) {
                Arrays.fill(into, done, done + count, mask);
            } else if (section.form().allKnown() || mask == 0) {
                Arrays.fill(into, done, done + count, 0);
            } else {
                long known = section.offset() + section.form().numberBytes(section.rows());
                spread(known, at, count, mask, 0, into, done);
            }
            done += count;
        }
    }
}
