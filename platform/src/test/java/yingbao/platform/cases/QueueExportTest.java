package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import yingbao.platform.kernel.Callers;

class QueueExportTest extends CaseTest {

    private List<Row> exported(String town, String query) throws IOException {
        MvcTestResult result = Callers.<MvcTestResult, RuntimeException>as(
                caller("township-clerk", town), () -> mvc.perform(get("/api/queue/export" + query)));
        assertThat(result).hasStatusOk();
        byte[] bytes = result.getResponse().getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().stream().skip(1).toList();
        }
    }

    @Test
    void the_queue_is_taken_away_as_it_is_narrowed_and_only_by_whom_it_waits_for() throws IOException {
        apply(DIBAO, family("H1"), Optional.empty(), false);

        assertThat(exported(TOWN, ""))
                .singleElement()
                .satisfies(row -> assertThat(row.getCellText(2)).isEqualTo("H1"));
        assertThat(exported(TOWN, "?overdue=yes")).isEmpty();
        assertThat(exported(TOWN, "?waiting=yes")).isEmpty();
        assertThat(exported("229901001", "")).isEmpty();
    }
}
