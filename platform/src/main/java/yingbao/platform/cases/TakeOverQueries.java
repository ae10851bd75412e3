package yingbao.platform.cases;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Today;
import yingbao.platform.registry.PersonId;

/** SQL that takes over many at once: one statement a table, whatever their number. */
@Component
class TakeOverQueries {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Today today;

    TakeOverQueries(JdbcClient jdbc, JsonMapper json, Today today) {
        this.jdbc = jdbc;
        this.json = json;
        this.today = today;
    }

    /** A span of months as the database takes it. */
    record Span(String first, Optional<String> after, long fen) {}

    /** One who is taken over, as the database takes many of them. */
    record Kept(
            UUID id,
            UUID entitlement,
            UUID decision,
            String number,
            String county,
            String programme,
            String workflow,
            UUID household,
            Optional<UUID> person,
            String area,
            String householdno,
            String applicant,
            String payee,
            String state,
            String since,
            String opened,
            String applied,
            Optional<String> review,
            String decided,
            String former,
            String version,
            List<Span> spans) {
        static Kept of(
                EntitlementId entitlement,
                DecisionId decision,
                CaseRow row,
                Existing existing,
                Optional<LocalDate> reviewOn,
                String version) {
            return new Kept(
                    row.id().value(),
                    entitlement.value(),
                    decision.value(),
                    row.number(),
                    row.county().digits(),
                    row.programme(),
                    row.workflow(),
                    row.household().value(),
                    row.person().map(PersonId::value),
                    row.area().digits(),
                    row.householdNumber(),
                    row.applicant(),
                    row.payee(),
                    row.state(),
                    row.since().toString(),
                    row.openedOn().toString(),
                    row.appliedOn().toString(),
                    reviewOn.map(LocalDate::toString),
                    existing.decidedOn().toString(),
                    existing.formerNumber(),
                    version,
                    existing.amounts().stream()
                            .map(span -> new Span(
                                    span.from().atDay(1).toString(),
                                    span.to()
                                            .map(last ->
                                                    last.plusMonths(1).atDay(1).toString()),
                                    span.amountFen()))
                            .toList());
        }
    }

    private static final String ROWS = """
            with x as (
                select * from jsonb_to_recordset(:rows::jsonb) as x(
                       id uuid, entitlement uuid, decision uuid, number text, county text, programme text, workflow text,
                       household uuid, person uuid, area text, householdno text, applicant text, payee text, state text,
                       since date, opened date, applied date, review date, decided date, former text, version text,
                       spans jsonb)
            )
            """;

    void insert(List<Kept> kept) {
        String rows = json.writeValueAsString(kept);
        Caller caller = Callers.current();
        jdbc.sql(ROWS + """
                insert into cases.case_file (id, number, county_code, programme, workflow, household_id, person_id, area_code,
                       household_no, applicant_name, state, actor, state_since, ready_on, opened_on, applied_on, payee_name,
                       review_on)
                select id, number, county, programme, workflow, household, person, area, householdno, applicant, state, null,
                       since, since, opened, applied, payee, review from x
                """).param("rows", rows).update();
        jdbc.sql(ROWS + """
                insert into cases.entitlement (id, case_id, programme, household_id, person_id, area_code, payee_name, since)
                select entitlement, id, programme, household, person, area, payee, decided from x
                """).param("rows", rows).update();
        jdbc.sql(ROWS + """
                insert into cases.decision (id, entitlement_id, case_id, area_code, seq, kind, decided_on, decided_at,
                       decided_by, decided_name, reason, pack_version, as_of, basis_sealed, trace_sealed, former_number)
                select decision, entitlement, id, area, 1, 'GRANT', decided, :at, :by, :name, '', version, decided, '', '',
                       former from x
                """)
                .param("rows", rows)
                .param("at", Timestamp.from(today.instant()))
                .param("by", caller.user().value())
                .param("name", caller.name())
                .update();
        jdbc.sql(ROWS + """
                insert into cases.decided_amount (decision_id, entitlement_id, area_code, seq, months, amount_fen)
                select decision, entitlement, area, 1, daterange(s.first, s.after), s.fen
                  from x, jsonb_to_recordset(x.spans) as s(first date, after date, fen bigint)
                """).param("rows", rows).update();
    }
}
