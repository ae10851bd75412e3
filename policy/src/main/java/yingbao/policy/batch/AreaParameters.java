package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * The parameters of some areas, in their order.
 *
 * @param now on the day
 * @param lastYear on the same day a year before
 */
record AreaParameters(List<ParameterValues> now, List<ParameterValues> lastYear) {

    static AreaParameters of(Pack pack, LocalDate on, List<AreaCode> areas) {
        return new AreaParameters(on(pack, on, on, areas), on(pack, on, on.minusYears(1), areas));
    }

    private static List<ParameterValues> on(Pack pack, LocalDate on, LocalDate day, List<AreaCode> areas) {
        Map<AreaCode, ParameterValues> own = new HashMap<>();
        List<ParameterValues> values = new ArrayList<>(areas.size());
        for (AreaCode area : areas) {
            values.add(own.computeIfAbsent(pack.parameterArea(area, on), of -> pack.parametersFor(of, day)));
        }
        return values;
    }

    List<ParameterValues> at(Expr.Moment moment) {
        return moment == Expr.Moment.NOW ? now : lastYear;
    }
}
