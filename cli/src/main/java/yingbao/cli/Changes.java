package yingbao.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import yingbao.policy.decide.Decision;
import yingbao.policy.value.Money;

/** What two sets of decisions about the same people differ in, counted by county and programme. */
final class Changes {
    private static final int AFFECTED_SHOWN_MAX = 30;
    private static final String NOT_IN_FORCE = "NOT_IN_FORCE";

    private final List<Change> list = new ArrayList<>();
    private final Map<String, Map<String, Line>> byCounty = new TreeMap<>();

    /** How somebody is affected. */
    enum Kind {
        ENTERS,
        LEAVES,
        GAINS,
        LOSES,
        UNCHANGED
    }

    /**
     * One household or person under one programme.
     *
     * @param programme its id
     * @param title what people call it
     * @param fenBefore amount before, zero where not eligible
     * @param fenAfter amount after, zero where not eligible
     */
    record Change(
            String programme,
            String title,
            String unitId,
            Kind kind,
            String outcomeBefore,
            long fenBefore,
            String outcomeAfter,
            long fenAfter) {}

    private static final class Line {
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        private Money before = Money.ZERO;
        private Money after = Money.ZERO;
        private long openBefore;
        private long openAfter;

        boolean isUnchanged() {
            return counts.keySet().equals(Set.of(Kind.UNCHANGED)) && openBefore == openAfter;
        }

        void add(Line other) {
            openBefore += other.openBefore;
            other.counts.forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
            before = before.plus(other.before);
            after = after.plus(other.after);
            openAfter += other.openAfter;
        }
    }

    void add(String county, Map<String, Decision> before, Map<String, Decision> after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Optional<Decision> decisionBefore = Optional.ofNullable(before.get(key));
            Optional<Decision> decisionAfter = Optional.ofNullable(after.get(key));
            Decision any = decisionBefore.or(() -> decisionAfter).orElseThrow();
            String title = any.basis().programme().title();
            Line line = byCounty.computeIfAbsent(county, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(title, _ -> new Line());
            String outcomeBefore = decisionBefore.map(Decision::outcome).orElse(NOT_IN_FORCE);
            String outcomeAfter = decisionAfter.map(Decision::outcome).orElse(NOT_IN_FORCE);
            Money moneyBefore = decisionBefore.map(Changes::amount).orElse(Money.ZERO);
            Money moneyAfter = decisionAfter.map(Changes::amount).orElse(Money.ZERO);
            boolean eligibleBefore = outcomeBefore.equals("ELIGIBLE");
            boolean eligibleAfter = outcomeAfter.equals("ELIGIBLE");
            Kind kind = kind(eligibleBefore, eligibleAfter, moneyBefore.compareTo(moneyAfter));
            line.counts.merge(kind, 1, Integer::sum);
            line.before = line.before.plus(moneyBefore);
            line.after = line.after.plus(moneyAfter);
            line.openBefore += outcomeBefore.equals("UNDETERMINED") ? 1 : 0;
            line.openAfter += outcomeAfter.equals("UNDETERMINED") ? 1 : 0;
            if (kind != Kind.UNCHANGED || !outcomeBefore.equals(outcomeAfter)) {
                list.add(new Change(
                        any.basis().programme().id(),
                        title,
                        any.basis().unitId(),
                        kind,
                        outcomeBefore,
                        moneyBefore.fen(),
                        outcomeAfter,
                        moneyAfter.fen()));
            }
        }
    }

    private static Money amount(Decision decision) {
        return decision instanceof Decision.Eligible eligible ? eligible.amount() : Money.ZERO;
    }

    private static Kind kind(boolean eligibleBefore, boolean eligibleAfter, int order) {
        if (eligibleBefore != eligibleAfter) {
            return eligibleAfter ? Kind.ENTERS : Kind.LEAVES;
        }
        return order < 0 ? Kind.GAINS : order > 0 ? Kind.LOSES : Kind.UNCHANGED;
    }

    /** Everybody whose outcome or amount differs. */
    List<Change> list() {
        return list;
    }

    /** The first of those who enter, leave, gain or lose, one a line. */
    List<String> affected(Console console) {
        List<Change> affected =
                list.stream().filter(change -> change.kind() != Kind.UNCHANGED).toList();
        TextTable table = new TextTable(List.of(
                console.text("explain.unit"),
                console.text("assess.programme"),
                console.text("compare.change"),
                ">" + console.text("compare.was"),
                ">" + console.text("compare.is")));
        for (Change change : affected.subList(0, Math.min(affected.size(), AFFECTED_SHOWN_MAX))) {
            table.add(List.of(
                    change.unitId(),
                    change.title(),
                    console.text("compare." + change.kind().name().toLowerCase(Locale.ROOT)),
                    Money.ofFen(change.fenBefore()).toString(),
                    Money.ofFen(change.fenAfter()).toString()));
        }
        List<String> lines = new ArrayList<>();
        if (!affected.isEmpty()) {
            lines.add("");
            lines.addAll(table.lines());
        }
        if (affected.size() > AFFECTED_SHOWN_MAX) {
            lines.add(console.text("compare.more", affected.size() - AFFECTED_SHOWN_MAX));
        }
        return lines;
    }

    List<String> lines(Console console) {
        if (list.isEmpty()) {
            return List.of(console.text("compare.nobody"));
        }
        TextTable table = new TextTable(List.of(
                console.text("assess.area"),
                console.text("assess.programme"),
                ">" + console.text("compare.enters"),
                ">" + console.text("compare.leaves"),
                ">" + console.text("compare.gains"),
                ">" + console.text("compare.loses"),
                ">" + console.text("compare.unchanged"),
                ">" + console.text("compare.open"),
                ">" + console.text("compare.before"),
                ">" + console.text("compare.after"),
                ">" + console.text("compare.difference")));
        byCounty.forEach((county, lines) -> {
            Map<String, Line> changed = new LinkedHashMap<>(lines);
            changed.values().removeIf(Line::isUnchanged);
            rows(table, county, changed);
        });
        if (byCounty.size() > 1) {
            Map<String, Line> totals = new LinkedHashMap<>();
            byCounty.values()
                    .forEach(lines -> lines.forEach((programme, line) ->
                            totals.computeIfAbsent(programme, _ -> new Line()).add(line)));
            rows(table, console.text("assess.total"), totals);
        }
        return table.lines();
    }

    private static void rows(TextTable table, String county, Map<String, Line> lines) {
        lines.forEach((programme, line) -> {
            List<String> cells = new ArrayList<>(List.of(county, programme));
            for (Kind kind : Kind.values()) {
                cells.add(Integer.toString(line.counts.getOrDefault(kind, 0)));
            }
            cells.add(Long.toString(line.openAfter));
            cells.add(line.before.toString());
            cells.add(line.after.toString());
            cells.add(line.after.minus(line.before).toString());
            table.add(cells);
        });
    }
}
