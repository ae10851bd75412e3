package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;

/**
 * A case on one line.
 *
 * @param step {@code workflow/state}, as lists are narrowed by it
 * @param actor who acts, as people call them; empty where the case rests
 * @param readyOn from when it can be acted in
 * @param overdueDays working days beyond its limit; zero while it is not
 * @param reviewOn when it comes back; only where it rests
 */
public record CaseLine(
        CaseId id,
        String number,
        String programme,
        String programmeTitle,
        HouseholdId household,
        Optional<PersonId> person,
        String householdNumber,
        String applicant,
        String areaCode,
        String areaPath,
        String step,
        String stateTitle,
        String actor,
        LocalDate since,
        LocalDate readyOn,
        Optional<LocalDate> dueOn,
        int overdueDays,
        LocalDate appliedOn,
        Optional<LocalDate> closedOn,
        Optional<LocalDate> reviewOn,
        boolean kin) {}
