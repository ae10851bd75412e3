package yingbao.policy.register;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.policy.expr.Holder;
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

    /** Whether this is where a household lives. */
    static boolean isResidence(Fact fact) {
        return fact.kind() == Fact.Kind.AREA && fact.holder() == Holder.HOUSEHOLD;
    }

    /**
     * An area's code of the day. An area that is not a household's residence and that the pack does not know stays as
     * it is, for it may lie anywhere.
     *
     * @param digits the twelve digits that were written
     * @throws ValueException for a residence: {@code register.area-unknown} (the code) when no area ever bore it,
     *     {@code register.area-gone} (the code, the day) when none bears it on the day and there is not one that took
     *     its place
     */
    String onTheDay(Fact fact, String digits) {
        AreaCode written = new AreaCode(digits);
        Optional<Area> found = areas.resolve(written, on);
        if (found.isEmpty() && isResidence(fact)) {
            throw areas.knows(written)
                    ? new ValueException("register.area-gone", written.shortForm(), on)
                    : new ValueException("register.area-unknown", written.shortForm());
        }
        return found.map(area -> area.code().digits()).orElse(digits);
    }
}
