package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import yingbao.policy.value.AreaCode;

class BankFileTest extends PaymentsTest {

    private RunView run() {
        granted("张三", "6210000000000000019", "2016-10", 35_001);
        granted("李四<&>", "6210000000000000027", "2016-10", 20_000);
        return confirmed(OCTOBER);
    }

    private byte[] file(RunView run, BankFormat format) {
        return as(MAKER, COUNTY, () -> bank.write(run.id(), format)).content();
    }

    private void setPayer() {
        as(MAKER, COUNTY, () -> {
            bank.setPayer(AreaCode.parse(COUNTY), "某县社会保障资金财政专户", "某某银行", "0707 1234 5678");
            return COUNTY;
        });
    }

    @Test
    void csv_opens_in_a_spreadsheet_and_names_every_payment() {
        String csv = new String(file(run(), BankFormat.CSV), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\ufeff序号,付款编号,户名,账号,开户银行,金额,用途,结果,原因\r\n");
        assertThat(csv).contains("P229901-201610-01-000001", ",6210000000000000019,某某农村信用社,350.01,2016年10月社会救助金,,");
    }

    @Test
    void a_workbook_keeps_all_digits_of_an_account() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file(run(), BankFormat.XLSX)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.stream().map(row -> row.getCellText(3)).toList())
                    .contains("6210000000000000019", "6210000000000000027");
            assertThat(rows.get(1).getCellAsNumber(5)).isPresent();
        }
    }

    @Test
    void the_file_that_was_handed_out_can_be_filled_in_and_returned() {
        RunView run = run();
        String filled = new String(file(run, BankFormat.CSV), StandardCharsets.UTF_8)
                .replace("2016年10月社会救助金,,", "2016年10月社会救助金,成功,");

        assertThat(taken(run, filled).posted()).isEqualTo(2);
    }

    @Test
    void pain_001_has_the_structure_that_banks_check() throws Exception {
        RunView run = run();
        assertThatThrownBy(() -> file(run, BankFormat.PAIN)).hasMessageContaining("payments.payer-unset");
        setPayer();
        byte[] xml = file(run, BankFormat.PAIN);

        try (InputStream schema = BankFileTest.class.getResourceAsStream("/payments/pain.001-as-used.xsd")) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema))
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertThat(texts(document, "NbOfTxs")).containsExactly("2", "2");
        assertThat(texts(document, "CtrlSum")).containsExactly("550.01", "550.01");
        assertThat(texts(document, "InstdAmt")).containsExactlyInAnyOrder("350.01", "200.00");
        assertThat(texts(document, "EndToEndId")).allMatch(id -> id.matches("[A-Z0-9-]{1,35}"));
        assertThat(texts(document, "Nm")).contains("李四<&>", "某县社会保障资金财政专户");
    }

    @Test
    void handing_out_a_file_is_an_entry_in_the_log_and_marks_the_run_as_sent() {
        RunView run = run();
        file(run, BankFormat.CSV);

        assertThat(as(MAKER, COUNTY, () -> payments.find(run.id())).state()).isEqualTo(RunView.State.SENT);
        assertThat(number("select count(*) from audit.entry where action = 'payment.bank-file'"))
                .isEqualTo(1);
    }

    @Test
    void accounts_lie_sealed_in_the_database() {
        run();
        assertThat(
                        number(
                                "select count(*) from payments.payment where position('6210' in encode(account_sealed, 'escape')) > 0"))
                .isZero();
    }

    @Test
    void a_list_to_be_signed_is_printed_for_a_village() {
        RunView run = run();
        byte[] pdf = as(MAKER, COUNTY, () -> views.roster(run.id(), "", AreaCode.parse("229901100201")));

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static List<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagNameNS(PainFile.NAMESPACE, element);
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            texts.add(nodes.item(at).getTextContent());
        }
        return texts;
    }
}
