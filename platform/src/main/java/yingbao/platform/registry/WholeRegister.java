package yingbao.platform.registry;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.Callers;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.Bundle;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.pack.Pack;

/** Streams everybody in the register into a snapshot, ordered by area, as all of it was at one moment. */
@Service
public class WholeRegister {
    private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** Where more than one household in so many changed, reading all of them is as fast. */
    private static final int UNCHANGED_A_CHANGE = 4;

    /** Where there are more bundles, everybody is taken anew, by which they become few. */
    private static final int BUNDLES_A_BLOCK = 400;

    private static final int BUNDLES_AT_LEAST = 20_000;

    private final DataSource source;
    private final TransactionTemplate transaction;
    private final ChangeQueries changes;
    private final BundleQueries bundles;
    private final FactCodec codec;
    private final Pack pack;
    private final String meaning;

    WholeRegister(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            ChangeQueries changes,
            BundleQueries bundles,
            FactCodec codec,
            Pack pack) {
        this.source = Objects.requireNonNull(jdbc.getDataSource());
        this.transaction = transaction;
        this.changes = changes;
        this.bundles = bundles;
        this.codec = codec;
        this.pack = pack;
        this.meaning = Bundle.meaning(pack);
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
     * @param unwanted bundles that tell of nobody any longer
     * @param households how many households were read, the others being as they were before or as bundles have them
     */
    public record Written(UUID mark, List<Long> changes, List<Long> unwanted, int households) {}

    /** One block, made over a connection. */
    @FunctionalInterface
    private interface Part {
        BlockMaker.Made make(BlockMaker maker, Connection connection) throws SQLException;
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
            Plan plan = moment.with(connection -> plan(connection, before, on));
            List<Long> unwanted = new ArrayList<>(plan.unwanted());
            int read = write(writer, moment, plan, unwanted, progress);
            writer.mark(mark.toString());
            return new Written(mark, plan.changes(), unwanted, read);
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
        changes.settle(written.changes(), written.mark());
        bundles.remove(written.unwanted());
    }

    /**
     * How a taking goes about.
     *
     * @param changes where the changes are noted that it will hold
     * @param unwanted bundles that nobody can read any longer
     */
    private record Plan(BlockMaker.Terms terms, List<Part> parts, List<Long> changes, List<Long> unwanted) {}

    private Plan plan(Connection connection, Optional<Before> known, LocalDate on) throws SQLException {
        ChangeQueries changes = ChangeQueries.over(connection);
        BundleQueries bundles = BundleQueries.over(connection);
        ChangeQueries.Changes noted = changes.changes();
        Optional<Plan> refreshing =
                before(changes, bundles, known, on).flatMap(before -> refreshing(changes, bundles, noted, before, on));
        if (refreshing.isPresent()) {
            return refreshing.get();
        }
        long unreadable = bundles.newestOfOtherMeaning(meaning);
        Set<UUID> stale = ids(changes.homes(noted.holders(), on));
        return new Plan(
                new BlockMaker.Terms(on, "b.id > " + unreadable, stale),
                CopyQueries.stretches(connection, Block.HOUSEHOLDS).stream()
                        .<Part>map(stretch -> (maker, over) -> maker.everybody(over, stretch))
                        .toList(),
                noted.rows(),
                bundles.until(unreadable));
    }

    /** What may be gone on from; empty where everybody is to be read, because it is not known who changed since. */
    private static Optional<Before> before(
            ChangeQueries changes, BundleQueries bundles, Optional<Before> known, LocalDate on) {
        Optional<String> mark = changes.mark().map(UUID::toString);
        return known.filter(before -> mark.equals(Optional.of(before.mark())))
                .filter(before -> !on.isBefore(before.on()))
                .filter(before -> bundles.count()
                        <= BUNDLES_AT_LEAST
                                + BUNDLES_A_BLOCK * (long) (before.population().households() / Block.HOUSEHOLDS));
    }

    /** Empty where everybody is to be read, because so many changed. */
    private Optional<Plan> refreshing(
            ChangeQueries changes, BundleQueries bundles, ChangeQueries.Changes noted, Before before, LocalDate on) {
        int most = before.population().households() / UNCHANGED_A_CHANGE;
        Set<UUID> holders = new HashSet<>(noted.holders());
        if (on.isAfter(before.on())) {
            holders.addAll(changes.turning(before.on(), on));
        }
        List<CopyQueries.Home> changed = changes.homes(holders, on);
        Set<UUID> stale = ids(changed);
        return bundles.households(noted.bundles(), most)
                .map(cameIn -> holders.addAll(cameIn) ? changes.homes(holders, on) : changed)
                .filter(homes -> homes.size() <= most)
                .map(homes -> {
                    Set<UUID> outdated = new HashSet<>(holders);
                    outdated.addAll(ids(homes));
                    return new Plan(
                            new BlockMaker.Terms(on, among(noted.bundles()), stale),
                            Splice.of(before.population(), outdated, homes).stream()
                                    .<Part>map(part -> (maker, over) -> maker.changed(over, part, before.population()))
                                    .toList(),
                            noted.rows(),
                            List.of());
                });
    }

    private static Set<UUID> ids(List<CopyQueries.Home> homes) {
        return homes.stream().map(CopyQueries.Home::id).collect(Collectors.toSet());
    }

    private static String among(List<Long> bundles) {
        return bundles.isEmpty()
                ? ""
                : bundles.stream().map(String::valueOf).collect(Collectors.joining(",", "b.id in (", ")"));
    }

    /** Writes all blocks and keeps what had to be read; how many households that were. */
    private int write(SnapshotWriter writer, Moment moment, Plan plan, List<Long> unwanted, JobProgress progress)
            throws IOException, ExecutionException, InterruptedException {
        Queue<Future<BlockMaker.Made>> underWay = new ArrayDeque<>();
        List<Part> parts = plan.parts();
        int read = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            try {
                int written = 0;
                for (int next = 0; written < parts.size(); ) {
                    while (next < parts.size() && underWay.size() <= READERS) {
                        Part part = parts.get(next);
                        underWay.add(threads.submit(() -> moment.with(
                                connection -> part.make(new BlockMaker(codec, pack, plan.terms()), connection))));
                        next++;
                    }
                    BlockMaker.Made made = underWay.remove().get();
                    writer.append(made.block());
                    keep(made, plan.terms());
                    unwanted.addAll(made.unwanted());
                    read += made.read();
                    written++;
                    progress.report(written, parts.size());
                }
            } finally {
                underWay.forEach(future -> future.cancel(true));
            }
        }
        return read;
    }

    /** Nothing of it is believed before {@link #settle}: until then what it was read for is noted as changed. */
    private void keep(BlockMaker.Made made, BlockMaker.Terms terms) {
        if (!made.bundles().isEmpty()) {
            transaction.executeWithoutResult(_ -> bundles.keep(made.bundles(), terms.on(), meaning));
        }
    }
}
