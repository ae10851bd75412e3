package yingbao.platform.cases;

import java.util.Optional;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;

/**
 * Somebody has applied; published in the transaction of the application.
 *
 * @param person of a person's programme
 */
public record CaseOpened(CaseId id, String programme, HouseholdId household, Optional<PersonId> person) {}
