package yingbao.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yingbao.policy.decide.Decision;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.Money;

/** Counts decisions by area and programme, and prints them as a table. */
final class Summary {
    private final List<Programme> programmes;
    private final Map<String, Map<String, Line>> byArea = new TreeMap<>();

    /** The counts of one programme in one area. */
    private static final class Line {
        private long eligible;
        private long notEligible;
        private long undetermined;
        private Money amount = Money.ZERO;

        void add(Line other) {
            eligible += other.eligible;
            notEligible += other.notEligible;
            undetermined += other.undetermined;
            amount = amount.plus(other.amount);
        }

        void add(Decision decision) {
            switch (decision) {
                case Decision.Eligible entitled -> {
                    eligible++;
                    amount = amount.plus(entitled.amount());
                }
                case Decision.NotEligible _ -> notEligible++;
                case Decision.Undetermined _ -> undetermined++;
            }
        }
    }

    Summary(List<Programme> programmes) {
        this.programmes = programmes;
    }

    void add(String area, Decision decision) {
        byArea.computeIfAbsent(area, _ -> new LinkedHashMap<>())
                .computeIfAbsent(decision.basis().programme().id(), _ -> new Line())
                .add(decision);
    }

    /** Takes over the counts of another, worked out beside this one. */
    void add(Summary other) {
        other.byArea.forEach((area, lines) ->
                lines.forEach((programme, line) -> byArea.computeIfAbsent(area, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(programme, _ -> new Line())
                        .add(line)));
    }

    List<String> lines(Console console) {
        TextTable table = new TextTable(List.of(
                console.text("assess.area"),
                console.text("assess.programme"),
                ">" + console.text("assess.eligible"),
                ">" + console.text("assess.not-eligible"),
                ">" + console.text("assess.undetermined"),
                ">" + console.text("assess.amount-head")));
        byArea.forEach((area, lines) -> rows(table, area, lines));
        if (byArea.size() > 1) {
            Map<String, Line> totals = new LinkedHashMap<>();
            byArea.values()
                    .forEach(lines -> lines.forEach((programme, line) ->
                            totals.computeIfAbsent(programme, _ -> new Line()).add(line)));
            rows(table, console.text("assess.total"), totals);
        }
        return table.lines();
    }

    private void rows(TextTable table, String area, Map<String, Line> lines) {
        for (Programme programme : programmes) {
            Line line = lines.get(programme.id());
            if (line != null) {
                List<String> cells = new ArrayList<>();
                cells.add(area);
                cells.add(programme.title());
                cells.add(Long.toString(line.eligible));
                cells.add(Long.toString(line.notEligible));
                cells.add(Long.toString(line.undetermined));
                cells.add(line.amount + " " + programme.pay().label());
                table.add(cells);
            }
        }
    }
}
