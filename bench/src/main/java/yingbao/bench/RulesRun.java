package yingbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import yingbao.policy.batch.BatchEngine;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Snapshot;
import yingbao.policy.batch.Totals;
import yingbao.policy.batch.Watch;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.DateRange;

/**
 * Decides snapshots several times in this process: all | one | what-if SNAPSHOT, or growth SNAPSHOT... Every standard is set,
 * so that all is worked out.
 */
final class RulesRun {
    private static final int RUNS = 9;
    private static final LocalDate ON = LocalDate.of(2016, 10, 1);
    private static final Map<String, Long> STANDARDS =
            Map.of("rural_dibao_standard", 370_200L, "urban_dibao_standard", 47_500L);
    private static final long ANY_OTHER = 40_000;
    private static final List<String> RULE_AND_WHAT_IT_ASKS = List.of("rural-dibao", "tekun");

    private RulesRun() {}

    public static void main(String[] arguments) throws IOException {
        Pack pack = withEveryStandard(ShippedPack.read("jilin"));
        if (arguments[0].equals("growth")) {
            growth(pack, List.of(arguments).subList(1, arguments.length));
            return;
        }
        long opening = System.nanoTime();
        try (Snapshot snapshot = Snapshot.open(Path.of(arguments[1]), pack)) {
            System.out.printf(
                    Locale.ROOT, "opened, every byte checked: %d ms%n", (System.nanoTime() - opening) / 1_000_000);
            switch (arguments[0]) {
                case "all" -> all(pack, snapshot.population());
                case "what-if" -> WhatIf.measure(pack, ON, snapshot.population());
                default -> one(pack, snapshot.population());
            }
        }
    }

    private static void growth(Pack pack, List<String> files) throws IOException {
        List<Population> populations = new ArrayList<>();
        for (String file : files) {
            populations.add(Snapshot.openWhileUsed(Path.of(file), pack).population());
        }
        Growth.measure(pack, ON, populations);
    }

    private static Pack withEveryStandard(Pack pack) {
        AreaCode everywhere = pack.areas().root().orElseThrow();
        List<Parameter> set = new ArrayList<>();
        for (Parameter parameter : pack.parameters()) {
            boolean stated = pack.setting(parameter, everywhere, ON)
                    .filter(Parameter.Setting.Stated.class::isInstance)
                    .isPresent();
            long value = STANDARDS.getOrDefault(parameter.symbol().name(), ANY_OTHER);
            set.add(
                    stated
                            ? parameter
                            : parameter.with(
                                    everywhere,
                                    DateRange.from(ON.minusYears(2)),
                                    new Parameter.Setting.Stated(new Value.Whole(value), Mark.DEMO, List.of(), "")));
        }
        return pack.with(set, Map.of(), "every standard set");
    }

    private static void all(Pack pack, Population population) {
        BatchEngine engine = BatchEngine.compile(pack, ON, population);
        Timed<Totals> run = timed(() ->
                engine.decide(Totals.by(AreaLevel.COUNTY, engine), Watch.NOBODY).orElseThrow());
        report("all programmes of the day, totals by county", run, population.households());
        for (int number = 0; number < run.result().programmes().size(); number++) {
            Totals.Line line = run.result().everywhere(number);
            System.out.printf(
                    Locale.ROOT,
                    "  %-20s asked %,12d  eligible %,10d  refused %,12d  undetermined %,12d%n",
                    run.result().programmes().get(number).id(),
                    line.asked(),
                    line.eligible(),
                    line.refused(),
                    line.undetermined());
        }
        System.out.printf(
                Locale.ROOT,
                "peak memory with the file's pages %d MB, maximal heap %d MB%n",
                peak("VmHWM:"),
                Runtime.getRuntime().maxMemory() >> 20);
        System.out.printf(Locale.ROOT, "MEDIAN %d%n", run.median());
    }

    private static void one(Pack whole, Population population) {
        Pack pack = only(whole);
        BatchEngine engine = BatchEngine.compile(pack, ON, population);
        HandWritten hand = new HandWritten(population, pack, ON);
        Timed<HandWritten> byHand = timed(() -> {
            hand.run();
            return hand;
        });
        LikeByHand kept = new LikeByHand(place(pack), population);
        report("one rule by hand, one thread", byHand, population.households());
        try (ForkJoinPool alone = new ForkJoinPool(1)) {
            Timed<LikeByHand> compiled = timed(() -> {
                kept.clear();
                return alone.submit(() -> engine.decide(kept, Watch.NOBODY))
                        .join()
                        .orElseThrow();
            });
            assertSame(kept, hand);
            report("one rule compiled, from the snapshot, one thread", compiled, population.households());
            System.out.printf(
                    Locale.ROOT,
                    "ratio of the medians %d.%02d%n",
                    compiled.median() / byHand.median(),
                    compiled.median() % byHand.median() * 100 / byHand.median());
            new Peers(hand)
                    .measure(
                            (double) byHand.median() / population.households(),
                            (double) compiled.median() / population.households());
        }
    }

    private static Pack only(Pack pack) {
        List<Programme> kept = pack.programmes().stream()
                .filter(programme -> RULE_AND_WHAT_IT_ASKS.contains(programme.id()))
                .toList();
        return pack.withProgrammes(kept);
    }

    private static int place(Pack pack) {
        return pack.programmesOn(ON).stream().map(Programme::id).toList().indexOf(RULE_AND_WHAT_IT_ASKS.getFirst());
    }

    /** Both say the same of every household, or nothing is reported. */
    private static void assertSame(LikeByHand compiled, HandWritten hand) {
        for (int row = 0; row < hand.outcome.length; row++) {
            if (compiled.outcome[row] != hand.outcome[row]
                    || compiled.amountFen[row] != hand.amountFen[row]
                    || compiled.refused[row] != hand.refused[row]) {
                throw new IllegalStateException("household " + row + ": compiled " + compiled.outcome[row] + " "
                        + compiled.amountFen[row] + " " + compiled.refused[row] + ", by hand " + hand.outcome[row] + " "
                        + hand.amountFen[row] + " " + hand.refused[row]);
            }
        }
        if (compiled.eligible != hand.eligible
                || compiled.refusals != hand.refusals
                || compiled.open != hand.open
                || compiled.sumFen != hand.sumFen) {
            throw new IllegalStateException("other sums");
        }
        System.out.printf(
                Locale.ROOT,
                "same outcome, amount and reasons for %,d households: eligible %,d, refused %,d, undetermined %,d%n",
                hand.outcome.length,
                hand.eligible,
                hand.refusals,
                hand.open);
    }

    /**
     * Runs of the same.
     *
     * @param first nanoseconds of the first run
     * @param sorted of the others
     */
    record Timed<R>(R result, long first, List<Long> sorted) {
        long median() {
            return sorted.get(sorted.size() / 2);
        }
    }

    static <R> Timed<R> timed(Supplier<R> run) {
        long[] nanos = new long[RUNS];
        long begin = System.nanoTime();
        R result = run.get();
        long first = System.nanoTime() - begin;
        for (int number = 0; number < RUNS; number++) {
            begin = System.nanoTime();
            result = run.get();
            nanos[number] = System.nanoTime() - begin;
        }
        return new Timed<>(result, first, Arrays.stream(nanos).sorted().boxed().toList());
    }

    static void report(String what, Timed<?> run, int households) {
        System.out.printf(
                Locale.ROOT,
                "%s: first %,d ms; then of %d runs least %,d, median %,d, greatest %,d ms; %,d ns a household%n",
                what,
                run.first() / 1_000_000,
                RUNS,
                run.sorted().getFirst() / 1_000_000,
                run.median() / 1_000_000,
                run.sorted().getLast() / 1_000_000,
                run.median() / households);
    }

    static long peak(String what) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith(what))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException noLinux) {
            return 0;
        }
    }
}
