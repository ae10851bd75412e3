package yingbao.platform.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.kernel.AreaScope;
import yingbao.policy.value.AreaCode;

/** SQL about batches of proposals. */
@Component
class BatchQueries {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    BatchQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A batch as it is kept. */
    record BatchRow(
            UUID id,
            String parameter,
            AreaCode area,
            LocalDate from,
            List<Said> reasons,
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
        DROPPED,
        /** Nothing of it waits any more: a newer one took it over, or it was decided case by case; never kept, only told. */
        SETTLED
    }

    void insert(UUID id, String parameter, AreaCode area, LocalDate from, List<Said> reasons, Instant at) {
        jdbc.sql("""
                insert into cases.proposal_batch (id, parameter, area_code, from_date, reasons, state, made_at)
                values (:id, :parameter, :area, :from, :reasons::jsonb, 'PREPARING', :at)
                """)
                .param("id", id)
                .param("parameter", parameter)
                .param("area", area.digits())
                .param("from", from)
                .param("reasons", json.writeValueAsString(reasons))
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

    boolean close(UUID id, State state, String name, Instant at) {
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

    void drop(UUID id, Instant at) {
        jdbc.sql(
                        "update cases.proposal set state = 'DROPPED', decided_at = :at where batch_id = :id and state = 'OPEN'")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static final String BATCHES = """
            select b.id, b.parameter, b.area_code, b.from_date, b.cause_text, b.reasons::text,
                   case when b.state = 'OPEN' and not exists (select from cases.proposal p where p.batch_id = b.id and p.state = 'OPEN')
                        then 'SETTLED' else b.state end as state, b.affected, b.unchanged, b.undetermined,
                   b.former_fen, b.proposed_fen, b.made_at, b.decided_at, b.decided_name,
                   (select count(*)::int from cases.proposal p
                     where p.batch_id = b.id and p.state = 'OPEN' and p.kind = 'ADJUST') as adjustable,
                   (select coalesce(sum(p.arrears_fen), 0)::bigint from cases.proposal p
                     where p.batch_id = b.id and p.state in ('OPEN', 'TAKEN')) as arrears_fen
              from cases.proposal_batch b
            """;

    List<BatchRow> batches(AreaScope scope, int many) {
        return jdbc.sql(BATCHES + " where b.area_code between :from and :to order by b.made_at desc limit :many")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("many", many)
                .query(this::row)
                .list();
    }

    Optional<BatchRow> batch(UUID id) {
        return jdbc.sql(BATCHES + " where b.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    private BatchRow row(ResultSet row, int number) throws SQLException {
        return new BatchRow(
                row.getObject("id", UUID.class),
                row.getString("parameter"),
                new AreaCode(row.getString("area_code")),
                row.getObject("from_date", LocalDate.class),
                Said.read(json, row.getString("reasons"), row.getString("cause_text")),
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
