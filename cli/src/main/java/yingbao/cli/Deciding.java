package yingbao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Household;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Decides households one by one, on every core, and writes each decision with its reasons in the households' order. */
final class Deciding {
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
        DecisionText text = new DecisionText(pack);
        try (ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                DecisionsFile decisions = new DecisionsFile(folder);
                Progress progress = new Progress(console, console.text("register.deciding"))) {
            Deque<Future<Chunk>> ahead = new ArrayDeque<>();
            long done = 0;
            for (int from = 0; from < count || !ahead.isEmpty(); ) {
                if (from < count && ahead.size() < CHUNKS_AHEAD_MAX) {
                    int first = from;
                    int next = Math.min(from + CHUNK_HOUSEHOLDS, count);
                    ahead.add(workers.submit(() -> decide(engine, first, next, households, text)));
                    from = next;
                } else {
                    Chunk chunk = result(ahead.remove());
                    decisions.append(chunk.lines());
                    summary.add(chunk.summary());
                    done += chunk.households();
                    progress.at(done, count);
                }
            }
            return new Done(summary, decisions.written(), decisions.finish());
        }
    }

    /** What became of some households. */
    private record Chunk(int households, DecisionsFile.Lines lines, Summary summary) {}

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

    private Chunk decide(Engine engine, int from, int to, IntFunction<Household> households, DecisionText text) {
        DecisionsFile.Lines lines = new DecisionsFile.Lines();
        Summary summary = new Summary(engine.programmes());
        for (int place = from; place < to; place++) {
            Household household = households.apply(place);
            Assessment assessment = engine.assess(household);
            String county = county(pack, household.area(), day);
            for (Programme programme : engine.programmes()) {
                for (int holder : Engine.holders(programme, household)) {
                    Decision decision = assessment.decide(programme, holder);
                    summary.add(county, decision);
                    text.add(decision, assessment, holder, lines);
                }
            }
        }
        return new Chunk(to - from, lines, summary);
    }

    static String county(Pack pack, AreaCode area, LocalDate day) {
        return pack.areas().within(AreaLevel.COUNTY, area, day).map(Area::name).orElseGet(area::shortForm);
    }
}
