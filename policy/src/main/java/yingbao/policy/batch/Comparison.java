package yingbao.policy.batch;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;

/**
 * What another pack changes for a population on a day, counted by county. Programmes that it cannot change are counted before,
 * and come out the same after.
 *
 * @param on the day
 * @param programmes those in force before or after
 * @param byArea for each county what comes of each programme, in their order
 * @param poverty for each county how many lie under each yardstick, in the pack's order
 */
public record Comparison(
        LocalDate on,
        List<Programme> programmes,
        SortedMap<AreaCode, List<Line>> byArea,
        SortedMap<AreaCode, List<Under>> poverty) {

    /** Where one bucket of changed amounts ends and the next begins, in fen a time. */
    public static final List<Integer> EDGES_FEN =
            List.of(-50_000, -20_000, -10_000, -5_000, -2_000, 0, 2_000, 5_000, 10_000, 20_000, 50_000);

    /** How a decision that comes out otherwise does. */
    public enum Kind {
        /** Not entitled before, or not known to be. */
        ENTERS(0),
        LEAVES(1),
        GAINS(2),
        LOSES(3);

        private final int place;

        Kind(int place) {
            this.place = place;
        }

        /** Where it stands among all of them. */
        int place() {
            return place;
        }
    }

    /**
     * Those of one kind.
     *
     * @param count how many
     * @param fen what they get more, or less, a time
     */
    public record Moved(long count, BigInteger fen) {
        static final Moved NOBODY = new Moved(0, BigInteger.ZERO);

        Moved plus(Moved other) {
            return new Moved(count + other.count, fen.add(other.fen));
        }
    }

    /**
     * A programme in an area.
     *
     * @param before how many are entitled before
     * @param after how many are entitled after
     * @param beforeFen what they get a time, together
     * @param openBefore how many are undetermined before
     * @param moved those of each {@link Kind}, in its order
     * @param distribution how many amounts change by how much: one bucket more than there are {@link #EDGES_FEN}
     */
    public record Line(
            long before,
            long after,
            BigInteger beforeFen,
            BigInteger afterFen,
            long openBefore,
            long openAfter,
            List<Moved> moved,
            List<Long> distribution) {
        static final Line NOBODY = new Line(
                0,
                0,
                BigInteger.ZERO,
                BigInteger.ZERO,
                0,
                0,
                Collections.nCopies(Kind.values().length, Moved.NOBODY),
                Collections.nCopies(EDGES_FEN.size() + 1, 0L));

        public Moved of(Kind kind) {
            return moved.get(kind.place());
        }

        /** Both together. */
        public Line plus(Line other) {
            List<Moved> both = new ArrayList<>();
            for (int kind = 0; kind < moved.size(); kind++) {
                both.add(moved.get(kind).plus(other.moved.get(kind)));
            }
            List<Long> buckets = new ArrayList<>();
            for (int bucket = 0; bucket < distribution.size(); bucket++) {
                buckets.add(distribution.get(bucket) + other.distribution.get(bucket));
            }
            return new Line(
                    before + other.before,
                    after + other.after,
                    beforeFen.add(other.beforeFen),
                    afterFen.add(other.afterFen),
                    openBefore + other.openBefore,
                    openAfter + other.openAfter,
                    both,
                    buckets);
        }
    }

    /**
     * Who lies under a yardstick in an area.
     *
     * @param householdsBefore how many households do before
     * @param personsBefore how many persons live in them
     * @param householdsUnknown of how many it is not known, of which the incomes or the line are not
     */
    public record Under(
            long householdsBefore,
            long personsBefore,
            long householdsAfter,
            long personsAfter,
            long householdsUnknown) {
        static final Under NOBODY = new Under(0, 0, 0, 0, 0);

        public Under plus(Under other) {
            return new Under(
                    householdsBefore + other.householdsBefore,
                    personsBefore + other.personsBefore,
                    householdsAfter + other.householdsAfter,
                    personsAfter + other.personsAfter,
                    householdsUnknown + other.householdsUnknown);
        }
    }

    /** The counties in which somebody lives. */
    public List<AreaCode> areas() {
        return List.copyOf(byArea.keySet());
    }

    /** A programme everywhere, by its place. */
    public Line everywhere(int programme) {
        return byArea.values().stream().map(lines -> lines.get(programme)).reduce(Line.NOBODY, Line::plus);
    }

    /** A yardstick everywhere, by its place. */
    public Under underEverywhere(int yardstick) {
        return poverty.values().stream().map(lines -> lines.get(yardstick)).reduce(Under.NOBODY, Under::plus);
    }

    static int bucket(long change) {
        int bucket = 0;
        for (int edge : EDGES_FEN) {
            // Up to the edge where one loses, from the edge where one gains: the larger change lies further out.
            if (change > edge || (edge > 0 && change == edge)) {
                bucket++;
            }
        }
        return bucket;
    }

    /** Keeps copies. */
    public Comparison {
        byArea = new TreeMap<>(byArea);
        poverty = new TreeMap<>(poverty);
    }
}
