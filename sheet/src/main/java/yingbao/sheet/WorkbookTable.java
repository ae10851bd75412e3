package yingbao.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A sheet of a workbook. Closing it closes the workbook. */
final class WorkbookTable implements SheetTable {
    private final String name;
    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final List<String> header;

    WorkbookTable(String file, ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.name = file + "!" + sheet.getName();
        this.workbook = workbook;
        this.sheet = sheet;
        try (Rows rows = new Rows()) {
            this.header = rows.next()
                    .filter(_ -> rows.number == 1)
                    .map(row -> texts(row, 0))
                    .orElse(List.of());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void forEachRow(RowConsumer consumer) throws IOException {
        try (Rows rows = new Rows()) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (rows.number > 1) {
                    consumer.accept(rows.number, texts(row.get(), header.size()));
                }
            }
        }
    }

    @Override
    public boolean isEmpty() throws IOException {
        try (Rows rows = new Rows()) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (rows.number > 1 && !texts(row.get(), 0).stream().allMatch(String::isBlank)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private List<String> texts(Row row, int atLeast) {
        List<String> texts = new ArrayList<>(Math.max(atLeast, row.getCellCount()));
        for (int column = 0; column < row.getCellCount(); column++) {
            Optional<Cell> cell = row.getOptionalCell(column);
            texts.add(cell.isPresent() ? WorkbookCell.text(cell.get(), workbook.isDate1904()) : "");
        }
        while (texts.size() < atLeast) {
            texts.add("");
        }
        return texts;
    }

    /** One pass through the sheet. */
    private final class Rows implements AutoCloseable {
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private long number;

        Rows() throws IOException {
            stream = sheet.openStream();
            rows = stream.iterator();
        }

        @SuppressWarnings("IllegalCatch")
        Optional<Row> next() throws IOException {
            try {
                if (!rows.hasNext()) {
                    return Optional.empty();
                }
                Row row = rows.next();
                // Where a file leaves row numbers out, the reader counts from zero.
                number = Math.max(number + 1, row.getRowNum());
                return Optional.of(row);
            } catch (RuntimeException damaged) {
                throw new SheetProblem("sheet.damaged", name, number + 1);
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
