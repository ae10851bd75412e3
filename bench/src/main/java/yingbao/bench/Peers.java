package yingbao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Other engines beside us: the same rule, evenly spread rows of the same province, one thread. Each has to find of every
 * row the outcome, reasons and amount of the rule written by hand, which have been compared with ours before.
 */
final class Peers {
    private static final int ROUNDS = 5;
    /** Rounds before the measured ones, in which the virtual machine compiles what runs often. */
    private static final int ROUNDS_BEFORE = 5;
    /** As many rows as each decides in about half a second. */
    private static final int MANY = 100_000;

    private static final int FEW = 10_000;

    private final HandWritten hand;

    /** How long one takes for a household, in nanoseconds. */
    private record Measured(String name, double nanos) {}

    Peers(HandWritten hand) {
        this.hand = hand;
    }

    /**
     * Measures all and prints them with their ratios to ours.
     *
     * @param byHand nanoseconds a household by hand
     * @param ours nanoseconds a household compiled
     */
    void measure(double byHand, double ours) {
        List<Measured> all = new ArrayList<>();
        all.add(new Measured("by hand", byHand));
        all.add(new Measured("compiled", ours));
        all.add(measure(MANY, CelPeer::new));
        all.add(measure(FEW, DmnPeer::new));
        all.add(measure(MANY, DroolsPeer::new));
        System.out.println("one rule, one thread: ns a household, times ours");
        all.forEach(one ->
                System.out.printf(Locale.ROOT, "  %-24s %,9.0f %9.2f%n", one.name(), one.nanos(), one.nanos() / ours));
    }

    private Measured measure(int wanted, Function<List<Family>, Peer> engine) {
        List<Integer> sample = sample(wanted);
        Peer peer = engine.apply(sample.stream().map(hand::family).toList());
        peer.decide();
        assertSame(peer, sample);
        for (int round = 1; round < ROUNDS_BEFORE; round++) {
            peer.decide();
        }
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            peer.decide();
            nanos.add(System.nanoTime() - begin);
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d households, same outcome, amount and reasons; of %d runs least %,d, median %,d, greatest %,d ms%n",
                peer.name(),
                sample.size(),
                ROUNDS,
                sorted.getFirst() / 1_000_000,
                sorted.get(ROUNDS / 2) / 1_000_000,
                sorted.getLast() / 1_000_000);
        return new Measured(peer.name(), (double) sorted.get(ROUNDS / 2) / sample.size());
    }

    private List<Integer> sample(int wanted) {
        int all = hand.outcome.length;
        int rows = Math.min(wanted, all);
        return IntStream.range(0, rows)
                .mapToObj(row -> (int) ((long) row * all / rows))
                .toList();
    }

    private void assertSame(Peer peer, List<Integer> sample) {
        for (int row = 0; row < sample.size(); row++) {
            int here = sample.get(row);
            boolean eligible = hand.outcome[here] == HandWritten.YES;
            if (peer.refused(row) != hand.refused[here]
                    || peer.amountFen(row) != hand.amountFen[here]
                    || peer.isEligible(row) != eligible) {
                throw new IllegalStateException("household " + here + ": " + peer.name() + " refuses by "
                        + peer.refused(row) + ", eligible " + peer.isEligible(row) + ", fen " + peer.amountFen(row)
                        + "; by hand " + hand.refused[here] + ", " + eligible + ", " + hand.amountFen[here] + " "
                        + hand.family(here));
            }
        }
    }
}
