package yingbao.policy.batch;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** A whole snapshot in a mapped file, of which every byte is checked before its rows may be used. */
final class SnapshotFile {
    private final Path path;
    private final MemorySegment file;
    private final SnapshotHeader header;
    private final List<Section> sections = new ArrayList<>();
    private final Map<Kind, List<String>> texts = new EnumMap<>(Kind.class);
    private final MappedRows rows;

    /**
     * Reads what stands in a file.
     *
     * @throws SnapshotProblem with the codes of {@link Snapshot#open}
     */
    SnapshotFile(Path path, MemorySegment file, SnapshotHeader header, Pack pack) throws IOException {
        this.path = path;
        this.file = file;
        this.header = header;
        readTable();
        verify();
        for (Section section : sections) {
            switch (section.kind()) {
                case PACK, DICTIONARY, AREAS, MARK -> texts.put(section.kind(), textsOf(section));
                case AREA_OF, STARTS, IDS, COLUMN, ODD -> {}
            }
        }
        List<AreaCode> areas = texts(Kind.AREAS).stream().map(AreaCode::new).toList();
        refuseOtherPack(pack, areas);
        int blocks = (header.households() + Block.HOUSEHOLDS - 1) / Block.HOUSEHOLDS;
        int[] households = firsts(Holder.HOUSEHOLD, blocks);
        int[] persons = firsts(Holder.PERSON, blocks);
        this.rows = new MappedRows(file, households, persons, areas);
        for (Section section : sections) {
            if (section.block() >= Math.max(1, blocks)) {
                throw broken(section.offset());
            }
            int[] begins = section.holder() == Holder.HOUSEHOLD ? households : persons;
            place(section, begins[section.block() + 1] - begins[section.block()], pack);
        }
    }

    /** Its rows. */
    MappedRows rows() {
        return rows;
    }

    private void readTable() throws SnapshotProblem {
        ByteBuffer table = bytes(header.tableOffset(), (long) header.sections() * Section.BYTES);
        CRC32C crc = new CRC32C();
        crc.update(table.duplicate());
        if ((int) crc.getValue() != header.tableCrc()) {
            throw broken(header.tableOffset());
        }
        long end = file.byteSize() - SnapshotHeader.END_BYTES;
        if (bytes(end, SnapshotHeader.END_BYTES).getLong() != SnapshotHeader.end()) {
            throw new SnapshotProblem("snapshot.end", path, end);
        }
        long offset = SnapshotHeader.BYTES;
        for (int number = 0; number < header.sections(); number++) {
            Section section = Section.read(table).orElseThrow(() -> broken(header.tableOffset()));
            if (section.offset() != offset
                    || section.length() < 0
                    || section.length() % Long.BYTES != 0
                    || section.length() > header.tableOffset() - offset) {
                throw broken(section.offset());
            }
            offset += section.length();
            sections.add(section);
        }
        if (offset != header.tableOffset()) {
            throw broken(offset);
        }
    }

    private SnapshotProblem broken(long at) {
        return new SnapshotProblem("snapshot.table", path, at);
    }

    /** Reads every byte once, so that later no answer can rest on one that was changed. */
    private void verify() throws SnapshotProblem {
        OptionalInt damaged = IntStream.range(0, sections.size())
                .parallel()
                .filter(number -> isDamaged(sections.get(number)))
                .min();
        if (damaged.isPresent()) {
            Section section = sections.get(damaged.getAsInt());
            throw new SnapshotProblem("snapshot.damaged", path, section.kind(), section.offset(), section.length());
        }
    }

    private boolean isDamaged(Section section) {
        CRC32C crc = new CRC32C();
        crc.update(bytes(section.offset(), section.length()));
        return (int) crc.getValue() != section.crc();
    }

    private ByteBuffer bytes(long offset, long length) {
        return file.asSlice(offset, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<String> textsOf(Section section) throws SnapshotProblem {
        try {
            return Encoding.texts(bytes(section.offset(), section.length()), section.rows());
        } catch (IllegalArgumentException unfinished) {
            throw broken(section.offset());
        }
    }

    /** A text of the whole file, such as the pack's id. */
    List<String> texts(Kind kind) {
        return texts.getOrDefault(kind, List.of());
    }

    private void refuseOtherPack(Pack pack, List<AreaCode> areas) throws SnapshotProblem {
        List<String> madeFor = texts(Kind.PACK);
        if (madeFor.size() != 3) {
            throw broken(header.tableOffset());
        }
        boolean same = madeFor.get(2).equals(FactsDigest.of(pack, header.on(), areas))
                && texts(Kind.DICTIONARY).equals(Dictionary.ofFacts(pack.vocabulary()));
        if (!same) {
            throw new SnapshotProblem(
                    "snapshot.other-pack", path, madeFor.get(0), madeFor.get(1), pack.id(), pack.version());
        }
    }

    /** The first row of each block, and after the last one how many rows there are. */
    private int[] firsts(Holder holder, int blocks) throws SnapshotProblem {
        int[] begins = new int[Math.max(1, blocks) + 1];
        for (Section section : sections) {
            if (section.kind() == Kind.IDS && section.holder() == holder && section.block() < blocks) {
                begins[section.block() + 1] = section.rows();
            }
        }
        for (int block = 0; block < blocks; block++) {
            begins[block + 1] += begins[block];
            boolean full = holder == Holder.PERSON
                    || begins[block + 1] == Math.min((block + 1L) * Block.HOUSEHOLDS, header.households());
            if (begins[block + 1] < begins[block] || !full) {
                throw broken(header.tableOffset());
            }
        }
        if (begins[blocks] != (holder == Holder.HOUSEHOLD ? header.households() : header.persons())) {
            throw broken(header.tableOffset());
        }
        return begins;
    }

    private void place(Section section, int count, Pack pack) throws IOException {
        switch (section.kind()) {
            case PACK, DICTIONARY, AREAS, MARK -> {}
            case IDS -> rows.add(section);
            case AREA_OF, COLUMN -> rows.add(checked(section, count));
            case STARTS -> rows.add(checked(section, count + 1));
            case ODD -> {
                byte[] content = new byte[Math.toIntExact(section.length())];
                bytes(section.offset(), section.length()).get(content);
                rows.addOdd(section, new OddHouseholds(pack).read(content, section.rows()));
            }
        }
    }

    private Section checked(Section section, int rows) throws SnapshotProblem {
        if (section.rows() != rows || section.form().bytes(rows) != section.length()) {
            throw broken(section.offset());
        }
        return section;
    }
}
