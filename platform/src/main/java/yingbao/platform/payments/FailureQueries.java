package yingbao.platform.payments;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Caller;
import yingbao.policy.value.AreaCode;

/** SQL about accounts by which the bank could not pay. */
@Component
class FailureQueries {
    private final JdbcClient jdbc;

    FailureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A payment that the bank could not carry out, the last that it reported on by this account.
     *
     * @param index fingerprint of the account, in hexadecimal
     * @param stated whether somebody said that the account is right
     */
    record Failed(UUID payment, String index, String payee, String bank, boolean stated) {

        /** Whether the bank would be told the same again. */
        boolean isSame(Payees.Account account) {
            return payee.equals(account.holder()) && bank.equals(account.bank());
        }
    }

    /** Those of some accounts by which the bank could not pay the last time, by their fingerprints. */
    Map<String, Failed> failed(Collection<String> indexes) {
        return jdbc
                .sql("""
                select last.*, exists (select from payments.account_statement s where s.payment_id = last.id) as stated
                  from (select distinct on (p.account_index) p.id, p.account_index, p.payee, p.bank_name, t.kind
                          from unnest(:indexes::text[]) as wanted(index)
                          join payments.payment p on p.account_index = decode(wanted.index, 'hex')
                          join payments.transfer t on t.pending_id = p.id
                         order by p.account_index, t.created_at desc, p.id desc) as last
                 where last.kind = 'VOID'
                """)
                .param("indexes", indexes.toArray(String[]::new))
                .query((row, _) -> new Failed(
                        row.getObject("id", UUID.class),
                        Bytes.of(row.getBytes("account_index")).hex(),
                        row.getString("payee"),
                        row.getString("bank_name"),
                        row.getBoolean("stated")))
                .list()
                .stream()
                .collect(Collectors.toMap(Failed::index, failed -> failed));
    }

    /** A payment with the fingerprint of its account. */
    record Paid(UUID id, AreaCode area, String index) {}

    Optional<Paid> payment(RunId run, String reference) {
        return jdbc.sql(
                        "select id, area_code, account_index from payments.payment where run_id = :run and reference = :reference")
                .param("run", run.value())
                .param("reference", reference)
                .query((row, _) -> new Paid(
                        row.getObject(1, UUID.class),
                        new AreaCode(row.getString(2)),
                        Bytes.of(row.getBytes(3)).hex()))
                .optional();
    }

    void state(Paid payment, String reason, Caller by, LocalDate on, Instant at) {
        jdbc.sql("""
                insert into payments.account_statement (payment_id, area_code, reason, stated_by, stated_name, stated_on, stated_at)
                values (:payment, :area, :reason, :by, :name, :on, :at)
                """)
                .param("payment", payment.id())
                .param("area", payment.area().digits())
                .param("reason", reason)
                .param("by", by.user().value())
                .param("name", by.name())
                .param("on", on)
                .param("at", Timestamp.from(at))
                .update();
    }
}
