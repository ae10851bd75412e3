package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Programme;

/** What a population is entitled to on a day: for each programme a row a household, or a row a person. */
public final class Outcomes {
    /** Reasons of a refusal are bits of one word, of which the last is for the group that a programme may belong to. */
    static final int CLAUSES_MAX = Long.SIZE - 1;

    private final List<Programme> programmes;
    private final Map<String, OfProgramme> byId;
    private final List<String> inputs;
    private final long decidedApart;

    Outcomes(List<Programme> programmes, Map<String, OfProgramme> byId, List<String> inputs, long decidedApart) {
        this.programmes = List.copyOf(programmes);
        this.byId = Map.copyOf(byId);
        this.inputs = List.copyOf(inputs);
        this.decidedApart = decidedApart;
    }

    /** How a decision came out. */
    public enum Outcome {
        ELIGIBLE,
        NOT_ELIGIBLE,
        UNDETERMINED
    }

    /** The programmes in force, in the pack's order. */
    public List<Programme> programmes() {
        return programmes;
    }

    /**
     * The decisions of one programme.
     *
     * @throws IllegalArgumentException when it is not in force
     */
    public OfProgramme of(String programme) {
        OfProgramme found = byId.get(programme);
        if (found == null) {
            throw new IllegalArgumentException("not in force: " + programme);
        }
        return found;
    }

    /** How many households did not come out exactly in 64 bits, and were decided by the evaluator that walks the tree. */
    public long decidedApart() {
        return decidedApart;
    }

    /** Full names of what a row of a programme misses, such as {@code person.disability_grade}. */
    public List<String> missing(String programme, int row) {
        OfProgramme of = of(programme);
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < inputs.size(); bit++) {
            if ((of.missing[bit / Long.SIZE][row] >>> bit % Long.SIZE & 1) != 0 && !names.contains(inputs.get(bit))) {
                names.add(inputs.get(bit));
            }
        }
        return names;
    }

    /** The decisions of one programme, by row. */
    public static final class OfProgramme {
        static final byte UNDETERMINED = 0;
        static final byte ELIGIBLE = 1;
        static final byte NOT_ELIGIBLE = 2;

        private final Programme programme;
        private int rows;
        byte[] outcome;
        long[] amountFen;
        /** A bit for every clause that does not hold. */
        long[] refused;
        /** By word and row, a bit for everything that would settle it. */
        long[][] missing;

        OfProgramme(Programme programme, int rows, int words) {
            this.programme = programme;
            this.rows = rows;
            this.outcome = new byte[rows];
            this.amountFen = new long[rows];
            this.refused = new long[rows];
            this.missing = new long[words][rows];
        }

        /** Makes room for other rows; what was there before is of no use any more. */
        void resize(int newRows) {
            rows = newRows;
            if (newRows > outcome.length) {
                int room = Math.max(newRows, outcome.length * 2);
                outcome = new byte[room];
                amountFen = new long[room];
                refused = new long[room];
                missing = new long[missing.length][room];
            }
        }

        public Holder holder() {
            return programme.holder();
        }

        public int rows() {
            return rows;
        }

        public Outcome outcome(int row) {
            return switch (outcome[row]) {
                case ELIGIBLE -> Outcome.ELIGIBLE;
                case NOT_ELIGIBLE -> Outcome.NOT_ELIGIBLE;
                default -> Outcome.UNDETERMINED;
            };
        }

        /** What an entitled row gets a time, in fen; zero for others. */
        public long amountFen(int row) {
            return amountFen[row];
        }

        /**
         * Whether a clause, by its place, does not hold; the place after the last clause stands for giving way to another
         * programme of the group.
         */
        public boolean isRefusedBy(int clause, int row) {
            return (refused[row] >>> clause & 1) != 0;
        }

        /** The clauses that do not hold, a bit each, as {@link #isRefusedBy} numbers them. */
        public long refusedBy(int row) {
            return refused[row];
        }

        /** Takes over some rows of another. */
        void copy(OfProgramme from, int fromRow, int toRow, int count) {
            System.arraycopy(from.outcome, fromRow, outcome, toRow, count);
            System.arraycopy(from.amountFen, fromRow, amountFen, toRow, count);
            System.arraycopy(from.refused, fromRow, refused, toRow, count);
            for (int word = 0; word < missing.length; word++) {
                System.arraycopy(from.missing[word], fromRow, missing[word], toRow, count);
            }
        }

        void set(int row, Outcome as) {
            outcome[row] = switch (as) {
                case ELIGIBLE -> ELIGIBLE;
                case NOT_ELIGIBLE -> NOT_ELIGIBLE;
                case UNDETERMINED -> UNDETERMINED;
            };
        }
    }

    /** Gathers every decision of a population. */
    static final class Gathering implements Sink<Outcomes> {
        private final Plan plan;
        private final List<OfProgramme> all = new ArrayList<>();

        Gathering(Plan plan, Population population) {
            this.plan = plan;
            for (Programme programme : plan.programmes()) {
                int rows = programme.holder() == Holder.HOUSEHOLD ? population.households() : population.persons();
                all.add(new OfProgramme(programme, rows, plan.inputs().words()));
            }
        }

        @Override
        public void take(DecidedChunk chunk) {
            for (int number = 0; number < all.size(); number++) {
                OfProgramme of = all.get(number);
                of.copy(chunk.of(number), 0, chunk.first(of.holder()), chunk.rows(of.holder()));
            }
        }

        @Override
        public Outcomes result(long decidedApart) {
            Map<String, OfProgramme> byId = new HashMap<>();
            all.forEach(of -> byId.put(of.programme.id(), of));
            return new Outcomes(plan.programmes(), byId, Apart.names(plan), decidedApart);
        }
    }
}
