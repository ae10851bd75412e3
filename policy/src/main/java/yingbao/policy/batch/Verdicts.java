package yingbao.policy.batch;

import java.math.BigInteger;
import java.util.List;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.batch.Outcomes.Outcome;
import yingbao.policy.expr.Holder;
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

    /**
     * Decides a programme by itself.
     *
     * @param first the row of the chunk's first holder among all
     */
    void decide(Step.Decided decided, OfProgramme into, int first) {
        int rows = chunk.rows(decided.programme().holder());
        for (int row = 0; row < rows; row++) {
            decide(decided, into, row, first + row);
        }
    }

    private void decide(Step.Decided decided, OfProgramme into, int row, int at) {
        long refused = 0;
        boolean open = false;
        clear(into, at);
        List<Vector> clauses = decided.clauses();
        for (int clause = 0; clause < clauses.size(); clause++) {
            Vector answer = clauses.get(clause);
            if (!chunk.isKnown(answer, row)) {
                open = true;
                addMissing(answer, row, into, at);
            } else if (chunk.value[answer.index()][row] == 0) {
                refused |= 1L << clause;
            }
        }
        into.refused[at] = refused;
        if (refused != 0) {
            clear(into, at);
            into.set(at, Outcome.NOT_ELIGIBLE);
        } else if (open) {
            into.set(at, Outcome.UNDETERMINED);
        } else {
            withAmount(decided, into, row, at);
        }
        receive(decided, into, row, at, refused == 0 && !open);
    }

    private void withAmount(Step.Decided decided, OfProgramme into, int row, int at) {
        Vector amount = decided.amount();
        if (!chunk.isKnown(amount, row)) {
            addMissing(amount, row, into, at);
            into.set(at, Outcome.UNDETERMINED);
            return;
        }
        long denominator = amount.hasDenominators() ? chunk.denominator[amount.index()][row] : amount.denominator();
        long number = chunk.value[amount.index()][row];
        if (number < 0 || denominator <= 0) {
            odd(decided, row);
            return;
        }
        try {
            into.amountFen[at] = rounded(decided.programme().rounding().rounding(), number, denominator);
            into.set(at, Outcome.ELIGIBLE);
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
        chunk.odd[decided.programme().holder() == Holder.HOUSEHOLD ? row : chunk.owner[row]] = true;
    }

    /** Of a group only the programme that pays most is drawn; while another's amount is open, so is this one. */
    void settle(Step.Settle settle, List<OfProgramme> all, List<OfProgramme> alone, int first) {
        Step.Decided decided = settle.decided();
        OfProgramme into = all.get(decided.number());
        int rows = chunk.rows(decided.programme().holder());
        for (int row = 0; row < rows; row++) {
            int at = first + row;
            if (into.outcome(at) == Outcome.ELIGIBLE) {
                settle(settle, into, alone, at);
            }
            receive(decided, into, row, at, false);
        }
    }

    private void settle(Step.Settle settle, OfProgramme into, List<OfProgramme> alone, int at) {
        boolean ownPassed = false;
        for (Step.Decided other : settle.members()) {
            if (other.equals(settle.decided())) {
                ownPassed = true;
                continue;
            }
            OfProgramme rival = alone.get(other.number());
            switch (rival.outcome(at)) {
                case ELIGIBLE -> {
                    int order = Long.compare(rival.amountFen(at), into.amountFen(at));
                    if (order > 0 || (order == 0 && !ownPassed)) {
                        clear(into, at);
                        into.set(at, Outcome.NOT_ELIGIBLE);
                        into.refused[at] = 1L << settle.decided().clauses().size();
                        into.amountFen[at] = 0;
                        return;
                    }
                }
                case UNDETERMINED -> {
                    for (int word = 0; word < words; word++) {
                        into.missing[word][at] |= rival.missing[word][at];
                    }
                }
                case NOT_ELIGIBLE -> {}
            }
        }
        for (int word = 0; word < words; word++) {
            if (into.missing[word][at] != 0) {
                into.set(at, Outcome.UNDETERMINED);
                into.amountFen[at] = 0;
            }
        }
    }

    /** Whoever meets every clause is entitled, also while nobody has set the standard that makes the amount. */
    private void receive(Step.Decided decided, OfProgramme from, int row, int at, boolean meetsAll) {
        int received = decided.received().index();
        boolean eligible = from.outcome(at) == Outcome.ELIGIBLE || meetsAll;
        boolean open = from.outcome(at) == Outcome.UNDETERMINED && !eligible;
        chunk.value[received][row] = eligible ? 1 : 0;
        for (int word = 0; word < words; word++) {
            chunk.missing[received * words + word][row] = open ? from.missing[word][at] : 0;
        }
    }

    private void clear(OfProgramme into, int at) {
        into.amountFen[at] = 0;
        for (int word = 0; word < words; word++) {
            into.missing[word][at] = 0;
        }
    }

    private void addMissing(Vector from, int row, OfProgramme into, int at) {
        for (int word = 0; word < words; word++) {
            into.missing[word][at] |= chunk.missing[from.index() * words + word][row];
        }
    }
}
