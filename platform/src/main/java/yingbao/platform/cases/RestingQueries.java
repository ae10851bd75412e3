package yingbao.platform.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;

/** SQL about what other entitlements rest on. */
@Component
class RestingQueries {
    private final JdbcClient jdbc;

    RestingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entitlement that others may rest on, whether it goes on or is over. */
    record Ground(EntitlementId id, String programme, HouseholdId household, Optional<PersonId> person) {

        /** Whether something of a household, or of a person in it, can rest on it. */
        boolean bears(HouseholdId home, Optional<PersonId> holder) {
            return household.equals(home) && (person.isEmpty() || person.equals(holder));
        }
    }

    /** All that was ever granted to households by some programmes. */
    List<Ground> grounds(Collection<UUID> households, Collection<String> programmes) {
        return jdbc.sql("""
                select id, programme, household_id, person_id from cases.entitlement
                 where household_id = any(:households) and programme = any(:programmes)
                """)
                .param("households", households.toArray(UUID[]::new))
                .param("programmes", programmes.toArray(String[]::new))
                .query((row, _) -> new Ground(
                        new EntitlementId(row.getObject("id", UUID.class)),
                        row.getString("programme"),
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PersonId::new)))
                .list();
    }
}
