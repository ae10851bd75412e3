package yingbao.policy.batch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.decide.Explainer;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Counts decisions. Every thread counts for itself; whole numbers add up to the same in any order. */
final class Counting implements Sink<Totals> {
    private static final int ASKED = 0;
    private static final int ELIGIBLE = 1;
    private static final int REFUSED = 2;
    /** Sums of the upper and the lower half of amounts, neither of which can grow too large. */
    private static final int UPPER = 3;

    private static final int LOWER = 4;
    private static final int REFUSED_BY = 5;
    private static final int MISSING = REFUSED_BY + Long.SIZE;
    private static final long LOWER_HALF = 0xFFFF_FFFFL;

    private final Plan plan;
    private final List<AreaCode> areas = new ArrayList<>();
    /** The counted area of each area of the population. */
    private final int[] counted;

    private final List<String> inputs;
    /** For each bit the first one of the same name: a parameter of now and the same of a year before have one. */
    private final int[] firstOfName;

    private final int askWhom;
    /** Those who may be asked, each with the bits of what they can tell, by word. */
    private final Map<String, long[]> whom = new LinkedHashMap<>();

    /** The bits of each of them, in the same order. */
    private final long[][] told;

    private final Queue<long[][][]> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<long[][][]> counts = ThreadLocal.withInitial(this::begin);

    Counting(AreaLevel level, Plan plan, Population population) {
        this.plan = plan;
        this.inputs = Apart.names(plan);
        this.firstOfName = inputs.stream().mapToInt(inputs::indexOf).toArray();
        this.askWhom = MISSING + inputs.size();
        this.counted = new int[population.areas().size()];
        Map<AreaCode, Integer> numbers = new LinkedHashMap<>();
        for (int area = 0; area < counted.length; area++) {
            AreaCode own = population.areas().get(area);
            AreaCode around = plan.pack()
                    .areas()
                    .within(level, own, plan.on())
                    .map(Area::code)
                    .orElse(own);
            counted[area] = numbers.computeIfAbsent(around, _ -> numbers.size());
        }
        areas.addAll(numbers.keySet());
        for (int bit = 0; bit < inputs.size(); bit++) {
            long[] tells = whom.computeIfAbsent(
                    whom(plan.inputs().all().get(bit)),
                    _ -> new long[plan.inputs().words()]);
            tells[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
        }
        this.told = whom.values().toArray(long[][]::new);
    }

    private String whom(Inputs.Input input) {
        return switch (input) {
            case Inputs.Input.FactOf(Holder holder, int slot) -> {
                Fact fact = plan.pack().catalogue().facts(holder).get(slot);
                yield plan.pack().catalogue().supplierLabel(fact);
            }
            case Inputs.Input.Members _ -> Explainer.MEMBERS_WHOM;
            case Inputs.Input.ParameterAt(int slot, var _) -> {
                Parameter parameter = plan.pack().parameters().get(slot);
                yield parameter.setBy();
            }
        };
    }

    private long[][][] begin() {
        long[][][] mine = new long[areas.size()][plan.programmes().size()][askWhom + whom.size()];
        all.add(mine);
        return mine;
    }

    @Override
    public void take(DecidedChunk chunk) {
        long[][][] mine = counts.get();
        int households = chunk.rows(Holder.HOUSEHOLD);
        int from = 0;
        while (from < households) {
            int area = counted[chunk.areaOf(from)];
            int to = from + 1;
            while (to < households && counted[chunk.areaOf(to)] == area) {
                to++;
            }
            for (int programme = 0; programme < plan.programmes().size(); programme++) {
                OfProgramme of = chunk.of(programme);
                switch (of.holder()) {
                    case HOUSEHOLD -> count(of, programme, from, to, mine[area][programme]);
                    case PERSON ->
                        count(of, programme, chunk.firstPersonOf(from), chunk.firstPersonOf(to), mine[area][programme]);
                }
            }
            from = to;
        }
    }

    private void count(OfProgramme of, int programme, int from, int to, long[] into) {
        int eligible = count(of.outcome, OfProgramme.ELIGIBLE, from, to);
        int refused = count(of.outcome, OfProgramme.NOT_ELIGIBLE, from, to);
        into[ASKED] += to - from;
        into[ELIGIBLE] += eligible;
        into[REFUSED] += refused;
        if (eligible > 0) {
            sum(of.amountFen, from, to, into);
        }
        if (refused > 0) {
            int clauses = plan.programmes().get(programme).clauses().size();
            for (int clause = 0; clause <= clauses; clause++) {
                into[REFUSED_BY + clause] += bits(of.refused, clause, from, to);
            }
        }
        if (eligible + refused < to - from) {
            for (int row = from; row < to; row++) {
                if (of.outcome[row] == OfProgramme.UNDETERMINED) {
                    countMissing(of.missing, row, into);
                }
            }
        }
    }

    private static int count(byte[] all, byte wanted, int from, int to) {
        int count = 0;
        for (int row = from; row < to; row++) {
            count += all[row] == wanted ? 1 : 0;
        }
        return count;
    }

    private static void sum(long[] amountFen, int from, int to, long[] into) {
        long upper = 0;
        long lower = 0;
        for (int row = from; row < to; row++) {
            upper += amountFen[row] >>> Integer.SIZE;
            lower += amountFen[row] & LOWER_HALF;
        }
        into[UPPER] += upper;
        into[LOWER] += lower;
    }

    private static long bits(long[] of, int bit, int from, int to) {
        long bits = 0;
        for (int row = from; row < to; row++) {
            bits += of[row] >>> bit & 1;
        }
        return bits;
    }

    private void countMissing(long[][] missing, int row, long[] into) {
        for (int word = 0; word < missing.length; word++) {
            for (long bits = missing[word][row]; bits != 0; bits &= bits - 1) {
                int bit = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                int first = firstOfName[bit];
                if (first == bit || (missing[first / Long.SIZE][row] >>> first % Long.SIZE & 1) == 0) {
                    into[MISSING + first]++;
                }
            }
        }
        for (int person = 0; person < told.length; person++) {
            long any = 0;
            for (int word = 0; word < missing.length; word++) {
                any |= missing[word][row] & told[person][word];
            }
            into[askWhom + person] += Arithmetic.isAny(any);
        }
    }

    @Override
    public Totals result(long decidedApart) {
        TreeMap<AreaCode, List<Totals.Line>> byArea = new TreeMap<>();
        for (int area = 0; area < areas.size(); area++) {
            List<Totals.Line> lines = new ArrayList<>();
            for (int programme = 0; programme < plan.programmes().size(); programme++) {
                long[] sum = new long[askWhom + whom.size()];
                for (long[][][] of : all) {
                    long[] part = of[area][programme];
                    Arrays.setAll(sum, place -> sum[place] + part[place]);
                }
                lines.add(line(plan.programmes().get(programme), sum));
            }
            byArea.put(areas.get(area), lines);
        }
        return new Totals(plan.programmes(), byArea, decidedApart);
    }

    private Totals.Line line(Programme programme, long[] sum) {
        Map<String, Long> refusedBy = new LinkedHashMap<>();
        int clauses = programme.clauses().size();
        for (int clause = 0; clause < clauses; clause++) {
            add(programme.clauses().get(clause).id(), sum[REFUSED_BY + clause], refusedBy);
        }
        add(Totals.GIVING_WAY, sum[REFUSED_BY + clauses], refusedBy);
        Map<String, Long> missing = new TreeMap<>();
        for (int bit = 0; bit < inputs.size(); bit++) {
            add(inputs.get(bit), sum[MISSING + bit], missing);
        }
        Map<String, Long> waitingFor = new TreeMap<>();
        int person = askWhom;
        for (String who : whom.keySet()) {
            add(who, sum[person], waitingFor);
            person++;
        }
        return new Totals.Line(
                sum[ASKED],
                sum[ELIGIBLE],
                sum[REFUSED],
                sum[ASKED] - sum[ELIGIBLE] - sum[REFUSED],
                BigInteger.valueOf(sum[UPPER]).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(sum[LOWER])),
                refusedBy,
                missing,
                waitingFor);
    }

    private static void add(String key, long count, Map<String, Long> into) {
        if (count > 0) {
            into.put(key, count);
        }
    }
}
