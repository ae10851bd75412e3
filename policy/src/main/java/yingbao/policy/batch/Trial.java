package yingbao.policy.batch;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import yingbao.policy.batch.Comparison.Line;
import yingbao.policy.batch.Comparison.Moved;
import yingbao.policy.batch.Comparison.Under;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Yardstick;
import yingbao.policy.value.AreaCode;

/**
 * A population that other packs are tried on. What holds before is decided once and kept; a change then costs one run of the
 * programmes that it may change. May be asked by several threads at once.
 */
public final class Trial {
    private final Pack base;
    private final LocalDate on;
    private final Population population;
    private final Span span;
    private final Counties counties;
    private final Baseline baseline;
    /** What programmes give before, by id; filled as changes ask for it. */
    private final Map<String, Amounts> kept = new HashMap<>();
    /** Engines of the pack before, by the programmes that they decide. */
    private final Map<Set<String>, BatchEngine> engines = new HashMap<>();

    private Trial(Pack base, LocalDate on, Population population, Span span, Counties counties, Baseline baseline) {
        this.base = base;
        this.on = on;
        this.population = population;
        this.span = span;
        this.counties = counties;
        this.baseline = baseline;
    }

    /**
     * Decides what holds before.
     *
     * @return nothing where the watch stopped it
     */
    public static Optional<Trial> of(Pack pack, LocalDate on, Population population, Span span, Watch watch) {
        Pack base = withYardsticks(pack);
        Counties counties = Counties.of(pack, on, population);
        BatchEngine engine = BatchEngine.compile(base, on, population);
        Baseline sink = new Baseline(
                counties, engine.plan().programmes(), pack.yardsticks().size(), span);
        return engine.decide(span, sink, watch)
                .map(baseline -> new Trial(base, on, population, span, counties, baseline));
    }

    /** Names of the parameters that a trial may change to some effect on a day. */
    public static Set<String> parameters(Pack pack, LocalDate on) {
        return Affected.parameters(pack, on);
    }

    /** Names of the parameters on which anything that a trial shows of a day rests, the lines that incomes are held against too. */
    public static Set<String> shown(Pack pack, LocalDate on) {
        return Affected.parameters(withYardsticks(pack), on);
    }

    private static Pack withYardsticks(Pack pack) {
        List<Programme> all = new ArrayList<>(pack.programmes());
        pack.yardsticks().stream().map(Yardstick::shortage).forEach(all::add);
        return pack.withProgrammes(all);
    }

    /**
     * What another pack of the same facts changes.
     *
     * @return nothing where the watch stopped it
     */
    public Optional<Comparison> against(Pack changed, Watch watch) {
        Pack after = withYardsticks(changed);
        Set<String> affected = Affected.by(base, after, on);
        Decider decider = decider(after, affected, watch);
        Comparing comparing = new Comparing(counties, decider.pairs(), baseline, decider.shortages(base));
        return decider.engine()
                .decide(span, decider.areas(), comparing, watch)
                .map(compared -> comparison(after, decider.pairs(), compared));
    }

    /**
     * Whose decisions another pack changes, the largest changes first.
     *
     * @param wanted who of them
     * @param most how many at most
     * @return nothing where the watch stopped it
     */
    public Optional<List<ChangedRow>> rows(Pack changed, Predicate<ChangedRow> wanted, int most, Watch watch) {
        Pack after = withYardsticks(changed);
        Decider decider = decider(after, Affected.by(base, after, on), watch);
        return decider.engine().decide(span, decider.areas(), new Listing(decider.pairs(), wanted, most), watch);
    }

    /**
     * What decides a changed pack, and the programmes to be compared.
     *
     * @param areas numbers of the areas in which anything may come out otherwise
     */
    private record Decider(BatchEngine engine, BitSet areas, List<Comparing.Pair> pairs) {
        /** Where the engine decides each shortage anew; negative where it comes out as before. */
        int[] shortages(Pack base) {
            return base.yardsticks().stream()
                    .mapToInt(yardstick -> number(
                            engine.plan().programmes(), yardstick.shortage().id()))
                    .toArray();
        }

        private static int number(List<Programme> decided, String id) {
            for (int place = 0; place < decided.size(); place++) {
                if (decided.get(place).id().equals(id)) {
                    return place;
                }
            }
            return -1;
        }
    }

    private synchronized Decider decider(Pack after, Set<String> affected, Watch watch) {
        keep(affected, watch);
        Changed changed = changed(after, affected);
        BatchEngine engine = changed.engine();
        List<Programme> decided = engine.plan().programmes();
        List<Comparing.Pair> pairs = new ArrayList<>();
        for (Programme programme : inForce(after)) {
            if (affected.contains(programme.id()) && !isShortage(programme)) {
                int number = Decider.number(decided, programme.id());
                Amounts before = kept.getOrDefault(programme.id(), Amounts.NOBODY);
                pairs.add(new Comparing.Pair(
                        programme.id(), programme.holder(), number, before, Baseline.timesAYear(programme)));
            }
        }
        return new Decider(engine, changed.areas(), pairs);
    }

    private boolean isShortage(Programme programme) {
        return base.yardsticks().stream()
                .anyMatch(yardstick -> yardstick.shortage().id().equals(programme.id()));
    }

    /** Programmes in force before or after, as they are after where they are. */
    private List<Programme> inForce(Pack after) {
        List<Programme> all = new ArrayList<>(after.programmesOn(on));
        Set<String> ids = new HashSet<>();
        all.forEach(programme -> ids.add(programme.id()));
        base.programmesOn(on).stream()
                .filter(programme -> ids.add(programme.id()))
                .forEach(all::add);
        return all;
    }

    private void keep(Set<String> affected, Watch watch) {
        Set<String> missing = new HashSet<>(affected);
        missing.removeAll(kept.keySet());
        base.yardsticks()
                .forEach(yardstick -> missing.remove(yardstick.shortage().id()));
        // One that only the other pack has gave nobody anything.
        Set<String> known = new HashSet<>();
        base.programmesOn(on).forEach(programme -> known.add(programme.id()));
        missing.retainAll(known);
        if (!missing.isEmpty()) {
            BatchEngine engine = changed(base, missing).engine();
            engine.decide(span, new Keeping(engine, span, missing), watch).ifPresent(kept::putAll);
        }
    }

    /** An engine of another pack, and where it may decide otherwise. */
    private record Changed(BatchEngine engine, BitSet areas) {}

    private Changed changed(Pack pack, Set<String> ids) {
        List<Programme> programmes = Affected.withAsked(pack, on, ids);
        boolean sameRules =
                pack.catalogue().equals(base.catalogue()) && programmes.equals(Affected.withAsked(base, on, ids));
        if (!sameRules) {
            return new Changed(
                    BatchEngine.compile(pack.withProgrammes(programmes), on, population),
                    BatchEngine.everywhere(population));
        }
        BatchEngine before = engines.computeIfAbsent(
                Set.copyOf(ids), _ -> BatchEngine.compile(base.withProgrammes(programmes), on, population));
        BatchEngine after = before.with(pack.withProgrammes(programmes));
        return new Changed(after, before.differs(after));
    }

    private Comparison comparison(Pack after, List<Comparing.Pair> pairs, Comparing compared) {
        List<Programme> programmes = inForce(after).stream()
                .filter(programme -> !isShortage(programme))
                .toList();
        TreeMap<AreaCode, List<Line>> byArea = new TreeMap<>();
        TreeMap<AreaCode, List<Under>> poverty = new TreeMap<>();
        for (int county = 0; county < counties.size(); county++) {
            if (!baseline.livesIn(county)) {
                continue;
            }
            List<Line> lines = new ArrayList<>();
            for (Programme programme : programmes) {
                lines.add(line(programme.id(), county, pairs, compared));
            }
            byArea.put(counties.codes().get(county), lines);
            List<Under> under = new ArrayList<>();
            for (int yardstick = 0; yardstick < base.yardsticks().size(); yardstick++) {
                under.add(under(county, yardstick, compared));
            }
            poverty.put(counties.codes().get(county), under);
        }
        return new Comparison(on, programmes, byArea, poverty);
    }

    private Line line(String programme, int county, List<Comparing.Pair> pairs, Comparing compared) {
        long[] before = baseline.of(county, programme);
        for (int number = 0; number < pairs.size(); number++) {
            if (pairs.get(number).id().equals(programme)) {
                return line(before, compared.sum[county][number]);
            }
        }
        return new Line(
                before[Baseline.ELIGIBLE],
                before[Baseline.ELIGIBLE],
                BigInteger.valueOf(before[Baseline.FEN]),
                BigInteger.valueOf(before[Baseline.FEN]),
                before[Baseline.OPEN],
                before[Baseline.OPEN],
                Line.NOBODY.moved(),
                Line.NOBODY.distribution());
    }

    private static Line line(long[] before, long[] change) {
        List<Moved> moved = new ArrayList<>();
        for (Comparison.Kind kind : Comparison.Kind.values()) {
            int at = Comparing.MOVED + 2 * kind.place();
            moved.add(new Moved(change[at], BigInteger.valueOf(change[at + 1])));
        }
        List<Long> distribution = new ArrayList<>();
        for (int bucket = 0; bucket <= Comparison.EDGES_FEN.size(); bucket++) {
            distribution.add(change[Comparing.DISTRIBUTION + bucket]);
        }
        return new Line(
                before[Baseline.ELIGIBLE],
                before[Baseline.ELIGIBLE] + change[Comparing.ELIGIBLE],
                BigInteger.valueOf(before[Baseline.FEN]),
                BigInteger.valueOf(before[Baseline.FEN] + change[Comparing.FEN]),
                before[Baseline.OPEN],
                before[Baseline.OPEN] + change[Comparing.OPEN],
                moved,
                distribution);
    }

    private Under under(int county, int yardstick, Comparing compared) {
        long[] before =
                baseline.of(county, base.yardsticks().get(yardstick).shortage().id());
        long[] change = compared.under[county][yardstick];
        return new Under(
                before[Baseline.HOUSEHOLDS_UNDER],
                before[Baseline.PERSONS_UNDER],
                before[Baseline.HOUSEHOLDS_UNDER] + change[Comparing.HOUSEHOLDS_UNDER],
                before[Baseline.PERSONS_UNDER] + change[Comparing.PERSONS_UNDER],
                before[Baseline.UNKNOWN] + change[Comparing.UNKNOWN]);
    }
}
