package yingbao.platform.cases;

import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;

/** SQL about what was decided for single months. */
@Component
class GivenQueries {
    private final JdbcClient jdbc;

    GivenQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that was decided for one month.
     *
     * @param person of a person's programme
     */
    record Given(
            CaseId caseId,
            String number,
            String programme,
            Optional<PersonId> person,
            YearMonth month,
            long amountFen) {}

    /**
     * What was decided for single months for a household as such and for some persons, wherever they lived then, the latest
     * first. Whatever goes on by the month is left out, as far as it did not end within its first.
     */
    List<Given> to(HouseholdId household, Collection<PersonId> persons) {
        return jdbc.sql("""
                with mine as materialized (
                    select e.id, c.id as case_id, c.number, c.programme, c.person_id
                      from cases.case_file c join cases.entitlement e on e.case_id = c.id
                     where c.person_id = any(:persons) or c.household_id = :household and c.person_id is null),
                said as (
                    select a.entitlement_id, a.amount_fen, a.months,
                           range_agg(a.months) over (partition by a.entitlement_id order by a.seq desc
                                                     groups between unbounded preceding and 1 preceding) as later
                      from cases.decided_amount a where a.entitlement_id in (select id from mine))
                select m.case_id, m.number, m.programme, m.person_id, lower(part.months) as month, s.amount_fen
                  from said s join mine m on m.id = s.entitlement_id
                 cross join lateral unnest(datemultirange(s.months) - coalesce(s.later, '{}'::datemultirange)) as part(months)
                 where s.amount_fen > 0 and upper(part.months) = (lower(part.months) + interval '1 month')::date
                 order by month desc, m.number desc
                """)
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("household", household.value(), Types.OTHER)
                .query((row, _) -> new Given(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("number"),
                        row.getString("programme"),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PersonId::new),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("amount_fen")))
                .list();
    }
}
