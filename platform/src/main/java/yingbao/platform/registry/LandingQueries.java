package yingbao.platform.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Caller;
import yingbao.policy.value.AreaCode;

/** SQL that brings many households in at once. */
@Component
class LandingQueries {
    private static final String HOUSEHOLD = """
            insert into registry.household (id, area_code, number, address, head_name, member_count, created_at)
            select id, area_code, number, address, head_name, member_count, created_at
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
                   as row (id, area_code, number, address, head_name, member_count)
             cross join (values (?::timestamptz)) as load (created_at)
            """;
    /** Whoever is new belongs to their household from the first day of the load. */
    private static final String PERSON = """
            with born as (
                insert into registry.person (id, household_id, area_code, number, name, pinyin, initials, citizen_index,
                       citizen_sealed, citizen_masked, sex, birth_date, died_on, created_at)
                select id, household_id, area_code, number, name, pinyin, initials, citizen_index,
                       citizen_sealed, citizen_masked, sex, birth_date, died_on, load.created_at
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                              ?::bytea[], ?::text[], ?::text[], ?::date[], ?::date[])
                       as row (id, household_id, area_code, number, name, pinyin, initials, citizen_index,
                               citizen_sealed, citizen_masked, sex, birth_date, died_on)
                 cross join (values (?::timestamptz)) as load (created_at)
                returning id, household_id, area_code)
            insert into registry.membership (household_id, person_id, area_code, valid)
            select household_id, id, area_code, daterange(load.first, null)
              from born
             cross join (values (?::date)) as load (first)
            """;

    private static final String EARLIER_MEMBERSHIP = """
            insert into registry.membership (household_id, person_id, area_code, valid)
            select household_id, person_id, area_code, daterange(load.first, row.after)
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[]) as row (household_id, person_id, area_code, after)
             cross join (values (?::date)) as load (first)
            """;
    private static final String STATEMENT = """
            insert into registry.statement (id, holder, holder_id, area_code, valid, facts, sealed, source, cause,
                   cause_id, recorded_at, recorded_by, recorded_name)
            select id, holder, holder_id, area_code, daterange(first, null), facts::jsonb, sealed, source,
                   'IMPORT', cause_id, recorded_at, recorded_by, recorded_name
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::bytea[])
                   as row (id, holder, holder_id, area_code, facts, sealed)
             cross join (values (?::date, ?::text, ?::uuid, ?::timestamptz, ?::uuid, ?::text))
                   as load (first, source, cause_id, recorded_at, recorded_by, recorded_name)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    LandingQueries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Where a household is registered. */
    record Known(HouseholdId id, AreaCode area, String number) {}

    /**
     * A person of a household, with their present or last membership in it.
     *
     * @param citizenIndex in hexadecimal digits; empty where no id is known
     * @param from the first day of the membership that covers the day or begins after it; the last day there is where
     *     none does
     */
    record KnownPerson(
            PersonId id, HouseholdId household, String number, String name, String citizenIndex, LocalDate from) {}

    /**
     * What all rows of a load have in common.
     *
     * @param from the day from which the facts hold
     * @param source who supplied the file
     * @param cause id of the import
     */
    record Load(LocalDate from, String source, UUID cause, Instant at, Caller by) {}

    /** Lets one load after the other find what the former registered. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('registry.load'))")
                .query((_, _) -> 0)
                .list();
    }

    /** Households with a number in a township, by the nine digits of that and the number. */
    Map<String, Known> byNumber(List<String> townships, List<String> numbers) {
        return jdbc
                .sql("""
                select h.id, h.area_code, h.number, h.township || h.number as key
                  from unnest(:townships::text[], :numbers::text[]) as wanted (township, number)
                  join registry.household h on h.township = wanted.township and h.number = wanted.number
                """)
                .param("townships", townships.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> Map.entry(
                        row.getString("key"),
                        new Known(
                                new HouseholdId(row.getObject("id", UUID.class)),
                                new AreaCode(row.getString("area_code")),
                                row.getString("number"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<HouseholdId, Known> byId(Collection<UUID> ids) {
        return jdbc
                .sql("select id, area_code, number from registry.household where id = any(:ids::uuid[])")
                .param("ids", RegisterQueries.array(ids))
                .query((row, _) -> new Known(
                        new HouseholdId(row.getObject("id", UUID.class)),
                        new AreaCode(row.getString("area_code")),
                        row.getString("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    /** Everybody whose present or last household is one of these. */
    List<KnownPerson> personsOf(Collection<UUID> households, LocalDate on) {
        return jdbc.sql("""
                select p.id, p.household_id, p.number, p.name, coalesce(encode(p.citizen_index, 'hex'), '') as citizen,
                       coalesce(min(lower(m.valid)), date '9999-12-31') as first
                  from registry.person p
                  left join registry.membership m
                    on m.household_id = p.household_id and m.person_id = p.id
                   and (upper(m.valid) is null or upper(m.valid) > :on)
                 where p.household_id = any(:ids::uuid[]) and p.merged_into is null
                 group by p.id
                """)
                .param("ids", RegisterQueries.array(households))
                .param("on", on)
                .query((row, _) -> new KnownPerson(
                        new PersonId(row.getObject("id", UUID.class)),
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("citizen"),
                        row.getObject("first", LocalDate.class)))
                .list();
    }

    /**
     * Tells the planner how large the register has become; it cannot wait for the server to notice by itself. A small
     * sample tells as much and is taken in a third of the time; the server takes a larger one by itself later.
     */
    void analyze() {
        template.execute("set local default_statistics_target = 25");
        template.execute(
                "analyze registry.household, registry.person, registry.membership, registry.statement (holder_id)");
        template.execute("set local default_statistics_target to default");
    }

    /** Sends rows in the transaction that the caller is in. */
    BulkSender sender() {
        return new BulkSender(template);
    }

    static BulkInsert households(BulkSender sender, Load load) {
        return new BulkInsert(sender, HOUSEHOLD, 6, load.at());
    }

    static BulkInsert persons(BulkSender sender, Load load) {
        return new BulkInsert(sender, PERSON, 13, load.at(), load.from());
    }

    /** Memberships before those that are known. */
    static BulkInsert earlierMemberships(BulkSender sender, Load load) {
        return new BulkInsert(sender, EARLIER_MEMBERSHIP, 4, load.from());
    }

    static BulkInsert statements(BulkSender sender, Load load) {
        return new BulkInsert(
                sender,
                STATEMENT,
                6,
                load.from(),
                load.source(),
                load.cause(),
                load.at(),
                load.by().user().value(),
                load.by().name());
    }
}
