package yingbao.policy.batch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** How the decisions of a population come out, counted by programme and area; the same however many threads counted. */
public final class Totals {
    /** What stands for giving way to another programme of the group, among the clauses that refuse. */
    public static final String GIVING_WAY = "group";

    private final List<Programme> programmes;
    private final SortedMap<AreaCode, List<Line>> byArea;
    private final long decidedApart;

    /**
     * The decisions of a programme in an area.
     *
     * @param asked households, or persons, that were decided
     * @param eligible those entitled
     * @param refused those of whom at least one clause does not hold
     * @param undetermined those of whom something is missing, or cannot be worked out
     * @param amountFen what the entitled get a time, together
     * @param refusedBy id of a clause to those of whom it does not hold, in the clauses' order; {@link #GIVING_WAY} last
     * @param missing full name of what is missing to those undetermined for want of it
     * @param waitingFor who has to tell or to set something, to those undetermined for want of it
     */
    public record Line(
            long asked,
            long eligible,
            long refused,
            long undetermined,
            BigInteger amountFen,
            Map<String, Long> refusedBy,
            Map<String, Long> missing,
            Map<String, Long> waitingFor) {
        static final Line NOBODY = new Line(0, 0, 0, 0, BigInteger.ZERO, Map.of(), Map.of(), Map.of());

        Line plus(Line other) {
            return new Line(
                    asked + other.asked,
                    eligible + other.eligible,
                    refused + other.refused,
                    undetermined + other.undetermined,
                    amountFen.add(other.amountFen),
                    sum(refusedBy, other.refusedBy),
                    sum(missing, other.missing),
                    sum(waitingFor, other.waitingFor));
        }

        private static Map<String, Long> sum(Map<String, Long> left, Map<String, Long> right) {
            Map<String, Long> sum = new LinkedHashMap<>(left);
            right.forEach((key, count) -> sum.merge(key, count, Long::sum));
            return sum;
        }
    }

    Totals(List<Programme> programmes, SortedMap<AreaCode, List<Line>> byArea, long decidedApart) {
        this.programmes = List.copyOf(programmes);
        this.byArea = byArea;
        this.decidedApart = decidedApart;
    }

    /**
     * Counts the decisions of an engine.
     *
     * @param level the areas to count by; a household whose area lies in none of them counts for its own
     */
    public static Sink<Totals> by(AreaLevel level, BatchEngine engine) {
        return new Counting(level, engine.plan(), engine.population());
    }

    /** The programmes in force, in the pack's order. */
    public List<Programme> programmes() {
        return programmes;
    }

    /** The areas in which somebody lives, by code. */
    public List<AreaCode> areas() {
        return new ArrayList<>(byArea.keySet());
    }

    /** The decisions of a programme, by its place among those in force, in one of the areas. */
    public Line in(AreaCode area, int programme) {
        return byArea.getOrDefault(area, List.of()).get(programme);
    }

    /** The decisions of a programme, by its place among those in force, everywhere. */
    public Line everywhere(int programme) {
        return byArea.values().stream().map(lines -> lines.get(programme)).reduce(Line.NOBODY, Line::plus);
    }

    /** How many households were decided by the evaluator that walks the tree. */
    public long decidedApart() {
        return decidedApart;
    }
}
