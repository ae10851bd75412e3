package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the bank that are of another run, cut off, of another program, or wrong. */
class WrongReturnTest extends PaymentsTest {
    private RunView september;
    private RunView october;

    @BeforeEach
    void paidInTwoMonths() {
        granted("张三", "6210000000000001", "2016-09", 35_000);
        granted("李四", "6210000000000002", "2016-09", 20_000);
        september = confirmed(YearMonth.of(2016, 9));
        october = confirmed(OCTOBER);
    }

    private static String filled(List<BankLine> lines) {
        StringBuilder file = new StringBuilder("付款编号,户名,金额,结果,原因\r\n");
        lines.forEach(line -> file.append(line.reference())
                .append(',')
                .append(line.payee())
                .append(',')
                .append(line.yuan())
                .append(",成功,\r\n"));
        return file.toString();
    }

    private static long resolved() {
        return number("select count(*) from payments.transfer where kind in ('POST', 'VOID')");
    }

    private static List<String> faults(ReturnView file) {
        return file.rows().stream().map(ReturnView.ReturnFault::text).toList();
    }

    @Test
    void a_file_of_another_run_says_of_which() {
        ReturnView file = taken(october, filled(lines(september)));

        assertThat(resolved()).isZero();
        assertThat(faults(file)).hasSize(2).allMatch(text -> text.contains("属于2016-09第1次发放"));
        assertThat(taken(september, filled(lines(september))).posted()).isEqualTo(2);
    }

    @Test
    void a_file_cut_off_within_a_row_settles_the_whole_rows_and_leaves_the_run_open() {
        String whole = filled(lines(october));
        ReturnView file = taken(october, whole.substring(0, whole.lastIndexOf("P229901") + 15));

        assertThat(file.posted()).isEqualTo(1);
        assertThat(faults(file)).singleElement().asString().contains("文件是不是完整");
        assertThat(as(MAKER, COUNTY, () -> payments.find(october.id())).state()).isEqualTo(RunView.State.SENT);

        assertThat(taken(october, whole)).satisfies(again -> {
            assertThat(again.posted()).isEqualTo(1);
            assertThat(again.repeated()).isEqualTo(1);
        });
        assertThat(as(MAKER, COUNTY, () -> payments.find(october.id())).state()).isEqualTo(RunView.State.SETTLED);
        assertLedgerIsWhole();
    }

    @Test
    void a_row_that_the_bank_left_empty_says_what_to_fill_in() {
        ReturnView file = taken(october, filled(lines(october)).replaceFirst("成功", ""));

        assertThat(file.posted()).isEqualTo(1);
        assertThat(faults(file)).containsExactly("这一行没有填结果，没有处理。请填“成功”或者“失败”后重新上传");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void the_encoding_of_a_file_does_not_matter(String charset) {
        ReturnView file = taken(october, "回盘.csv", filled(lines(october)).getBytes(Charset.forName(charset)));

        assertThat(file.posted()).isEqualTo(2);
        assertThat(file.postedFen()).isEqualTo(55_000);
    }

    @Test
    void a_workbook_is_read_with_amounts_that_are_numbers() throws IOException {
        ReturnView file = taken(october, "回盘.xlsx", workbook(lines(october), "350.00", "200.01"));

        assertThat(file.posted()).isEqualTo(1);
        assertThat(faults(file)).singleElement().asString().contains("200.01", "200.00");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_by_its_name_and_may_come_again_under_a_better_one() throws IOException {
        byte[] content = filled(lines(october)).getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(workbook(lines(october), "350.00", "200.00"), 900);

        assertThatThrownBy(() -> taken(october, "回盘.dat", content))
                .hasMessageContaining("sheet.foreign-format")
                .hasMessageContaining("回盘.dat");
        assertThatThrownBy(() -> taken(october, "回盘.xlsx", cut)).hasMessageContaining("sheet.no-workbook");
        assertThatThrownBy(() -> taken(october, "回盘.csv", new byte[0])).hasMessageContaining("payments.return-size");
        assertThat(number("select count(*) from payments.return_file")).isZero();

        assertThat(taken(october, "回盘.csv", content).posted()).isEqualTo(2);
    }

    @Test
    void before_a_run_is_confirmed_no_file_of_the_bank_is_taken() {
        granted("王五", "6210000000000003", "2016-10", 10_000);
        RunView preview = prepared(OCTOBER);

        assertThatThrownBy(() -> taken(preview, "付款编号,结果\nX,成功\n")).hasMessageContaining("payments.return-state");
    }

    private static byte[] workbook(List<BankLine> lines, String... yuanByFen) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(content, "bank", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            List<String> headings = List.of("付款编号", "金额", "结果");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            int row = 0;
            for (BankLine line : lines) {
                row++;
                sheet.value(row, 0, line.reference());
                sheet.value(row, 1, new BigDecimal(yuanByFen[line.payee().equals("张三") ? 0 : 1]));
                sheet.value(row, 2, "成功");
            }
        }
        return content.toByteArray();
    }
}
