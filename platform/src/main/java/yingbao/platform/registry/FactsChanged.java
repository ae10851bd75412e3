package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Facts, or who belongs to a household, have changed; published in the transaction of the change.
 *
 * @param household the household concerned; of a person, the one they belong to
 * @param person empty where the facts are the household's
 * @param from the first day that is touched
 * @param facts names of the facts; empty where only the members have changed
 */
public record FactsChanged(HouseholdId household, Optional<PersonId> person, LocalDate from, Set<String> facts) {
    public FactsChanged {
        facts = Set.copyOf(facts);
    }
}
