package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import yingbao.platform.kernel.Callers;

class RecipientExportTest extends PaymentsTest {
    private static final String ACCOUNT = "6210000000000000019";

    private List<Row> exported(String area, RunId run) throws IOException {
        MvcTestResult result = Callers.<MvcTestResult, RuntimeException>as(
                caller(MAKER, area),
                () -> mvc.perform(get("/api/payments/runs/" + run.value() + "/recipients/export")));
        assertThat(result).hasStatusOk();
        byte[] bytes = result.getResponse().getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read();
        }
    }

    @Test
    void the_recipients_of_a_run_are_taken_away_with_amounts_that_sum_and_accounts_that_stay_masked()
            throws IOException {
        granted("张三", ACCOUNT, "2016-10", 35_001);

        List<Row> rows = exported(COUNTY, confirmed(OCTOBER).id());

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).getCellText(0)).isEqualTo("张三");
        assertThat(rows.get(1).getCellAsNumber(7)).contains(new BigDecimal("350.01"));
        assertThat(rows.get(1).getCellText(11)).isEqualTo("…0019");
        assertThat(rows.get(1).stream().map(cell -> cell == null ? "" : cell.getText()))
                .noneMatch(text -> text.contains(ACCOUNT));
        assertThat(number("select count(*) from audit.entry where action = 'list.export'"))
                .isEqualTo(1);
    }

    @Test
    void another_county_takes_nothing_away() throws IOException {
        granted("张三", ACCOUNT, "2016-10", 35_001);

        assertThat(exported("220102", confirmed(OCTOBER).id())).hasSize(1);
    }
}
