package yingbao.platform.cases;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;

/** Tells who draws what, and who has applied for it, for those who look at everybody. */
@Service
public class OpenCases {
    private final JdbcClient jdbc;

    OpenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case that is not over.
     *
     * @param person of a person's programme
     * @param granted whether it was granted once; otherwise the application is under way
     * @param amountFen what is decided for the month; zero where nothing is, or where it is suspended
     */
    public record OpenCase(
            CaseId id,
            String programme,
            HouseholdId household,
            Optional<PersonId> person,
            AreaCode area,
            boolean granted,
            long amountFen) {

        /** Who draws it or would. */
        public UUID holder() {
            return person.map(PersonId::value).orElseGet(household::value);
        }
    }

    /**
     * Every case in the caller's scope that is not over, with what is decided for a month; and as granted, with nothing for
     * the month, those that are over but gave what is given once in its year.
     *
     * @param yearly programmes that are given once a year
     */
    @Transactional(readOnly = true)
    public List<OpenCase> all(YearMonth month, Collection<String> yearly) {
        return jdbc.sql("""
                with said as materialized (
                    select distinct on (entitlement_id) entitlement_id, amount_fen
                      from cases.decided_amount where months @> :month::date
                     order by entitlement_id, seq desc)
                select c.id, c.programme, c.household_id, c.person_id, c.area_code, e.id is not null as granted,
                       coalesce(s.amount_fen, 0) as amount_fen
                  from cases.case_file c
                  left join cases.entitlement e on e.case_id = c.id
                  left join said s on s.entitlement_id = e.id
                 where c.closed_on is null
                union all
                select c.id, c.programme, c.household_id, c.person_id, c.area_code, true, 0
                  from cases.case_file c join cases.entitlement e on e.case_id = c.id
                 where c.closed_on is not null and c.programme = any(:yearly)
                   and exists (select from cases.decided_amount a
                                where a.entitlement_id = e.id and a.amount_fen > 0
                                  and a.months && daterange(:first::date, :after::date))
                 order by id
                """)
                .param("yearly", yearly.toArray(String[]::new))
                .param("first", month.withMonth(1).atDay(1))
                .param("after", month.withMonth(1).plusYears(1).atDay(1))
                .param("month", month.atDay(1))
                .query((row, _) -> new OpenCase(
                        new CaseId(row.getObject("id", UUID.class)),
                        row.getString("programme"),
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PersonId::new),
                        new AreaCode(row.getString("area_code")),
                        row.getBoolean("granted"),
                        row.getLong("amount_fen")))
                .list();
    }
}
