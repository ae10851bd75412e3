package yingbao.platform.payments;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yingbao.policy.value.Money;

/**
 * Writes payments as a table. Its last two columns are empty: the bank may fill them in and send the file back as it is.
 */
final class BankSheets {
    /** The headings; {@link ReturnSheet} knows them. */
    static final List<String> HEADINGS = List.of("序号", "付款编号", "户名", "账号", "开户银行", "金额", "用途", "结果", "原因");

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String TEXT = "@";
    private static final String AMOUNT = "0.00";
    private static final int AMOUNT_COLUMN = 5;
    private static final List<Integer> WIDTHS = List.of(6, 26, 16, 26, 28, 12, 34, 10, 24);

    private BankSheets() {}

    /** CSV in UTF-8 with a byte-order mark, which spreadsheets need to show Chinese. */
    static void writeCsv(BankOrder order, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(HEADINGS);
        int number = 0;
        for (BankOrder.Entry entry : order.entries()) {
            number++;
            csv.writeRecord(
                    Integer.toString(number),
                    entry.reference(),
                    entry.payee(),
                    entry.account(),
                    entry.bank(),
                    Money.ofFen(entry.amountFen()).yuan(),
                    order.purpose(),
                    "",
                    "");
        }
        csv.flush();
        text.flush();
    }

    /** A workbook whose account numbers are texts, so that no spreadsheet rounds them. */
    static void writeWorkbook(BankOrder order, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Yingbao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("代发");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.style(column)
                        .format(column == AMOUNT_COLUMN ? AMOUNT : TEXT)
                        .set();
                sheet.width(column, WIDTHS.get(column));
                sheet.value(0, column, HEADINGS.get(column));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            int row = 0;
            for (BankOrder.Entry entry : order.entries()) {
                row++;
                sheet.value(row, 0, Integer.toString(row));
                sheet.value(row, 1, entry.reference());
                sheet.value(row, 2, entry.payee());
                sheet.value(row, 3, entry.account());
                sheet.value(row, 4, entry.bank());
                sheet.value(row, AMOUNT_COLUMN, BigDecimal.valueOf(entry.amountFen(), 2));
                sheet.style(row, AMOUNT_COLUMN).format(AMOUNT).set();
                sheet.value(row, 6, order.purpose());
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
