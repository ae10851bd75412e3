package yingbao.policy.batch;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;
import yingbao.policy.value.Timeline.Segment;

/**
 * A pack with other values, to be tried. Nothing of it is official, and none of its values leaves the trial but as a proposal
 * that somebody enters and somebody else confirms.
 */
public final class Scenario {
    private static final int BASIS_POINTS = 10_000;
    private static final int PERCENT = 100;
    private static final int MONTHS_A_YEAR = 12;
    private static final int SETTLED_STEPS_MAX = 400;

    private Pack pack;
    private final List<Assumed> assumed = new ArrayList<>();

    /**
     * Something that nobody stated and that a path had to begin with.
     *
     * @param area the county
     * @param parameter what was not stated for it
     * @param valueFen what was taken instead: the first that a mandate asks for
     */
    public record Assumed(AreaCode area, String parameter, long valueFen) {}

    /**
     * What a pack becomes.
     *
     * @param assumed what had to be assumed for it
     */
    public record Changed(Pack pack, List<Assumed> assumed) {}

    private Scenario(Pack pack) {
        this.pack = pack;
    }

    /**
     * The pack with some changes, each made to what those before it left.
     *
     * @throws IllegalArgumentException for a parameter that the pack does not have
     */
    public static Changed of(Pack pack, List<Change> changes) {
        Scenario scenario = new Scenario(pack);
        changes.forEach(scenario::make);
        return new Changed(scenario.pack, List.copyOf(scenario.assumed));
    }

    private void make(Change change) {
        Parameter parameter = named(change.parameter());
        Map<AreaCode, Timeline<Setting>> settings = new HashMap<>(parameter.settings());
        for (AreaCode area : targets(parameter, change)) {
            Timeline<Setting> others =
                    settings.getOrDefault(area, Timeline.<Setting>empty()).minus(Timeline.of(change.range(), ""));
            List<Segment<Setting>> segments = new ArrayList<>(others.segments());
            segments.addAll(values(parameter, change, area));
            settings.put(area, Timeline.ofSegments(segments));
        }
        Parameter changed = new Parameter(
                parameter.symbol(),
                parameter.level(),
                parameter.setBy(),
                parameter.cites(),
                Map.copyOf(settings),
                parameter.location());
        List<Parameter> parameters = new ArrayList<>(pack.parameters());
        parameters.set(parameters.indexOf(parameter), changed);
        pack = pack.with(parameters, Map.of(), "trial");
    }

    private Parameter named(String name) {
        return pack.parameter(name).orElseThrow(() -> new IllegalArgumentException("no such parameter: " + name));
    }

    /** The divisions of the parameter's level in the area; the area itself where there are none. */
    private List<AreaCode> targets(Parameter parameter, Change change) {
        List<AreaCode> inside = pack.areas().all(parameter.level(), change.from()).stream()
                .map(Area::code)
                .filter(change.area()::contains)
                .toList();
        return inside.isEmpty() ? List.of(change.area()) : inside;
    }

    private List<Segment<Setting>> values(Parameter parameter, Change change, AreaCode area) {
        return switch (change.how()) {
            case Change.How.To(long value) -> List.of(new Segment<>(change.range(), stated(value)));
            case Change.How.By(int points) ->
                mapped(parameter, parameter, change, area, value -> times(value, BASIS_POINTS + points, BASIS_POINTS));
            case Change.How.Share(String of, int percent) -> {
                Parameter other = named(of);
                long[] months = months(parameter.symbol().unit(), other.symbol().unit());
                yield mapped(
                        parameter,
                        other,
                        change,
                        area,
                        value -> times(value, percent * months[0], PERCENT * months[1]));
            }
            case Change.How.AsAtEndOf(int year) ->
                start(
                                parameter,
                                area,
                                year + 1,
                                change.range().isOpenEnded()
                                        ? year + 1
                                        : change.range().to().getYear())
                        .map(value -> List.of(new Segment<Setting>(change.range(), stated(value))))
                        .orElse(List.of(new Segment<>(change.range(), new Setting.Unset(""))));
            case Change.How.Path(int first, int last) -> path(parameter, area, first, last, change.range());
        };
    }

    private static Setting stated(long value) {
        return new Setting.Stated(new Value.Whole(value), Mark.DEMO, List.of(), "");
    }

    /** Half a fen and more is one. */
    private static long times(long value, long numerator, long denominator) {
        BigInteger twice = BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(2 * numerator))
                .add(BigInteger.valueOf(denominator));
        return twice.divide(BigInteger.valueOf(2 * denominator)).longValueExact();
    }

    /** What makes a number of one unit one of another, as a fraction. */
    private static long[] months(Unit into, Unit from) {
        int years = into.exponents().getOrDefault(Unit.Base.YEAR, 0)
                - from.exponents().getOrDefault(Unit.Base.YEAR, 0);
        return years == 0
                ? new long[] {1, 1}
                : years < 0 ? new long[] {MONTHS_A_YEAR, 1} : new long[] {1, MONTHS_A_YEAR};
    }

    /** What another parameter says of an area over some days, as values of this one. */
    private List<Segment<Setting>> mapped(
            Parameter parameter, Parameter source, Change change, AreaCode area, LongUnaryOperator to) {
        List<Segment<Setting>> segments = new ArrayList<>();
        List<LocalDate> days = List.copyOf(firstDays(source, area, change));
        for (int piece = 0; piece < days.size(); piece++) {
            LocalDate from = days.get(piece);
            DateRange range = new DateRange(
                    from,
                    piece + 1 < days.size()
                            ? days.get(piece + 1).minusDays(1)
                            : change.range().to());
            Optional<Setting> setting = pack.setting(source, area, from);
            if (setting.isPresent() && setting.get() instanceof Setting.Stated stated) {
                segments.add(new Segment<>(
                        range, stated(to.applyAsLong(stated.value().value()))));
            } else {
                pack.setting(parameter, area, from).ifPresent(same -> segments.add(new Segment<>(range, same)));
            }
        }
        return segments;
    }

    /** The days of a change on which another value of the parameter may begin for an area. */
    private NavigableSet<LocalDate> firstDays(Parameter parameter, AreaCode area, Change change) {
        TreeSet<LocalDate> days = new TreeSet<>();
        DateRange range = change.range();
        days.add(range.from());
        parameter.settings().forEach((code, timeline) -> {
            if (code.contains(area)
                    || pack.areas().resolve(code, range.from()).map(Area::code).equals(Optional.of(area))) {
                timeline.within(range).segments().forEach(segment -> {
                    days.add(segment.range().from());
                    if (segment.range().to().isBefore(range.to())) {
                        days.add(segment.range().to().plusDays(1));
                    }
                });
            }
        });
        while (days.size() > SETTLED_STEPS_MAX) {
            days.pollLast();
        }
        return days;
    }

    private Optional<Long> start(Parameter parameter, AreaCode area, int firstYear, int lastYear) {
        Optional<Setting> before = pack.setting(parameter, area, Floors.endOf(firstYear - 1));
        if (before.isPresent() && before.get() instanceof Setting.Stated stated) {
            return Optional.of(stated.value().value());
        }
        Optional<Long> first =
                Floors.of(pack, parameter, area, firstYear, lastYear).first();
        first.ifPresent(
                value -> assumed.add(new Assumed(area, parameter.symbol().name(), value)));
        return first;
    }

    private List<Segment<Setting>> path(Parameter parameter, AreaCode area, int first, int last, DateRange range) {
        List<Segment<Setting>> segments = new ArrayList<>();
        Optional<Long> start = start(parameter, area, first, last);
        if (start.isEmpty()) {
            return List.of(new Segment<>(range, new Setting.Unset("")));
        }
        List<Long> values = Floors.of(pack, parameter, area, first, last).path(start.get());
        for (int year = first; year <= last; year++) {
            Setting value = stated(values.get(year - first));
            DateRange.year(year).intersect(range).ifPresent(days -> segments.add(new Segment<>(days, value)));
        }
        return segments;
    }
}
