package yingbao.policy.batch;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Optional;
import yingbao.policy.batch.Section.Kind;
import yingbao.policy.pack.Pack;

/**
 * A population in a file that is mapped into memory: nothing of it is copied before it is asked for, and the system may
 * drop what is not. Its population may be used until it is closed.
 */
public final class Snapshot implements AutoCloseable {
    private final Runnable closing;
    private final SnapshotHeader header;
    private final SnapshotFile file;
    private final Population population;

    private Snapshot(Runnable closing, SnapshotHeader header, SnapshotFile file, Pack pack) {
        this.closing = closing;
        this.header = header;
        this.file = file;
        this.population = new Population(pack, file.rows());
    }

    /**
     * Opens a snapshot, having read every byte of it once.
     *
     * @throws SnapshotProblem {@code snapshot.foreign} where it is no snapshot, {@code snapshot.format} (its format,
     *     the one known here), {@code snapshot.length} (its length, what it should be), {@code snapshot.header},
     *     {@code snapshot.table} (where), {@code snapshot.end} (where), {@code snapshot.damaged} (what, where, how long),
     *     {@code snapshot.other-pack} (the pack it was made for, its version, the pack given, its version) where
     *     the facts or the divisions of the given pack are others
     * @throws IOException where it cannot be read
     */
    @SuppressWarnings("MustBeClosedChecker") // the snapshot closes it
    public static Snapshot open(Path path, Pack pack) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return open(path, pack, arena, arena::close);
        } catch (IOException | RuntimeException refused) {
            arena.close();
            throw refused;
        }
    }

    /**
     * Opens a snapshot that need not be closed: its file stays mapped for as long as anybody uses its population.
     *
     * @throws SnapshotProblem with the codes of {@link #open}
     * @throws IOException where it cannot be read
     */
    public static Snapshot openWhileUsed(Path path, Pack pack) throws IOException {
        return open(path, pack, Arena.ofAuto(), () -> {});
    }

    private static Snapshot open(Path path, Pack pack, Arena arena, Runnable closing) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer first = Section.buffer(SnapshotHeader.BYTES);
            while (first.hasRemaining() && channel.read(first, first.position()) >= 0) {
                // A file may give its bytes in parts.
            }
            SnapshotHeader header = SnapshotHeader.read(path, first.flip(), channel.size());
            MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new Snapshot(closing, header, new SnapshotFile(path, mapped, header, pack), pack);
        }
    }

    public Population population() {
        return population;
    }

    /** The day that its facts speak of. */
    public LocalDate on() {
        return header.on();
    }

    public SnapshotOrigin origin() {
        return header.origin();
    }

    /** The id of the pack that it was made for. */
    public String packId() {
        return file.texts(Kind.PACK).getFirst();
    }

    /** The version of that pack. */
    public String packVersion() {
        return file.texts(Kind.PACK).get(1);
    }

    /** What its writer left to go on from it; empty where that is nothing. */
    public Optional<String> mark() {
        return file.texts(Kind.MARK).stream().findFirst();
    }

    @Override
    public void close() {
        closing.run();
    }
}
