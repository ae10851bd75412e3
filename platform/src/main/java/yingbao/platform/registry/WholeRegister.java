package yingbao.platform.registry;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.Callers;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.pack.Pack;

/** Streams everybody in the register into a snapshot, ordered by area, as all of it was at one moment. */
@Service
public class WholeRegister {
    private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final DataSource source;
    private final FactCodec codec;
    private final Pack pack;

    WholeRegister(JdbcTemplate jdbc, FactCodec codec, Pack pack) {
        this.source = Objects.requireNonNull(jdbc.getDataSource());
        this.codec = codec;
        this.pack = pack;
    }

    /**
     * Writes every household that the caller may see.
     *
     * @param on the day whose facts and members are wanted
     * @param progress is told how far it is
     * @return how many there are
     * @throws IOException where the snapshot cannot be written
     */
    public int write(SnapshotWriter writer, LocalDate on, JobProgress progress) throws IOException {
        try (Moment moment = new Moment(source, READERS, Callers.current().scope());
                ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<CopyQueries.Stretch> stretches =
                    moment.with(connection -> CopyQueries.stretches(connection, Block.HOUSEHOLDS));
            Queue<Future<Block>> underWay = new ArrayDeque<>();
            try {
                int written = 0;
                for (int next = 0; written < stretches.size(); ) {
                    while (next < stretches.size() && underWay.size() <= READERS) {
                        CopyQueries.Stretch stretch = stretches.get(next);
                        underWay.add(threads.submit(() -> moment.with(
                                connection -> new StretchReader(codec, pack, on).read(connection, stretch))));
                        next++;
                    }
                    writer.append(underWay.remove().get());
                    written++;
                    progress.report(written, stretches.size());
                }
                return writer.households();
            } finally {
                underWay.forEach(future -> future.cancel(true));
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the register was read", stopped);
        }
    }
}
