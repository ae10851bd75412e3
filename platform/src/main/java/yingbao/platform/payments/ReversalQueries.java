package yingbao.platform.payments;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Caller;

/** SQL of repayments that are taken back. */
@Component
class ReversalQueries {
    private final JdbcClient jdbc;

    ReversalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, RepaymentView of, String reason, Caller by, Instant at) {
        jdbc.sql("""
                insert into payments.reversal (id, repayment_id, county_code, area_code, reason, state, entered_by, entered_name,
                                               entered_at)
                values (:id, :repayment, :county, :area, :reason, 'ENTERED', :by, :byName, :at)
                """)
                .param("id", id)
                .param("repayment", of.id().value())
                .param("county", of.county().digits())
                .param("area", of.area().digits())
                .param("reason", reason)
                .param("by", by.user().value())
                .param("byName", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    void decide(RepaymentId of, RepaymentView.ReversalState state, Caller by, Instant at) {
        jdbc.sql("""
                update payments.reversal
                   set state = :state, decided_by = :by, decided_name = :byName, decided_at = :at
                 where repayment_id = :repayment and state = 'ENTERED'
                """)
                .param("repayment", of.value())
                .param("state", state.name())
                .param("by", by.user().value())
                .param("byName", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Posts the exact opposite of a repayment: it leaves the bank's account, and is owed again. */
    void post(RepaymentId of, LocalDate on, Instant at) {
        jdbc.sql("update payments.repayment set state = 'REVERSED' where id = :repayment and state = 'CONFIRMED'")
                .param("repayment", of.value())
                .update();
        jdbc.sql("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code,
                                               reversal_id, programme, recipient_id, created_on, created_at)
                select payments.named_id('unrepaid/' || v.id), 'DIRECT', 'UNREPAID', t.credit_account, t.debit_account,
                       t.amount_fen, t.area_code, v.id, t.programme, t.recipient_id, :on, :at
                  from payments.reversal v
                  join payments.transfer t on t.repayment_id = v.repayment_id
                 where v.repayment_id = :repayment and v.state = 'CONFIRMED'
                """)
                .param("repayment", of.value())
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
    }
}
