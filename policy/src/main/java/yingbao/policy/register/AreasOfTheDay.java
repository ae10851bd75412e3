package yingbao.policy.register;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Fact;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.ValueException;

/** Puts the codes that areas bear on the day in the place of those they bore when somebody wrote them down. */
final class AreasOfTheDay {
    private final Areas areas;
    private final LocalDate on;

    AreasOfTheDay(Areas areas, LocalDate on) {
        this.areas = areas;
        this.on = on;
    }

    /** Whether this is where a household lives, without which no standard applies to it. */
    static boolean isResidence(Fact fact) {
        return fact.kind() == Fact.Kind.AREA && fact.holder() == Holder.HOUSEHOLD;
    }

    /**
     * The value of a fact with an area's code of the day; other values stay as they are, and so does an area that is
     * not a household's residence and that the pack does not know, for it may lie anywhere.
     *
     * @throws ValueException for a residence: {@code register.no-area} when there is none,
     *     {@code register.area-unknown} (the code) when no area ever bore it, {@code register.area-gone} (the code, the
     *     day) when none bears it on the day and there is not one that took its place
     */
    Optional<Value> onTheDay(Fact fact, Optional<Value> value) {
        if (fact.kind() != Fact.Kind.AREA) {
            return value;
        }
        if (isResidence(fact) && value.isEmpty()) {
            throw new ValueException("register.no-area");
        }
        return value.map(given -> given instanceof Value.Text(String digits) ? translated(fact, digits) : given);
    }

    private Value translated(Fact fact, String digits) {
        AreaCode written = new AreaCode(digits);
        Optional<Area> found = areas.resolve(written, on);
        if (found.isEmpty() && isResidence(fact)) {
            throw areas.knows(written)
                    ? new ValueException("register.area-gone", written.shortForm(), on)
                    : new ValueException("register.area-unknown", written.shortForm());
        }
        return new Value.Text(found.map(area -> area.code().digits()).orElse(digits));
    }
}
