package yingbao.platform.radar;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.cases.CaseId;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.value.AreaCode;

/** SQL about leads. Lists, and counts of every kind, are bounded by the one condition. */
@Component
class LeadQueries {
    /** Only an application is under way; the case by which something is drawn is no work on the lead. */
    private static final String STANDING = """
            case when l.state = 'CLOSED' then 'CLOSED'
                 when l.kind = 'NOT_RECEIVING' and l.case_id is not null then 'UNDER_WAY'
                 else 'OPEN' end
            """;

    private static final String WANTED = """
             from radar.lead l
             where l.area_code between :from and :to
               and (:kind = '' or l.kind = :kind)
               and (:programme = '' or :programme = any(l.programmes))
               and (:cause = '' or :cause = any(l.cause))
            """;

    private static final String STANDS = " and " + STANDING + " = :standing";

    private static final String COLUMNS = """
            select l.id, l.kind, l.programme, l.household_id, l.person_id, l.area_code, l.cause, l.programmes, l.amount_fen,
                   l.people, l.case_id, l.found_on, l.closed_how, l.closed_reason, l.closed_text, l.closed_on, l.closed_name,
                   %s as standing
            """.formatted(STANDING);

    private final JdbcClient jdbc;

    LeadQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the leads of a household whose cause goes on be seen in another area. */
    void follow(HouseholdId household, AreaCode area) {
        jdbc.sql("select radar.follow(:household, :area)")
                .param("household", household.value())
                .param("area", area.digits())
                .query((_, _) -> true)
                .list();
    }

    /**
     * What a list is narrowed to.
     *
     * @param kind empty for all, like the others
     * @param cause a clause, or a fact
     */
    record Wanted(AreaScope scope, String kind, String programme, String cause, Standing standing) {}

    /** A lead as it is kept. */
    record LeadRow(
            LeadId id,
            Kind kind,
            String programme,
            HouseholdId household,
            Optional<PersonId> person,
            AreaCode area,
            List<String> cause,
            List<String> programmes,
            long amountFen,
            int people,
            Optional<CaseId> caseId,
            LocalDate foundOn,
            Standing standing,
            Optional<Closing> closing) {}

    /** How many leads of a kind stand how in an area. */
    record AreaCount(String prefix, Kind kind, Standing standing, long leads, long people) {}

    /** What one fact would settle. */
    record FactCount(String fact, long households, long people) {}

    /** How leads of a rule were closed by people. */
    record RuleCount(Kind kind, String programme, String cause, long found, long closed, long falseAlarms) {}

    private JdbcClient.StatementSpec bound(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("from", wanted.scope().from())
                .param("to", wanted.scope().to())
                .param("kind", wanted.kind())
                .param("programme", wanted.programme())
                .param("cause", wanted.cause())
                .param("standing", wanted.standing().name());
    }

    /** Those that would settle most come first, of leads that are closed the last. */
    List<LeadRow> list(Wanted wanted, int offset, int size) {
        return bound(
                        COLUMNS + WANTED + STANDS
                                + " order by l.closed_at desc nulls first, l.people desc, l.amount_fen desc, l.id"
                                + " limit :size offset :offset",
                        wanted)
                .param("size", size)
                .param("offset", offset)
                .query(LeadQueries::row)
                .list();
    }

    long count(Wanted wanted) {
        return bound("select count(*)" + WANTED + STANDS, wanted)
                .query(Long.class)
                .single();
    }

    /** Leads that are not closed, by the first digits of their areas. */
    List<AreaCount> byArea(Wanted wanted, int digits) {
        return bound(
                        "select left(l.area_code, :digits) as prefix, l.kind, " + STANDING + """
                 as standing, count(*) as leads, sum(l.people) as people
                """ + WANTED
                                + " and l.state = 'OPEN' and :standing <> '' group by 1, 2, 3",
                        wanted)
                .param("digits", digits)
                .query((row, _) -> new AreaCount(
                        row.getString("prefix"),
                        Kind.valueOf(row.getString("kind")),
                        Standing.valueOf(row.getString("standing")),
                        row.getLong("leads"),
                        row.getLong("people")))
                .list();
    }

    /** Which fact would settle how many, the most first. */
    List<FactCount> facts(Wanted wanted) {
        return bound("""
                select l.cause[1] as fact, count(*) as households, sum(l.people) as people
                """ + WANTED + STANDS + " and l.kind = 'ONE_VISIT' group by 1 order by 3 desc, 1", wanted)
                .query((row, _) ->
                        new FactCount(row.getString("fact"), row.getLong("households"), row.getLong("people")))
                .list();
    }

    /** Of how many leads of each rule people found that they were false. */
    List<RuleCount> rules(AreaScope scope) {
        return jdbc.sql("""
                select l.kind, l.programme, c.cause, count(*) as found,
                       count(*) filter (where l.closed_how = 'PERSON') as closed,
                       count(*) filter (where l.closed_reason in ('NOT_ELIGIBLE', 'WRONG_FACTS')) as false_alarms
                  from radar.lead l
                 cross join lateral unnest(case when l.kind = 'NOT_RECEIVING' then array[l.cause[1]] else l.cause end) as c(cause)
                 where l.area_code between :from and :to
                 group by 1, 2, 3
                 order by 6 desc, 5 desc, 4 desc, 1, 2, 3
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, _) -> new RuleCount(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("programme"),
                        row.getString("cause"),
                        row.getLong("found"),
                        row.getLong("closed"),
                        row.getLong("false_alarms")))
                .list();
    }

    Optional<LeadRow> find(LeadId id) {
        return jdbc.sql(COLUMNS + " from radar.lead l where l.id = :id")
                .param("id", id.value())
                .query(LeadQueries::row)
                .optional();
    }

    /** The same, which nobody else changes until the transaction is over. */
    Optional<LeadRow> hold(LeadId id) {
        return jdbc.sql(COLUMNS + " from radar.lead l where l.id = :id for update")
                .param("id", id.value())
                .query(LeadQueries::row)
                .optional();
    }

    void close(LeadId id, Closing.Reason reason, String text, LocalDate on, Caller by, Instant at) {
        jdbc.sql("""
                update radar.lead
                   set state = 'CLOSED', closed_how = 'PERSON', closed_reason = :reason, closed_text = :text, closed_on = :on,
                       closed_at = :at, closed_by = :by, closed_name = :name
                 where id = :id
                """)
                .param("id", id.value())
                .param("reason", reason.name())
                .param("text", text)
                .param("on", on)
                .param("at", Timestamp.from(at))
                .param("by", by.user().value())
                .param("name", by.name())
                .update();
    }

    /** Somebody has applied for what leads say that nobody draws. */
    void apply(CaseId application, String programme, UUID holder) {
        jdbc.sql("""
                update radar.lead set case_id = :case
                 where holder_id = :holder and kind = 'NOT_RECEIVING' and programme = :programme and state = 'OPEN'
                """)
                .param("case", application.value())
                .param("holder", holder)
                .param("programme", programme)
                .update();
    }

    /** Leads of some kinds to which a case belongs are settled by it. */
    void closeByCase(CaseId decided, List<Kind> kinds, LocalDate on, Instant at) {
        jdbc.sql("""
                update radar.lead set state = 'CLOSED', closed_how = 'CASE', closed_on = :on, closed_at = :at
                 where case_id = :case and kind = any(:kinds) and state = 'OPEN'
                """)
                .param("case", decided.value())
                .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** An application has ended without a decision. */
    void letGo(CaseId over) {
        jdbc.sql("""
                update radar.lead set case_id = null where case_id = :case and kind = 'NOT_RECEIVING' and state = 'OPEN'
                """).param("case", over.value()).update();
    }

    private static LeadRow row(ResultSet row, int number) throws SQLException {
        return new LeadRow(
                new LeadId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("programme"),
                new HouseholdId(row.getObject("household_id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                new AreaCode(row.getString("area_code")),
                texts(row.getArray("cause")),
                texts(row.getArray("programmes")),
                row.getLong("amount_fen"),
                row.getInt("people"),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                row.getObject("found_on", LocalDate.class),
                Standing.valueOf(row.getString("standing")),
                closing(row));
    }

    private static Optional<Closing> closing(ResultSet row) throws SQLException {
        String how = row.getString("closed_how");
        return how == null
                ? Optional.empty()
                : Optional.of(new Closing(
                        Closing.How.valueOf(how),
                        Optional.ofNullable(row.getString("closed_reason")).map(Closing.Reason::valueOf),
                        row.getString("closed_text"),
                        row.getObject("closed_on", LocalDate.class),
                        Optional.ofNullable(row.getString("closed_name")).orElse("")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
