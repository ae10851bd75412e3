package yingbao.platform.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.cases.EntitlementId;
import yingbao.platform.cases.Payouts;

/** SQL that tells whoever handles a case how far its money has come. */
@Component
class PayoutQueries implements Payouts {
    private final JdbcClient jdbc;

    PayoutQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PaidMonth> of(EntitlementId entitlement) {
        return jdbc.sql("select * from payments.paid_months(:entitlement) order by month")
                .param("entitlement", entitlement.value())
                .query((row, _) -> new PaidMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("posted_fen"),
                        YearMonth.from(row.getObject("run_month", LocalDate.class)),
                        row.getInt("run_number"),
                        Stage.valueOf(row.getString("stage"))))
                .list();
    }
}
