package yingbao.policy.batch;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** A whole snapshot in a mapped file. */
final class SnapshotFile implements Storage {
    private final Path path;
    private final MemorySegment file;
    private final SnapshotHeader header;
    private final List<Section> sections = new ArrayList<>();
    private final Map<Kind, List<String>> texts = new EnumMap<>(Kind.class);
    private final List<AreaCode> areas;
    private final Map<Holder, int[]> firsts = new EnumMap<>(Holder.class);
    private final Map<Holder, Map<Integer, MappedColumn>> columns = new EnumMap<>(Holder.class);
    private final Map<Holder, MappedIds> ids = new EnumMap<>(Holder.class);
    private final MappedColumn areaOf;
    private final MappedColumn starts;
    private final NavigableMap<Integer, Household> odd = new TreeMap<>();

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
        this.areas = texts(Kind.AREAS).stream().map(AreaCode::new).toList();
        refuseOtherPack(pack);
        int blocks = (header.households() + Block.HOUSEHOLDS - 1) / Block.HOUSEHOLDS;
        int[] startFirsts = countRows(blocks);
        this.areaOf = new MappedColumn(file, firsts(Holder.HOUSEHOLD));
        this.starts = new MappedColumn(file, startFirsts);
        for (Holder holder : Holder.values()) {
            columns.put(holder, new HashMap<>());
            ids.put(holder, new MappedIds(file, firsts(holder)));
        }
        for (Section section : sections) {
            place(section, pack);
        }
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
        ByteBuffer bytes = bytes(section.offset(), section.length());
        List<String> read = new ArrayList<>();
        for (int number = 0; number < section.rows(); number++) {
            if (bytes.remaining() < Integer.BYTES) {
                throw broken(section.offset());
            }
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw broken(section.offset());
            }
            byte[] text = new byte[length];
            bytes.get(text);
            read.add(new String(text, StandardCharsets.UTF_8));
        }
        return read;
    }

    /** A text of the whole file, such as the pack's id. */
    List<String> texts(Kind kind) {
        return texts.getOrDefault(kind, List.of());
    }

    private void refuseOtherPack(Pack pack) throws SnapshotProblem {
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

    /** Finds out where blocks begin; the places of starts, of which each block has one more, are returned. */
    private int[] countRows(int blocks) throws SnapshotProblem {
        for (Holder holder : Holder.values()) {
            int[] begins = new int[blocks + 1];
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
            firsts.put(holder, begins);
        }
        int[] ofStarts = firsts(Holder.HOUSEHOLD).clone();
        for (int block = 0; block <= blocks; block++) {
            ofStarts[block] += block;
        }
        return ofStarts;
    }

    private int[] firsts(Holder holder) {
        return firsts.getOrDefault(holder, new int[1]);
    }

    private void place(Section section, Pack pack) throws IOException {
        if (section.block() >= Math.max(1, firsts(Holder.HOUSEHOLD).length - 1)) {
            throw broken(section.offset());
        }
        switch (section.kind()) {
            case PACK, DICTIONARY, AREAS, MARK -> {}
            case AREA_OF -> areaOf.add(checked(section, rows(section)));
            case STARTS -> starts.add(checked(section, rows(section) + 1));
            case IDS -> ids(section.holder()).add(section);
            case COLUMN ->
                columns.getOrDefault(section.holder(), Map.of())
                        .computeIfAbsent(section.slot(), _ -> new MappedColumn(file, firsts(section.holder())))
                        .add(checked(section, rows(section)));
            case ODD -> {
                byte[] content = new byte[Math.toIntExact(section.length())];
                bytes(section.offset(), section.length()).get(content);
                new OddHouseholds(pack)
                        .read(content, section.rows())
                        .forEach((row, household) -> odd.put(section.block() * Block.HOUSEHOLDS + row, household));
            }
        }
    }

    private int rows(Section section) {
        int[] begins = firsts(section.holder());
        return begins[section.block() + 1] - begins[section.block()];
    }

    private Section checked(Section section, int rows) throws SnapshotProblem {
        if (section.rows() != rows || section.form().bytes(rows) != section.length()) {
            throw broken(section.offset());
        }
        return section;
    }

    private MappedIds ids(Holder holder) {
        return Optional.ofNullable(ids.get(holder)).orElseThrow();
    }

    @Override
    public int rows(Holder holder) {
        return switch (holder) {
            case HOUSEHOLD -> header.households();
            case PERSON -> header.persons();
        };
    }

    @Override
    public List<AreaCode> areas() {
        return areas;
    }

    @Override
    public int areaOf(int household) {
        return (int) areaOf.value(household);
    }

    @Override
    public int firstPerson(int household) {
        if (household == header.households()) {
            return header.persons();
        }
        int block = household / Block.HOUSEHOLDS;
        return firsts(Holder.PERSON)[block] + (int) starts.value(household + block);
    }

    @Override
    public void copyAreas(int first, int households, int[] into) {
        areaOf.copyInts(first, households, into);
    }

    @Override
    public void copyStarts(int first, int households, int[] into) {
        starts.copyInts(first + first / Block.HOUSEHOLDS, households, into);
        int begin = into[0];
        for (int household = 0; household < households; household++) {
            into[household] -= begin;
        }
    }

    @Override
    public String id(Holder holder, int row) {
        return ids(holder).id(row);
    }

    @Override
    public List<String> ids(Holder holder, int from, int to) {
        return ids(holder).ids(from, to);
    }

    @Override
    public Optional<Column> column(Holder holder, int slot) {
        return Optional.ofNullable(columns.getOrDefault(holder, Map.of()).get(slot));
    }

    @Override
    public NavigableMap<Integer, Household> odd() {
        return odd;
    }
}
