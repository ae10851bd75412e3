package yingbao.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import yingbao.policy.batch.Change;
import yingbao.policy.batch.Comparison;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Scenario;
import yingbao.policy.batch.Span;
import yingbao.policy.batch.Trial;
import yingbao.policy.batch.Watch;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * A slider on one parameter, moved by a per cent each time: for the whole province, for the county in which the household in
 * the middle lives, and for the same by somebody who sees that county alone. Each answer says who enters, leaves, gains and
 * loses by county and programme, and who lies under the poverty line.
 */
final class WhatIf {
    private static final String PARAMETER = "rural_dibao_standard";
    private static final int PER_CENT = 100;

    private WhatIf() {}

    static void measure(Pack pack, LocalDate on, Population population) {
        AreaCode province = pack.areas().root().orElseThrow();
        String digits = population.areaOf(population.households() / 2).digits().substring(0, 6);
        AreaCode county = AreaCode.parse(digits);
        Trial everybody = trial("province", pack, on, population, population.everybody());
        measure("province", pack, on, everybody, province, population.households());
        measure("one county of the province", pack, on, everybody, county, population.households());
        peak();
        Span there = population.span(digits + "000000", digits + "999999");
        Trial ofCounty = trial("one county", pack, on, population, there);
        measure("one county by itself", pack, on, ofCounty, county, there.households());
        peak();
    }

    private static Trial trial(String where, Pack pack, LocalDate on, Population population, Span span) {
        long begin = System.nanoTime();
        Trial trial = Trial.of(pack, on, population, span, Watch.NOBODY).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "what holds before, %s of %,d households, once: %,d ms%n",
                where,
                span.households(),
                (System.nanoTime() - begin) / 1_000_000);
        return trial;
    }

    private static void peak() {
        System.out.printf(Locale.ROOT, "peak memory with the file's pages %d MB%n", RulesRun.peak("VmHWM:"));
    }

    private static void measure(String where, Pack pack, LocalDate on, Trial trial, AreaCode area, int households) {
        AtomicInteger step = new AtomicInteger();
        RulesRun.Timed<Comparison> run = RulesRun.timed(() -> {
            Change raise = new Change(
                    PARAMETER, area, on, Optional.empty(), new Change.How.By(step.incrementAndGet() * PER_CENT));
            return trial.against(Scenario.of(pack, List.of(raise)).pack(), Watch.NOBODY)
                    .orElseThrow();
        });
        RulesRun.report("what-if, one parameter, " + where, run, households);
        Comparison last = run.result();
        for (int number = 0; number < last.programmes().size(); number++) {
            Comparison.Line line = last.everywhere(number);
            System.out.printf(
                    Locale.ROOT,
                    "  %-20s before %,10d  enter %,8d  leave %,8d  gain %,10d  lose %,8d%n",
                    last.programmes().get(number).id(),
                    line.before(),
                    line.of(Comparison.Kind.ENTERS).count(),
                    line.of(Comparison.Kind.LEAVES).count(),
                    line.of(Comparison.Kind.GAINS).count(),
                    line.of(Comparison.Kind.LOSES).count());
        }
    }
}
