package yingbao.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.ObjIntConsumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yingbao.policy.register.Table;

/**
 * Rows of a table that go back to whoever brought them, each with what is wrong with it in a further column. Handed in
 * again, that column is passed over.
 *
 * @param table where the rows stand
 * @param rows tells the numbers of those that go back; blank rows never do
 * @param remarks what is wrong, by row; a row that only goes with faulty ones has none
 */
public record ReturnedTable(Table table, LongPredicate rows, Map<Long, List<Remark>> remarks) {
    /** The heading of the column that says what is wrong. */
    public static final String HEADING = TemplateColumn.WORDS.text("returned.heading");

    private static final String APPLICATION = "Yingbao";
    private static final String FAULTY = "FFC7CE";
    private static final String TEXT_FORMAT = "@";
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int REMARK_WIDTH = 60;

    public ReturnedTable {
        remarks = Map.copyOf(remarks);
    }

    /**
     * What is wrong with a cell.
     *
     * @param column its heading; empty where the whole row is meant
     */
    public record Remark(String column, String text) {}

    /** The same columns without the one for remarks, if a table has it. */
    public static Table withoutRemarks(Table table) {
        int remarks = table.header().stream().map(String::strip).toList().indexOf(HEADING);
        return remarks < 0 ? table : new Narrower(table, remarks);
    }

    /** Writes tables as the sheets of one workbook; the faulty cells are coloured and carry the remark as a comment. */
    public static void writeWorkbook(OutputStream bytes, List<ReturnedTable> tables) throws IOException {
        try (Workbook workbook = new Workbook(bytes, APPLICATION, null)) {
            for (ReturnedTable returned : tables) {
                String name = returned.table.name();
                returned.writeSheet(workbook.newWorksheet(name.substring(name.lastIndexOf('!') + 1)));
            }
        }
    }

    private void writeSheet(Worksheet sheet) throws IOException {
        List<String> headings = table.header();
        int last = headings.size();
        for (int column = 0; column < last; column++) {
            sheet.style(column).format(TEXT_FORMAT).set();
            sheet.value(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.value(0, last, HEADING);
        sheet.style(0, last).bold().set();
        sheet.width(last, REMARK_WIDTH);
        sheet.freezePane(0, 1);
        int[] row = {0};
        table.forEachRow((number, cells) -> {
            if (rows.test(number) && !cells.stream().allMatch(String::isBlank)) {
                row[0]++;
                eachCell(cells, (text, column) -> sheet.value(row[0], column, text));
                mark(sheet, row[0], headings, remarks.getOrDefault(number, List.of()));
            }
        });
    }

    private static void mark(Worksheet sheet, int row, List<String> headings, List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        for (Remark remark : remarks) {
            int column = headings.indexOf(remark.column());
            if (column >= 0) {
                sheet.comment(row, column, remark.text());
                sheet.style(row, column).fillColor(FAULTY).set();
            }
        }
        sheet.value(row, headings.size(), joined(remarks));
        sheet.style(row, headings.size()).fillColor(FAULTY).set();
    }

    private static void eachCell(List<String> cells, ObjIntConsumer<String> consumer) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                consumer.accept(cells.get(column), column);
            }
        }
    }

    /** Writes the table as CSV in UTF-8. */
    public void writeCsv(OutputStream bytes) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(with(table.header(), table.header().size(), HEADING));
        table.forEachRow((number, cells) -> {
            if (rows.test(number) && !cells.stream().allMatch(String::isBlank)) {
                csv.writeRecord(with(cells, table.header().size(), joined(remarks.getOrDefault(number, List.of()))));
            }
        });
        csv.flush();
    }

    private static List<String> with(List<String> cells, int width, String further) {
        List<String> row = new ArrayList<>(cells);
        while (row.size() < width) {
            row.add("");
        }
        row.add(width, further);
        return row;
    }

    private static String joined(List<Remark> remarks) {
        return String.join(
                "；",
                remarks.stream()
                        .map(remark ->
                                remark.column().isEmpty() ? remark.text() : remark.column() + "：" + remark.text())
                        .toList());
    }

    /** A table with one column left out. */
    private record Narrower(Table table, int left) implements Table {
        @Override
        public String name() {
            return table.name();
        }

        @Override
        public List<String> header() {
            return without(table.header());
        }

        @Override
        public void forEachRow(RowConsumer consumer) throws IOException {
            table.forEachRow((row, cells) -> consumer.accept(row, without(cells)));
        }

        @Override
        public void close() throws IOException {
            table.close();
        }

        private List<String> without(List<String> cells) {
            List<String> others = new ArrayList<>(cells);
            if (left < others.size()) {
                others.remove(left);
            }
            return others;
        }
    }
}
