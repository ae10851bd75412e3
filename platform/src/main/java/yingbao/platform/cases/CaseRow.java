package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;

/**
 * A case as it is kept.
 *
 * @param actor who acts in its state; empty where it rests
 * @param readyOn the first day on which the state may be left in the ordinary way
 * @param reviewOn when it comes back to be looked at; only of one that rests and is not over
 * @param version how many times it was changed
 */
record CaseRow(
        CaseId id,
        String number,
        AreaCode county,
        String programme,
        String workflow,
        HouseholdId household,
        Optional<PersonId> person,
        AreaCode area,
        String householdNumber,
        String applicant,
        String state,
        Optional<String> actor,
        LocalDate since,
        LocalDate readyOn,
        Optional<LocalDate> dueOn,
        LocalDate openedOn,
        LocalDate appliedOn,
        Optional<LocalDate> closedOn,
        boolean kin,
        String kinRemark,
        Optional<LocalDate> authorisedOn,
        String payee,
        Optional<LocalDate> reviewOn,
        int version) {

    Subject subject() {
        return new Subject(programme, person, appliedOn, Optional.of(county));
    }
}
