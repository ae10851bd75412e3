package yingbao.platform.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** SQL about life events and the memberships that they change. */
@Component
class EventQueries {
    private final JdbcClient jdbc;

    EventQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record EventRow(
            UUID id,
            String kind,
            HouseholdId household,
            AreaCode area,
            LocalDate on,
            String detail,
            Optional<UUID> undoes,
            Optional<UUID> undoneBy,
            Instant recordedAt,
            String recordedBy) {}

    void insert(
            UUID id,
            String kind,
            HouseholdId household,
            AreaCode area,
            LocalDate on,
            Collection<UUID> persons,
            String detail,
            Optional<UUID> undoes,
            Caller by,
            Today today) {
        jdbc.sql("""
                insert into registry.event
                    (id, kind, household_id, area_code, on_date, persons, detail, undoes, recorded_at, recorded_by,
                     recorded_name)
                values (:id, :kind, :household, :area, :on, :persons::uuid[], :detail::jsonb, :undoes, :at, :by, :name)
                """)
                .param("id", id)
                .param("kind", kind)
                .param("household", household.value())
                .param("area", area.digits())
                .param("on", on)
                .param("persons", RegisterQueries.array(persons))
                .param("detail", detail)
                .param("undoes", undoes.orElse(null))
                .param("at", Timestamp.from(today.instant()))
                .param("by", by.user().value())
                .param("name", by.name())
                .update();
    }

    Optional<EventRow> find(UUID id) {
        return jdbc.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(EventQueries::row)
                .optional();
    }

    List<EventRow> of(HouseholdId household, Collection<UUID> persons) {
        return jdbc.sql(SELECT + """
                 where e.household_id = :household or e.persons && :persons::uuid[]
                 order by e.recorded_at desc
                 limit 500
                """)
                .param("household", household.value())
                .param("persons", RegisterQueries.array(persons))
                .query(EventQueries::row)
                .list();
    }

    private static final String SELECT = """
            select e.id, e.kind, e.household_id, e.area_code, e.on_date, e.detail::text as detail, e.undoes,
                   u.id as undone_by, e.recorded_at, e.recorded_name
              from registry.event e
              left join registry.event u on u.undoes = e.id
            """;

    private static EventRow row(ResultSet row, int number) throws SQLException {
        return new EventRow(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new HouseholdId(row.getObject("household_id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getObject("on_date", LocalDate.class),
                row.getString("detail"),
                Optional.ofNullable(row.getObject("undoes", UUID.class)),
                Optional.ofNullable(row.getObject("undone_by", UUID.class)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_name"));
    }

    void insertMembership(HouseholdId household, PersonId person, AreaCode area, DateRange valid) {
        jdbc.sql("""
                insert into registry.membership (household_id, person_id, area_code, valid)
                values (:household, :person, :area, daterange(:from::date, :to::date))
                """)
                .param("household", household.value())
                .param("person", person.value())
                .param("area", area.digits())
                .param("from", valid.from().equals(LocalDate.MIN) ? null : valid.from())
                .param("to", RegisterQueries.after(valid))
                .update();
    }

    void deleteMemberships(PersonId person) {
        jdbc.sql("delete from registry.membership where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void insertPerson(PersonId person, HouseholdId household, AreaCode area, String number, Instant at) {
        jdbc.sql("""
                insert into registry.person (id, household_id, area_code, number, created_at)
                values (:id, :household, :area, :number, :at)
                """)
                .param("id", person.value())
                .param("household", household.value())
                .param("area", area.digits())
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    void insertHousehold(HouseholdId household, AreaCode area, String number, Instant at) {
        jdbc.sql("""
                insert into registry.household (id, area_code, number, created_at) values (:id, :area, :number, :at)
                """)
                .param("id", household.value())
                .param("area", area.digits())
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The household that somebody belongs to now or belonged to last, and since when to none. */
    void place(PersonId person, HouseholdId household, Optional<LocalDate> leftOn) {
        jdbc.sql("update registry.person set household_id = :household, left_on = :left where id = :id")
                .param("household", household.value())
                .param("left", leftOn.orElse(null))
                .param("id", person.value())
                .update();
    }

    boolean numberTaken(AreaCode area, String number) {
        return jdbc.sql("""
                select exists (select from registry.household
                                where township = substr(:area, 1, 9) and number = :number)
                """)
                .param("area", area.digits())
                .param("number", number)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void rehomePersons(Collection<UUID> persons, AreaCode target) {
        jdbc.sql("select registry.rehome_persons(:persons::uuid[], :target)")
                .param("persons", RegisterQueries.array(persons))
                .param("target", target.digits())
                .query((_, _) -> true)
                .list();
    }

    /**
     * Takes a household to another area.
     *
     * @throws Refusal {@code registry.number-taken} (the number) where another bears it there, seen by the caller or not
     */
    void rehomeHousehold(HouseholdId household, AreaCode target, String number) {
        try {
            jdbc.sql("select registry.rehome_household(:household, :target, :number)")
                    .param("household", household.value())
                    .param("target", target.digits())
                    .param("number", number)
                    .query((_, _) -> true)
                    .list();
        } catch (DuplicateKeyException taken) {
            throw Refusal.at("/number", "registry.number-taken", number);
        }
    }

    /** Numbers of the persons of a household, those who left included. */
    List<String> personNumbers(HouseholdId household) {
        return jdbc.sql("select number from registry.person where household_id = :household")
                .param("household", household.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
