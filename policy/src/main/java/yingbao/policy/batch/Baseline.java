package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Programme;

/**
 * What a population is given before anything is changed: by county and programme, and for every household together with
 * what it is short of.
 */
final class Baseline implements Sink<Baseline> {
    static final int ASKED = 0;
    static final int ELIGIBLE = 1;
    static final int FEN = 2;
    static final int OPEN = 3;
    /** Of a yardstick: households and persons under it once everything is given, and households of which it is unknown. */
    static final int HOUSEHOLDS_UNDER = 4;

    static final int PERSONS_UNDER = 5;
    static final int UNKNOWN = 6;
    private static final int COUNTS = 7;

    private final Counties counties;
    private final List<Programme> programmes;
    private final int yardsticks;
    /** What each household is given in a year by all programmes. */
    final Amounts given;
    /** What each household is short of in a year, by yardstick. */
    final List<Amounts> shortages = new ArrayList<>();

    private final Queue<long[][][]> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<long[][][]> counts = ThreadLocal.withInitial(this::begin);
    private long[][][] sum = new long[0][][];

    /** @param yardsticks how many of the last programmes are shortages */
    Baseline(Counties counties, List<Programme> programmes, int yardsticks, Span span) {
        this.counties = counties;
        this.programmes = programmes;
        this.yardsticks = yardsticks;
        this.given = new Amounts(span.from(), span.households());
        for (int yardstick = 0; yardstick < yardsticks; yardstick++) {
            shortages.add(new Amounts(span.from(), span.households()));
        }
    }

    private long[][][] begin() {
        long[][][] mine = new long[counties.size()][programmes.size()][COUNTS];
        all.add(mine);
        return mine;
    }

    /** How often in a year a programme's amount is paid; one that is paid once in a life is no income of a year. */
    static int timesAYear(Programme programme) {
        return switch (programme.pay()) {
            case MONTHLY -> 12;
            case YEARLY -> 1;
            case ONCE -> 0;
        };
    }

    private int paid() {
        return programmes.size() - yardsticks;
    }

    @Override
    public void take(DecidedChunk chunk) {
        long[][][] mine = counts.get();
        int households = chunk.rows(Holder.HOUSEHOLD);
        int first = chunk.first(Holder.HOUSEHOLD);
        for (int household = 0; household < households; household++) {
            long[][] county = mine[counties.of(chunk, household)];
            long yearly = 0;
            for (int number = 0; number < paid(); number++) {
                OfProgramme of = chunk.of(number);
                switch (of.holder()) {
                    case HOUSEHOLD -> {
                        count(of, household, county[number]);
                        yearly += of.amountFen[household] * timesAYear(programmes.get(number));
                    }
                    case PERSON -> {
                        int end = chunk.firstPersonOf(household + 1);
                        for (int person = chunk.firstPersonOf(household); person < end; person++) {
                            count(of, person, county[number]);
                            yearly += of.amountFen[person] * timesAYear(programmes.get(number));
                        }
                    }
                }
            }
            given.eligible(first + household, yearly);
            for (int yardstick = 0; yardstick < yardsticks; yardstick++) {
                measure(chunk, household, yearly, yardstick, county[paid() + yardstick]);
            }
        }
    }

    private static void count(OfProgramme of, int row, long[] into) {
        into[ASKED]++;
        into[ELIGIBLE] += of.outcome[row] == OfProgramme.ELIGIBLE ? 1 : 0;
        into[OPEN] += of.outcome[row] == OfProgramme.UNDETERMINED ? 1 : 0;
        into[FEN] += of.amountFen[row];
    }

    private void measure(DecidedChunk chunk, int household, long yearly, int yardstick, long[] into) {
        OfProgramme of = chunk.of(paid() + yardstick);
        Amounts shortage = shortages.get(yardstick);
        put(of, household, chunk.first(Holder.HOUSEHOLD) + household, shortage);
        if (of.outcome[household] == OfProgramme.UNDETERMINED) {
            into[UNKNOWN]++;
        } else if (of.outcome[household] == OfProgramme.ELIGIBLE && of.amountFen[household] > yearly) {
            into[HOUSEHOLDS_UNDER]++;
            into[PERSONS_UNDER] += chunk.firstPersonOf(household + 1) - chunk.firstPersonOf(household);
        }
    }

    /** Keeps what a programme decided of a row of a chunk. */
    static void put(OfProgramme of, int row, int into, Amounts kept) {
        switch (of.outcome(row)) {
            case ELIGIBLE -> kept.eligible(into, of.amountFen[row]);
            case NOT_ELIGIBLE -> kept.notEligible(into);
            case UNDETERMINED -> kept.undetermined(into);
        }
    }

    @Override
    public Baseline result(long decidedApart) {
        sum = new long[counties.size()][programmes.size()][COUNTS];
        for (long[][][] part : all) {
            for (int county = 0; county < part.length; county++) {
                for (int number = 0; number < programmes.size(); number++) {
                    for (int field = 0; field < COUNTS; field++) {
                        sum[county][number][field] =
                                Math.addExact(sum[county][number][field], part[county][number][field]);
                    }
                }
            }
        }
        all.clear();
        return this;
    }

    /** The counts of a programme in a county. */
    long[] of(int county, String programme) {
        for (int number = 0; number < programmes.size(); number++) {
            if (programmes.get(number).id().equals(programme)) {
                return sum[county][number];
            }
        }
        return new long[COUNTS];
    }

    /** Whether somebody was asked anything in a county. */
    boolean livesIn(int county) {
        for (long[] counted : sum[county]) {
            if (counted[ASKED] > 0) {
                return true;
            }
        }
        return false;
    }
}
