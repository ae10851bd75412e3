package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import yingbao.policy.Seeds;
import yingbao.policy.SmallPack;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.ClauseAnswer;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Household;
import yingbao.policy.decide.Households;
import yingbao.policy.decide.Question;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackReader;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** A population is decided chunk by chunk, and what is counted on the way is what its households add up to. */
class TotalsTest {
    private static final LocalDate ON = LocalDate.of(2017, 3, 1);
    private static final int SEVERAL_CHUNKS = 3 * Chunk.HOUSEHOLDS_MAX + 100;

    static Pack jilin() {
        Path folder = Path.of(System.getProperty("yingbao.home", ".."), "packs/jilin");
        return PackReader.read(folder) instanceof PackReader.Reading.Accepted(Pack pack) ? pack : SmallPack.whole();
    }

    static List<Household> households(Pack pack, int count, RandomGenerator random) {
        List<AreaCode> villages =
                pack.areas().all(AreaLevel.VILLAGE, ON).stream().map(Area::code).toList();
        List<AreaCode> counties =
                pack.areas().all(AreaLevel.COUNTY, ON).stream().map(Area::code).toList();
        return Households.random(pack, villages.isEmpty() ? counties : villages, ON, count, random);
    }

    @Test
    void what_is_counted_is_what_the_households_add_up_to() {
        Pack pack = jilin();
        Seeds.forEach(4, random -> {
            List<Household> households = households(pack, 300, random);
            Totals totals = count(pack, Population.of(pack, households)).orElseThrow();
            Map<String, Long> expected = expected(pack, households);
            Map<String, Long> counted = new TreeMap<>();
            for (int number = 0; number < totals.programmes().size(); number++) {
                for (AreaCode area : totals.areas()) {
                    String at = totals.programmes().get(number).id() + " " + area + " ";
                    tell(at, totals.in(area, number), counted);
                }
            }
            assertThat(counted).isEqualTo(expected);
        });
    }

    private static void tell(String at, Totals.Line line, Map<String, Long> into) {
        add(at + "asked", line.asked(), into);
        add(at + "eligible", line.eligible(), into);
        add(at + "refused", line.refused(), into);
        add(at + "undetermined", line.undetermined(), into);
        add(at + "fen", line.amountFen().longValueExact(), into);
        line.refusedBy().forEach((clause, count) -> add(at + "refused by " + clause, count, into));
        line.missing().forEach((name, count) -> add(at + "missing " + name, count, into));
        line.waitingFor().forEach((who, count) -> add(at + "ask " + who, count, into));
    }

    private static void add(String key, long count, Map<String, Long> into) {
        if (count != 0) {
            into.merge(key, count, Long::sum);
        }
    }

    /** The same counts, made one household at a time by the evaluator that walks the tree. */
    private static Map<String, Long> expected(Pack pack, List<Household> households) {
        Engine engine = new Engine(pack, ON);
        Explainer explainer = new Explainer(pack, facts -> facts.id(), _ -> "");
        Map<String, Long> counts = new TreeMap<>();
        for (Household household : households) {
            Assessment assessment = engine.assess(household);
            AreaCode county = pack.areas()
                    .within(AreaLevel.COUNTY, household.area(), ON)
                    .map(Area::code)
                    .orElse(household.area());
            for (Programme programme : engine.programmes()) {
                String at = programme.id() + " " + county + " ";
                for (int holder : Engine.holders(programme, household)) {
                    add(at + "asked", 1, counts);
                    switch (assessment.decide(programme, holder)) {
                        case Decision.Eligible eligible -> {
                            add(at + "eligible", 1, counts);
                            add(at + "fen", eligible.amount().fen(), counts);
                        }
                        case Decision.NotEligible refused -> {
                            add(at + "refused", 1, counts);
                            for (ClauseAnswer answer : refused.refused()) {
                                add(at + "refused by " + answer.clause().id(), 1, counts);
                            }
                        }
                        case Decision.Undetermined open -> {
                            add(at + "undetermined", 1, counts);
                            open.missing().stream()
                                    .map(Missing::name)
                                    .distinct()
                                    .forEach(name -> add(at + "missing " + name, 1, counts));
                            explainer.questions(open.missing(), household).stream()
                                    .map(Question::whom)
                                    .distinct()
                                    .forEach(who -> add(at + "ask " + who, 1, counts));
                        }
                    }
                }
            }
        }
        return counts;
    }

    private static Optional<Totals> count(Pack pack, Population population) {
        BatchEngine engine = BatchEngine.compile(pack, ON, population);
        return engine.decide(Totals.by(AreaLevel.COUNTY, engine), Watch.NOBODY);
    }

    @Test
    void one_thread_counts_the_same_as_many() {
        Pack pack = jilin();
        Seeds.forEach(1, random -> {
            Population population = Population.of(pack, households(pack, SEVERAL_CHUNKS, random));
            Map<String, Long> alone = countedBy(1, pack, population);
            assertThat(alone).isNotEmpty();
            assertThat(countedBy(5, pack, population)).isEqualTo(alone);
        });
    }

    private static Map<String, Long> countedBy(int threads, Pack pack, Population population) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            Totals totals = pool.submit(() -> count(pack, population)).join().orElseThrow();
            Map<String, Long> counted = new TreeMap<>();
            for (int number = 0; number < totals.programmes().size(); number++) {
                tell(number + " ", totals.everywhere(number), counted);
            }
            return counted;
        }
    }

    @Test
    void a_county_asked_alone_counts_what_it_counts_among_all() {
        Pack pack = jilin();
        Seeds.forEach(2, random -> {
            List<Household> households = households(pack, SEVERAL_CHUNKS, random).stream()
                    .sorted(Comparator.comparing(Household::area))
                    .toList();
            Population population = Population.of(pack, households);
            BatchEngine engine = BatchEngine.compile(pack, ON, population);
            Totals all = engine.decide(Totals.by(AreaLevel.COUNTY, engine), Watch.NOBODY)
                    .orElseThrow();
            int asked = 0;
            for (AreaCode county : all.areas()) {
                String prefix = county.shortForm();
                Span span = population.span(
                        prefix + "0".repeat(12 - prefix.length()), prefix + "9".repeat(12 - prefix.length()));
                Totals alone = engine.decide(span, Totals.by(AreaLevel.COUNTY, engine), Watch.NOBODY)
                        .orElseThrow();
                for (int number = 0; number < all.programmes().size(); number++) {
                    assertThat(alone.in(county, number)).isEqualTo(all.in(county, number));
                    assertThat(alone.everywhere(number)).isEqualTo(all.in(county, number));
                }
                asked += span.households();
            }
            assertThat(asked).isEqualTo(SEVERAL_CHUNKS);
        });
    }

    @Test
    void whoever_waits_is_told_how_far_it_is_and_may_stop_it() {
        Pack pack = jilin();
        Seeds.forEach(1, random -> {
            Population population = Population.of(pack, households(pack, SEVERAL_CHUNKS, random));
            BatchEngine engine = BatchEngine.compile(pack, ON, population);
            AtomicInteger told = new AtomicInteger();
            Watch toTheEnd = watch(told, Integer.MAX_VALUE);
            assertThat(engine.decide(Totals.by(AreaLevel.COUNTY, engine), toTheEnd))
                    .isPresent();
            assertThat(told.get()).isEqualTo(4);
            AtomicInteger toldBefore = new AtomicInteger();
            assertThat(engine.decide(Totals.by(AreaLevel.COUNTY, engine), watch(toldBefore, 1)))
                    .as("what a stopped run leaves behind")
                    .isEmpty();
            assertThat(toldBefore.get()).isLessThan(4);
        });
    }

    /** Stops after so many reports. */
    private static Watch watch(AtomicInteger told, int stopAfter) {
        return new Watch() {
            @Override
            public boolean isStopped() {
                return told.get() >= stopAfter;
            }

            @Override
            public void at(long households, long ofAll) {
                assertThat(households).isBetween(1L, ofAll);
                told.incrementAndGet();
            }
        };
    }

    @Test
    void amounts_that_no_longer_fit_sixty_four_bits_together_are_still_added_exactly() {
        Totals.Line one =
                new Totals.Line(1, 1, 0, 0, BigInteger.valueOf(Long.MAX_VALUE), Map.of("a", 1L), Map.of(), Map.of());
        assertThat(one.plus(one).amountFen())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).shiftLeft(1));
        assertThat(one.plus(one).refusedBy()).containsExactly(Map.entry("a", 2L));
    }
}
