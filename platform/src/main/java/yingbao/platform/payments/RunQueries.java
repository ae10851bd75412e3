package yingbao.platform.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/** SQL about runs, their recipients and payments. */
@Component
class RunQueries {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RunQueries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A payment as it is kept; the account sealed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries bytes to their one reader
    record PaymentRow(
            UUID id,
            String reference,
            AreaCode area,
            String payee,
            String bank,
            Bytes accountSealed,
            Bytes accountIndex,
            String accountTail,
            long amountFen) {}

    /** A recipient as they are kept. */
    record RecipientRow(
            DraftQueries.Group group,
            String name,
            String householdNumber,
            Optional<UUID> payment,
            Optional<PayableAccounts.Way.Held> held) {}

    /** Waits until nobody else prepares or confirms a run of the county, and keeps others waiting until the transaction ends. */
    void hold(AreaCode county) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('payments.run ' || :county, 0))")
                .param("county", county.digits())
                .query((_, _) -> true)
                .single();
    }

    void insert(
            RunId id,
            AreaCode county,
            YearMonth month,
            Collection<String> programmes,
            Caller maker,
            LocalDate on,
            Instant at) {
        jdbc.sql("""
                insert into payments.run (id, area_code, month, number, programmes, state, prepared_by, prepared_name,
                                          prepared_at, prepared_on)
                select :id, :county, :month, coalesce(max(number), 0) + 1, :programmes, 'PREPARING', :by, :name, :at::timestamptz, :on::date
                  from payments.run where area_code = :county and month = :month
                """)
                .param("id", id.value())
                .param("county", county.digits())
                .param("month", month.atDay(1))
                .param("programmes", programmes.stream().sorted().toArray(String[]::new))
                .param("by", maker.user().value())
                .param("name", maker.name())
                .param("at", Timestamp.from(at))
                .param("on", on)
                .update();
    }

    Optional<RunView> find(RunId id) {
        return jdbc.sql("select * from payments.run where id = :id")
                .param("id", id.value())
                .query(RunQueries::run)
                .optional();
    }

    /** The run that is prepared or waits for confirmation in a county. */
    Optional<RunView> open(AreaCode county) {
        return jdbc.sql("select * from payments.run where area_code = :county and state in ('PREPARING', 'PREVIEW')")
                .param("county", county.digits())
                .query(RunQueries::run)
                .optional();
    }

    List<RunView> list(AreaScope scope, String county, int offset, int size) {
        return jdbc.sql("""
                select * from payments.run
                 where (area_code between :from and :to or area_code = :county)
                 order by month desc, area_code, number desc
                offset :offset limit :size
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("county", county)
                .param("offset", offset)
                .param("size", size)
                .query(RunQueries::run)
                .list();
    }

    long count(AreaScope scope, String county) {
        return jdbc.sql(
                        "select count(*) from payments.run where area_code between :from and :to or area_code = :county")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("county", county)
                .query(Long.class)
                .single();
    }

    void insertShares(RunId run, DraftQueries.ProgrammeMonth of, Map<String, Integer> parts) {
        int ordinal = 0;
        for (Map.Entry<String, Integer> share : parts.entrySet()) {
            ordinal++;
            jdbc.sql("""
                    insert into payments.run_share (run_id, programme, month, fund, ordinal, parts)
                    values (:run, :programme, :month, :fund, :ordinal, :parts)
                    """)
                    .param("run", run.value())
                    .param("programme", of.programme())
                    .param("month", of.month().atDay(1))
                    .param("fund", share.getKey())
                    .param("ordinal", ordinal)
                    .param("parts", share.getValue())
                    .update();
        }
    }

    void insertPayments(RunId run, Collection<PaymentRow> payments) {
        template.batchUpdate("""
                insert into payments.payment (id, run_id, reference, area_code, payee, bank_name, account_sealed,
                                              account_index, account_tail, amount_fen)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, payments, BATCH, (statement, payment) -> {
            statement.setObject(1, payment.id());
            statement.setObject(2, run.value());
            statement.setString(3, payment.reference());
            statement.setString(4, payment.area().digits());
            statement.setString(5, payment.payee());
            statement.setString(6, payment.bank());
            statement.setBytes(7, payment.accountSealed().array());
            statement.setBytes(8, payment.accountIndex().array());
            statement.setString(9, payment.accountTail());
            statement.setLong(10, payment.amountFen());
        });
    }

    void insertRecipients(RunId run, Collection<RecipientRow> recipients) {
        template.batchUpdate("""
                insert into payments.run_recipient (run_id, programme, recipient_id, household_id, area_code, name,
                                                    household_no, lines_fen, pay_fen, collected_fen, carried_fen,
                                                    payment_id, held, held_for, refused_payment_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, recipients, BATCH, (statement, recipient) -> {
            DraftQueries.Group group = recipient.group();
            statement.setObject(1, run.value());
            statement.setString(2, group.programme());
            statement.setObject(3, group.recipient().id());
            statement.setObject(4, group.recipient().household());
            statement.setString(5, group.area().digits());
            statement.setString(6, recipient.name());
            statement.setString(7, recipient.householdNumber());
            statement.setLong(8, group.linesFen());
            statement.setLong(9, group.payFen());
            statement.setLong(10, group.collectedFen());
            statement.setLong(11, group.carriedFen());
            statement.setObject(12, recipient.payment().orElse(null));
            statement.setBoolean(13, recipient.held().isPresent());
            statement.setString(
                    14, recipient.held().map(held -> held.why().name()).orElse(null));
            statement.setObject(
                    15,
                    recipient.held().flatMap(PayableAccounts.Way.Held::failed).orElse(null));
        });
    }

    /** Ends the preparation: the totals and the fingerprint of all lines and payees. */
    void toPreview(RunId run) {
        jdbc.sql("""
                update payments.run r
                   set state = 'PREVIEW', recipients = s.recipients, held = s.held, held_fen = s.held_fen,
                       payments = p.payments, pay_fen = p.pay_fen,
                       digest = encode(sha256(convert_to(concat_ws('#', l.lines, s.lines, p.lines), 'UTF8')), 'hex')
                  from (select count(*) as recipients, count(*) filter (where held) as held,
                               coalesce(sum(pay_fen) filter (where held), 0) as held_fen,
                               string_agg(concat_ws('/', programme, recipient_id, pay_fen, collected_fen, carried_fen, held),
                                          ';' order by programme, recipient_id) as lines
                          from payments.run_recipient where run_id = :run) s,
                       (select count(*) as payments, coalesce(sum(amount_fen), 0) as pay_fen,
                               string_agg(concat_ws('/', reference, encode(account_index, 'hex'), amount_fen),
                                          ';' order by reference) as lines
                          from payments.payment where run_id = :run) p,
                       (select string_agg(concat_ws('/', entitlement_id, month, decision_id, amount_fen,
                                                    array_to_string(share_fen, ',')),
                                          ';' order by entitlement_id, month) as lines
                          from payments.run_line where run_id = :run) l
                 where r.id = :run
                """).param("run", run.value()).update();
    }

    /**
     * Recipients who are to be paid, in the order in which the run was prepared, with the fingerprint of the account by
     * which it pays them; empty for those whom it holds back for want of one.
     */
    SequencedMap<Recipient, Optional<String>> paidAccounts(RunId run) {
        SequencedMap<Recipient, Optional<String>> accounts = new LinkedHashMap<>();
        jdbc.sql("""
                select r.recipient_id, r.household_id, encode(p.account_index, 'hex')
                  from payments.run_recipient r left join payments.payment p on p.id = r.payment_id
                 where r.run_id = :run and r.pay_fen > 0 and r.held_for is distinct from 'RESTS_ON'
                 order by r.area_code, r.recipient_id, r.programme
                """).param("run", run.value()).query(row -> {
            UUID id = row.getObject(1, UUID.class);
            UUID household = row.getObject(2, UUID.class);
            accounts.put(new Recipient(id, household, !id.equals(household)), Optional.ofNullable(row.getString(3)));
        });
        return accounts;
    }

    /** Somebody whom a run is to pay, and whether it holds them back for what their payment rests on. */
    record Paid(String programme, UUID recipient, boolean rests) {}

    List<Paid> paid(RunId run) {
        return jdbc.sql("""
                select programme, recipient_id, held_for is not distinct from 'RESTS_ON' as rests
                  from payments.run_recipient where run_id = :run and pay_fen > 0
                """)
                .param("run", run.value())
                .query((row, _) -> new Paid(
                        row.getString("programme"), row.getObject("recipient_id", UUID.class), row.getBoolean("rests")))
                .list();
    }

    /** Names of a run's recipients. */
    List<String> names(RunId run, Collection<UUID> recipients, int most) {
        return jdbc.sql("""
                select distinct name from payments.run_recipient
                 where run_id = :run and recipient_id = any(:recipients) and name <> '' order by name limit :most
                """)
                .param("run", run.value())
                .param("recipients", recipients.toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void confirm(RunId run, Caller checker, LocalDate on, Instant at) {
        jdbc.sql("""
                update payments.run
                   set state = case when payments = 0 then 'SETTLED' else 'CONFIRMED' end, confirmed_by = :by,
                       confirmed_name = :name, confirmed_at = :at, confirmed_on = :on, note = ''
                 where id = :run
                """)
                .param("run", run.value())
                .param("by", checker.user().value())
                .param("name", checker.name())
                .param("at", Timestamp.from(at))
                .param("on", on)
                .update();
    }

    void drop(RunId run, String note) {
        jdbc.sql("update payments.run set state = 'DROPPED', note = :note where id = :run")
                .param("run", run.value())
                .param("note", note)
                .update();
    }

    void note(RunId run, String note) {
        jdbc.sql("update payments.run set note = :note where id = :run")
                .param("run", run.value())
                .param("note", note)
                .update();
    }

    void sent(RunId run) {
        jdbc.sql("update payments.run set state = 'SENT' where id = :run and state = 'CONFIRMED'")
                .param("run", run.value())
                .update();
    }

    static RunView run(ResultSet row, int number) throws SQLException {
        return new RunView(
                new RunId(row.getObject("id", UUID.class)),
                new AreaCode(row.getString("area_code")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("number"),
                Arrays.asList((String[]) row.getArray("programmes").getArray()),
                RunView.State.valueOf(row.getString("state")),
                new UserId(row.getObject("prepared_by", UUID.class)),
                row.getString("prepared_name"),
                row.getTimestamp("prepared_at").toInstant(),
                row.getObject("prepared_on", LocalDate.class),
                Optional.ofNullable(row.getString("digest")).orElse(""),
                Optional.ofNullable(row.getString("confirmed_name")),
                Optional.ofNullable(row.getTimestamp("confirmed_at")).map(Timestamp::toInstant),
                row.getInt("recipients"),
                row.getInt("payments"),
                row.getInt("held"),
                row.getLong("pay_fen"),
                row.getLong("held_fen"),
                row.getString("note"));
    }
}
