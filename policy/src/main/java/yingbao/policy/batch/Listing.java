package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.expr.Holder;

/** Lists whose decisions come out otherwise, the largest changes first; as many as are asked for. */
final class Listing implements Sink<List<ChangedRow>> {
    /** The largest change first, and of the same size the first in the register. */
    private static final Comparator<ChangedRow> LARGEST_FIRST = Comparator.comparingLong(
                    (ChangedRow row) -> -Math.abs(row.afterFen() - row.beforeFen()))
            .thenComparingInt(ChangedRow::household)
            .thenComparingInt(ChangedRow::row)
            .thenComparing(ChangedRow::programme);

    private final List<Comparing.Pair> pairs;
    private final Predicate<ChangedRow> wanted;
    private final int most;
    private final Queue<PriorityQueue<ChangedRow>> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<PriorityQueue<ChangedRow>> lists = ThreadLocal.withInitial(this::begin);

    Listing(List<Comparing.Pair> pairs, Predicate<ChangedRow> wanted, int most) {
        this.pairs = pairs;
        this.wanted = wanted;
        this.most = most;
    }

    private PriorityQueue<ChangedRow> begin() {
        PriorityQueue<ChangedRow> mine = new PriorityQueue<>(LARGEST_FIRST.reversed());
        all.add(mine);
        return mine;
    }

    @Override
    public void take(DecidedChunk chunk) {
        PriorityQueue<ChangedRow> mine = lists.get();
        for (Comparing.Pair pair : pairs) {
            for (int household = 0; household < chunk.rows(Holder.HOUSEHOLD); household++) {
                switch (pair.holder()) {
                    case HOUSEHOLD -> add(chunk, pair, household, household, mine);
                    case PERSON -> {
                        int end = chunk.firstPersonOf(household + 1);
                        for (int person = chunk.firstPersonOf(household); person < end; person++) {
                            add(chunk, pair, household, person, mine);
                        }
                    }
                }
            }
        }
    }

    private void add(DecidedChunk chunk, Comparing.Pair pair, int household, int row, PriorityQueue<ChangedRow> into) {
        int at = chunk.first(pair.holder()) + row;
        boolean wasEligible = pair.before().isEligible(at);
        long before = pair.before().amountFen(at);
        boolean eligible = false;
        long after = 0;
        if (pair.number() >= 0) {
            OfProgramme of = chunk.of(pair.number());
            eligible = of.outcome[row] == OfProgramme.ELIGIBLE;
            after = of.amountFen[row];
        }
        if (wasEligible == eligible && before == after) {
            return;
        }
        ChangedRow changed = new ChangedRow(
                pair.id(),
                pair.holder(),
                at,
                chunk.first(Holder.HOUSEHOLD) + household,
                Comparing.kind(wasEligible, eligible, before, after),
                before,
                after);
        if (wanted.test(changed)) {
            into.add(changed);
            if (into.size() > most) {
                into.poll();
            }
        }
    }

    @Override
    public List<ChangedRow> result(long decidedApart) {
        List<ChangedRow> rows = new ArrayList<>();
        all.forEach(rows::addAll);
        rows.sort(LARGEST_FIRST);
        return rows.size() > most ? List.copyOf(rows.subList(0, most)) : rows;
    }
}
