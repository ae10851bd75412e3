package yingbao.policy.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first bytes of a snapshot.
 *
 * @param length of the whole file
 * @param tableOffset where the table of sections begins, which ends before the end mark
 * @param sections how many of them there are
 * @param tableCrc the CRC-32C of the table
 * @param households how many there are
 * @param persons how many there are
 * @param on the day that the facts and areas speak of
 * @param origin where they come from
 */
record SnapshotHeader(
        long length,
        long tableOffset,
        int sections,
        int tableCrc,
        int households,
        int persons,
        LocalDate on,
        SnapshotOrigin origin) {
    /** Grows whenever files of before can no longer be read. */
    static final int FORMAT = 1;

    static final int BYTES = 128;
    static final int END_BYTES = Long.BYTES;
    private static final int CRC_AT = BYTES - Integer.BYTES;
    /** As in PNG: a byte that no text has, and line ends that a transfer as text would change. */
    private static final byte[] MAGIC = "\u0089YBS\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

    private static final long SYNTHETIC = 1;

    static long end() {
        return Section.buffer(END_BYTES).put(MAGIC).getLong(0) ^ -1;
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = Section.buffer(BYTES);
        bytes.put(MAGIC)
                .putInt(FORMAT)
                .putInt(BYTES)
                .putLong(length)
                .putLong(tableOffset)
                .putInt(sections)
                .putInt(tableCrc)
                .putInt(households)
                .putInt(persons)
                .putLong(on.toEpochDay());
        switch (origin) {
            case SnapshotOrigin.Register() -> bytes.putLong(0).putLong(0);
            case SnapshotOrigin.Synthetic(long seed) -> bytes.putLong(SYNTHETIC).putLong(seed);
        }
        return bytes.putInt(CRC_AT, crc(bytes)).rewind();
    }

    private static int crc(ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(header.duplicate().position(0).limit(CRC_AT));
        return (int) crc.getValue();
    }

    /**
     * Reads the first bytes of a file.
     *
     * @param bytes in the byte order of snapshots, as many as there are but no more than {@link #BYTES}
     * @throws SnapshotProblem {@code snapshot.foreign}, {@code snapshot.format} (the file's, this one's),
     *     {@code snapshot.length} (the file's, what it should be), {@code snapshot.header}
     */
    static SnapshotHeader read(Path file, ByteBuffer bytes, long fileLength) throws SnapshotProblem {
        byte[] magic = new byte[Math.min(MAGIC.length, bytes.remaining())];
        bytes.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new SnapshotProblem("snapshot.foreign", file);
        }
        if (bytes.limit() < BYTES) {
            throw new SnapshotProblem("snapshot.length", file, fileLength, "?");
        }
        int format = bytes.getInt();
        if (format != FORMAT) {
            throw new SnapshotProblem("snapshot.format", file, format, FORMAT);
        }
        if (bytes.getInt(CRC_AT) != crc(bytes) || bytes.getInt() != BYTES) {
            throw new SnapshotProblem("snapshot.header", file);
        }
        SnapshotHeader header = new SnapshotHeader(
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt(),
                bytes.getInt(),
                bytes.getInt(),
                bytes.getInt(),
                LocalDate.ofEpochDay(bytes.getLong()),
                bytes.getLong() == SYNTHETIC
                        ? new SnapshotOrigin.Synthetic(bytes.getLong())
                        : new SnapshotOrigin.Register());
        if (header.length != fileLength) {
            throw new SnapshotProblem("snapshot.length", file, fileLength, header.length);
        }
        long table = (long) header.sections * Section.BYTES;
        if (header.sections < 0 || header.tableOffset < BYTES || header.tableOffset + table + END_BYTES != fileLength) {
            throw new SnapshotProblem("snapshot.table", file, header.tableOffset);
        }
        return header;
    }
}
