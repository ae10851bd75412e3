package yingbao.policy.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import yingbao.policy.batch.Comparison.Kind;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.expr.Holder;

/** Counts what comes out otherwise than before. Every thread counts for itself. */
final class Comparing implements Sink<Comparing> {
    /** How many more than before are eligible, what they are given more, and how many more are undetermined. */
    static final int ELIGIBLE = 0;

    static final int FEN = 1;
    static final int OPEN = 2;
    /** Of each kind how many, and what they get more. */
    static final int MOVED = 3;

    static final int DISTRIBUTION = MOVED + 2 * 4;
    private static final int COUNTS = DISTRIBUTION + Comparison.EDGES_FEN.size() + 1;
    /** How many more lie under a yardstick, or fewer. */
    static final int HOUSEHOLDS_UNDER = 0;

    static final int PERSONS_UNDER = 1;
    static final int UNKNOWN = 2;
    private static final int UNDER = 3;

    private final Counties counties;
    private final List<Pair> pairs;
    private final Baseline baseline;
    /** The shortages by yardstick, where they come out otherwise; their number is negative where they do not. */
    private final int[] shortages;

    private final Queue<Counts> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Counts> counts = ThreadLocal.withInitial(this::begin);
    /** By county and pair. */
    long[][][] sum = new long[0][][];
    /** By county and yardstick. */
    long[][][] under = new long[0][][];

    /**
     * A programme before and after.
     *
     * @param number its place among those decided now; negative where it is not in force any more
     * @param before what it gave before
     * @param timesAYear how often it is paid
     */
    record Pair(String id, Holder holder, int number, Amounts before, int timesAYear) {}

    private final class Counts {
        private final long[][][] pairs = new long[counties.size()][Comparing.this.pairs.size()][COUNTS];
        private final long[][][] under = new long[counties.size()][shortages.length][UNDER];
        /** What each household of a chunk is given more in a year. */
        private final long[] more = new long[Chunk.HOUSEHOLDS_MAX];

        /** What is decided of rows by a programme that is not in force any more, and what that gives them. */
        private byte[] refused = new byte[0];

        private long[] nothing = new long[0];
        /** Room for rows that come out otherwise. */
        private int[] changed = new int[0];

        void makeRoom(int rows) {
            if (changed.length < rows) {
                refused = new byte[rows];
                Arrays.fill(refused, OfProgramme.NOT_ELIGIBLE);
                nothing = new long[rows];
                changed = new int[rows];
            }
        }
    }

    Comparing(Counties counties, List<Pair> pairs, Baseline baseline, int[] shortages) {
        this.counties = counties;
        this.pairs = pairs;
        this.baseline = baseline;
        this.shortages = shortages;
    }

    private Counts begin() {
        Counts mine = new Counts();
        all.add(mine);
        return mine;
    }

    @Override
    public void take(DecidedChunk chunk) {
        Counts mine = counts.get();
        int households = chunk.rows(Holder.HOUSEHOLD);
        Arrays.fill(mine.more, 0, households, 0);
        for (int number = 0; number < pairs.size(); number++) {
            compare(chunk, number, mine);
        }
        for (int yardstick = 0; yardstick < shortages.length; yardstick++) {
            for (int household = 0; household < households; household++) {
                if (mine.more[household] != 0 || shortages[yardstick] >= 0) {
                    measure(chunk, household, yardstick, mine);
                }
            }
        }
    }

    /** Most come out as before; only the others are looked at. */
    private void compare(DecidedChunk chunk, int number, Counts mine) {
        Pair pair = pairs.get(number);
        int rows = chunk.rows(pair.holder());
        mine.makeRoom(rows);
        byte[] outcome = mine.refused;
        long[] amountFen = mine.nothing;
        if (pair.number() >= 0) {
            OfProgramme of = chunk.of(pair.number());
            outcome = of.outcome;
            amountFen = of.amountFen;
        }
        int first = chunk.first(pair.holder());
        int changed = pair.before().changed(first, rows, outcome, amountFen, mine.changed);
        for (int place = 0; place < changed; place++) {
            int row = mine.changed[place];
            int household = chunk.chunk().household(pair.holder(), row);
            long[] into = mine.pairs[counties.of(chunk, household)][number];
            mine.more[household] +=
                    compare(pair.before(), first + row, outcome[row], amountFen[row], into) * pair.timesAYear();
        }
    }

    /** Counts a row, and says what it is given more a time. */
    private static long compare(Amounts all, int row, byte outcome, long after, long[] into) {
        long before = all.amountFen(row);
        boolean eligible = outcome == OfProgramme.ELIGIBLE;
        boolean wasEligible = all.isEligible(row);
        into[ELIGIBLE] += (eligible ? 1 : 0) - (wasEligible ? 1 : 0);
        into[FEN] += after - before;
        into[OPEN] += (outcome == OfProgramme.UNDETERMINED ? 1 : 0) - (all.isUndetermined(row) ? 1 : 0);
        if (wasEligible == eligible && before == after) {
            return 0;
        }
        int moved = MOVED + 2 * kind(wasEligible, eligible, before, after).place();
        into[moved]++;
        into[moved + 1] += after - before;
        if (after != before) {
            into[DISTRIBUTION + Comparison.bucket(after - before)]++;
        }
        return after - before;
    }

    /** What happens to somebody to whom something does. */
    static Kind kind(boolean wasEligible, boolean isEligible, long before, long after) {
        if (wasEligible && isEligible) {
            return after > before ? Kind.GAINS : Kind.LOSES;
        }
        return isEligible ? Kind.ENTERS : Kind.LEAVES;
    }

    private void measure(DecidedChunk chunk, int household, int yardstick, Counts mine) {
        int at = chunk.first(Holder.HOUSEHOLD) + household;
        Amounts before = baseline.shortages.get(yardstick);
        long given = baseline.given.amountFen(at);
        boolean wasUnder = before.isEligible(at) && before.amountFen(at) > given;
        boolean wasUnknown = before.isUndetermined(at);
        boolean isUnknown = wasUnknown;
        boolean isUnder = before.isEligible(at) && before.amountFen(at) > given + mine.more[household];
        if (shortages[yardstick] >= 0) {
            OfProgramme of = chunk.of(shortages[yardstick]);
            isUnknown = of.outcome[household] == OfProgramme.UNDETERMINED;
            isUnder = of.outcome[household] == OfProgramme.ELIGIBLE
                    && of.amountFen[household] > given + mine.more[household];
        }
        int change = (isUnder ? 1 : 0) - (wasUnder ? 1 : 0);
        long[] into = mine.under[counties.of(chunk, household)][yardstick];
        into[HOUSEHOLDS_UNDER] += change;
        into[PERSONS_UNDER] += (long) change * (chunk.firstPersonOf(household + 1) - chunk.firstPersonOf(household));
        into[UNKNOWN] += (isUnknown ? 1 : 0) - (wasUnknown ? 1 : 0);
    }

    @Override
    public Comparing result(long decidedApart) {
        sum = new long[counties.size()][pairs.size()][COUNTS];
        under = new long[counties.size()][shortages.length][UNDER];
        for (Counts part : all) {
            add(part.pairs, sum);
            add(part.under, under);
        }
        return this;
    }

    private static void add(long[][][] part, long[][][] into) {
        for (int county = 0; county < part.length; county++) {
            for (int number = 0; number < part[county].length; number++) {
                for (int field = 0; field < part[county][number].length; field++) {
                    into[county][number][field] =
                            Math.addExact(into[county][number][field], part[county][number][field]);
                }
            }
        }
    }
}
