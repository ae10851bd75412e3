package yingbao.policy.batch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import yingbao.policy.batch.Section.Form;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.expr.Holder;

/**
 * The bytes of a section that has no place in a file yet.
 *
 * @param bytes a multiple of eight of them
 */
record Encoding(Kind kind, Holder holder, int slot, int rows, Form form, long constant, ByteBuffer bytes) {
    /** How many ids follow each other of which each is told by its difference from the one before. */
    static final int IDS_A_RUN = 16;

    static Encoding ofColumn(Kind kind, Holder holder, int slot, Filling filled, int rows) {
        boolean allKnown = filled.isKnownThroughout(rows);
        boolean constant = filled.isSame();
        Form form = new Form(constant, constant ? Width.BIT : filled.width(), allKnown);
        ByteBuffer bytes = Section.buffer(form.bytes(rows));
        long[] values = filled.values(rows);
        if (!constant) {
            switch (form.width()) {
                case BIT -> putBits(values, rows, bytes);
                case BYTE -> {
                    for (int row = 0; row < rows; row++) {
                        bytes.put((byte) values[row]);
                    }
                }
                case SHORT -> {
                    for (int row = 0; row < rows; row++) {
                        bytes.putShort((short) values[row]);
                    }
                }
                case INT -> {
                    for (int row = 0; row < rows; row++) {
                        bytes.putInt((int) values[row]);
                    }
                }
                case LONG -> {
                    for (int row = 0; row < rows; row++) {
                        bytes.putLong(values[row]);
                    }
                }
            }
        }
        if (!allKnown) {
            bytes.position((int) form.numberBytes(rows));
            for (long word : filled.known(rows)) {
                bytes.putLong(word);
            }
        }
        return new Encoding(kind, holder, slot, rows, form, constant ? filled.first() : 0, bytes.rewind());
    }

    private static void putBits(long[] values, int rows, ByteBuffer into) {
        for (int from = 0; from < rows; from += Long.SIZE) {
            long word = 0;
            for (int row = from; row < Math.min(from + Long.SIZE, rows); row++) {
                word |= values[row] << (row - from);
            }
            into.putLong(word);
        }
    }

    /** Texts, each with its length before it. */
    static Encoding ofTexts(Kind kind, List<String> texts) {
        List<byte[]> all = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer bytes = Section.buffer(padded(
                all.stream().mapToLong(text -> Integer.BYTES + text.length).sum()));
        all.forEach(text -> bytes.putInt(text.length).put(text));
        return new Encoding(kind, Holder.HOUSEHOLD, 0, texts.size(), Form.NONE, 0, bytes.rewind());
    }

    /**
     * What {@link #ofTexts} was given.
     *
     * @param bytes in the byte order of snapshots
     * @throws IllegalArgumentException where they are something else
     */
    static List<String> texts(ByteBuffer bytes, int count) {
        List<String> read = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw new IllegalArgumentException("text " + number + " of " + count + " does not end");
            }
            byte[] text = new byte[length];
            bytes.get(text);
            read.add(new String(text, StandardCharsets.UTF_8));
        }
        return read;
    }

    /**
     * Ids in runs: where each run begins, then each id as how many bytes it shares with the one before, how many follow,
     * and these.
     */
    static Encoding ofIds(Holder holder, List<String> ids) {
        int runs = (ids.size() + IDS_A_RUN - 1) / IDS_A_RUN;
        int[] begins = new int[runs];
        ByteArrayOutputStream out = new ByteArrayOutputStream(ids.size() * 8);
        byte[] before = {};
        for (int row = 0; row < ids.size(); row++) {
            byte[] id = ids.get(row).getBytes(StandardCharsets.UTF_8);
            if (row % IDS_A_RUN == 0) {
                begins[row / IDS_A_RUN] = out.size();
                before = new byte[0];
            }
            int differs = Arrays.mismatch(before, id);
            int shared = differs < 0 ? id.length : differs;
            putNumber(shared, out);
            putNumber(id.length - shared, out);
            out.write(id, shared, id.length - shared);
            before = id;
        }
        ByteBuffer bytes = Section.buffer(padded((long) runs * Integer.BYTES + out.size()));
        for (int begin : begins) {
            bytes.putInt(begin);
        }
        bytes.put(out.toByteArray());
        return new Encoding(Kind.IDS, holder, 0, ids.size(), Form.NONE, 0, bytes.rewind());
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static void putNumber(int number, ByteArrayOutputStream out) {
        int rest = number;
        while (rest > 127) {
            out.write((rest & 127) | 128);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** As an entry of the table of whatever it is written into. */
    Section at(int block, long offset, int crc) {
        return new Section(kind, holder, slot, block, rows, form, constant, offset, bytes.remaining(), crc);
    }

    /** Bytes of any kind. */
    static Encoding ofBytes(Kind kind, int rows, byte[] content) {
        return new Encoding(
                kind,
                Holder.HOUSEHOLD,
                0,
                rows,
                Form.NONE,
                0,
                Section.buffer(padded(content.length)).put(content).rewind());
    }

    private static long padded(long bytes) {
        return (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }
}
