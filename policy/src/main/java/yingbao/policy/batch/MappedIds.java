package yingbao.policy.batch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
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
        int block = MappedColumn.block(firsts, row);
        Section section = Optional.ofNullable(blocks.get(block)).orElseThrow();
        int at = row - firsts[block];
        int run = at / Encoding.IDS_A_RUN;
        int runs = (section.rows() + Encoding.IDS_A_RUN - 1) / Encoding.IDS_A_RUN;
        long begin = file.get(MappedColumn.INT, section.offset() + (long) run * Integer.BYTES);
        Reading reading = new Reading(section.offset() + (long) runs * Integer.BYTES + begin);
        for (int number = run * Encoding.IDS_A_RUN; number <= at; number++) {
            reading.next();
        }
        return new String(reading.id, 0, reading.length, StandardCharsets.UTF_8);
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
