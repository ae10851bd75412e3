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
    private volatile Optional<Taken> last;

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
        this.last = Files.exists(file) ? found() : Optional.empty();
    }

    /** What an earlier run of the platform left; one of other facts or divisions, or a damaged one, is taken anew. */
    private Optional<Taken> found() throws IOException {
        try {
            return Optional.of(open());
        } catch (SnapshotProblem unfit) {
            LOG.info("the snapshot of the register is taken anew: {}", unfit.code());
            return Optional.empty();
        }
    }

    private Taken open() throws IOException {
        Snapshot snapshot = Snapshot.openWhileUsed(file, pack);
        Instant at = Files.getLastModifiedTime(file).toInstant();
        return new Taken(snapshot.on(), at, snapshot.population());
    }

    /** The register as it was taken last; empty where it never was, or with facts that the pack does not know. */
    public Optional<Taken> latest() {
        return last;
    }

    /**
     * Takes the whole register as it is known now, whoever asks for it. Stopped midway, it leaves what was taken before.
     *
     * @param progress is told how far it is
     */
    public Taken take(JobProgress progress) {
        taking.lock();
        try {
            LocalDate on = today.date();
            try (SnapshotWriter writer = new SnapshotWriter(file, pack, on, new SnapshotOrigin.Register())) {
                Callers.as(platform, () -> register.write(writer, on, progress));
                writer.finish();
            }
            Taken taken = open();
            last = Optional.of(taken);
            return taken;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            taking.unlock();
        }
    }
}
