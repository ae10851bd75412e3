package yingbao.policy.batch;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * A block in bytes that stand by themselves, for whoever keeps households as columns elsewhere than in a snapshot. They have
 * no check sum: whoever keeps them sees to it that they come back as they were, and for a pack of the same {@link #meaning}.
 */
public final class Bundle {
    /** Before the sections: the households, the persons and the sections, each a number of four bytes, and four bytes of nothing. */
    private static final int HEAD_BYTES = 4 * Integer.BYTES;

    /** Grows whenever bytes of before can no longer be read. */
    private static final int FORMAT = 1;

    private Bundle() {}

    /** What gives the bytes their meaning: their form, and by a hash the facts that a pack knows, with their codes. */
    public static String meaning(Pack pack) {
        return FORMAT + "-" + FactsDigest.ofCatalogue(pack);
    }

    /** The bytes of a block. */
    public static byte[] bytes(Block block) {
        List<Encoding> encodings = new ArrayList<>();
        List<String> areas = block.areas().stream().map(AreaCode::digits).toList();
        encodings.add(Encoding.ofTexts(Kind.AREAS, areas));
        encodings.add(Encoding.ofColumn(Kind.AREA_OF, Holder.HOUSEHOLD, 0, block.areaOf(), block.households()));
        encodings.addAll(block.sections());
        long offset = HEAD_BYTES + (long) encodings.size() * Section.BYTES;
        long all = offset
                + encodings.stream()
                        .mapToLong(encoding -> encoding.bytes().remaining())
                        .sum();
        byte[] whole = new byte[Math.toIntExact(all)];
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(block.households())
                .putInt(block.persons())
                .putInt(encodings.size())
                .putInt(0);
        for (Encoding encoding : encodings) {
            Section section = encoding.at(0, offset, 0);
            section.write(bytes);
            offset += section.length();
        }
        encodings.forEach(encoding -> bytes.put(encoding.bytes().duplicate()));
        return whole;
    }

    /**
     * The households of which {@link #bytes} were made.
     *
     * @param pack whose {@link #meaning} was the same then
     * @throws IllegalArgumentException where the bytes are something else
     */
    public static Population opened(byte[] bytes, Pack pack) {
        // Numbers of eight bytes must lie at multiples of eight, which an array of bytes does not promise.
        MemorySegment memory = MemorySegment.ofArray(new long[Math.ceilDiv(bytes.length, Long.BYTES)]);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, 0, bytes.length);
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] households = {0, head.getInt()};
        int[] persons = {0, head.getInt()};
        int count = head.getInt();
        head.getInt();
        List<Section> sections = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            sections.add(Section.read(head).orElseThrow(() -> new IllegalArgumentException("no bundle")));
        }
        MappedRows rows = new MappedRows(memory, households, persons, areas(sections, bytes));
        for (Section section : sections) {
            rows.add(section);
            if (section.kind() == Kind.ODD) {
                rows.addOdd(section, odd(section, bytes, pack));
            }
        }
        return new Population(pack, rows);
    }

    private static List<AreaCode> areas(List<Section> sections, byte[] bytes) {
        return sections.stream()
                .filter(section -> section.kind() == Kind.AREAS)
                .flatMap(section -> Encoding.texts(content(section, bytes), section.rows()).stream())
                .map(AreaCode::new)
                .toList();
    }

    private static Map<Integer, Household> odd(Section section, byte[] bytes, Pack pack) {
        byte[] odd = new byte[Math.toIntExact(section.length())];
        content(section, bytes).get(odd);
        try {
            return new OddHouseholds(pack).read(odd, section.rows());
        } catch (IOException unfinished) {
            throw new IllegalArgumentException(unfinished);
        }
    }

    private static ByteBuffer content(Section section, byte[] bytes) {
        return ByteBuffer.wrap(bytes)
                .slice(Math.toIntExact(section.offset()), Math.toIntExact(section.length()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
