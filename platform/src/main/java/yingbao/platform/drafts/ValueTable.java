package yingbao.platform.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yingbao.platform.kernel.Labels;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Money;
import yingbao.policy.value.Timeline;
import yingbao.policy.value.Timeline.Segment;

/**
 * The values of one parameter on a day, in every area that may have one of its own.
 *
 * @param unit what its numbers count, in words
 * @param money whether they are yuan; otherwise they are whole numbers
 * @param on the day
 * @param revision to be sent along with a change
 * @param rows the areas, from the widest, by code
 */
record ValueTable(
        String parameter,
        String label,
        String unit,
        boolean money,
        String setBy,
        LocalDate on,
        long revision,
        boolean writable,
        List<ValueRow> rows) {

    /**
     * An area.
     *
     * @param around the area next around it that may have a value; empty for the widest
     * @param own whether the draft has ever a value of its own for it
     * @param inForce what the rules in force say of its own on the day
     * @param drafted what the draft says of its own on the day
     * @param changed whether these two differ
     * @param holding the number that holds there by the draft, its own or that of an area around; empty where none is known
     * @param next the first value of its own that the draft says of a later day
     */
    record ValueRow(
            String areaCode,
            String areaName,
            String areaPath,
            AreaLevel level,
            String around,
            boolean own,
            Optional<AreaValue> inForce,
            Optional<AreaValue> drafted,
            boolean changed,
            String holding,
            Optional<AreaValue> next) {}

    /**
     * A value of some days.
     *
     * @param value as it is typed: yuan, or a whole number; empty where nobody knows it
     * @param from empty where it has always held
     * @param to empty where no end is stated
     * @param mark how sure it is; empty where nobody knows it
     * @param document where it stands, in words; may be empty
     */
    record AreaValue(
            String value,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String mark,
            String document,
            String note) {}

    /** A parameter of a pack beside what a former pack said of it. */
    static ValueTable of(Pack base, Pack pack, Parameter parameter, LocalDate on, long revision, boolean writable) {
        boolean money = parameter.symbol().unit().isMoney();
        Optional<Parameter> before = base.parameter(parameter.symbol().name());
        List<ValueRow> rows = new ArrayList<>();
        for (AreaLevel level : AreaLevel.values()) {
            if (level.compareTo(parameter.level()) <= 0) {
                pack.areas().all(level, on).forEach(area -> rows.add(row(base, before, pack, parameter, area, on)));
            }
        }
        rows.sort(Comparator.comparing(ValueRow::areaCode));
        return new ValueTable(
                parameter.symbol().name(),
                parameter.symbol().label(),
                parameter.symbol().unit().label(Labels.language(), true),
                money,
                parameter.setBy(),
                on,
                revision,
                writable,
                List.copyOf(rows));
    }

    private static ValueRow row(
            Pack base, Optional<Parameter> before, Pack pack, Parameter parameter, Area area, LocalDate on) {
        boolean money = parameter.symbol().unit().isMoney();
        Timeline<Setting> was = before.map(known -> settings(known, area)).orElse(Timeline.empty());
        Timeline<Setting> is = settings(parameter, area);
        Optional<AreaValue> inForce = on(was, on).map(segment -> value(segment, base, money));
        Optional<AreaValue> drafted = on(is, on).map(segment -> value(segment, pack, money));
        return new ValueRow(
                area.code().digits(),
                area.name(),
                pack.areas().path(area.code(), on),
                area.level(),
                area.parent().map(code -> code.digits()).orElse(""),
                !is.segments().isEmpty(),
                inForce,
                drafted,
                !was.at(on).equals(is.at(on)),
                pack.setting(parameter, area.code(), on)
                        .map(setting -> typed(setting, money))
                        .orElse(""),
                is.segments().stream()
                        .filter(segment -> segment.range().from().isAfter(on))
                        .filter(segment -> segment.value() instanceof Setting.Stated)
                        .findFirst()
                        .map(segment -> value(segment, pack, money)));
    }

    private static Timeline<Setting> settings(Parameter parameter, Area area) {
        return parameter.settings().getOrDefault(area.code(), Timeline.empty());
    }

    private static Optional<Segment<Setting>> on(Timeline<Setting> timeline, LocalDate day) {
        return timeline.segments().stream()
                .filter(segment -> segment.range().contains(day))
                .findFirst();
    }

    private static AreaValue value(Segment<Setting> segment, Pack pack, boolean money) {
        DateRange days = segment.range();
        Optional<LocalDate> from = Optional.of(days.from()).filter(day -> !day.equals(LocalDate.MIN));
        Optional<LocalDate> to = Optional.of(days.to()).filter(_ -> !days.isOpenEnded());
        return switch (segment.value()) {
            case Setting.Stated stated ->
                new AreaValue(
                        typed(stated, money),
                        from,
                        to,
                        stated.mark().name(),
                        stated.cites().stream().findFirst().map(pack::cited).orElse(""),
                        stated.note());
            case Setting.Unset unset -> new AreaValue("", from, to, "", "", unset.note());
        };
    }

    /** A number as somebody types it: yuan without decimals where there are none. */
    private static String typed(Setting setting, boolean money) {
        return switch (setting) {
            case Setting.Stated stated ->
                money
                        ? Money.ofFen(stated.value().value()).yuan().replaceFirst("[.]00$", "")
                        : Long.toString(stated.value().value());
            case Setting.Unset _ -> "";
        };
    }
}
