package yingbao.platform.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.policy.value.AreaCode;

/** SQL of accounts and transfers. */
@Component
class LedgerQueries {
    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the accounts of a county that it does not have yet. */
    void open(AreaCode county, Collection<String> funds) {
        jdbc.sql("""
                insert into payments.account (area_code, kind, fund)
                select :county, 'FUND', fund from unnest(:funds) with ordinality as f(fund, ordinal)
                union all
                select :county, kind, null from unnest(array['RECIPIENTS', 'BANK', 'RECEIVABLE']) as k(kind)
                on conflict do nothing
                """)
                .param("county", county.digits())
                .param("funds", funds.toArray(String[]::new))
                .update();
    }

    /**
     * Posts a run: each share of each line, each payment, and what is collected or carried. What goes through the bank is
     * pending until it reports; what concerns nobody who is paid is final at once.
     */
    void post(RunId run, AreaCode county, LocalDate on, Instant at) {
        posting("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code, run_id,
                                               programme, recipient_id, entitlement_id, month, decision_id, payment_id,
                                               created_on, created_at)
                select payments.named_id(concat_ws('/', 'share', :run, l.entitlement_id, l.month, p.fund)),
                       case when r.payment_id is null then 'DIRECT' else 'PENDING' end,
                       case when p.fen > 0 then 'GRANT' else 'RECOVERY' end,
                       case when p.fen > 0 then f.id else c.id end, case when p.fen > 0 then c.id else f.id end,
                       abs(p.fen), r.area_code, :run, l.programme, l.recipient_id, l.entitlement_id, l.month,
                       l.decision_id, r.payment_id, :on::date, :at::timestamptz
                  from payments.run_line l
                  join payments.run_recipient r using (run_id, programme, recipient_id)
                 cross join lateral unnest(l.funds, l.share_fen) as p(fund, fen)
                  join payments.account f on f.area_code = :county and f.kind = 'FUND' and f.fund = p.fund
                  join payments.account c on c.area_code = :county and c.kind = 'RECIPIENTS'
                 where l.run_id = :run and p.fen <> 0 and not r.held
                """, run, county, on, at);
        posting("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code, run_id,
                                               payment_id, created_on, created_at)
                select p.id, 'PENDING', 'PAYMENT', c.id, b.id, p.amount_fen, p.area_code, :run, p.id, :on::date, :at::timestamptz
                  from payments.payment p
                  join payments.account c on c.area_code = :county and c.kind = 'RECIPIENTS'
                  join payments.account b on b.area_code = :county and b.kind = 'BANK'
                 where p.run_id = :run
                """, run, county, on, at);
        posting("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code, run_id,
                                               programme, recipient_id, payment_id, created_on, created_at)
                select payments.named_id(concat_ws('/', 'owed', :run, r.programme, r.recipient_id)),
                       case when r.payment_id is null then 'DIRECT' else 'PENDING' end,
                       case when r.carried_fen > 0 then 'CARRY' else 'COLLECT' end,
                       case when r.carried_fen > 0 then o.id else c.id end,
                       case when r.carried_fen > 0 then c.id else o.id end,
                       r.carried_fen + r.collected_fen, r.area_code, :run, r.programme, r.recipient_id, r.payment_id,
                       :on::date, :at::timestamptz
                  from payments.run_recipient r
                  join payments.account c on c.area_code = :county and c.kind = 'RECIPIENTS'
                  join payments.account o on o.area_code = :county and o.kind = 'RECEIVABLE'
                 where r.run_id = :run and r.carried_fen + r.collected_fen > 0 and not r.held
                """, run, county, on, at);
    }

    private void posting(String sql, RunId run, AreaCode county, LocalDate on, Instant at) {
        jdbc.sql(sql)
                .param("run", run.value())
                .param("county", county.digits())
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Posts or voids all that is pending for payments, as rows of a return file say. */
    void resolve(ReturnId file, LocalDate on, Instant at) {
        jdbc.sql("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code, run_id,
                                               programme, recipient_id, entitlement_id, month, decision_id, payment_id,
                                               pending_id, created_on, created_at)
                select payments.named_id('resolve/' || t.id), case w.outcome when 'POSTED' then 'POST' else 'VOID' end,
                       t.code, t.debit_account, t.credit_account, t.amount_fen, t.area_code, t.run_id, t.programme,
                       t.recipient_id, t.entitlement_id, t.month, t.decision_id, t.payment_id, t.id, :on::date, :at::timestamptz
                  from payments.return_row w
                  join payments.transfer t on t.payment_id = w.payment_id and t.kind = 'PENDING'
                 where w.return_id = :file and w.outcome in ('POSTED', 'VOIDED')
                """)
                .param("file", file.value())
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Ledger.AccountView> balances(AreaCode county) {
        return jdbc.sql("select * from payments.balance where area_code = :county order by id")
                .param("county", county.digits())
                .query((row, _) -> new Ledger.AccountView(
                        row.getInt("id"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("fund")).orElse(""),
                        "",
                        row.getLong("posted_fen"),
                        row.getLong("pending_fen"),
                        row.getLong("transfers")))
                .list();
    }

    /** Counties inside a scope that have accounts. */
    List<AreaCode> counties(AreaScope scope) {
        return jdbc.sql(
                        "select distinct area_code from payments.account where area_code between :from and :to order by 1")
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, _) -> new AreaCode(row.getString(1)))
                .list();
    }

    List<Ledger.MovementView> movements(int account) {
        return jdbc.sql("""
                select r.id, r.month, r.number, r.state, sum(m.posted_fen)::bigint as posted_fen,
                       sum(m.pending_fen)::bigint as pending_fen, sum(m.transfers)::bigint as transfers
                  from payments.movement m
                  join payments.run r on r.id = m.run_id
                 where m.account_id = :account
                 group by r.id
                 order by r.month desc, r.number desc
                """)
                .param("account", account)
                .query((row, _) -> new Ledger.MovementView(
                        new RunId(row.getObject("id", UUID.class)),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getInt("number"),
                        RunView.State.valueOf(row.getString("state")),
                        row.getLong("posted_fen"),
                        row.getLong("pending_fen"),
                        row.getLong("transfers")))
                .list();
    }

    private static final String WANTED = """
              from payments.transfer t
             where (:run::uuid is null or t.run_id = :run::uuid)
               and (:account::int is null or :account::int in (t.debit_account, t.credit_account))
               and (:entitlement::uuid is null or t.entitlement_id = :entitlement::uuid)
               and (:recipient::uuid is null or t.recipient_id = :recipient::uuid)
               and t.area_code between :from and :to
            """;

    List<Ledger.TransferView> transfers(Ledger.TransferFilter filter, AreaScope scope) {
        return wanted(
                        """
                select t.*, coalesce((select r.name from payments.run_recipient r
                                       where r.run_id = t.run_id and r.programme = t.programme
                                         and r.recipient_id = t.recipient_id),
                                     (select b.name from payments.repayment b
                                       where b.id = coalesce(t.repayment_id, (select v.repayment_id from payments.reversal v
                                                                               where v.id = t.reversal_id)))) as name,
                       (select p.payee || ' ' || p.reference from payments.payment p where p.id = t.payment_id) as payment
                """ + WANTED
                                + " order by t.created_at desc, t.entitlement_id, t.month, t.id offset :offset limit :size",
                        filter,
                        scope)
                .param("offset", filter.offset())
                .param("size", filter.size())
                .query(LedgerQueries::transfer)
                .list();
    }

    long countTransfers(Ledger.TransferFilter filter, AreaScope scope) {
        return wanted("select count(*)" + WANTED, filter, scope)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec wanted(String sql, Ledger.TransferFilter filter, AreaScope scope) {
        return jdbc.sql(sql)
                .param("run", filter.run().map(RunId::value).orElse(null))
                .param("account", filter.account().orElse(null))
                .param("entitlement", filter.entitlement().orElse(null))
                .param("recipient", filter.recipient().orElse(null))
                .param("from", scope.from())
                .param("to", scope.to());
    }

    private static Ledger.TransferView transfer(ResultSet row, int number) throws SQLException {
        return new Ledger.TransferView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("code"),
                row.getInt("debit_account"),
                row.getInt("credit_account"),
                row.getLong("amount_fen"),
                Optional.ofNullable(row.getObject("month", LocalDate.class)).map(YearMonth::from),
                Optional.ofNullable(row.getString("name"))
                        .or(() -> payment(row))
                        .orElse(""),
                Optional.ofNullable(row.getObject("entitlement_id", UUID.class)),
                Optional.ofNullable(row.getObject("decision_id", UUID.class)),
                Optional.ofNullable(row.getObject("run_id", UUID.class)).map(RunId::new),
                row.getObject("created_on", LocalDate.class));
    }

    private static Optional<String> payment(ResultSet row) {
        try {
            return Optional.ofNullable(row.getString("payment"));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
