package yingbao.policy.batch;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;

/** Rows in memory as their writer left them, block by block; of which bytes may be trusted, whoever adds them has seen to. */
final class MappedRows implements Storage {
    private final MemorySegment memory;
    private final List<AreaCode> areas;
    private final Map<Holder, int[]> firsts = new EnumMap<>(Holder.class);
    private final Map<Holder, Map<Integer, MappedColumn>> columns = new EnumMap<>(Holder.class);
    private final Map<Holder, MappedIds> ids = new EnumMap<>(Holder.class);
    private final MappedColumn areaOf;
    private final MappedColumn starts;
    private final NavigableMap<Integer, Household> odd = new TreeMap<>();

    /**
     * Rows of which nothing is there yet.
     *
     * @param households the first household of each block, and after the last one how many there are; not copied
     * @param persons the same of persons
     */
    MappedRows(MemorySegment memory, int[] households, int[] persons, List<AreaCode> areas) {
        this.memory = memory;
        this.areas = areas;
        firsts.put(Holder.HOUSEHOLD, households);
        firsts.put(Holder.PERSON, persons);
        this.areaOf = new MappedColumn(memory, households);
        // Each block has one start more than it has households.
        int[] ofStarts = households.clone();
        for (int block = 0; block < ofStarts.length; block++) {
            ofStarts[block] += block;
        }
        this.starts = new MappedColumn(memory, ofStarts);
        for (Holder holder : Holder.values()) {
            columns.put(holder, new HashMap<>());
            ids.put(holder, new MappedIds(memory, firsts(holder)));
        }
    }

    /** Adds a section of a block; of kinds that are not of one block there is nothing to add. */
    void add(Section section) {
        switch (section.kind()) {
            case PACK, DICTIONARY, AREAS, MARK, ODD -> {}
            case AREA_OF -> areaOf.add(section);
            case STARTS -> starts.add(section);
            case IDS -> ids(section.holder()).add(section);
            case COLUMN ->
                columns.getOrDefault(section.holder(), Map.of())
                        .computeIfAbsent(section.slot(), _ -> new MappedColumn(memory, firsts(section.holder())))
                        .add(section);
        }
    }

    /**
     * Adds households that columns cannot hold.
     *
     * @param section of {@link Kind#ODD}
     * @param ofBlock by row of the block
     */
    void addOdd(Section section, Map<Integer, Household> ofBlock) {
        int first = firsts(Holder.HOUSEHOLD)[section.block()];
        ofBlock.forEach((row, household) -> odd.put(first + row, household));
    }

    private int[] firsts(Holder holder) {
        return firsts.getOrDefault(holder, new int[1]);
    }

    private MappedIds ids(Holder holder) {
        return Optional.ofNullable(ids.get(holder)).orElseThrow();
    }

    @Override
    public int rows(Holder holder) {
        int[] begins = firsts(holder);
        return begins[begins.length - 1];
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
        if (household == rows(Holder.HOUSEHOLD)) {
            return rows(Holder.PERSON);
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
