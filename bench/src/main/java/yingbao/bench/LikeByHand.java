package yingbao.bench;

import yingbao.policy.batch.DecidedChunk;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Sink;
import yingbao.policy.expr.Holder;

/** Keeps of the compiled rule what {@link HandWritten} keeps: outcome, reasons and amount of each household, and their sums. */
final class LikeByHand implements Sink<LikeByHand> {
    private final int programme;
    final byte[] outcome;
    final long[] amountFen;
    final byte[] refused;
    long eligible;
    long refusals;
    long open;
    long sumFen;

    /** @param programme the rule's place among those in force */
    LikeByHand(int programme, Population population) {
        this.programme = programme;
        this.outcome = new byte[population.households()];
        this.amountFen = new long[population.households()];
        this.refused = new byte[population.households()];
    }

    void clear() {
        eligible = 0;
        refusals = 0;
        open = 0;
        sumFen = 0;
    }

    @Override
    public void take(DecidedChunk chunk) {
        OfProgramme of = chunk.of(programme);
        int first = chunk.first(Holder.HOUSEHOLD);
        for (int row = 0; row < chunk.rows(Holder.HOUSEHOLD); row++) {
            outcome[first + row] = switch (of.outcome(row)) {
                case NOT_ELIGIBLE -> {
                    refusals++;
                    yield HandWritten.NO;
                }
                case ELIGIBLE -> {
                    eligible++;
                    yield HandWritten.YES;
                }
                case UNDETERMINED -> {
                    open++;
                    yield HandWritten.OPEN;
                }
            };
            refused[first + row] = (byte) of.refusedBy(row);
            amountFen[first + row] = of.amountFen(row);
            sumFen = Math.addExact(sumFen, of.amountFen(row));
        }
    }

    @Override
    public LikeByHand result(long decidedApart) {
        return this;
    }
}
