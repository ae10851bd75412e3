package yingbao.policy.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * Writes a snapshot block by block. Its name appears only when it is whole; closed before that, nothing of it remains.
 */
public final class SnapshotWriter implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final FileChannel out;
    private final Pack pack;
    private final LocalDate on;
    private final SnapshotOrigin origin;
    private final Block.Builder filling;
    private final Map<AreaCode, Integer> areaNumbers = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private long offset = SnapshotHeader.BYTES;
    private int households;
    private int persons;
    private int blocks;
    private boolean finished;

    /**
     * Begins a snapshot.
     *
     * @param on the day that the facts speak of, and whose codes the areas bear
     * @throws IOException where nothing can be written
     */
    public SnapshotWriter(Path file, Pack pack, LocalDate on, SnapshotOrigin origin) throws IOException {
        this.file = file.toAbsolutePath();
        this.pack = pack;
        this.on = on;
        this.origin = origin;
        this.filling = new Block.Builder(pack);
        Path folder = this.file.resolveSibling("");
        this.unfinished = Files.createTempFile(folder, file.getFileName() + ".", ".part");
        // Whoever interrupts the program leaves nothing behind.
        unfinished.toFile().deleteOnExit();
        this.out = FileChannel.open(unfinished, StandardOpenOption.WRITE);
    }

    /** Adds a household. */
    public void add(Household household) throws IOException {
        filling.add(household);
        if (filling.isFull()) {
            append(filling.build());
        }
    }

    /**
     * Adds the next block. Every block before it must be full.
     *
     * @throws IllegalStateException after one that is not
     */
    public void append(Block block) throws IOException {
        if (households != blocks * Block.HOUSEHOLDS) {
            throw new IllegalStateException("only the last block may have room");
        }
        Filling areas = new Filling();
        for (int row = 0; row < block.households(); row++) {
            AreaCode area = block.areas().get((int) block.areaOf().value(row));
            areas.set(row, areaNumbers.computeIfAbsent(area, _ -> areaNumbers.size()));
        }
        write(Encoding.ofColumn(Kind.AREA_OF, Holder.HOUSEHOLD, 0, areas, block.households()), blocks);
        for (Encoding encoding : block.sections()) {
            write(encoding, blocks);
        }
        households = Math.addExact(households, block.households());
        persons = Math.addExact(persons, block.persons());
        blocks++;
    }

    private void write(Encoding encoding, int block) throws IOException {
        CRC32C crc = new CRC32C();
        crc.update(encoding.bytes().duplicate());
        sections.add(encoding.at(block, offset, (int) crc.getValue()));
        write(encoding.bytes().duplicate());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            offset += out.write(bytes, offset);
        }
    }

    /** Leaves a word in the file, by which its writer will know how to go on from it; at most once. */
    public void mark(String mark) throws IOException {
        write(Encoding.ofTexts(Kind.MARK, List.of(mark)), 0);
    }

    /** Writes what remains and gives the file its name. */
    public void finish() throws IOException {
        if (!filling.isEmpty()) {
            append(filling.build());
        }
        String digest = FactsDigest.of(pack, on, areaNumbers.keySet());
        write(Encoding.ofTexts(Kind.PACK, List.of(pack.id(), pack.version(), digest)), 0);
        write(Encoding.ofTexts(Kind.DICTIONARY, Dictionary.ofFacts(pack.vocabulary())), 0);
        List<String> areas = areaNumbers.keySet().stream().map(AreaCode::digits).toList();
        write(Encoding.ofTexts(Kind.AREAS, areas), 0);
        ByteBuffer table = Section.buffer((long) sections.size() * Section.BYTES);
        sections.forEach(section -> section.write(table));
        table.flip();
        CRC32C crc = new CRC32C();
        crc.update(table.duplicate());
        long tableOffset = offset;
        write(table);
        write(Section.buffer(SnapshotHeader.END_BYTES)
                .putLong(SnapshotHeader.end())
                .flip());
        ByteBuffer header = new SnapshotHeader(
                        offset, tableOffset, sections.size(), (int) crc.getValue(), households, persons, on, origin)
                .bytes();
        for (long at = 0; header.hasRemaining(); ) {
            at += out.write(header, at);
        }
        out.force(true);
        out.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    public int households() {
        return households;
    }

    public int persons() {
        return persons;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (!finished) {
            Files.deleteIfExists(unfinished);
        }
    }
}
