package yingbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yingbao.policy.batch.BatchEngine;
import yingbao.policy.batch.DecidedChunk;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Sink;
import yingbao.policy.batch.Snapshot;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.batch.Watch;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DecisionsSinkTest {
    private static final int HOUSEHOLDS = 6_000;
    private static final Console CONSOLE =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Locale.CHINESE);

    @TempDir
    Path folder = Path.of(".");

    private Path province(Pack pack, long seed) throws IOException {
        Assumptions assumptions = new Assumptions();
        SyntheticProvince province = new SyntheticProvince(pack, assumptions.day(), assumptions, HOUSEHOLDS, seed);
        Path file = folder.resolve("province.snapshot");
        try (SnapshotWriter writer =
                new SnapshotWriter(file, pack, assumptions.day(), new SnapshotOrigin.Synthetic(seed))) {
            for (int block = 0; block < province.blocks(); block++) {
                writer.append(province.block(block));
            }
            writer.finish();
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({"jilin, 2016-10-01, 5", "jilin-demo, 2016-10-01, 6", "jilin-demo, 2025-03-01, 7"})
    void decisions_of_columns_are_written_as_those_of_households_walked_through_one_by_one(
            String id, LocalDate day, long seed) throws IOException {
        Pack pack = Packs.read(id, CONSOLE);
        try (Snapshot snapshot = Snapshot.open(province(pack, seed), pack)) {
            Population population = snapshot.population();
            Path walked = Files.createDirectories(folder.resolve("walked"));
            Deciding.Done done =
                    new Deciding(CONSOLE, pack, day).decide(population.households(), population::household, walked);
            Path compiled = Files.createDirectories(folder.resolve("compiled"));
            BatchEngine engine = BatchEngine.compile(pack, day, population);
            try (DecisionsFile file = new DecisionsFile(compiled)) {
                assertThat(engine.decide(new DecisionsSink(pack, day, population, file), Watch.NOBODY))
                        .hasValue(done.written());
                file.finish();
            }
            assertThat(compiled.resolve(DecisionsFile.NAME))
                    .as("%s on %s, seed %d", id, day, seed)
                    .hasSameBinaryContentAs(walked.resolve(DecisionsFile.NAME));
            assertThat(done.written()).isGreaterThan(HOUSEHOLDS * 10L);
        }
    }

    @Test
    void whoever_stops_it_or_lets_it_fail_finds_the_former_file_and_no_half_one() throws IOException {
        Pack pack = Packs.read("jilin", CONSOLE);
        LocalDate day = LocalDate.of(2016, 10, 1);
        Path former = folder.resolve(DecisionsFile.NAME);
        Files.writeString(former, "former");
        try (Snapshot snapshot = Snapshot.open(province(pack, 8), pack)) {
            Population population = snapshot.population();
            BatchEngine engine = BatchEngine.compile(pack, day, population);
            try (DecisionsFile file = new DecisionsFile(folder)) {
                assertThat(engine.decide(new DecisionsSink(pack, day, population, file), stoppingAfter(3)))
                        .isEmpty();
            }
            try (DecisionsFile file = new DecisionsFile(folder)) {
                Sink<Long> sink = failingAtFirst(new DecisionsSink(pack, day, population, file));
                assertThatThrownBy(() -> engine.decide(sink, Watch.NOBODY)).hasStackTraceContaining("the first one");
            }
        }
        assertThat(former).hasContent("former");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(DecisionsFile.NAME, "province.snapshot");
    }

    private static Watch stoppingAfter(int chunks) {
        AtomicInteger asked = new AtomicInteger();
        return new Watch() {
            @Override
            public boolean isStopped() {
                return asked.incrementAndGet() > chunks;
            }

            @Override
            public void at(long households, long ofAll) {
                // Nobody looks.
            }
        };
    }

    /** Fails at the first households after a while, when others have long waited for them. */
    private static Sink<Long> failingAtFirst(Sink<Long> sink) {
        return new Sink<>() {
            @Override
            public void take(DecidedChunk chunk) {
                if (chunk.first(Holder.HOUSEHOLD) == 0) {
                    pause();
                    throw new IllegalStateException("the first one");
                }
                sink.take(chunk);
            }

            @Override
            public void abandon() {
                sink.abandon();
            }

            @Override
            public Long result(long decidedApart) {
                return sink.result(decidedApart);
            }
        };
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
