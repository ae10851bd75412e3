package yingbao.platform.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Caller;
import yingbao.policy.value.AreaCode;

/** SQL about files that the bank returned. */
@Component
class ReturnQueries {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ReturnQueries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A file as it was received. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries bytes to their one reader
    record Received(ReturnId id, RunView run, String name, Bytes sha256) {}

    /**
     * A payment that a row may speak of.
     *
     * @param resolved POST or VOID once it is
     */
    record Known(UUID id, AreaCode area, long amountFen, Optional<String> resolved) {}

    /** What became of a row. */
    record Outcome(
            long row,
            AreaCode area,
            String reference,
            String outcome,
            Optional<UUID> payment,
            String reason,
            Fault fault) {}

    /** Why a row was not taken; an empty code for one that was. */
    record Fault(String code, List<String> args) {
        static final Fault NONE = new Fault("", List.of());

        static Fault of(String code, Object... args) {
            return new Fault(code, Arrays.stream(args).map(Object::toString).toList());
        }
    }

    void insert(Received file, byte[] contentSealed, Caller receiver, LocalDate on, Instant at) {
        jdbc.sql("""
                insert into payments.return_file (id, run_id, area_code, name, sha256, content_sealed, received_by,
                                                  received_name, received_at, received_on, state)
                values (:id, :run, :area, :name, :sha, :content, :by, :byName, :at, :on, 'RECEIVED')
                """)
                .param("id", file.id().value())
                .param("run", file.run().id().value())
                .param("area", file.run().county().digits())
                .param("name", file.name())
                .param("sha", file.sha256().array())
                .param("content", contentSealed)
                .param("by", receiver.user().value())
                .param("byName", receiver.name())
                .param("at", Timestamp.from(at))
                .param("on", on)
                .update();
    }

    /** The file of a run with the same content, if it was received before. */
    Optional<ReturnId> same(RunId run, byte[] sha256) {
        return jdbc.sql("select id from payments.return_file where run_id = :run and sha256 = :sha")
                .param("run", run.value())
                .param("sha", sha256)
                .query((row, _) -> new ReturnId(row.getObject(1, UUID.class)))
                .optional();
    }

    byte[] content(ReturnId id) {
        return jdbc.sql("select content_sealed from payments.return_file where id = :id")
                .param("id", id.value())
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    Optional<ReturnView> find(ReturnId id) {
        return jdbc.sql("select * from payments.return_file where id = :id")
                .param("id", id.value())
                .query(ReturnQueries::view)
                .optional();
    }

    List<ReturnView> of(RunId run) {
        return jdbc.sql("select * from payments.return_file where run_id = :run order by received_at desc")
                .param("run", run.value())
                .query(ReturnQueries::view)
                .list();
    }

    /** The payments of a run by reference. */
    Map<String, Known> payments(RunId run) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("""
                select p.reference, p.id, p.area_code, p.amount_fen, t.kind
                  from payments.payment p
                  left join payments.transfer t on t.pending_id = p.id
                 where p.run_id = :run
                """).param("run", run.value()).query(row -> {
            known.put(
                    row.getString(1),
                    new Known(
                            row.getObject(2, UUID.class),
                            new AreaCode(row.getString(3)),
                            row.getLong(4),
                            Optional.ofNullable(row.getString(5))));
        });
        return known;
    }

    /** A run that a payment belongs to. */
    record Elsewhere(YearMonth month, int number) {}

    /** To which other runs references belong, as far as the caller sees them. */
    Map<String, Elsewhere> elsewhere(RunId run, Collection<String> references) {
        Map<String, Elsewhere> elsewhere = new HashMap<>();
        jdbc.sql("""
                select p.reference, r.month, r.number
                  from payments.payment p
                  join payments.run r on r.id = p.run_id
                 where p.reference = any(:references) and r.id <> :run
                """)
                .param("references", references.toArray(String[]::new))
                .param("run", run.value())
                .query(row -> {
                    elsewhere.put(
                            row.getString(1),
                            new Elsewhere(YearMonth.from(row.getObject(2, LocalDate.class)), row.getInt(3)));
                });
        return elsewhere;
    }

    void insertRows(ReturnId file, Collection<Outcome> rows) {
        template.batchUpdate("""
                insert into payments.return_row (return_id, row_number, area_code, reference, outcome, payment_id, reason,
                                                 fault, fault_args)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, row) -> {
            statement.setObject(1, file.value());
            statement.setLong(2, row.row());
            statement.setString(3, row.area().digits());
            statement.setString(4, row.reference());
            statement.setString(5, row.outcome());
            statement.setObject(6, row.payment().orElse(null));
            statement.setString(7, row.reason());
            statement.setString(8, row.fault().code());
            statement.setArray(
                    9,
                    statement
                            .getConnection()
                            .createArrayOf("text", row.fault().args().toArray()));
        });
    }

    /** Ends the file: how many rows of each kind it had; the run is settled once nothing of it is pending. */
    void done(ReturnId file) {
        jdbc.sql("""
                update payments.return_file f
                   set state = 'DONE', posted = s.posted, posted_fen = s.posted_fen, voided = s.voided,
                       voided_fen = s.voided_fen, repeated = s.repeated, faults = s.faults
                  from (select count(*) filter (where outcome = 'POSTED') as posted,
                               coalesce(sum(p.amount_fen) filter (where outcome = 'POSTED'), 0) as posted_fen,
                               count(*) filter (where outcome = 'VOIDED') as voided,
                               coalesce(sum(p.amount_fen) filter (where outcome = 'VOIDED'), 0) as voided_fen,
                               count(*) filter (where outcome = 'REPEATED') as repeated,
                               count(*) filter (where outcome = 'FAULT') as faults
                          from payments.return_row w left join payments.payment p on p.id = w.payment_id
                         where w.return_id = :file) s
                 where f.id = :file
                """).param("file", file.value()).update();
        jdbc.sql("""
                update payments.run r set state = 'SETTLED'
                  from payments.return_file f
                 where f.id = :file and r.id = f.run_id and r.state in ('CONFIRMED', 'SENT')
                   and not exists (
                       select from payments.payment p
                        where p.run_id = r.id
                          and not exists (select from payments.transfer t where t.pending_id = p.id))
                """).param("file", file.value()).update();
    }

    void refuse(ReturnId file, String note) {
        jdbc.sql(
                        "update payments.return_file set state = 'REFUSED', note = :note where id = :file and state = 'RECEIVED'")
                .param("file", file.value())
                .param("note", note)
                .update();
    }

    /** A row that was not taken, with the code of why. */
    record FaultRow(long row, String reference, Fault fault) {}

    List<FaultRow> faults(ReturnId file, int most) {
        return jdbc.sql("""
                select row_number, reference, fault, fault_args from payments.return_row
                 where return_id = :file and outcome = 'FAULT' order by row_number limit :most
                """)
                .param("file", file.value())
                .param("most", most)
                .query((row, _) ->
                        new FaultRow(row.getLong(1), row.getString(2), new Fault(row.getString(3), List.of((String[])
                                row.getArray(4).getArray()))))
                .list();
    }

    private static ReturnView view(ResultSet row, int number) throws SQLException {
        return new ReturnView(
                new ReturnId(row.getObject("id", UUID.class)),
                new RunId(row.getObject("run_id", UUID.class)),
                row.getString("name"),
                ReturnView.State.valueOf(row.getString("state")),
                row.getString("received_name"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("posted"),
                row.getLong("posted_fen"),
                row.getInt("voided"),
                row.getLong("voided_fen"),
                row.getInt("repeated"),
                row.getInt("faults"),
                row.getString("note"),
                List.of());
    }
}
