package yingbao.platform.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.kernel.AreaScope;
import yingbao.policy.value.AreaCode;

/** SQL about proposals. */
@Component
class ProposalQueries {
    private static final TypeReference<List<MonthAmount>> SPANS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProposalQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What would have to be decided. */
    enum Kind {
        ADJUST,
        END,
        /** It cannot be said any more what is due. */
        UNDETERMINED
    }

    /** Keeps proposals, each in place of whatever was open for its entitlement. */
    void replace(Collection<ProposalRow> proposals, Instant at) {
        if (proposals.isEmpty()) {
            return;
        }
        close(
                proposals.stream().map(row -> row.entitlement().value()).toList(),
                ProposalView.State.REPLACED,
                "",
                List.of(),
                at);
        jdbc.sql("""
                insert into cases.proposal (id, entitlement_id, case_id, batch_id, area_code, cause, reasons, kind, from_month,
                                            former, proposed, former_fen, proposed_fen, arrears_fen, state, made_on, due_on, made_at)
                select x.id, x.entitlement, x."caseId", x.batch, x.area, x.cause, x.reasons, x.kind,
                       (x."fromMonth" || '-01')::date, x.former, x.proposed, x."formerFen", x."proposedFen", x."arrearsFen",
                       'OPEN', x."madeOn", x."dueOn", :at
                  from jsonb_to_recordset(:rows::jsonb) as x(
                       id uuid, entitlement uuid, "caseId" uuid, batch uuid, area text, cause text, reasons jsonb, kind text,
                       "fromMonth" text, former jsonb, proposed jsonb, "formerFen" bigint, "proposedFen" bigint,
                       "arrearsFen" bigint, "madeOn" date, "dueOn" date)
                """)
                .param("at", Timestamp.from(at))
                .param(
                        "rows",
                        json.writeValueAsString(proposals.stream().map(Sent::of).toList()))
                .update();
    }

    /** A proposal as the database takes many of them. */
    private record Sent(
            UUID id,
            UUID entitlement,
            UUID caseId,
            Optional<UUID> batch,
            String area,
            String cause,
            List<Said> reasons,
            Kind kind,
            String fromMonth,
            List<MonthAmount> former,
            List<MonthAmount> proposed,
            long formerFen,
            long proposedFen,
            long arrearsFen,
            String madeOn,
            Optional<String> dueOn) {
        static Sent of(ProposalRow row) {
            return new Sent(
                    row.id().value(),
                    row.entitlement().value(),
                    row.caseId().value(),
                    row.batch(),
                    row.area().digits(),
                    row.cause(),
                    row.reasons(),
                    row.kind(),
                    row.fromMonth().toString(),
                    row.former(),
                    row.proposed(),
                    row.formerFen(),
                    row.proposedFen(),
                    row.arrearsFen(),
                    row.madeOn().toString(),
                    row.dueOn().map(LocalDate::toString));
        }
    }

    /** Takes back what is open for some entitlements, because its cause is gone. */
    void withdraw(Collection<UUID> entitlements, String name, List<Said> because, Instant at) {
        close(entitlements, ProposalView.State.WITHDRAWN, name, because, at);
    }

    private void close(
            Collection<UUID> entitlements, ProposalView.State state, String name, List<Said> because, Instant at) {
        jdbc.sql("""
                update cases.proposal set state = :state, decided_at = :at, decided_name = :name,
                                          withdrawn_because = :because::jsonb
                 where state = 'OPEN' and entitlement_id = any(:entitlements)
                """)
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("name", name)
                .param("because", json.writeValueAsString(because))
                .param("entitlements", entitlements.toArray(UUID[]::new))
                .update();
    }

    void close(ProposalId id, ProposalView.State state, String name, String remark, Instant at) {
        jdbc.sql("""
                update cases.proposal set state = :state, decided_at = :at, decided_name = :name, remark = :remark
                 where id = :id and state = 'OPEN'
                """)
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("name", name)
                .param("remark", remark)
                .param("id", id.value())
                .update();
    }

    private static final String COLUMNS = """
            select p.id, p.entitlement_id, p.case_id, p.batch_id, p.area_code, p.cause, p.cause_text, p.reasons::text,
                   p.kind, p.from_month, p.former::text, p.proposed::text, p.former_fen, p.proposed_fen, p.arrears_fen,
                   p.made_on, p.due_on, p.state, p.decided_at, p.decided_name, p.remark, p.withdrawn_because::text
              from cases.proposal p
            """;

    Optional<ProposalRow> open(EntitlementId id) {
        return jdbc.sql(COLUMNS + " where p.entitlement_id = :id and p.state = 'OPEN'")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    Optional<ProposalRow> find(ProposalId id) {
        return jdbc.sql(COLUMNS + " where p.id = :id and p.state = 'OPEN'")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    /** What changed facts propose for some entitlements. */
    Map<EntitlementId, ProposalRow> single(Collection<DecisionQueries.EntitlementRow> entitlements) {
        return jdbc
                .sql(COLUMNS + " where p.state = 'OPEN' and p.batch_id is null and p.entitlement_id = any(:ids)")
                .param("ids", entitlements.stream().map(row -> row.id().value()).toArray(UUID[]::new))
                .query(this::row)
                .list()
                .stream()
                .collect(Collectors.toMap(ProposalRow::entitlement, Function.identity()));
    }

    /** What changed facts propose, what is overdue on a day first, and what has waited longest. */
    List<ProposalRow> single(AreaScope scope, LocalDate today, int offset, int size) {
        return jdbc.sql(COLUMNS + """
                 where p.area_code between :from and :to and p.state = 'OPEN' and p.batch_id is null
                 order by coalesce(p.due_on < :today, false) desc, p.made_on, p.id limit :size offset :offset
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("today", today)
                .param("size", size)
                .param("offset", offset)
                .query(this::row)
                .list();
    }

    /** How many wait, and how many of them are overdue. */
    record Waiting(long all, long overdue) {}

    Waiting countSingle(AreaScope scope, LocalDate today) {
        return jdbc.sql("""
                select count(*) as every, count(*) filter (where due_on < :today) as overdue from cases.proposal
                 where area_code between :from and :to and state = 'OPEN' and batch_id is null
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("today", today)
                .query((row, _) -> new Waiting(row.getLong("every"), row.getLong("overdue")))
                .single();
    }

    /** What became of that which changed facts proposed, the latest first. */
    List<ProposalRow> closed(AreaScope scope, ProposalView.State state, int offset, int size) {
        return jdbc.sql(COLUMNS + """
                 where p.area_code between :from and :to and p.state = :state and p.batch_id is null
                 order by p.decided_at desc, p.id limit :size offset :offset
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("state", state.name())
                .param("size", size)
                .param("offset", offset)
                .query(this::row)
                .list();
    }

    long countClosed(AreaScope scope, ProposalView.State state) {
        return jdbc.sql("""
                select count(*) from cases.proposal
                 where area_code between :from and :to and state = :state and batch_id is null
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    List<ProposalRow> ofBatch(UUID batch, int offset, int size) {
        return jdbc.sql(COLUMNS + """
                 where p.batch_id = :batch and p.state = 'OPEN'
                 order by abs(p.proposed_fen - p.former_fen) desc, p.id limit :size offset :offset
                """)
                .param("batch", batch)
                .param("size", size)
                .param("offset", offset)
                .query(this::row)
                .list();
    }

    /** Those of a batch that only change an amount, which may be confirmed together. */
    List<ProposalRow> adjustable(UUID batch, int many) {
        return jdbc.sql(
                        COLUMNS
                                + " where p.batch_id = :batch and p.state = 'OPEN' and p.kind = 'ADJUST' order by p.id limit :many")
                .param("batch", batch)
                .param("many", many)
                .query(this::row)
                .list();
    }

    long countOfBatch(UUID batch) {
        return jdbc.sql("select count(*) from cases.proposal where batch_id = :batch and state = 'OPEN'")
                .param("batch", batch)
                .query(Long.class)
                .single();
    }

    private ProposalRow row(ResultSet row, int number) throws SQLException {
        return new ProposalRow(
                new ProposalId(row.getObject("id", UUID.class)),
                new EntitlementId(row.getObject("entitlement_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getObject("batch_id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("cause"),
                Said.read(json, row.getString("reasons"), row.getString("cause_text")),
                Kind.valueOf(row.getString("kind")),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                json.readValue(row.getString("former"), SPANS),
                json.readValue(row.getString("proposed"), SPANS),
                row.getLong("former_fen"),
                row.getLong("proposed_fen"),
                row.getLong("arrears_fen"),
                row.getObject("made_on", LocalDate.class),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                closing(row));
    }

    private Optional<ProposalRow.Closing> closing(ResultSet row) throws SQLException {
        ProposalView.State state = ProposalView.State.valueOf(row.getString("state"));
        return state == ProposalView.State.OPEN
                ? Optional.empty()
                : Optional.of(new ProposalRow.Closing(
                        state,
                        Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                        Objects.requireNonNullElse(row.getString("decided_name"), ""),
                        row.getString("remark"),
                        Said.read(json, row.getString("withdrawn_because"), "")));
    }
}
