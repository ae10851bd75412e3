package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * An import has landed; published once, in its transaction.
 *
 * @param importId which import
 * @param from the day from which its facts hold
 * @param households those of which anything is new or has changed
 */
public record FactsImported(UUID importId, LocalDate from, Set<HouseholdId> households) {
    public FactsImported {
        households = Set.copyOf(households);
    }
}
