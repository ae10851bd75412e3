package yingbao.platform.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A sheet as somebody at a spreadsheet sees it: headings, and rows of cells by heading.
 *
 * @param name the name on its tab
 * @param headings the first row
 * @param rows the others; a cell is a text, a number, a day or a formula
 */
record Sheet(String name, List<String> headings, List<Map<String, Object>> rows) {

    /** A formula without a stored result, as a program that does not calculate writes it. */
    record Formula(String text) {}

    /** The sheets of a workbook, hidden ones too. */
    static Map<String, Sheet> read(byte[] bytes) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (var sheet : workbook.getSheets().toList()) {
                sheets.put(sheet.getName(), read(sheet.getName(), sheet.read()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return sheets;
    }

    private static Sheet read(String name, List<Row> rows) {
        List<String> headings = rows.isEmpty() ? List.of() : texts(rows.getFirst());
        List<Map<String, Object>> filled = new ArrayList<>();
        for (Row row : rows.stream().skip(1).toList()) {
            List<String> texts = texts(row);
            Map<String, Object> cells = new HashMap<>();
            for (int column = 0; column < Math.min(texts.size(), headings.size()); column++) {
                if (!texts.get(column).isEmpty()) {
                    cells.put(headings.get(column), texts.get(column));
                }
            }
            filled.add(cells);
        }
        return new Sheet(name, headings, filled);
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    Sheet filled(List<Map<String, Object>> with) {
        for (Map<String, Object> row : with) {
            if (!headings.containsAll(row.keySet())) {
                throw new AssertionError(row.keySet() + " are not all among " + headings);
            }
        }
        return new Sheet(name, headings, with);
    }

    /** The same with one cell written anew; rows are counted from 0 below the headings. */
    Sheet corrected(int row, String heading, Object cell) {
        List<Map<String, Object>> changed = new ArrayList<>(rows);
        Map<String, Object> cells = new HashMap<>(changed.get(row));
        cells.put(heading, cell);
        changed.set(row, cells);
        return filled(changed);
    }

    static byte[] write(Sheet... sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Calc", null)) {
            for (Sheet sheet : sheets) {
                sheet.write(workbook.newWorksheet(sheet.name));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private void write(Worksheet sheet) {
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            for (int row = 0; row < rows.size(); row++) {
                switch (rows.get(row).get(headings.get(column))) {
                    case null -> {}
                    case String text -> sheet.value(row + 1, column, text);
                    case BigDecimal number -> sheet.value(row + 1, column, number);
                    case LocalDate day -> {
                        sheet.value(row + 1, column, day);
                        sheet.style(row + 1, column).format("yyyy/m/d").set();
                    }
                    case Formula formula -> sheet.formula(row + 1, column, formula.text);
                    case Object other -> throw new AssertionError("a cell holds no " + other.getClass());
                }
            }
        }
    }
}
