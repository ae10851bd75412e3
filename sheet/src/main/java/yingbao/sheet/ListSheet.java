package yingbao.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a sheet of a workbook: a line of headings that stays where it is, and a line for each row.
 *
 * @param name what its tab says
 */
public record ListSheet<R>(String name, List<Column<R>> columns, List<R> rows) {
    /** Characters of a column for a day or a number. */
    public static final int NARROW = 12;

    /** Characters of a column for a name or a number of a file. */
    public static final int MIDDLE = 20;

    /** Characters of a column for a place or a sentence. */
    public static final int WIDE = 36;

    private static final String APPLICATION = "Yingbao";
    private static final String TEXT_FORMAT = "@";
    private static final String AMOUNT_FORMAT = "#,##0.00";
    private static final int FEN_DIGITS = 2;
    private static final int FLUSHED_ROWS = 1_000;

    public ListSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What stands in a column. */
    public sealed interface Column<R> {
        String heading();

        /** Characters that fit. */
        int width();
    }

    /** Texts, which no spreadsheet makes numbers or dates of. */
    public record TextColumn<R>(String heading, int width, Function<R, String> text) implements Column<R> {}

    /** Whole numbers that can be summed. */
    public record CountColumn<R>(String heading, int width, ToLongFunction<R> count) implements Column<R> {}

    /** Amounts in fen, shown as yuan, that can be summed. */
    public record AmountColumn<R>(String heading, int width, ToLongFunction<R> fen) implements Column<R> {}

    /** A workbook of lists. */
    public static byte[] workbook(List<? extends ListSheet<?>> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, APPLICATION, null)) {
            for (ListSheet<?> list : sheets) {
                list.write(workbook.newWorksheet(list.name));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private void write(Worksheet sheet) throws IOException {
        for (int position = 0; position < columns.size(); position++) {
            Column<R> column = columns.get(position);
            switch (column) {
                case TextColumn<R> _ ->
                    sheet.style(position).format(TEXT_FORMAT).set();
                case AmountColumn<R> _ ->
                    sheet.style(position).format(AMOUNT_FORMAT).set();
                case CountColumn<R> _ -> {}
            }
            sheet.width(position, column.width());
            sheet.value(0, position, column.heading());
            sheet.style(0, position).bold().set();
        }
        sheet.freezePane(0, 1);
        for (int line = 1; line <= rows.size(); line++) {
            for (int position = 0; position < columns.size(); position++) {
                write(sheet, line, position, rows.get(line - 1));
            }
            if (line % FLUSHED_ROWS == 0) {
                sheet.flush();
            }
        }
        // What was flushed is written already, so this sheet must end before the next begins.
        sheet.finish();
    }

    private void write(Worksheet sheet, int line, int position, R row) {
        switch (columns.get(position)) {
            case TextColumn<R> column -> {
                sheet.value(line, position, column.text.apply(row));
                sheet.style(line, position).format(TEXT_FORMAT).set();
            }
            case CountColumn<R> column -> sheet.value(line, position, column.count.applyAsLong(row));
            case AmountColumn<R> column -> {
                sheet.value(line, position, BigDecimal.valueOf(column.fen.applyAsLong(row), FEN_DIGITS));
                sheet.style(line, position).format(AMOUNT_FORMAT).set();
            }
        }
    }
}
