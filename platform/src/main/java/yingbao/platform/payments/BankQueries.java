package yingbao.platform.payments;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Caller;
import yingbao.policy.value.AreaCode;

/** SQL about what the bank is told. */
@Component
class BankQueries {
    private final JdbcClient jdbc;

    BankQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose account is paid from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries bytes to their one reader
    record PayerRow(String name, String bank, byte[] accountSealed, String accountTail) {}

    /** The payments of a run by reference, their accounts opened. */
    List<BankOrder.Entry> entries(RunId run, Function<byte[], String> opener) {
        return jdbc.sql("""
                select reference, payee, account_sealed, bank_name, amount_fen from payments.payment
                 where run_id = :run order by reference
                """)
                .param("run", run.value())
                .query((row, _) -> new BankOrder.Entry(
                        row.getString(1),
                        row.getString(2),
                        opener.apply(row.getBytes(3)),
                        row.getString(4),
                        row.getLong(5)))
                .list();
    }

    Optional<PayerRow> payer(AreaCode county) {
        return jdbc.sql("select * from payments.payer where area_code = :county order by id desc limit 1")
                .param("county", county.digits())
                .query((row, _) -> new PayerRow(
                        row.getString("name"),
                        row.getString("bank_name"),
                        row.getBytes("account_sealed"),
                        row.getString("account_tail")))
                .optional();
    }

    void insertPayer(UUID id, AreaCode county, PayerRow payer, Caller by, Instant at) {
        jdbc.sql("""
                insert into payments.payer (id, area_code, name, bank_name, account_sealed, account_tail, entered_by,
                                            entered_at)
                values (:id, :county, :name, :bank, :account, :tail, :by, :at)
                """)
                .param("id", id)
                .param("county", county.digits())
                .param("name", payer.name())
                .param("bank", payer.bank())
                .param("account", payer.accountSealed())
                .param("tail", payer.accountTail())
                .param("by", by.user().value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
