package yingbao.platform.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** SQL about households, persons, memberships and statements. */
@Component
class RegisterQueries {
    private final JdbcClient jdbc;
    private final FactCodec codec;

    RegisterQueries(JdbcClient jdbc, FactCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    record HouseholdRow(
            HouseholdId id, AreaCode area, String number, String address, String headName, int memberCount) {}

    record MemberRow(HouseholdId household, PersonId person, String number) {}

    /**
     * A person as lists show them.
     *
     * @param household the present or last one
     */
    record PersonRow(
            PersonId id,
            HouseholdId household,
            AreaCode area,
            String number,
            String name,
            String citizenMasked,
            String sex,
            Optional<LocalDate> birthDate,
            Optional<LocalDate> diedOn,
            Optional<LocalDate> leftOn,
            Optional<PersonId> mergedInto) {}

    record Membership(HouseholdId household, PersonId person, DateRange valid) {}

    /** Who bears a citizen id, given by its index in hexadecimal digits. */
    record Registered(String index, PersonId person, HouseholdId household, AreaCode area) {}

    /** Ids as the text of an array. */
    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static DateRange range(ResultSet row, String from, String to) throws SQLException {
        LocalDate first = row.getObject(from, LocalDate.class);
        LocalDate after = row.getObject(to, LocalDate.class);
        return new DateRange(first == null ? LocalDate.MIN : first, after == null ? LocalDate.MAX : after.minusDays(1));
    }

    /** The first day after a range; null, as the database wants it, where it has no end. */
    static @Nullable LocalDate after(DateRange range) {
        return range.isOpenEnded() ? null : range.to().plusDays(1);
    }

    List<HouseholdRow> households(Collection<UUID> ids) {
        return jdbc.sql("""
                select id, area_code, number, address, head_name, member_count
                  from registry.household
                 where id = any(:ids::uuid[])
                """)
                .param("ids", array(ids))
                .query(RegisterQueries::household)
                .list();
    }

    /** The next households of a scope, in the order of their areas and ids. */
    List<HouseholdRow> householdsAfter(AreaScope scope, String area, UUID id, int most) {
        return jdbc.sql("""
                select id, area_code, number, address, head_name, member_count
                  from registry.household
                 where area_code between :from and :to
                   and (area_code, id) > (:area, :id)
                 order by area_code, id
                 limit :most
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("area", area)
                .param("id", id)
                .param("most", most)
                .query(RegisterQueries::household)
                .list();
    }

    private static HouseholdRow household(ResultSet row, int number) throws SQLException {
        return new HouseholdRow(
                new HouseholdId(row.getObject("id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("number"),
                row.getString("address"),
                row.getString("head_name"),
                row.getInt("member_count"));
    }

    /** Members on a day, in the order of their numbers: shorter ones first, so that numbered ones come in order. */
    List<MemberRow> members(Collection<UUID> households, LocalDate on) {
        return jdbc.sql("""
                select m.household_id, p.id, p.number
                  from registry.membership m
                  join registry.person p on p.id = m.person_id
                 where m.household_id = any(:ids::uuid[])
                   and m.valid @> :on::date
                   and p.merged_into is null
                 order by m.household_id, length(p.number), p.number, p.id
                """)
                .param("ids", array(households))
                .param("on", on)
                .query((row, _) -> new MemberRow(
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("number")))
                .list();
    }

    /**
     * Statements about holders, and about persons merged into them, in the order in which they were recorded.
     *
     * @param on only those that cover the day, if one is given
     * @param known only those recorded by then, if a moment is given
     */
    List<StoredStatement> statements(Collection<UUID> holders, Optional<LocalDate> on, Optional<Instant> known) {
        return jdbc.sql("""
                with wanted as (
                    select id, id as holder_id from unnest(:ids::uuid[]) as id
                    union all
                    select p.id, p.merged_into from registry.person p where p.merged_into = any(:ids::uuid[]))
                select s.id, w.holder_id, lower(s.valid) as valid_from, upper(s.valid) as valid_to, s.facts::text,
                       s.sealed, s.source, s.evidence, s.document_id, s.cause, s.cause_id, s.recorded_at,
                       s.recorded_name
                  from wanted w
                 cross join lateral (
                    -- By the index for each holder, whatever the planner believes of row-level security without statistics.
                    select * from registry.statement t where t.holder_id = w.id offset 0) s
                 where (:on::date is null or s.valid @> :on::date)
                   and (:known::timestamptz is null or s.recorded_at <= :known)
                 order by s.seq
                """)
                .param("ids", array(holders))
                .param("on", on.orElse(null))
                .param("known", known.map(Timestamp::from).orElse(null))
                .query((row, _) -> statement(row))
                .list();
    }

    private StoredStatement statement(ResultSet row) throws SQLException {
        StatementId id = new StatementId(row.getObject("id", UUID.class));
        DateRange valid = range(row, "valid_from", "valid_to");
        return new StoredStatement(
                id,
                row.getObject("holder_id", UUID.class),
                valid,
                codec.join(row.getString("facts"), Optional.ofNullable(row.getBytes("sealed"))),
                new FactSource(
                        row.getString("source"),
                        valid.from(),
                        row.getString("evidence"),
                        Optional.ofNullable(row.getObject("document_id", UUID.class)),
                        id),
                NewStatement.Cause.valueOf(row.getString("cause")),
                Optional.ofNullable(row.getObject("cause_id", UUID.class)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_name"));
    }

    void insert(StatementId id, NewStatement given, AreaCode area, Instant at, Caller by) {
        FactCodec.Split split = codec.split(given.holder(), given.facts());
        jdbc.sql("""
                insert into registry.statement
                    (id, holder, holder_id, area_code, valid, facts, sealed, source, evidence, document_id, cause,
                     cause_id, recorded_at, recorded_by, recorded_name)
                values (:id, :holder, :holderId, :area, daterange(:from, :to::date), :facts::jsonb, :sealed, :source,
                        :evidence, :document, :cause, :causeId, :at, :by, :name)
                """)
                .param("id", id.value())
                .param("holder", given.holder().name())
                .param("holderId", given.holderId())
                .param("area", area.digits())
                .param("from", given.valid().from())
                .param("to", after(given.valid()))
                .param("facts", split.open())
                .param("sealed", split.sealed().orElse(null))
                .param("source", given.supplier())
                .param("evidence", given.evidence())
                .param("document", given.document().orElse(null))
                .param("cause", given.cause().name())
                .param("causeId", given.causeId().orElse(null))
                .param("at", Timestamp.from(at))
                .param("by", by.user().value())
                .param("name", by.name())
                .update();
    }

    List<PersonRow> persons(Collection<UUID> ids) {
        return jdbc.sql("""
                select id, household_id, area_code, number, name, citizen_masked, sex, birth_date, died_on, left_on,
                       merged_into
                  from registry.person
                 where id = any(:ids::uuid[])
                """)
                .param("ids", array(ids))
                .query((row, _) -> person(row))
                .list();
    }

    /** Everybody whose present or last household this is, or who belonged to it once. */
    List<PersonRow> everybodyOf(HouseholdId household) {
        return jdbc.sql("""
                select id, household_id, area_code, number, name, citizen_masked, sex, birth_date, died_on, left_on,
                       merged_into
                  from registry.person
                 where id in (select id from registry.person where household_id = :household
                              union all
                              select person_id from registry.membership where household_id = :household)
                 order by length(number), number
                """)
                .param("household", household.value())
                .query((row, _) -> person(row))
                .list();
    }

    static PersonRow person(ResultSet row) throws SQLException {
        return new PersonRow(
                new PersonId(row.getObject("id", UUID.class)),
                new HouseholdId(row.getObject("household_id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("number"),
                row.getString("name"),
                row.getString("citizen_masked"),
                row.getString("sex"),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                Optional.ofNullable(row.getObject("died_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)).map(PersonId::new));
    }

    List<Membership> memberships(Collection<UUID> persons) {
        return jdbc.sql("""
                select household_id, person_id, lower(valid) as valid_from, upper(valid) as valid_to
                  from registry.membership
                 where person_id = any(:ids::uuid[])
                 order by person_id, lower(valid)
                """)
                .param("ids", array(persons))
                .query((row, _) -> new Membership(
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        range(row, "valid_from", "valid_to")))
                .list();
    }

    /** Who bears citizen ids anywhere, whether or not the caller may see them; by index in hexadecimal digits. */
    Map<String, Registered> registered(Collection<String> indexes) {
        String array = indexes.stream().map(hex -> "\"\\\\x" + hex + "\"").collect(Collectors.joining(",", "{", "}"));
        return jdbc
                .sql("""
                select citizen_index, person_id, household_id, area_code from registry.registered(:indexes::bytea[])
                """)
                .param("indexes", array)
                .query((row, _) -> new Registered(
                        HexFormat.of().formatHex(row.getBytes(1)),
                        new PersonId(row.getObject(2, UUID.class)),
                        new HouseholdId(row.getObject(3, UUID.class)),
                        new AreaCode(row.getString(4))))
                .list()
                .stream()
                .collect(Collectors.toMap(Registered::index, Function.identity()));
    }

    /** Keeps two changes of the same holders from passing each other. */
    void hold(Holder holder, Collection<UUID> ids) {
        String table = switch (holder) {
            case HOUSEHOLD -> "registry.household";
            case PERSON -> "registry.person";
        };
        jdbc.sql("select id from " + table + " where id = any(:ids::uuid[]) order by id for update")
                .param("ids", array(ids))
                .query(UUID.class)
                .list();
    }
}
