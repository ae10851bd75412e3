package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank reports as pain.002 of ISO 20022. */
class StatusReportTest extends PaymentsTest {
    private RunView run;
    private List<String> references;

    @BeforeEach
    void atTheBank() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        granted("李四", "6210000000000002", "2016-10", 20_000);
        run = confirmed(OCTOBER);
        references = lines(run).stream().map(BankLine::reference).sorted().toList();
    }

    private static String transaction(String reference, String status, String rest) {
        return "<TxInfAndSts><OrgnlInstrId>%1$s</OrgnlInstrId><OrgnlEndToEndId>%1$s</OrgnlEndToEndId>%2$s%3$s</TxInfAndSts>"
                .formatted(reference, status.isEmpty() ? "" : "<TxSts>" + status + "</TxSts>", rest);
    }

    private static String report(String version, String groupStatus, String... transactions) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.%s"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>B-1</MsgId><CreDtTm>2016-10-11T09:00:00+08:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>R229901-201610-01</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>R229901-201610-01</OrgnlPmtInfId>%s%s</OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(
                        version,
                        groupStatus.isEmpty() ? "" : "<PmtInfSts>" + groupStatus + "</PmtInfSts>",
                        List.of(transactions).stream().collect(Collectors.joining()));
    }

    private ReturnView taken(String report) {
        return taken(run, "回执.xml", report.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "10"})
    void settled_transactions_are_posted_and_rejected_ones_voided_with_the_reason_of_the_bank(String version) {
        String reason = "<StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>账号与户名不符</AddtlInf></StsRsnInf>"
                + "<OrgnlTxRef><PmtTpInf><SvcLvl><Cd>NURG</Cd></SvcLvl></PmtTpInf></OrgnlTxRef>";
        ReturnView file = taken(report(
                version,
                "PART",
                transaction(references.getFirst(), "ACSC", ""),
                transaction(references.getLast(), "RJCT", reason)));

        assertThat(List.of(file.posted(), file.voided(), file.faults())).containsExactly(1, 1, 0);
        assertThat(recipients(run))
                .filteredOn(one -> one.state() == RecipientView.State.FAILED)
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).isEqualTo("AC01 账号与户名不符"));
        assertLedgerIsWhole();
    }

    @Test
    void a_transaction_without_a_status_has_that_of_its_group_and_one_under_way_waits() {
        ReturnView file = taken(report(
                "03",
                "ACSC",
                transaction(references.getFirst(), "", ""),
                transaction(references.getLast(), "ACSP", "")));

        assertThat(file.posted()).isEqualTo(1);
        assertThat(file.rows()).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(2);
            assertThat(row.text()).contains("银行还在处理（ACSP）");
        });
    }

    @Test
    void an_amount_that_is_not_the_one_ordered_is_not_taken() {
        String amount = "<OrgnlTxRef><Amt><InstdAmt Ccy=\"CNY\">0.01</InstdAmt></Amt></OrgnlTxRef>";

        assertThat(taken(report("10", "", transaction(references.getFirst(), "ACSC", amount)))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("0.01", "与应发金额"));
    }

    @Test
    void a_report_on_the_whole_only_is_refused_and_says_what_to_ask_for() {
        assertThatThrownBy(() -> taken(report("10", "ACSC"))).hasMessageContaining("payments.return-no-transactions");
    }

    @Test
    void another_message_a_cut_one_and_one_that_refers_outside_itself_are_refused() {
        String whole = report("10", "", transaction(references.getFirst(), "ACSC", ""));
        String outside = whole.replace(
                        "<Document", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document")
                .replace("ACSC", "&x;");

        for (String wrong : List.of(
                whole.replace("pain.002", "pain.001"), whole.substring(0, whole.length() - 30), outside, "付款编号,结果")) {
            assertThatThrownBy(() -> taken(wrong)).hasMessageContaining("payments.return-no-report");
        }
        assertThat(number("select count(*) from payments.return_file")).isZero();
    }
}
