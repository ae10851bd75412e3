package yingbao.policy.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;
import yingbao.policy.value.Timeline.Segment;

/**
 * A value that policy sets, by area and date.
 *
 * @param symbol name, unit and label
 * @param level the lowest level whose own value counts; a value of a higher one holds where it has none
 * @param setBy who sets it
 * @param cites what makes it a matter of policy
 * @param settings area to its values over time
 * @param location where it is declared
 */
public record Parameter(
        Symbol symbol,
        AreaLevel level,
        String setBy,
        List<Citation> cites,
        Map<AreaCode, Timeline<Setting>> settings,
        Location location) {

    /** A period's value, or the statement that nobody knows it. */
    public sealed interface Setting {

        /**
         * A value.
         *
         * @param value the value, money in fen
         * @param mark how sure it is
         * @param cites where it stands
         * @param note what else a reader must know; empty when nothing
         */
        record Stated(Value.Whole value, Mark mark, List<Citation> cites, String note) implements Setting {}

        /** Looked for and not found, or not yet set. */
        record Unset(String note) implements Setting {}
    }

    /** What is stated for exactly this area on a day. */
    Optional<Setting> setting(AreaCode area, LocalDate on) {
        Timeline<Setting> timeline = settings.get(area);
        return timeline == null ? Optional.empty() : timeline.at(on);
    }

    /** The first value that is stated for exactly this area to begin after a day. */
    public Optional<Segment<Setting>> nextStated(AreaCode area, LocalDate after) {
        return settings.getOrDefault(area, Timeline.empty()).segments().stream()
                .filter(segment -> segment.value() instanceof Setting.Stated)
                .filter(segment -> segment.range().from().isAfter(after))
                .findFirst();
    }

    /**
     * The parameter with one more value. What was in force for the area until then ends the day before, and does not come
     * back when the new value ends; an open end reaches to the next value that is stated.
     */
    public Parameter with(AreaCode area, DateRange range, Setting.Stated stated) {
        DateRange held = nextStated(area, range.from())
                .filter(_ -> range.isOpenEnded())
                .map(next -> DateRange.between(range.from(), next.range().from().minusDays(1)))
                .orElse(range);
        List<Segment<Setting>> segments = new ArrayList<>();
        segments.add(new Segment<>(held, stated));
        for (Segment<Setting> former :
                settings.getOrDefault(area, Timeline.empty()).segments()) {
            before(held, former).ifPresent(segments::add);
            after(held, former).ifPresent(segments::add);
        }
        Map<AreaCode, Timeline<Setting>> more = new HashMap<>(settings);
        more.put(area, Timeline.ofSegments(segments));
        return new Parameter(symbol, level, setBy, cites, Map.copyOf(more), location);
    }

    private static Optional<Segment<Setting>> before(DateRange held, Segment<Setting> former) {
        if (held.from().equals(LocalDate.MIN)) {
            return Optional.empty();
        }
        return former.range()
                .intersect(DateRange.until(held.from().minusDays(1)))
                .map(days -> new Segment<>(days, former.value()));
    }

    private static Optional<Segment<Setting>> after(DateRange held, Segment<Setting> former) {
        if (held.isOpenEnded()) {
            return Optional.empty();
        }
        boolean beganBefore = !former.range().from().isAfter(held.from());
        Setting rest = beganBefore && former.value() instanceof Setting.Stated ? new Setting.Unset("") : former.value();
        return former.range().intersect(DateRange.from(held.to().plusDays(1))).map(days -> new Segment<>(days, rest));
    }
}
