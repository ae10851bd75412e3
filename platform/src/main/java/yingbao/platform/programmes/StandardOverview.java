package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import yingbao.platform.kernel.Labels;
import yingbao.policy.decide.Mandates;
import yingbao.policy.decide.Mandates.Finding;
import yingbao.policy.decide.Mandates.Verdict;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Expr.Moment;
import yingbao.policy.expr.Function;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Mandate;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Ratio;
import yingbao.policy.value.Rounding;
import yingbao.policy.value.Timeline.Segment;

/** A parameter in all areas against what the mandates demand of it, as it is at the end of a year. */
final class StandardOverview {
    private static final int YEARS_BEFORE = 2;

    private final Pack pack;
    private final Parameter parameter;
    private final Mandates mandates;
    private final List<Column> columns;

    /** Mandates that measure against the same floor; one of them at most is made of an area in a year. */
    private record Column(String title, List<Mandate> mandates) {}

    /**
     * A parameter to choose.
     *
     * @param unit what its number counts, in words
     * @param money whether its number is fen
     * @param level the lowest level that sets it
     * @param measured whether a mandate demands something of it
     */
    record ParameterLine(
            String name, String label, String unit, boolean money, String level, String setBy, boolean measured) {}

    /**
     * A parameter in all areas at the end of a year.
     *
     * @param years the years that may be chosen
     * @param floors what it is measured against, in words with the documents that demand it
     */
    record StandardYear(
            ParameterLine parameter,
            int year,
            List<Integer> years,
            List<StandardFloor> floors,
            List<StandardRow> rows) {}

    /**
     * A floor.
     *
     * @param title what it is
     * @param unit what its numbers count, in words
     * @param cites where it is demanded
     */
    record StandardFloor(String title, String unit, List<String> cites) {}

    /**
     * An area at the end of the year.
     *
     * @param parentName the division above it
     * @param verdict broken when any demand is, kept when one is and none is broken; NO_DATA when a demand cannot be
     *     judged; empty where none is made
     */
    record StandardRow(
            String areaCode,
            String name,
            String parentName,
            SettingView setting,
            List<StandardFloorCell> floors,
            Optional<Verdict> verdict) {}

    /**
     * A value in force.
     *
     * @param text in words; empty where it is not set
     * @param number fen for money; empty where it is not set
     * @param mark how sure it is, in words
     * @param local whether an area entered it itself
     * @param demo whether it is official nowhere
     * @param source where it stands
     * @param from the first day; empty where it has none
     * @param to the last day; empty where it has none
     */
    record SettingView(
            String text,
            Optional<Long> number,
            String mark,
            boolean local,
            boolean demo,
            String source,
            String note,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {}

    /**
     * A floor in an area.
     *
     * @param text in words; 未知 where it is not on file
     * @param number rounded to the fen; empty where it is not on file
     * @param measured the value in the floor's unit, rounded to the fen; empty where it is not on file
     * @param gap the value less the floor, rounded to the fen
     * @param demand what is demanded of the area in that year; empty where nothing is
     * @param verdict how the demand stands; empty where nothing is demanded
     */
    record StandardFloorCell(
            String text,
            Optional<Long> number,
            Optional<Long> measured,
            Optional<Long> gap,
            String demand,
            Optional<Verdict> verdict,
            List<String> sources) {}

    StandardOverview(Pack pack, Parameter parameter) {
        this.pack = pack;
        this.parameter = parameter;
        this.mandates = new Mandates(pack);
        this.columns = columns();
    }

    /** All parameters: first those of which something is demanded, in the order of the demands. */
    static List<ParameterLine> parameters(Pack pack) {
        List<ParameterLine> lines = new ArrayList<>();
        for (Mandate mandate : pack.mandates()) {
            pack.parameters().stream()
                    .filter(parameter -> measures(mandate, parameter, pack))
                    .map(parameter -> line(parameter, true))
                    .filter(line -> !lines.contains(line))
                    .forEach(lines::add);
        }
        for (Parameter parameter : pack.parameters()) {
            if (!lines.contains(line(parameter, true))) {
                lines.add(line(parameter, false));
            }
        }
        return lines;
    }

    private static boolean measures(Mandate mandate, Parameter parameter, Pack pack) {
        return Demands.refers(mandate.value(), parameter.symbol().name(), Moment.NOW, pack);
    }

    static ParameterLine line(Parameter parameter, boolean measured) {
        Unit unit = parameter.symbol().unit();
        return new ParameterLine(
                parameter.symbol().name(),
                parameter.symbol().label(),
                unit.label(Labels.language(), true),
                unit.isMoney(),
                parameter.level().name(),
                parameter.setBy(),
                measured);
    }

    private List<Column> columns() {
        Wording wording = new Wording(pack.words().language(), id -> id);
        Map<String, List<Mandate>> byFloor = new LinkedHashMap<>();
        for (Mandate mandate : pack.mandates()) {
            if (measures(mandate, parameter, pack)) {
                byFloor.computeIfAbsent(wording.sentence(withRate(mandate.floor())), _ -> new ArrayList<>())
                        .add(mandate);
            }
        }
        return byFloor.entrySet().stream()
                .map(entry -> new Column(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A share of something with the province's rate in it, which says more than the rate's name. */
    private Expr withRate(Expr floor) {
        if (floor instanceof Expr.Call(Function function, List<Expr> arguments, int at)
                && function == Function.PCT
                && arguments.get(1) instanceof Expr.ParameterRef rate) {
            return rate(pack.parameters().get(rate.slot()))
                    .<Expr>map(known -> new Expr.Call(function, List.of(arguments.getFirst(), known), at))
                    .orElse(floor);
        }
        return floor;
    }

    private Optional<Expr.Constant> rate(Parameter rate) {
        return pack
                .areas()
                .root()
                .flatMap(root -> Optional.ofNullable(rate.settings().get(root)))
                .stream()
                .flatMap(timeline -> timeline.segments().stream())
                .map(Segment::value)
                .filter(Setting.Stated.class::isInstance)
                .map(Setting.Stated.class::cast)
                .map(stated -> new Expr.Constant(stated.value(), 0))
                .findFirst();
    }

    /** The parameter at the end of a year. */
    StandardYear year(int year, LocalDate today) {
        LocalDate day = Demands.endOf(year);
        List<StandardRow> rows = pack.areas().all(parameter.level(), day).stream()
                .map(area -> row(area, year, day))
                .toList();
        List<StandardFloor> titles = columns.stream()
                .map(column -> new StandardFloor(
                        column.title(),
                        column.mandates().getFirst().unit().label(Labels.language(), true),
                        column.mandates().stream()
                                .flatMap(mandate -> mandate.cites().stream())
                                .map(pack::cited)
                                .distinct()
                                .toList()))
                .toList();
        return new StandardYear(line(parameter, !columns.isEmpty()), year, years(today), titles, rows);
    }

    /** Years of the demands with some before them, or those around today. */
    private List<Integer> years(LocalDate today) {
        TreeSet<Integer> years = new TreeSet<>();
        for (Column column : columns) {
            for (Mandate mandate : column.mandates()) {
                years.add(mandate.firstYear() - YEARS_BEFORE);
                years.add(mandate.lastYear());
            }
        }
        if (years.isEmpty()) {
            years.add(today.getYear() - YEARS_BEFORE);
            years.add(today.getYear() + 1);
        }
        return IntStream.rangeClosed(years.getFirst(), years.getLast()).boxed().toList();
    }

    private StandardRow row(Area area, int year, LocalDate day) {
        List<StandardFloorCell> cells =
                columns.stream().map(column -> cell(column, area, year)).toList();
        Optional<Verdict> verdict = Optional.empty();
        for (Verdict worst : List.of(Verdict.BROKEN, Verdict.NO_DATA, Verdict.KEPT)) {
            if (verdict.isEmpty()
                    && cells.stream().anyMatch(cell -> cell.verdict().equals(Optional.of(worst)))) {
                verdict = Optional.of(worst);
            }
        }
        String parent = area.parent()
                .flatMap(code -> pack.areas().find(code, day))
                .map(Area::name)
                .orElse("");
        return new StandardRow(area.code().digits(), area.name(), parent, setting(area.code(), day), cells, verdict);
    }

    private StandardFloorCell cell(Column column, Area area, int year) {
        Optional<Mandate> demanded = column.mandates().stream()
                .filter(mandate -> mandates.demands(mandate, area, year))
                .findFirst();
        Finding finding = mandates.measure(demanded.orElse(column.mandates().getFirst()), area, year);
        Optional<Ratio> gap =
                finding.measured().flatMap(value -> finding.least().map(value::minus));
        return new StandardFloorCell(
                finding.floor(),
                finding.least().map(StandardOverview::whole),
                finding.measured().map(StandardOverview::whole),
                gap.map(StandardOverview::whole),
                demanded.map(Mandate::title).orElse(""),
                demanded.map(_ -> finding.verdict()),
                finding.sources());
    }

    private static long whole(Ratio ratio) {
        return new Rounding(Rounding.Mode.HALF_UP, Rounding.Unit.FEN)
                .round(ratio)
                .fen();
    }

    /** What is in force in an area on a day. */
    SettingView setting(AreaCode area, LocalDate day) {
        Optional<Setting> setting = pack.setting(parameter, area, day);
        DateRange range = pack.areas().lineage(area, day).stream()
                .flatMap(around -> Optional.ofNullable(parameter.settings().get(around.code())).stream())
                .flatMap(timeline -> timeline.segments().stream())
                .filter(segment -> segment.range().contains(day))
                .filter(segment -> setting.equals(Optional.of(segment.value())))
                .map(Segment::range)
                .findFirst()
                .orElse(DateRange.ALWAYS);
        return view(setting.orElse(new Setting.Unset("")), range);
    }

    /** What is stated for exactly one area over the years, earliest first. */
    List<SettingView> over(AreaCode area) {
        return Optional.ofNullable(parameter.settings().get(area)).stream()
                .flatMap(timeline -> timeline.segments().stream())
                .map(segment -> view(segment.value(), segment.range()))
                .toList();
    }

    private SettingView view(Setting setting, DateRange range) {
        Optional<LocalDate> from = range.from().equals(LocalDate.MIN) ? Optional.empty() : Optional.of(range.from());
        Optional<LocalDate> to = range.isOpenEnded() ? Optional.empty() : Optional.of(range.to());
        return switch (setting) {
            case Setting.Stated stated ->
                new SettingView(
                        StandardEntry.words(stated, parameter),
                        Optional.of(stated.value().value()),
                        stated.mark().label(),
                        stated.mark() == Mark.LOCAL,
                        stated.mark() == Mark.DEMO,
                        String.join(
                                "；", stated.cites().stream().map(pack::cited).toList()),
                        stated.note(),
                        from,
                        to);
            case Setting.Unset unset ->
                new SettingView("", Optional.empty(), Mark.UNKNOWN.label(), false, false, "", unset.note(), from, to);
        };
    }
}
