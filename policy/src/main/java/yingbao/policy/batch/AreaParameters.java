package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * The parameters of some areas. Areas that share them are found once, for there are many villages and few that set a value;
 * other values for the same areas cost no search.
 */
final class AreaParameters {
    private final LocalDate on;
    /** The divisions that may have values of their own. */
    private final List<AreaCode> own;
    /** For each area the place of its division. */
    private final int[] place;
    /** On the day, by place. */
    private final List<ParameterValues> now;
    /** On the same day a year before, by place. */
    private final List<ParameterValues> lastYear;

    private AreaParameters(Pack pack, LocalDate on, List<AreaCode> own, int[] place) {
        this.on = on;
        this.own = own;
        this.place = place;
        this.now = values(pack, on);
        this.lastYear = values(pack, on.minusYears(1));
    }

    static AreaParameters of(Pack pack, LocalDate on, List<AreaCode> areas) {
        Map<AreaCode, Integer> places = new LinkedHashMap<>();
        int[] place = new int[areas.size()];
        for (int area = 0; area < place.length; area++) {
            AreaCode division = pack.parameterArea(areas.get(area), on);
            place[area] = places.computeIfAbsent(division, _ -> places.size());
        }
        return new AreaParameters(pack, on, List.copyOf(places.keySet()), place);
    }

    /** Those of a pack that differs in nothing but the values of its parameters. */
    AreaParameters with(Pack other) {
        return new AreaParameters(other, on, own, place);
    }

    private List<ParameterValues> values(Pack pack, LocalDate day) {
        List<ParameterValues> values = new ArrayList<>(own.size());
        own.forEach(division -> values.add(pack.parametersFor(division, day)));
        return values;
    }

    /** The values of each division that may have its own. */
    List<ParameterValues> at(Expr.Moment moment) {
        return moment == Expr.Moment.NOW ? now : lastYear;
    }

    /** The place of an area's division among them. */
    int place(int area) {
        return place[area];
    }

    int divisions() {
        return own.size();
    }
}
