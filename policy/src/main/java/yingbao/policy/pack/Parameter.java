package yingbao.policy.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;
import yingbao.policy.value.Timeline;

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
}
