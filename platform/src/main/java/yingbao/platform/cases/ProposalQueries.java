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

/** SQL about proposals and their batches. */
@Component
class ProposalQueries {
    static final String TAKEN = "TAKEN";
    static final String DROPPED = "DROPPED";
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

    /** A batch as it is kept. */
    record BatchRow(
            UUID id,
            String parameter,
            AreaCode area,
            LocalDate from,
            String causeText,
            State state,
            int affected,
            int adjustable,
            int unchanged,
            int undetermined,
            long formerFen,
            long proposedFen,
            long arrearsFen,
            Instant madeAt,
            Optional<Instant> decidedAt,
            String decidedBy) {}

    /** How far a batch is. */
    enum State {
        PREPARING,
        OPEN,
        CONFIRMED,
        DROPPED
    }

    /** Keeps proposals, each in place of whatever was open for its entitlement. */
    void replace(Collection<ProposalRow> proposals, Instant at) {
        if (proposals.isEmpty()) {
            return;
        }
        dropOpen(proposals.stream().map(row -> row.entitlement().value()).toList(), "", "", at);
        jdbc.sql("""
                insert into cases.proposal (id, entitlement_id, case_id, batch_id, area_code, cause, cause_text, kind, from_month,
                                            former, proposed, former_fen, proposed_fen, arrears_fen, state, made_on, due_on, made_at)
                select x.id, x.entitlement, x."caseId", x.batch, x.area, x.cause, x."causeText", x.kind,
                       (x."fromMonth" || '-01')::date, x.former, x.proposed, x."formerFen", x."proposedFen", x."arrearsFen",
                       'OPEN', x."madeOn", x."dueOn", :at
                  from jsonb_to_recordset(:rows::jsonb) as x(
                       id uuid, entitlement uuid, "caseId" uuid, batch uuid, area text, cause text, "causeText" text, kind text,
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
            String causeText,
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
                    row.causeText(),
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

    void dropOpen(Collection<UUID> entitlements, String name, String remark, Instant at) {
        jdbc.sql("""
                update cases.proposal set state = 'DROPPED', decided_at = :at, decided_name = :name, remark = :remark
                 where state = 'OPEN' and entitlement_id = any(:entitlements)
                """)
                .param("at", Timestamp.from(at))
                .param("name", name)
                .param("remark", remark)
                .param("entitlements", entitlements.toArray(UUID[]::new))
                .update();
    }

    void close(ProposalId id, String state, String name, String remark, Instant at) {
        jdbc.sql("""
                update cases.proposal set state = :state, decided_at = :at, decided_name = :name, remark = :remark
                 where id = :id and state = 'OPEN'
                """)
                .param("state", state)
                .param("at", Timestamp.from(at))
                .param("name", name)
                .param("remark", remark)
                .param("id", id.value())
                .update();
    }

    private static final String COLUMNS = """
            select p.id, p.entitlement_id, p.case_id, p.batch_id, p.area_code, p.cause, p.cause_text, p.kind, p.from_month,
                   p.former::text, p.proposed::text, p.former_fen, p.proposed_fen, p.arrears_fen, p.made_on, p.due_on
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

    void insertBatch(UUID id, String parameter, AreaCode area, LocalDate from, String causeText, Instant at) {
        jdbc.sql("""
                insert into cases.proposal_batch (id, parameter, area_code, from_date, cause_text, state, made_at)
                values (:id, :parameter, :area, :from, :text, 'PREPARING', :at)
                """)
                .param("id", id)
                .param("parameter", parameter)
                .param("area", area.digits())
                .param("from", from)
                .param("text", causeText)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Says what a batch comes to, from its proposals themselves. */
    void ready(UUID batch, int unchanged, int undetermined) {
        jdbc.sql("""
                update cases.proposal_batch b
                   set state = 'OPEN', unchanged = :unchanged, undetermined = :undetermined, affected = t.affected,
                       former_fen = t.former, proposed_fen = t.proposed
                  from (select count(*)::int as affected, coalesce(sum(former_fen), 0)::bigint as former,
                               coalesce(sum(proposed_fen), 0)::bigint as proposed
                          from cases.proposal where batch_id = :id and state = 'OPEN') t
                 where b.id = :id
                """)
                .param("id", batch)
                .param("unchanged", unchanged)
                .param("undetermined", undetermined)
                .update();
    }

    boolean closeBatch(UUID id, State state, String name, Instant at) {
        return jdbc.sql("""
                        update cases.proposal_batch set state = :state, decided_name = :name, decided_at = :at
                         where id = :id and state = 'OPEN'
                        """)
                        .param("state", state.name())
                        .param("name", name)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    void dropOfBatch(UUID id, Instant at) {
        jdbc.sql(
                        "update cases.proposal set state = 'DROPPED', decided_at = :at where batch_id = :id and state = 'OPEN'")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static final String BATCHES = """
            select b.id, b.parameter, b.area_code, b.from_date, b.cause_text, b.state, b.affected, b.unchanged, b.undetermined,
                   b.former_fen, b.proposed_fen, b.made_at, b.decided_at, b.decided_name,
                   (select count(*)::int from cases.proposal p
                     where p.batch_id = b.id and p.state = 'OPEN' and p.kind = 'ADJUST') as adjustable,
                   (select coalesce(sum(p.arrears_fen), 0)::bigint from cases.proposal p
                     where p.batch_id = b.id and p.state <> 'DROPPED') as arrears_fen
              from cases.proposal_batch b
            """;

    List<BatchRow> batches(AreaScope scope, int many) {
        return jdbc.sql(BATCHES + " where b.area_code between :from and :to order by b.made_at desc limit :many")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("many", many)
                .query(ProposalQueries::batch)
                .list();
    }

    Optional<BatchRow> batch(UUID id) {
        return jdbc.sql(BATCHES + " where b.id = :id")
                .param("id", id)
                .query(ProposalQueries::batch)
                .optional();
    }

    private ProposalRow row(ResultSet row, int number) throws SQLException {
        return new ProposalRow(
                new ProposalId(row.getObject("id", UUID.class)),
                new EntitlementId(row.getObject("entitlement_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getObject("batch_id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                row.getString("cause"),
                row.getString("cause_text"),
                Kind.valueOf(row.getString("kind")),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                json.readValue(row.getString("former"), SPANS),
                json.readValue(row.getString("proposed"), SPANS),
                row.getLong("former_fen"),
                row.getLong("proposed_fen"),
                row.getLong("arrears_fen"),
                row.getObject("made_on", LocalDate.class),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)));
    }

    private static BatchRow batch(ResultSet row, int number) throws SQLException {
        return new BatchRow(
                row.getObject("id", UUID.class),
                row.getString("parameter"),
                new AreaCode(row.getString("area_code")),
                row.getObject("from_date", LocalDate.class),
                row.getString("cause_text"),
                State.valueOf(row.getString("state")),
                row.getInt("affected"),
                row.getInt("adjustable"),
                row.getInt("unchanged"),
                row.getInt("undetermined"),
                row.getLong("former_fen"),
                row.getLong("proposed_fen"),
                row.getLong("arrears_fen"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                Objects.requireNonNullElse(row.getString("decided_name"), ""));
    }
}
