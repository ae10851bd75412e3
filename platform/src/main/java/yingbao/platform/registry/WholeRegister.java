package yingbao.platform.registry;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.Callers;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.pack.Pack;

/** Streams everybody in the register into a snapshot, ordered by area, as all of it was at one moment. */
@Service
public class WholeRegister {
    private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** Where more than one household in so many changed, reading all of them is as fast. */
    private static final int UNCHANGED_A_CHANGE = 4;

    private final DataSource source;
    private final ChangeQueries queries;
    private final FactCodec codec;
    private final Pack pack;

    WholeRegister(JdbcTemplate jdbc, ChangeQueries queries, FactCodec codec, Pack pack) {
        this.source = Objects.requireNonNull(jdbc.getDataSource());
        this.queries = queries;
        this.codec = codec;
        this.pack = pack;
    }

    /**
     * What was taken before.
     *
     * @param on the day that it speaks of
     * @param mark what {@link #write} left in it
     */
    public record Before(Population population, LocalDate on, String mark) {}

    /**
     * A taking that is written but not noted yet.
     *
     * @param mark by which it is known
     * @param changes where the changes are noted that it holds
     * @param households how many households were read, the others being as they were before
     */
    public record Written(UUID mark, List<Long> changes, int households) {}

    /** One block, made over a connection. */
    @FunctionalInterface
    private interface Part {
        Block read(StretchReader reader, Connection connection) throws SQLException;
    }

    /**
     * Writes every household that the caller may see. Of what was taken before, only what changed since is read again.
     *
     * @param on the day whose facts and members are wanted
     * @param progress is told how far it is
     * @throws IOException where the snapshot cannot be written
     */
    public Written write(SnapshotWriter writer, LocalDate on, Optional<Before> before, JobProgress progress)
            throws IOException {
        UUID mark = UUID.randomUUID();
        try (Moment moment = new Moment(source, READERS, Callers.current().scope())) {
            ChangeQueries.Changes changes =
                    moment.with(connection -> ChangeQueries.over(connection).changes());
            Optional<Difference> difference = moment.with(
                    connection -> difference(ChangeQueries.over(connection), before, changes.holders(), on));
            List<Part> parts = difference.isPresent()
                    ? changed(difference.get())
                    : moment.with(connection -> everybody(connection));
            write(writer, moment, parts, on, progress);
            writer.mark(mark.toString());
            return new Written(
                    mark,
                    changes.rows(),
                    difference.map(some -> some.households().size()).orElse(writer.households()));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the register was read", stopped);
        }
    }

    /** Notes what a taking holds, once its file is there: the next one begins where it ended. */
    @Transactional
    public void settle(Written written) {
        queries.settle(written.changes(), written.mark());
    }

    /**
     * By what the register differs from what was taken before.
     *
     * @param households those that changed or are new, by area and id
     * @param outdated ids of whatever changed
     */
    private record Difference(Population before, List<CopyQueries.Home> households, Set<UUID> outdated) {}

    /** Empty where everybody is to be read: because so many changed, or because it is not known who did. */
    private static Optional<Difference> difference(
            ChangeQueries queries, Optional<Before> known, Set<UUID> written, LocalDate on) {
        Optional<UUID> mark = queries.mark();
        return known.filter(before -> mark.map(UUID::toString).equals(Optional.of(before.mark())))
                .filter(before -> !on.isBefore(before.on()))
                .map(before -> {
                    Set<UUID> holders = new HashSet<>(written);
                    holders.addAll(queries.turning(before.on(), on));
                    List<CopyQueries.Home> homes = queries.homes(holders, on);
                    homes.forEach(home -> holders.add(home.id()));
                    return new Difference(before.population(), homes, holders);
                })
                .filter(some -> some.households().size() <= some.before().households() / UNCHANGED_A_CHANGE);
    }

    private static List<Part> changed(Difference difference) {
        return Splice.of(difference.before(), difference.outdated(), difference.households()).stream()
                .<Part>map(part -> (reader, connection) -> reader.read(connection, part, difference.before()))
                .toList();
    }

    private static List<Part> everybody(Connection connection) throws SQLException {
        return CopyQueries.stretches(connection, Block.HOUSEHOLDS).stream()
                .<Part>map(stretch -> (reader, over) -> reader.read(over, stretch))
                .toList();
    }

    private void write(SnapshotWriter writer, Moment moment, List<Part> parts, LocalDate on, JobProgress progress)
            throws IOException, ExecutionException, InterruptedException {
        Queue<Future<Block>> underWay = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            try {
                int written = 0;
                for (int next = 0; written < parts.size(); ) {
                    while (next < parts.size() && underWay.size() <= READERS) {
                        Part part = parts.get(next);
                        underWay.add(threads.submit(() ->
                                moment.with(connection -> part.read(new StretchReader(codec, pack, on), connection))));
                        next++;
                    }
                    writer.append(underWay.remove().get());
                    written++;
                    progress.report(written, parts.size());
                }
            } finally {
                underWay.forEach(future -> future.cancel(true));
            }
        }
    }
}
