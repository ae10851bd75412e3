package yingbao.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import yingbao.sheet.ListSheet.AmountColumn;
import yingbao.sheet.ListSheet.CountColumn;
import yingbao.sheet.ListSheet.TextColumn;

class ListSheetTest {
    private static final int MANY = 2_500;

    private static ListSheet<Integer> numbers(String name) {
        return new ListSheet<>(
                name,
                List.of(
                        new TextColumn<>("编号", 10, number -> "=00" + number),
                        new CountColumn<>("人数", 10, number -> number),
                        new AmountColumn<>("金额", 10, number -> number * 101L)),
                IntStream.range(0, MANY).boxed().toList());
    }

    @Test
    void long_lists_stand_on_their_own_sheets_one_line_a_row() throws IOException {
        byte[] bytes = ListSheet.workbook(List.of(numbers("甲"), numbers("乙")));

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("甲", "乙");
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<Row> rows = sheet.read();
                assertThat(rows).hasSize(MANY + 1);
                Row last = rows.getLast();
                assertThat(last.getCell(0).getType()).isEqualTo(CellType.STRING);
                assertThat(last.getCellText(0)).isEqualTo("=002499");
                assertThat(last.getCellAsNumber(1)).contains(new BigDecimal("2499"));
                assertThat(last.getCellAsNumber(2)).contains(new BigDecimal("2523.99"));
            }
        }
    }
}
