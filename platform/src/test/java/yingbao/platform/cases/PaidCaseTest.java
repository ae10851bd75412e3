package yingbao.platform.cases;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.payments.BankFiles;
import yingbao.platform.payments.BankFormat;
import yingbao.platform.payments.BankReturns;
import yingbao.platform.payments.Payments;
import yingbao.platform.payments.RunView;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.Register;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** A family for which the county also pays what is decided. */
abstract class PaidCaseTest extends CaseTest {
    @Autowired
    Register register;

    @Autowired
    Payments payments;

    @Autowired
    BankFiles bank;

    @Autowired
    BankReturns returns;

    /** Whatever is decided for the county up to a month is paid to a family's account, and the bank has reported it. */
    void paidOut(HouseholdId household, YearMonth month) {
        accountKnown(household);
        reported(confirmed(prepared(month)), "成功,");
    }

    void accountKnown(HouseholdId household) {
        as(
                "township-clerk",
                TOWN,
                () -> register.state(NewStatement.of(
                        household,
                        DateRange.from(today.date()),
                        Map.of(
                                "bank_account", Optional.of(new Value.Text("6210000000000001")),
                                "bank_name", Optional.of(new Value.Text("某某农村信用社"))),
                        "township",
                        NewStatement.Cause.FORM)));
    }

    RunView prepared(YearMonth month) {
        return as(
                "county-finance",
                COUNTY,
                () -> payments.prepare(new Payments.NewRun(AreaCode.parse(COUNTY), month, Set.of())));
    }

    RunView confirmed(RunView run) {
        return as("county-officer", COUNTY, () -> payments.confirm(run.id(), run.digest()));
    }

    /** The bank says the same of each payment of a run. */
    void reported(RunView run, String result) {
        as("county-finance", COUNTY, () -> {
            String lines = new String(bank.write(run.id(), BankFormat.CSV).content(), StandardCharsets.UTF_8);
            String reported = lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1)[1] + "," + result)
                    .collect(Collectors.joining("\n", "付款编号,结果,原因\n", "\n"));
            return returns.take(run.id(), "回盘.csv", reported.getBytes(StandardCharsets.UTF_8));
        });
    }
}
