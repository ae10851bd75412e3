package yingbao.platform.payments;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;

/** SQL of what people see of runs. */
@Component
class ViewQueries {
    private final JdbcClient jdbc;

    ViewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recipient's row before names are put to codes. */
    record RecipientRow(
            RunId run,
            YearMonth month,
            int number,
            String programme,
            UUID recipient,
            UUID household,
            String name,
            String householdNumber,
            String area,
            long linesFen,
            long payFen,
            long collectedFen,
            long carriedFen,
            RecipientView.State state,
            String payee,
            String bank,
            String accountTail,
            String reference,
            Optional<LocalDate> resolvedOn,
            String failure,
            Optional<HeldFor> heldFor) {}

    /**
     * A payment that the bank could not carry out, as the bank was told.
     *
     * @param accountIndex fingerprint of the account, in hexadecimal
     * @param reissued whether a later run paid the same months again
     */
    record FailedRow(
            RunId run,
            String reference,
            String payee,
            String bank,
            String accountTail,
            String accountIndex,
            String why,
            Optional<RecipientView.SameAccount> stated,
            boolean reissued) {}

    /** One of several sums. */
    record SumRow(String key, long recipients, long fen) {}

    private static final String FROM = """
              from payments.run_recipient r
              join payments.run u on u.id = r.run_id
              left join payments.payment p on p.id = r.payment_id
              left join payments.transfer t on t.pending_id = p.id
              left join payments.return_row w on w.payment_id = p.id and w.outcome in ('POSTED', 'VOIDED')
             cross join lateral (select case when r.held then 'HELD' when r.payment_id is null then 'NOTHING'
                                             when u.state in ('PREPARING', 'PREVIEW', 'DROPPED') then 'PREVIEW'
                                             when t.kind = 'POST' then 'PAID' when t.kind = 'VOID' then 'FAILED'
                                             else 'PENDING' end as state) s
             where (:run::uuid is null or r.run_id = :run::uuid)
               and (:household::uuid is null
                    or r.household_id = :household::uuid and u.state in ('CONFIRMED', 'SENT', 'SETTLED'))
               and (:programme = '' or r.programme = :programme)
               and r.area_code between :from and :to
               and (:state = '' or s.state = :state)
               and (:held = '' or r.held_for = :held)
               and (:wanted = '' or r.name like '%' || :wanted || '%' or r.household_no = :wanted or p.reference = :wanted)
               and (:reason = '' or exists (
                    select from payments.run_line l
                     where l.run_id = r.run_id and l.recipient_id = r.recipient_id and l.programme = r.programme
                       and l.reason = :reason))
            """;

    List<RecipientRow> recipients(PaymentViews.Filter filter, AreaScope scope) {
        return filtered("""
                select r.*, u.month as run_month, u.number as run_number, s.state as became, p.payee, p.bank_name,
                       p.account_tail, p.reference, t.created_on as resolved_on, w.reason as failure
                """ + FROM + """
                 order by u.month desc, u.number desc, r.area_code, r.name, r.recipient_id, r.programme
                offset :offset limit :size
                """, filter, scope)
                .param("offset", filter.offset())
                .param("size", filter.size())
                .query(ViewQueries::recipient)
                .list();
    }

    long count(PaymentViews.Filter filter, AreaScope scope) {
        return filtered("select count(*)" + FROM, filter, scope)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, PaymentViews.Filter filter, AreaScope scope) {
        return jdbc.sql(sql)
                .param("run", filter.run().map(RunId::value).orElse(null))
                .param("household", filter.household().orElse(null))
                .param("programme", filter.programme())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("state", filter.state().map(Enum::name).orElse(""))
                .param("held", filter.held().map(Enum::name).orElse(""))
                .param("wanted", filter.wanted())
                .param("reason", filter.reason().map(Enum::name).orElse(""));
    }

    private static RecipientRow recipient(ResultSet row, int number) throws SQLException {
        return new RecipientRow(
                new RunId(row.getObject("run_id", UUID.class)),
                YearMonth.from(row.getObject("run_month", LocalDate.class)),
                row.getInt("run_number"),
                row.getString("programme"),
                row.getObject("recipient_id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getString("name"),
                row.getString("household_no"),
                row.getString("area_code"),
                row.getLong("lines_fen"),
                row.getLong("pay_fen"),
                row.getLong("collected_fen"),
                row.getLong("carried_fen"),
                RecipientView.State.valueOf(row.getString("became")),
                Optional.ofNullable(row.getString("payee")).orElse(""),
                Optional.ofNullable(row.getString("bank_name")).orElse(""),
                Optional.ofNullable(row.getString("account_tail")).orElse(""),
                Optional.ofNullable(row.getString("reference")).orElse(""),
                Optional.ofNullable(row.getObject("resolved_on", LocalDate.class)),
                Optional.ofNullable(row.getString("failure")).orElse(""),
                Optional.ofNullable(row.getString("held_for")).map(HeldFor::valueOf));
    }

    private static final String THESE = """
              from unnest(:runs::uuid[], :programmes::text[], :recipients::uuid[]) as w(run_id, programme, recipient_id)
            """;

    private JdbcClient.StatementSpec these(String sql, List<RecipientRow> of) {
        return jdbc.sql(sql)
                .param("runs", of.stream().map(row -> row.run().value()).toArray(UUID[]::new))
                .param("programmes", of.stream().map(RecipientRow::programme).toArray(String[]::new))
                .param("recipients", of.stream().map(RecipientRow::recipient).toArray(UUID[]::new));
    }

    /** Under which what belongs to a row is found. */
    static String key(RecipientRow row) {
        return row.run().value() + row.programme() + row.recipient();
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("run_id") + row.getString("programme") + row.getString("recipient_id");
    }

    /** Lines by {@link #key}. */
    Map<String, List<RecipientView.PaymentLine>> lines(List<RecipientRow> of) {
        Map<String, List<RecipientView.PaymentLine>> lines = new HashMap<>();
        these("select l.*" + THESE + """
                  join payments.run_line l using (run_id, programme, recipient_id)
                 order by l.month desc, l.entitlement_id
                """, of).query(row -> {
            lines.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(line(row));
        });
        return lines;
    }

    /**
     * The failed payments that rows speak of, by {@link #key}: their own, the one because of which they are held back, or
     * the one that they repeat to the same account because somebody said that it is right.
     */
    Map<String, FailedRow> failed(List<RecipientRow> of) {
        Map<String, FailedRow> failed = new HashMap<>();
        these("""
                select w.run_id, w.programme, w.recipient_id, f.run_id as failed_run, f.reference, f.payee, f.bank_name,
                       f.account_tail, encode(f.account_index, 'hex') as account_index, b.reason as why,
                       s.stated_name, s.stated_on, s.reason as stated_reason,
                       exists (select from payments.run_line l
                                 join payments.run_line n on n.entitlement_id = l.entitlement_id and n.month = l.month
                                  and n.run_id <> l.run_id and n.reason = 'REISSUED'
                                 join payments.run_recipient m
                                   on m.run_id = n.run_id and m.programme = n.programme and m.recipient_id = n.recipient_id
                                 join payments.run u on u.id = n.run_id and u.state in ('CONFIRMED', 'SENT', 'SETTLED')
                                where l.run_id = f.run_id and l.programme = w.programme
                                  and l.recipient_id = w.recipient_id and m.payment_id > f.id) as reissued
                """ + THESE + """
                  join payments.run_recipient r using (run_id, programme, recipient_id)
                  left join payments.payment p on p.id = r.payment_id
                  left join payments.transfer t on t.pending_id = p.id
                  join payments.payment f on f.id = coalesce(
                       case when t.kind = 'VOID' then p.id end, r.refused_payment_id,
                       (select e.id from payments.account_statement a join payments.payment e on e.id = a.payment_id
                         where e.account_index = p.account_index and e.id < p.id
                           and exists (select from payments.run_line l
                                        where l.run_id = w.run_id and l.programme = w.programme
                                          and l.recipient_id = w.recipient_id and l.reason = 'REISSUED')
                         order by e.id desc limit 1))
                  left join payments.return_row b on b.payment_id = f.id and b.outcome = 'VOIDED'
                  left join payments.account_statement s on s.payment_id = f.id
                """, of).query(row -> {
            failed.put(key(row), failed(row));
        });
        return failed;
    }

    private static FailedRow failed(ResultSet row) throws SQLException {
        Optional<LocalDate> statedOn = Optional.ofNullable(row.getObject("stated_on", LocalDate.class));
        String statedName = Optional.ofNullable(row.getString("stated_name")).orElse("");
        String statedReason =
                Optional.ofNullable(row.getString("stated_reason")).orElse("");
        return new FailedRow(
                new RunId(row.getObject("failed_run", UUID.class)),
                row.getString("reference"),
                row.getString("payee"),
                row.getString("bank_name"),
                row.getString("account_tail"),
                row.getString("account_index"),
                Optional.ofNullable(row.getString("why")).orElse(""),
                statedOn.map(on -> new RecipientView.SameAccount(statedName, on, statedReason)),
                row.getBoolean("reissued"));
    }

    private static RecipientView.PaymentLine line(ResultSet row) throws SQLException {
        return new RecipientView.PaymentLine(
                row.getObject("entitlement_id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("decision_id", UUID.class),
                row.getLong("decided_fen"),
                row.getLong("had_fen"),
                row.getLong("former_fen"),
                row.getLong("amount_fen"),
                Reason.valueOf(row.getString("reason")),
                shares(row.getArray("funds"), row.getArray("share_fen")));
    }

    private static Map<String, Long> shares(Array funds, Array fen) throws SQLException {
        Map<String, Long> shares = new LinkedHashMap<>();
        String[] names = (String[]) funds.getArray();
        Long[] parts = (Long[]) fen.getArray();
        for (int at = 0; at < names.length; at++) {
            shares.put(names[at], parts[at]);
        }
        return shares;
    }

    /** Sums of what a run pays, by programme. */
    List<SumRow> byProgramme(RunId run) {
        return sums("""
                select programme, count(*), sum(pay_fen)::bigint from payments.run_recipient
                 where run_id = :run group by 1 order by 1
                """, run);
    }

    /** Sums by the first nine digits of the place. */
    List<SumRow> byTownship(RunId run) {
        return sums("""
                select rpad(left(area_code, 9), 12, '0'), count(*), sum(pay_fen)::bigint from payments.run_recipient
                 where run_id = :run group by 1 order by 1
                """, run);
    }

    /** What each fund bears of the lines that are not held back. */
    List<SumRow> byFund(RunId run) {
        return sums("""
                select s.fund, count(distinct l.recipient_id) filter (where s.fen <> 0), sum(s.fen)::bigint
                  from payments.run_line l
                  join payments.run_recipient r using (run_id, programme, recipient_id)
                 cross join lateral unnest(l.funds, l.share_fen) with ordinality as s(fund, fen, ordinal)
                 where l.run_id = :run and not r.held
                 group by s.fund
                 order by min(s.ordinal), s.fund
                """, run);
    }

    List<SumRow> byReason(RunId run) {
        return sums("""
                select reason, count(distinct (recipient_id, programme)), sum(amount_fen)::bigint from payments.run_line
                 where run_id = :run group by 1 order by 1
                """, run);
    }

    private static final String BESIDE = """
            select key, count(*), sum(fen)::bigint
              from payments.run_recipient r
             cross join lateral (values ('CARRIED', r.carried_fen), ('COLLECTED', -r.collected_fen)) as owed(key, fen)
             where run_id = :run and fen <> 0
            """;

    /** What of the lines is owed from now on, or taken off what was owed. */
    List<SumRow> besideReasons(RunId run) {
        return sums(BESIDE + " group by key order by key", run);
    }

    /** The same of those for whom the levels pay, and what is held back of the others. */
    List<SumRow> besideFunds(RunId run) {
        return sums(BESIDE + """
                   and not r.held
                 group by key
                union all
                select 'HELD', count(*), sum(pay_fen)::bigint from payments.run_recipient
                 where run_id = :run and held having count(*) > 0
                 order by 1
                """, run);
    }

    /** Whom a run holds back, by why. */
    List<SumRow> byHeld(RunId run) {
        return sums("""
                select held_for, count(*), sum(pay_fen)::bigint from payments.run_recipient
                 where run_id = :run and held group by 1 order by 1
                """, run);
    }

    /** What became of a run's recipients, by state. */
    List<SumRow> byState(RunId run) {
        return sums("""
                select s.state, count(*), sum(r.pay_fen)::bigint
                """ + FROM.substring(0, FROM.indexOf(" where (:run")) + """
                 where r.run_id = :run group by 1 order by 1
                """, run);
    }

    private List<SumRow> sums(String sql, RunId run) {
        return jdbc.sql(sql)
                .param("run", run.value())
                .query((row, _) -> new SumRow(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }
}
