package yingbao.platform.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/** SQL about entitlements and what is decided about them. */
@Component
class DecisionQueries {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    DecisionQueries(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** An entitlement as it is kept. */
    record EntitlementRow(
            EntitlementId id,
            CaseId caseId,
            String programme,
            HouseholdId household,
            Optional<PersonId> person,
            AreaCode area,
            AreaCode county,
            String payee,
            LocalDate appliedOn,
            String workflow,
            String state) {
        Subject subject() {
            return new Subject(programme, person, appliedOn, Optional.of(county));
        }
    }

    /** A decision as it is kept, without what lies sealed. */
    record DecisionRow(
            DecisionId id,
            int seq,
            Effect kind,
            LocalDate on,
            String by,
            String reason,
            String packVersion,
            LocalDate asOf,
            Optional<String> formerNumber) {

        /** Its number: that of its case, and its place among the decisions of the case. */
        String number(CaseRow of) {
            return of.number() + "-" + seq;
        }
    }

    /** A decision to be kept. */
    record NewDecision(
            DecisionId id,
            Optional<EntitlementId> entitlement,
            CaseRow of,
            int seq,
            Effect kind,
            LocalDate on,
            String reason,
            String packVersion,
            LocalDate asOf,
            String basis,
            String trace,
            List<MonthAmount> amounts) {}

    /** What is decided for a month, and by a decision of which kind. */
    record Decided(Money amount, Effect kind) {}

    void insertEntitlement(EntitlementId id, CaseRow of, LocalDate since) {
        jdbc.sql("""
                insert into cases.entitlement (id, case_id, programme, household_id, person_id, area_code, payee_name, since)
                values (:id, :case, :programme, :household, :person, :area, :payee, :since)
                """)
                .param("id", id.value())
                .param("case", of.id().value())
                .param("programme", of.programme())
                .param("household", of.household().value())
                .param("person", of.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param("area", of.area().digits())
                .param("payee", of.payee())
                .param("since", since)
                .update();
    }

    Optional<EntitlementId> entitlementOf(CaseId id) {
        return jdbc.sql("select id from cases.entitlement where case_id = :case")
                .param("case", id.value())
                .query((row, _) -> new EntitlementId(row.getObject(1, UUID.class)))
                .optional();
    }

    int nextSeq(CaseId id) {
        return jdbc.sql("select coalesce(max(seq), 0) + 1 from cases.decision where case_id = :case")
                .param("case", id.value())
                .query(Integer.class)
                .single();
    }

    void insert(NewDecision decision, Caller by, Instant at) {
        jdbc.sql("""
                insert into cases.decision (id, entitlement_id, case_id, area_code, seq, kind, decided_on, decided_at, decided_by,
                                            decided_name, reason, pack_version, as_of, basis_sealed, trace_sealed)
                values (:id, :entitlement, :case, :area, :seq, :kind, :on, :at, :by, :name, :reason, :version, :asOf, :basis,
                        :trace)
                """)
                .param("id", decision.id().value())
                .param(
                        "entitlement",
                        decision.entitlement().map(EntitlementId::value).orElse(null),
                        Types.OTHER)
                .param("case", decision.of().id().value())
                .param("area", decision.of().area().digits())
                .param("seq", decision.seq())
                .param("kind", decision.kind().name())
                .param("on", decision.on())
                .param("at", Timestamp.from(at))
                .param("by", by.user().value())
                .param("name", by.name())
                .param("reason", decision.reason())
                .param("version", decision.packVersion())
                .param("asOf", decision.asOf())
                .param("basis", sealer.seal(decision.basis()))
                .param("trace", sealer.seal(decision.trace()))
                .update();
        decision.entitlement()
                .ifPresent(entitlement -> decision.amounts().forEach(span -> insert(decision, entitlement, span)));
    }

    private void insert(NewDecision decision, EntitlementId entitlement, MonthAmount span) {
        jdbc.sql("""
                insert into cases.decided_amount (decision_id, entitlement_id, area_code, seq, months, amount_fen)
                values (:decision, :entitlement, :area, :seq, daterange(:from, :to), :fen)
                """)
                .param("decision", decision.id().value())
                .param("entitlement", entitlement.value())
                .param("area", decision.of().area().digits())
                .param("seq", decision.seq())
                .param("from", span.from().atDay(1))
                .param("to", span.to().map(last -> last.plusMonths(1).atDay(1)).orElse(null), Types.DATE)
                .param("fen", span.amountFen())
                .update();
    }

    List<DecisionRow> decisions(CaseId id) {
        return jdbc.sql("""
                select id, seq, kind, decided_on, decided_name, reason, pack_version, as_of, former_number
                  from cases.decision where case_id = :case order by seq
                """)
                .param("case", id.value())
                .query((row, _) -> new DecisionRow(
                        new DecisionId(row.getObject("id", UUID.class)),
                        row.getInt("seq"),
                        Effect.valueOf(row.getString("kind")),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("decided_name"),
                        row.getString("reason"),
                        row.getString("pack_version"),
                        row.getObject("as_of", LocalDate.class),
                        Optional.ofNullable(row.getString("former_number"))))
                .list();
    }

    /** What was frozen of a decision of a case; empty for one taken before the platform. */
    Optional<Frozen> frozen(CaseId of, DecisionId id) {
        return jdbc.sql("""
                select basis_sealed, trace_sealed from cases.decision
                 where id = :id and case_id = :case and length(basis_sealed) > 0
                """)
                .param("id", id.value())
                .param("case", of.value())
                .query((row, _) -> new Frozen(sealer.openText(row.getBytes(1)), sealer.openText(row.getBytes(2))))
                .optional();
    }

    /** What a decision rests on, opened. */
    record Frozen(String basis, String trace) {}

    List<MonthAmount> amounts(DecisionId id) {
        return jdbc.sql("""
                select lower(months) as first, upper(months) as after, amount_fen from cases.decided_amount
                 where decision_id = :id order by lower(months)
                """)
                .param("id", id.value())
                .query(DecisionQueries::span)
                .list();
    }

    /** What is decided for an entitlement: of the spans that cover a month the one said last. */
    List<MonthAmount> decided(EntitlementId id) {
        return jdbc.sql("""
                with said as (
                    select amount_fen, months, range_agg(months) over (order by seq desc
                                               groups between unbounded preceding and 1 preceding) as later
                      from cases.decided_amount where entitlement_id = :id
                )
                select lower(part.months) as first, upper(part.months) as after, said.amount_fen
                  from said, unnest(datemultirange(said.months) - coalesce(later, '{}'::datemultirange)) as part(months)
                 order by 1
                """)
                .param("id", id.value())
                .query(DecisionQueries::span)
                .list();
    }

    private static MonthAmount span(ResultSet row, int number) throws SQLException {
        return new MonthAmount(
                YearMonth.from(row.getObject("first", LocalDate.class)),
                Optional.ofNullable(row.getObject("after", LocalDate.class))
                        .map(after -> YearMonth.from(after).minusMonths(1)),
                row.getLong("amount_fen"));
    }

    /** Counties of a scope in which somebody draws something. */
    List<AreaCode> drawingCounties(AreaScope scope) {
        return jdbc.sql("""
                select distinct c.county_code from cases.case_file c join cases.entitlement e on e.case_id = c.id
                 where c.closed_on is null and c.area_code between :from and :to order by 1
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, _) -> new AreaCode(row.getString(1)))
                .list();
    }

    /** Entitlements in a scope that are not over, a batch at a time. */
    List<EntitlementRow> runningAfter(AreaScope scope, UUID after, int many) {
        return jdbc.sql(RUNNING + """
                   and e.area_code between :from and :to and e.id > :after order by e.id limit :many
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after)
                .param("many", many)
                .query(DecisionQueries::entitlement)
                .list();
    }

    private static final String RUNNING = """
            select e.id, e.case_id, e.programme, e.household_id, e.person_id, e.area_code, c.county_code,
                   e.payee_name, c.applied_on, c.workflow, c.state
              from cases.entitlement e join cases.case_file c on c.id = e.case_id
             where c.closed_on is null
            """;

    List<EntitlementRow> running(Collection<UUID> households) {
        return households.isEmpty()
                ? List.of()
                : jdbc.sql(RUNNING + " and e.household_id = any(:households)")
                        .param("households", households.toArray(UUID[]::new))
                        .query(DecisionQueries::entitlement)
                        .list();
    }

    List<EntitlementRow> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(RUNNING + " and e.id = any(:ids) order by e.id")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(DecisionQueries::entitlement)
                        .list();
    }

    /** An entitlement by which the same is drawn already, and the number of its case. */
    record Earlier(EntitlementId id, String caseNumber) {}

    /** Of some entitlements those whose person or household draws the same by an earlier one, as after a merge. */
    Map<EntitlementId, Earlier> paidTwice(Collection<EntitlementId> ids) {
        Map<EntitlementId, Earlier> found = new HashMap<>();
        jdbc.sql("""
                select e.id, o.id as earlier, oc.number
                  from cases.entitlement e
                  join cases.entitlement o on o.household_id = e.household_id and o.programme = e.programme
                       and o.person_id is not distinct from e.person_id and (o.since, o.id) < (e.since, e.id)
                  join cases.case_file oc on oc.id = o.case_id and oc.closed_on is null
                 where e.id = any(:ids)
                 order by o.since, o.id
                """)
                .param("ids", ids.stream().map(EntitlementId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.putIfAbsent(
                            new EntitlementId(row.getObject("id", UUID.class)),
                            new Earlier(
                                    new EntitlementId(row.getObject("earlier", UUID.class)), row.getString("number")));
                });
        return found;
    }

    private static EntitlementRow entitlement(ResultSet row, int number) throws SQLException {
        return new EntitlementRow(
                new EntitlementId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("programme"),
                new HouseholdId(row.getObject("household_id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                new AreaCode(row.getString("area_code")),
                new AreaCode(row.getString("county_code")),
                row.getString("payee_name"),
                Objects.requireNonNull(row.getObject("applied_on", LocalDate.class)),
                row.getString("workflow"),
                row.getString("state"));
    }

    /** What is decided for some entitlements in each month up to one, with the kind of the decision that said it. */
    Map<EntitlementId, NavigableMap<YearMonth, Decided>> months(Collection<EntitlementId> ids, YearMonth until) {
        Map<EntitlementId, NavigableMap<YearMonth, Decided>> months = new HashMap<>();
        jdbc.sql("""
                with said as (
                    select a.entitlement_id, a.amount_fen, a.months, d.kind,
                           range_agg(a.months) over (partition by a.entitlement_id order by a.seq desc
                                                     groups between unbounded preceding and 1 preceding) as later
                      from cases.decided_amount a join cases.decision d on d.id = a.decision_id
                     where a.entitlement_id = any(:ids)
                )
                select s.entitlement_id, m.month::date as month, s.amount_fen, s.kind
                  from said s
                 cross join lateral unnest(datemultirange(s.months * daterange(null, :until, '[]'))
                                           - coalesce(s.later, '{}'::datemultirange)) as part(months)
                 cross join lateral generate_series(lower(part.months), upper(part.months) - 1, interval '1 month') as m(month)
                """)
                .param("ids", ids.stream().map(EntitlementId::value).toArray(UUID[]::new))
                .param("until", until.atEndOfMonth())
                .query(row -> {
                    months.computeIfAbsent(
                                    new EntitlementId(row.getObject("entitlement_id", UUID.class)),
                                    _ -> new TreeMap<>())
                            .put(
                                    YearMonth.from(row.getObject("month", LocalDate.class)),
                                    new Decided(
                                            Money.ofFen(row.getLong("amount_fen")),
                                            Effect.valueOf(row.getString("kind"))));
                });
        return months;
    }
}
