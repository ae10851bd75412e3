package yingbao.policy.batch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.Stream;
import yingbao.policy.expr.Holder;

/**
 * An entry of a snapshot's table of sections.
 *
 * @param kind what it holds
 * @param holder of whom; households where that makes no difference
 * @param slot of which fact, for a column
 * @param block of which block of households; 0 where it is of the whole file
 * @param rows how many rows, or texts, there are
 * @param form how its numbers are kept, for a column
 * @param constant the number that every known row has, where the form says so
 * @param offset where it begins in the file, a multiple of eight
 * @param length how long it is, a multiple of eight
 * @param crc the CRC-32C of its bytes
 */
record Section(
        Kind kind,
        Holder holder,
        int slot,
        int block,
        int rows,
        Form form,
        long constant,
        long offset,
        long length,
        int crc) {
    static final int BYTES = 56;

    /** What a section holds. */
    enum Kind {
        /** The pack's id and version and the digest of its facts. */
        PACK(1),
        /** The texts that stand behind codes, by number. */
        DICTIONARY(2),
        /** The areas in which somebody lives, by number. */
        AREAS(3),
        /** The number of each household's area. */
        AREA_OF(4),
        /** Where each household's persons begin in the block, and after the last one where they end. */
        STARTS(5),
        /** Ids of households or persons. */
        IDS(6),
        /** A fact. */
        COLUMN(7),
        /** Households that columns cannot hold. */
        ODD(8),
        /** What whoever wrote the file needs to know to go on from it. */
        MARK(9);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Optional<Kind> of(int code) {
            return Stream.of(values()).filter(kind -> kind.code == code).findFirst();
        }
    }

    /**
     * How a column's numbers are kept.
     *
     * @param constant whether every known row has the same number, which stands in the table
     * @param width how wide the numbers are otherwise
     * @param allKnown whether every row is known; otherwise a bit for each follows the numbers
     */
    record Form(boolean constant, Width width, boolean allKnown) {
        static final Form NONE = new Form(true, Width.BIT, true);

        int code() {
            return width.code() | (constant ? 8 : 0) | (allKnown ? 16 : 0);
        }

        static Optional<Form> of(int code) {
            return Width.of(code & 7)
                    .filter(_ -> code >= 0 && code < 32)
                    .map(width -> new Form((code & 8) != 0, width, (code & 16) != 0));
        }

        /** How many bytes the numbers of so many rows take. */
        long numberBytes(int rows) {
            return constant ? 0 : width.bytes(rows);
        }

        long bytes(int rows) {
            return numberBytes(rows) + (allKnown ? 0 : Width.BIT.bytes(rows));
        }
    }

    private static int holderCode(Holder holder) {
        return switch (holder) {
            case HOUSEHOLD -> 0;
            case PERSON -> 1;
        };
    }

    private static Optional<Holder> holder(int code) {
        return Stream.of(Holder.values())
                .filter(holder -> holderCode(holder) == code)
                .findFirst();
    }

    void write(ByteBuffer into) {
        into.putInt(kind.code)
                .putInt(holderCode(holder))
                .putInt(slot)
                .putInt(block)
                .putInt(rows)
                .putInt(form.code())
                .putLong(constant)
                .putLong(offset)
                .putLong(length)
                .putInt(crc)
                .putInt(0);
    }

    /** Reads an entry; empty where it cannot be one. */
    static Optional<Section> read(ByteBuffer from) {
        Optional<Kind> kind = Kind.of(from.getInt());
        Optional<Holder> holder = holder(from.getInt());
        int slot = from.getInt();
        int block = from.getInt();
        int rows = from.getInt();
        Optional<Form> form = Form.of(from.getInt());
        long constant = from.getLong();
        long offset = from.getLong();
        long length = from.getLong();
        int crc = from.getInt();
        boolean sound = from.getInt() == 0
                && kind.isPresent()
                && holder.isPresent()
                && Stream.of(slot, block, rows).allMatch(number -> number >= 0)
                && form.isPresent();
        return sound
                ? Optional.of(new Section(
                        kind.orElseThrow(),
                        holder.orElseThrow(),
                        slot,
                        block,
                        rows,
                        form.orElseThrow(),
                        constant,
                        offset,
                        length,
                        crc))
                : Optional.empty();
    }

    /** A buffer of so many bytes in the byte order of snapshots. */
    static ByteBuffer buffer(long bytes) {
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
