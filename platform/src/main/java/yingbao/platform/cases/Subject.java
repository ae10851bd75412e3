package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.registry.PersonId;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;

/**
 * What is worked out for whom.
 *
 * @param programme id of the programme
 * @param person of a person's programme
 * @param appliedOn the day of the application
 * @param county the county that decides; empty in what was frozen before it was kept
 */
record Subject(String programme, Optional<PersonId> person, LocalDate appliedOn, Optional<AreaCode> county) {

    /** Whether somebody in an area can draw it: whoever has moved out of the county draws nothing there. */
    boolean canBeDrawnIn(AreaCode area) {
        return county.map(AreaScope::of).filter(scope -> !scope.contains(area)).isEmpty();
    }

    /** The day whose facts and rules a month's amount rests on: its first, or that of the application inside it. */
    LocalDate day(YearMonth month) {
        return YearMonth.from(appliedOn).equals(month) ? appliedOn : month.atDay(1);
    }

    /** The first month paid by a decision of a day. */
    YearMonth firstMonth(Programme version, LocalDate decidedOn) {
        return switch (version.paysFrom()) {
            case MONTH_OF_APPLICATION -> YearMonth.from(appliedOn);
            case MONTH_OF_DECISION -> YearMonth.from(decidedOn);
            case MONTH_AFTER_DECISION -> YearMonth.from(decidedOn).plusMonths(1);
        };
    }

    /** The version of the programme in force on a day. */
    Optional<Programme> version(Pack pack, LocalDate on) {
        return pack.programmesOn(on).stream()
                .filter(candidate -> candidate.id().equals(programme))
                .findFirst();
    }
}
