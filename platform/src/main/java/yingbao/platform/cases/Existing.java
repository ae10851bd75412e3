package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;

/**
 * Somebody who drew before the platform (存量), as the old papers say.
 *
 * @param person of a person's programme
 * @param area where the household lives now
 * @param householdNumber its number in the register
 * @param applicant in whose name
 * @param payee to whom it is paid
 * @param decidedOn the day of the old decision
 * @param formerNumber its number
 * @param amounts what was decided month by month, in order, the last open-ended
 */
public record Existing(
        String programme,
        HouseholdId household,
        Optional<PersonId> person,
        AreaCode area,
        String householdNumber,
        String applicant,
        String payee,
        LocalDate appliedOn,
        LocalDate decidedOn,
        String formerNumber,
        List<MonthAmount> amounts) {
    public Existing {
        amounts = List.copyOf(amounts);
    }
}
