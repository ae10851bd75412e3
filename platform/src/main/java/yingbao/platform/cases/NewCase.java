package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;

/**
 * An application.
 *
 * @param person of a person's programme
 * @param kin whether the applicant declares close kin among those who handle it (近亲属申明)
 * @param kinRemark whose kin
 * @param authorisedOn when they authorised the check of their finances (授权核查); empty where they did not
 * @param payee to whom it is paid; empty for the applicant
 */
public record NewCase(
        String programme,
        HouseholdId household,
        Optional<PersonId> person,
        LocalDate appliedOn,
        boolean kin,
        String kinRemark,
        Optional<LocalDate> authorisedOn,
        String payee) {}
