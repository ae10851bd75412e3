package yingbao.platform.trials;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.lists.ListExports;
import yingbao.sheet.ListSheet;
import yingbao.sheet.ListSheet.AmountColumn;
import yingbao.sheet.ListSheet.Column;
import yingbao.sheet.ListSheet.TextColumn;

/** What came of scenarios over their years, as a workbook; several side by side follow each other in its sheets. */
@Service
class ScenarioExport {
    private final Trials trials;
    private final ListExports exports;
    private final Texts texts;

    ScenarioExport(Trials trials, ListExports exports, Texts texts) {
        this.trials = trials;
        this.exports = exports;
        this.texts = texts;
    }

    /** A line of a sheet: a scenario's year, and of what. */
    private record Line(String scenario, int year, String what, BigInteger beforeFen, BigInteger afterFen) {
        long before() {
            return beforeFen.longValueExact();
        }

        long after() {
            return afterFen.longValueExact();
        }

        long more() {
            return afterFen.subtract(beforeFen).longValueExact();
        }
    }

    /** A value or a demand. */
    private record Said(
            String scenario, int year, String area, String what, String before, String after, String floor) {}

    /**
     * The workbook.
     *
     * @throws Refusal {@code trials.not-worked-out} (its name) for one that was never worked out
     */
    @Transactional
    ResponseEntity<byte[]> workbook(List<ScenarioId> ids) {
        List<ScenarioView> scenarios = ids.stream().map(trials::find).toList();
        scenarios.stream()
                .filter(scenario -> scenario.result().isEmpty())
                .findFirst()
                .ifPresent(open -> {
                    throw Refusal.conflict("trials.not-worked-out", open.name());
                });
        List<Line> years = lines(scenarios, year -> List.of(new Part("", year.beforeFen(), year.afterFen())));
        List<Line> funds = lines(
                scenarios,
                year -> year.funds().stream()
                        .map(fund -> new Part(
                                fund.id().isEmpty() ? texts.text("trials.export.fund-open") : fund.label(),
                                fund.beforeFen(),
                                fund.afterFen()))
                        .toList());
        List<Line> areas = lines(
                scenarios,
                year -> year.areas().stream()
                        .map(area -> new Part(area.areaName(), area.beforeFen(), area.afterFen()))
                        .toList());
        String title = texts.text("trials.export.title");
        return exports.workbook(
                "trial-years",
                title,
                Map.of("scenarios", Integer.toString(scenarios.size())),
                List.of(
                        new ListSheet<>(texts.text("trials.export.years"), columns("all"), years),
                        new ListSheet<>(texts.text("trials.export.funds"), columns("fund"), funds),
                        new ListSheet<>(texts.text("trials.export.areas"), columns("county"), areas),
                        new ListSheet<>(texts.text("trials.export.values"), said(), values(scenarios)),
                        new ListSheet<>(texts.text("trials.export.mandates"), said(), mandates(scenarios))));
    }

    private record Part(String what, BigInteger beforeFen, BigInteger afterFen) {}

    private static List<Line> lines(List<ScenarioView> scenarios, Function<YearsAnswer.OfYear, List<Part>> parts) {
        List<Line> lines = new ArrayList<>();
        for (ScenarioView scenario : scenarios) {
            for (YearsAnswer.OfYear year : scenario.result().orElseThrow().years()) {
                for (Part part : parts.apply(year)) {
                    lines.add(new Line(scenario.name(), year.year(), part.what(), part.beforeFen(), part.afterFen()));
                }
            }
        }
        return lines;
    }

    private static List<Said> values(List<ScenarioView> scenarios) {
        List<Said> all = new ArrayList<>();
        for (ScenarioView scenario : scenarios) {
            for (YearsAnswer.OfYear year : scenario.result().orElseThrow().years()) {
                year.values()
                        .forEach(value -> all.add(new Said(
                                scenario.name(),
                                year.year(),
                                value.areaName(),
                                value.label(),
                                value.before(),
                                value.after(),
                                "")));
            }
        }
        return all;
    }

    private static List<Said> mandates(List<ScenarioView> scenarios) {
        List<Said> all = new ArrayList<>();
        for (ScenarioView scenario : scenarios) {
            for (YearsAnswer.OfYear year : scenario.result().orElseThrow().years()) {
                year.mandates()
                        .forEach(demand -> all.add(new Said(
                                scenario.name(),
                                year.year(),
                                demand.areaName(),
                                demand.title(),
                                demand.valueBefore(),
                                demand.valueAfter(),
                                demand.floor())));
            }
        }
        return all;
    }

    private List<Column<Line>> columns(String what) {
        return List.of(
                new TextColumn<>(heading("scenario"), ListSheet.MIDDLE, Line::scenario),
                new TextColumn<>(heading("year"), ListSheet.NARROW, line -> Integer.toString(line.year())),
                new TextColumn<>(heading(what), ListSheet.MIDDLE, Line::what),
                new AmountColumn<>(heading("before"), ListSheet.MIDDLE, Line::before),
                new AmountColumn<>(heading("after"), ListSheet.MIDDLE, Line::after),
                new AmountColumn<>(heading("more"), ListSheet.MIDDLE, Line::more));
    }

    private List<Column<Said>> said() {
        return List.of(
                new TextColumn<>(heading("scenario"), ListSheet.MIDDLE, Said::scenario),
                new TextColumn<>(heading("year"), ListSheet.NARROW, line -> Integer.toString(line.year())),
                new TextColumn<>(heading("county"), ListSheet.MIDDLE, Said::area),
                new TextColumn<>(heading("what"), ListSheet.WIDE, Said::what),
                new TextColumn<>(heading("before"), ListSheet.MIDDLE, Said::before),
                new TextColumn<>(heading("after"), ListSheet.MIDDLE, Said::after),
                new TextColumn<>(heading("floor"), ListSheet.MIDDLE, Said::floor));
    }

    private String heading(String column) {
        return texts.text("trials.export." + column);
    }
}
