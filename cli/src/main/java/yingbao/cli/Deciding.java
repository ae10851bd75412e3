package yingbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Household;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Decides households one by one, on every core, and writes each decision with its reasons in the households' order. */
final class Deciding {
    static final String DECISIONS = "decisions.csv";
    private static final int CHUNK_HOUSEHOLDS = 1_000;
    private static final int CHUNKS_AHEAD_MAX = 6;

    private final Console console;
    private final Pack pack;
    private final LocalDate day;

    /**
     * What was decided.
     *
     * @param summary counts by area and programme
     * @param written how many decisions there are
     * @param file where they stand
     */
    record Done(Summary summary, long written, Path file) {}

    Deciding(Console console, Pack pack, LocalDate day) {
        this.console = console;
        this.pack = pack;
        this.day = day;
    }

    /**
     * Writes the decisions of some households to a folder.
     *
     * @param households gives each by its place; asked by several threads
     */
    Done decide(int count, IntFunction<Household> households, Path folder) throws IOException {
        Engine engine = new Engine(pack, day);
        Summary summary = new Summary(engine.programmes());
        Path file = folder.resolve(DECISIONS);
        // An interrupted run must not leave half a file that looks whole.
        Path unfinished = folder.resolve(DECISIONS + ".part");
        long written;
        try (ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                DecisionsFile decisions =
                        new DecisionsFile(unfinished, new Explainer(pack, facts -> facts.id(), _ -> ""));
                Progress progress = new Progress(console, console.text("register.deciding"))) {
            Deque<Future<Chunk>> ahead = new ArrayDeque<>();
            long done = 0;
            for (int from = 0; from < count || !ahead.isEmpty(); ) {
                if (from < count && ahead.size() < CHUNKS_AHEAD_MAX) {
                    int first = from;
                    int next = Math.min(from + CHUNK_HOUSEHOLDS, count);
                    ahead.add(workers.submit(() -> decide(engine, first, next, households, decisions)));
                    from = next;
                } else {
                    Chunk chunk = result(ahead.remove());
                    decisions.write(chunk.rows());
                    summary.add(chunk.summary());
                    done += chunk.households();
                    progress.at(done, count);
                }
            }
            written = decisions.written();
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        return new Done(summary, written, file);
    }

    /** What became of some households. */
    private record Chunk(int households, List<String[]> rows, Summary summary) {}

    private static Chunk result(Future<Chunk> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Chunk decide(Engine engine, int from, int to, IntFunction<Household> households, DecisionsFile decisions) {
        List<String[]> rows = new ArrayList<>();
        Summary summary = new Summary(engine.programmes());
        for (int place = from; place < to; place++) {
            Household household = households.apply(place);
            Assessment assessment = engine.assess(household);
            String county = county(pack, household.area(), day);
            for (Programme programme : engine.programmes()) {
                for (int holder : Engine.holders(programme, household)) {
                    Decision decision = assessment.decide(programme, holder);
                    summary.add(county, decision);
                    rows.add(decisions.row(decision, assessment, holder));
                }
            }
        }
        return new Chunk(to - from, rows, summary);
    }

    static String county(Pack pack, AreaCode area, LocalDate day) {
        return pack.areas().within(AreaLevel.COUNTY, area, day).map(Area::name).orElseGet(area::shortForm);
    }
}
