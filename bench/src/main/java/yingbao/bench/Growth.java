package yingbao.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import yingbao.policy.batch.BatchEngine;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Totals;
import yingbao.policy.batch.Watch;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaLevel;

/**
 * How the cost of a household changes as there are more of them: provinces of several sizes, in turns in one warm process,
 * so that whatever else the machine does meets all of them.
 */
final class Growth {
    private static final int ROUNDS = 9;
    private static final int ROUNDS_BEFORE = 3;

    private final BatchEngine engine;
    private final int households;
    private final List<Long> nanos = new ArrayList<>();

    private Growth(Pack pack, LocalDate on, Population population) {
        this.engine = BatchEngine.compile(pack, on, population);
        this.households = population.households();
    }

    /** Measures all programmes of the day, and prints how far the cost of a household strays from that of the first. */
    static void measure(Pack pack, LocalDate on, List<Population> populations) {
        List<Growth> sizes = populations.stream()
                .map(population -> new Growth(pack, on, population))
                .toList();
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            sizes.forEach(Growth::decide);
        }
        sizes.forEach(size -> size.nanos.clear());
        for (int round = 0; round < ROUNDS; round++) {
            sizes.forEach(Growth::decide);
        }
        System.out.println("all programmes of the day, totals by county, as the population grows");
        double first = sizes.getFirst().nanosOfOne();
        double largest = 0;
        for (Growth size : sizes) {
            double deviation = 100 * (size.nanosOfOne() / first - 1);
            largest = Math.abs(deviation) > Math.abs(largest) ? deviation : largest;
            System.out.printf(
                    Locale.ROOT,
                    "  %,12d households: %,6.1f ns a household (median of %d), %+.1f %%%n",
                    size.households,
                    size.nanosOfOne(),
                    ROUNDS,
                    deviation);
        }
        System.out.printf(Locale.ROOT, "largest deviation from linear: %+.1f %%%n", largest);
    }

    private void decide() {
        long begin = System.nanoTime();
        Totals decided =
                engine.decide(Totals.by(AreaLevel.COUNTY, engine), Watch.NOBODY).orElseThrow();
        nanos.add(System.nanoTime() - begin);
        if (decided.everywhere(0).asked() == 0) {
            throw new IllegalStateException("nobody was decided");
        }
    }

    private double nanosOfOne() {
        return (double) nanos.stream().sorted().toList().get(nanos.size() / 2) / households;
    }
}
