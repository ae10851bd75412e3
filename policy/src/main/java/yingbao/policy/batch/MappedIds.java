package yingbao.policy.batch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ids in a file that is mapped into memory; one is found by going through the run in which it stands. */
final class MappedIds {
    private final MemorySegment file;
    private final int[] firsts;
    private final Map<Integer, Section> blocks = new HashMap<>();

    /**
     * No ids yet.
     *
     * @param firsts the first row of each block, and after the last one how many rows there are; not copied
     */
    MappedIds(MemorySegment file, int[] firsts) {
        this.file = file;
        this.firsts = firsts;
    }

    void add(Section section) {
        blocks.put(section.block(), section);
    }

    String id(int row) {
        return ids(row, row + 1).getFirst();
    }

    /** Ids that follow each other: a run is gone through once for all of it. */
    List<String> ids(int from, int to) {
        List<String> ids = new ArrayList<>(to - from);
        for (int row = from; row < to; ) {
            int block = MappedColumn.block(firsts, row);
            int end = Math.min(to, firsts[block + 1]);
            Section section = Optional.ofNullable(blocks.get(block)).orElseThrow();
            read(section, row - firsts[block], end - firsts[block], ids);
            row = end;
        }
        return ids;
    }

    private void read(Section section, int from, int to, List<String> into) {
        int run = from / Encoding.IDS_A_RUN;
        int runs = (section.rows() + Encoding.IDS_A_RUN - 1) / Encoding.IDS_A_RUN;
        // Runs lie one behind the other, so that going on needs no look at where the next one begins.
        long begin = file.get(MappedColumn.INT, section.offset() + (long) run * Integer.BYTES);
        Reading reading = new Reading(section.offset() + (long) runs * Integer.BYTES + begin);
        for (int number = run * Encoding.IDS_A_RUN; number < to; number++) {
            reading.next();
            if (number >= from) {
                into.add(new String(reading.id, 0, reading.length, StandardCharsets.UTF_8));
            }
        }
    }

    /** One run on its way. */
    private final class Reading {
        private long position;
        private byte[] id = new byte[32];
        private int length;

        Reading(long position) {
            this.position = position;
        }

        void next() {
            int shared = number();
            int more = number();
            length = shared + more;
            if (length > id.length) {
                id = Arrays.copyOf(id, Math.max(length, id.length * 2));
            }
            MemorySegment.copy(file, ValueLayout.JAVA_BYTE, position, id, shared, more);
            position += more;
        }

        private int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = file.get(ValueLayout.JAVA_BYTE, position);
                position++;
                number |= (part & 127) << shift;
                if (part >= 0) {
                    return number;
                }
            }
        }
    }
}
