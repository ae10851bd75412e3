package yingbao.platform.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import yingbao.platform.areas.Divisions;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Today;
import yingbao.platform.registry.WholeRegister;
import yingbao.policy.batch.Snapshot;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotProblem;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.pack.Pack;

/** Takes the register into columns and keeps what was taken last. */
@Service
public class Populations {
    private static final Logger LOG = LoggerFactory.getLogger(Populations.class);
    private static final String NAME = "register.snapshot";

    private final WholeRegister register;
    private final Pack pack;
    private final Today today;
    private final Caller platform;
    private final Path file;
    private final ReentrantLock taking = new ReentrantLock();
    private volatile Found last = new Found(Instant.MIN, Optional.empty());

    /** What a file written at a moment holds; nothing where the pack knows other facts. */
    private record Found(Instant written, Optional<Taken> taken) {}

    Populations(
            WholeRegister register,
            Pack pack,
            Today today,
            Divisions divisions,
            @Value("${yingbao.population}") Path folder)
            throws IOException {
        this.platform = Caller.platform(divisions.root());
        this.register = register;
        this.pack = pack;
        this.today = today;
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        this.file = folder.resolve(NAME);
    }

    /** Of other facts or divisions, or damaged, it is taken anew. */
    private Found found() throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        try {
            Snapshot snapshot = Snapshot.openWhileUsed(file, pack);
            return new Found(
                    written, Optional.of(new Taken(snapshot.on(), written, snapshot.mark(), snapshot.population())));
        } catch (SnapshotProblem unfit) {
            LOG.info("the snapshot of the register is to be taken anew: {}", unfit.code());
            return new Found(written, Optional.empty());
        }
    }

    /**
     * The register as it was taken last, by whichever process did; empty where it never was, or with facts that the pack does
     * not know.
     */
    public Optional<Taken> latest() {
        try {
            if (Files.exists(file)
                    && !last.written().equals(Files.getLastModifiedTime(file).toInstant())) {
                last = found();
            }
            return last.taken();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Optional<WholeRegister.Before> before() {
        return latest().flatMap(taken ->
                taken.mark().map(mark -> new WholeRegister.Before(taken.population(), taken.on(), mark)));
    }

    /**
     * Takes the whole register as it is known now, whoever asks for it. Stopped midway, it leaves what was taken before.
     *
     * @param progress is told how far it is
     */
    public Taken take(JobProgress progress) {
        taking.lock();
        try {
            WholeRegister.Written written = Callers.as(platform, () -> write(progress));
            LOG.info("the register was taken; {} households were read", written.households());
            last = found();
            return last.taken().orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            taking.unlock();
        }
    }

    private WholeRegister.Written write(JobProgress progress) throws IOException {
        LocalDate on = today.date();
        try (SnapshotWriter writer = new SnapshotWriter(file, pack, on, new SnapshotOrigin.Register())) {
            WholeRegister.Written written = register.write(writer, on, before(), progress);
            writer.finish();
            register.settle(written);
            return written;
        }
    }
}
