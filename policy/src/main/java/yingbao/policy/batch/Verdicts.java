package yingbao.policy.batch;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.batch.Outcomes.Outcome;
import yingbao.policy.value.Ratio;
import yingbao.policy.value.Rounding;

/** Puts the answers of a chunk's clauses together into decisions, as {@link yingbao.policy.decide.Assessment} does. */
final class Verdicts {
    private final Chunk chunk;
    private final int words;

    Verdicts(Chunk chunk) {
        this.chunk = chunk;
        this.words = chunk.words;
    }

    /** What the clauses of a programme say by themselves. */
    void settleAlone(Step.Decided decided, OfProgramme into) {
        int rows = chunk.rows(decided.programme().holder());
        Arrays.fill(into.refused, 0, rows, 0);
        Arrays.fill(into.amountFen, 0, rows, 0);
        for (long[] word : into.missing) {
            Arrays.fill(word, 0, rows, 0);
        }
        for (int clause = 0; clause < decided.clauses().size(); clause++) {
            answer(decided.clauses().get(clause), clause, into, rows);
        }
        settleAlone(decided, into, rows);
    }

    /** Gives those who meet every clause their amounts, which have been worked out meanwhile. */
    void draw(Step.Decided decided, OfProgramme into) {
        for (int drawn = 0; drawn < chunk.drawn; drawn++) {
            withAmount(decided, into, chunk.drawnRow(drawn));
        }
    }

    /**
     * Outcomes before amounts. Whoever meets every clause is entitled for those who ask, also while nobody has set the
     * standard that makes the amount. Without branches, like the answers.
     */
    private void settleAlone(Step.Decided decided, OfProgramme into, int rows) {
        int vector = decided.received().index();
        long[] refused = into.refused;
        long[] any = chunk.value[vector];
        Arrays.fill(any, 0, rows, 0);
        for (int word = 0; word < words; word++) {
            if (!chunk.isOpen(decided.received(), word)) {
                continue;
            }
            long[] missing = into.missing[word];
            long[] received = chunk.missing[vector * words + word];
            for (int row = 0; row < rows; row++) {
                long open = missing[row] & Arithmetic.isAny(refused[row]) - 1;
                missing[row] = open;
                received[row] = open;
                any[row] |= open;
            }
        }
        for (int row = 0; row < rows; row++) {
            any[row] = 1 - Arithmetic.isAny(refused[row] | any[row]);
        }
        byte[] outcome = into.outcome;
        for (int row = 0; row < rows; row++) {
            outcome[row] = refused[row] != 0 ? OfProgramme.NOT_ELIGIBLE : (byte) any[row];
        }
        chunk.draw(any, rows);
    }

    /** What one clause says of all rows, without a branch, for it is asked of every row of a province. */
    private void answer(Vector answers, int clause, OfProgramme into, int rows) {
        long[] value = chunk.value[answers.index()];
        long[] refused = into.refused;
        int[] open = new int[words];
        int count = 0;
        for (int word = 0; word < words; word++) {
            if (chunk.isOpen(answers, word)) {
                open[count] = word;
                count++;
            }
        }
        if (count == 0) {
            for (int row = 0; row < rows; row++) {
                refused[row] |= (1 - value[row]) << clause;
            }
            return;
        }
        if (count == 1) {
            long[] missing = chunk.missing[answers.index() * words + open[0]];
            long[] all = into.missing[open[0]];
            for (int row = 0; row < rows; row++) {
                long part = missing[row];
                all[row] |= part;
                refused[row] |= (1 - Arithmetic.isAny(value[row] | part)) << clause;
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            long any = 0;
            for (int word = 0; word < count; word++) {
                long part = chunk.missing[answers.index() * words + open[word]][row];
                into.missing[open[word]][row] |= part;
                any |= part;
            }
            refused[row] |= (1 - Arithmetic.isAny(value[row] | any)) << clause;
        }
    }

    private void withAmount(Step.Decided decided, OfProgramme into, int row) {
        Vector amount = decided.amount();
        if (!chunk.isKnown(amount, row)) {
            addMissing(amount, row, into);
            into.set(row, Outcome.UNDETERMINED);
            return;
        }
        long denominator = amount.hasDenominators() ? chunk.denominator[amount.index()][row] : amount.denominator();
        long number = chunk.value[amount.index()][row];
        if (number < 0 || denominator <= 0) {
            odd(decided, row);
            return;
        }
        try {
            into.amountFen[row] = rounded(decided.programme().rounding().rounding(), number, denominator);
            into.set(row, Outcome.ELIGIBLE);
        } catch (ArithmeticException tooLarge) {
            odd(decided, row);
        }
    }

    /** Throws only where the amount itself is too large. */
    private static long rounded(Rounding rounding, long number, long denominator) {
        long unit = rounding.to().fen();
        try {
            return switch (rounding.mode()) {
                case UP -> Arithmetic.roundUp(number, denominator, unit);
                case DOWN -> Arithmetic.roundDown(number, denominator, unit);
                case HALF_UP -> Arithmetic.roundHalfUp(number, denominator, unit);
            };
        } catch (ArithmeticException onTheWay) {
            return rounding.round(new Ratio(BigInteger.valueOf(number), BigInteger.valueOf(denominator)))
                    .fen();
        }
    }

    private void odd(Step.Decided decided, int row) {
        chunk.odd[chunk.household(decided.programme().holder(), row)] = true;
    }

    /** Of a group only the programme that pays most is drawn; while another's amount is open, so is this one. */
    void settle(Step.Settle settle, List<OfProgramme> all, List<OfProgramme> rivals) {
        Step.Decided decided = settle.decided();
        OfProgramme into = all.get(decided.number());
        int rows = chunk.rows(decided.programme().holder());
        for (int row = 0; row < rows; row++) {
            if (into.outcome[row] == OfProgramme.ELIGIBLE) {
                settle(settle, into, rivals, row);
            }
            receive(decided, into, row);
        }
    }

    private void settle(Step.Settle settle, OfProgramme into, List<OfProgramme> rivals, int row) {
        boolean ownPassed = false;
        for (Step.Decided other : settle.members()) {
            if (other.equals(settle.decided())) {
                ownPassed = true;
                continue;
            }
            OfProgramme rival = rivals.get(other.number());
            switch (rival.outcome(row)) {
                case ELIGIBLE -> {
                    int order = Long.compare(rival.amountFen(row), into.amountFen(row));
                    if (order > 0 || (order == 0 && !ownPassed)) {
                        clear(into, row);
                        into.set(row, Outcome.NOT_ELIGIBLE);
                        into.refused[row] = 1L << settle.decided().clauses().size();
                        into.amountFen[row] = 0;
                        return;
                    }
                }
                case UNDETERMINED -> {
                    for (int word = 0; word < words; word++) {
                        into.missing[word][row] |= rival.missing[word][row];
                    }
                }
                case NOT_ELIGIBLE -> {}
            }
        }
        for (int word = 0; word < words; word++) {
            if (into.missing[word][row] != 0) {
                into.set(row, Outcome.UNDETERMINED);
                into.amountFen[row] = 0;
            }
        }
    }

    /** What those who ask about a programme in a group are told. */
    private void receive(Step.Decided decided, OfProgramme from, int row) {
        int received = decided.received().index();
        boolean eligible = from.outcome[row] == OfProgramme.ELIGIBLE;
        boolean open = from.outcome[row] == OfProgramme.UNDETERMINED;
        chunk.value[received][row] = eligible ? 1 : 0;
        for (int word = 0; word < words; word++) {
            if (chunk.isOpen(decided.received(), word)) {
                chunk.missing[received * words + word][row] = open ? from.missing[word][row] : 0;
            }
        }
    }

    private void clear(OfProgramme into, int row) {
        into.amountFen[row] = 0;
        for (int word = 0; word < words; word++) {
            into.missing[word][row] = 0;
        }
    }

    private void addMissing(Vector from, int row, OfProgramme into) {
        for (int word = 0; word < words; word++) {
            if (chunk.isOpen(from, word)) {
                into.missing[word][row] |= chunk.missing[from.index() * words + word][row];
            }
        }
    }
}
