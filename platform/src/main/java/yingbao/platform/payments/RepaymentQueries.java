package yingbao.platform.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/** SQL of what families owe and pay back. */
@Component
class RepaymentQueries {
    private final JdbcClient jdbc;

    RepaymentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody owes to a county, as its last confirmed run knew them.
     *
     * @param household where they lived then, or where those live who answer for them
     * @param waitingFen what was entered as paid back and waits for a second person
     * @param since when it was decided to take it back; empty where nothing is owed
     */
    record DebtRow(
            AreaCode county,
            String programme,
            UUID recipient,
            UUID household,
            AreaCode area,
            String name,
            long owedFen,
            long waitingFen,
            Optional<LocalDate> since) {}

    /**
     * Whether a row is a household's, by its household and recipient: not where somebody else answers for the recipient by
     * now, but where somebody of it answers for another.
     */
    private static final String THEIRS = """
            %1$s.household_id = :household and %1$s.recipient_id <> all(array(select former_id from payments.answering()))
            or %1$s.recipient_id = any(array(select former_id from payments.answering() where household_id = :household))
            """;

    /**
     * Debts to counties as their runs knew them. The rows of its runs stay with a county, so that it finds what is owed to
     * it also when the family has moved away and is seen by it no more.
     */
    private static final String DEBTS = """
            with known as (
                select distinct on (u.area_code, r.programme, coalesce(a.now_id, r.recipient_id))
                       u.area_code::text as county_code, r.programme, coalesce(a.now_id, r.recipient_id) as recipient_id,
                       coalesce(a.household_id, r.household_id) as household_id,
                       case when left(a.area_code, 6) = left(r.area_code, 6) then a.area_code
                            else r.area_code end as area_code, r.name
                  from payments.run_recipient r
                  join payments.run u on u.id = r.run_id and u.state in ('CONFIRMED', 'SENT', 'SETTLED')
                  left join payments.answering() a on a.former_id = r.recipient_id
                 where (%s)
                 order by u.area_code, r.programme, coalesce(a.now_id, r.recipient_id), a.now_id is not null,
                          u.confirmed_at desc)
            select k.*, o.fen as owed_fen, s.since,
                   coalesce((select sum(b.amount_fen) from payments.repayment b
                              where b.programme = k.programme and b.county_code = k.county_code and b.state = 'ENTERED'
                                and payments.answers_for(b.recipient_id) = k.recipient_id), 0)::bigint as waiting_fen,
                   count(*) over () as total
              from known k
              join payments.owed(array(select recipient_id from known)) o using (programme, recipient_id, county_code)
              left join payments.owing_since(array(select recipient_id from known)) s
                using (programme, recipient_id, county_code)
            """;

    /** Debts of a household and its members and of those for whom they answer, also those that are paid off. */
    List<DebtRow> debts(UUID household) {
        return jdbc.sql(DEBTS.formatted(THEIRS.formatted("r")) + " order by k.county_code, k.programme, k.name")
                .param("household", household)
                .query((row, _) -> debt(row, household))
                .list();
    }

    /** What is owed to a county by those of an area, wherever they live now, the most first. */
    Page<DebtRow> debts(AreaCode county, AreaScope scope, int offset, int size) {
        AtomicLong total = new AtomicLong();
        List<DebtRow> rows = jdbc.sql(DEBTS.formatted("""
                        u.area_code = :county and r.area_code between :from and :to
                    and r.recipient_id in (select c.recipient_id from payments.run_recipient c where c.carried_fen > 0)
                """) + """
                 where o.fen > 0
                 order by o.fen desc, k.name, k.recipient_id, k.programme offset :offset limit :size
                """)
                .param("county", county.digits())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("offset", offset)
                .param("size", size)
                .query((row, _) -> {
                    total.set(row.getLong("total"));
                    return debt(row, row.getObject("household_id", UUID.class));
                })
                .list();
        return new Page<>(rows, total.get());
    }

    private static DebtRow debt(ResultSet row, UUID household) throws SQLException {
        return new DebtRow(
                new AreaCode(row.getString("county_code")),
                row.getString("programme"),
                row.getObject("recipient_id", UUID.class),
                household,
                new AreaCode(row.getString("area_code")),
                row.getString("name"),
                row.getLong("owed_fen"),
                row.getLong("waiting_fen"),
                Optional.ofNullable(row.getObject("since", LocalDate.class)));
    }

    /** What is owed to a county by a programme by whoever answers for somebody now. */
    long owedFen(AreaCode county, String programme, UUID recipient) {
        return jdbc.sql("""
                select coalesce(sum(fen), 0)::bigint from payments.owed(array[payments.answers_for(:recipient)])
                 where programme = :programme and county_code = :county
                """)
                .param("county", county.digits())
                .param("recipient", recipient)
                .param("programme", programme)
                .query(Long.class)
                .single();
    }

    void insert(RepaymentId id, DebtRow of, long amountFen, Repayments.NewRepayment entered, Caller by, Instant at) {
        jdbc.sql("""
                insert into payments.repayment (id, county_code, area_code, programme, recipient_id, household_id, name,
                                                amount_fen, received_on, receipt, state, entered_by, entered_name, entered_at)
                values (:id, :county, :area, :programme, :recipient, :household, :name, :fen, :receivedOn, :receipt,
                        'ENTERED', :by, :byName, :at)
                """)
                .param("id", id.value())
                .param("county", of.county().digits())
                .param("area", of.area().digits())
                .param("programme", of.programme())
                .param("recipient", of.recipient())
                .param("household", of.household())
                .param("name", of.name())
                .param("fen", amountFen)
                .param("receivedOn", entered.receivedOn())
                .param("receipt", entered.receipt())
                .param("by", by.user().value())
                .param("byName", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean receiptTaken(AreaCode county, String receipt) {
        return jdbc.sql("""
                select exists (select from payments.repayment
                                where county_code = :county and receipt = :receipt and state not in ('REFUSED', 'REVERSED'))
                """)
                .param("county", county.digits())
                .param("receipt", receipt)
                .query(Boolean.class)
                .single();
    }

    private static final String VIEWS = """
            select b.*, coalesce(a.household_id, b.household_id) as answers_in, v.reason as reversal_reason, v.state as reversal_state, v.entered_by as reversal_by,
                   v.entered_name as reversal_name, v.entered_at as reversal_at, v.decided_name as reversal_decided
              from payments.repayment b
              left join payments.answering() a on a.former_id = b.recipient_id
              left join lateral (select * from payments.reversal v
                                  where v.repayment_id = b.id order by v.entered_at desc, v.id desc limit 1) v on true
            """;

    Optional<RepaymentView> find(RepaymentId id) {
        return jdbc.sql(VIEWS + " where b.id = :id")
                .param("id", id.value())
                .query(RepaymentQueries::view)
                .optional();
    }

    List<RepaymentView> of(UUID household) {
        return jdbc.sql(VIEWS + " where (" + THEIRS.formatted("b") + ") order by b.entered_at desc")
                .param("household", household)
                .query(RepaymentQueries::view)
                .list();
    }

    /** What waits for a second person, to be confirmed or to be taken back, the oldest first. */
    List<RepaymentView> waiting(AreaScope scope) {
        return jdbc.sql(VIEWS + """
                 where (b.state = 'ENTERED' or v.state = 'ENTERED') and b.area_code between :from and :to
                 order by coalesce(v.entered_at, b.entered_at)
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(RepaymentQueries::view)
                .list();
    }

    void decide(RepaymentId id, RepaymentView.State state, Caller by, Instant at) {
        jdbc.sql("""
                update payments.repayment
                   set state = :state, decided_by = :by, decided_name = :byName, decided_at = :at
                 where id = :id and state = 'ENTERED'
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("by", by.user().value())
                .param("byName", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Posts a confirmed repayment: it comes to the bank's account and is owed no more. */
    void post(RepaymentId id, LocalDate on, Instant at) {
        jdbc.sql("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code,
                                               repayment_id, programme, recipient_id, created_on, created_at)
                select payments.named_id('repaid/' || b.id), 'DIRECT', 'REPAID', k.id, o.id, b.amount_fen, b.area_code, b.id,
                       b.programme, b.recipient_id, :on, :at
                  from payments.repayment b
                  join payments.account k on k.area_code = b.county_code and k.kind = 'BANK'
                  join payments.account o on o.area_code = b.county_code and o.kind = 'RECEIVABLE'
                 where b.id = :id
                """)
                .param("id", id.value())
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static RepaymentView view(ResultSet row, int number) throws SQLException {
        return new RepaymentView(
                new RepaymentId(row.getObject("id", UUID.class)),
                new AreaCode(row.getString("county_code")),
                new AreaCode(row.getString("area_code")),
                row.getString("programme"),
                "",
                row.getObject("recipient_id", UUID.class),
                row.getObject("answers_in", UUID.class),
                row.getString("name"),
                row.getLong("amount_fen"),
                row.getObject("received_on", LocalDate.class),
                row.getString("receipt"),
                RepaymentView.State.valueOf(row.getString("state")),
                new UserId(row.getObject("entered_by", UUID.class)),
                row.getString("entered_name"),
                row.getTimestamp("entered_at").toInstant(),
                Optional.ofNullable(row.getString("decided_name")),
                reversal(row));
    }

    private static Optional<RepaymentView.Reversal> reversal(ResultSet row) throws SQLException {
        return row.getString("reversal_state") == null
                ? Optional.empty()
                : Optional.of(new RepaymentView.Reversal(
                        row.getString("reversal_reason"),
                        RepaymentView.ReversalState.valueOf(row.getString("reversal_state")),
                        new UserId(row.getObject("reversal_by", UUID.class)),
                        row.getString("reversal_name"),
                        row.getTimestamp("reversal_at").toInstant(),
                        Optional.ofNullable(row.getString("reversal_decided"))));
    }
}
