package yingbao.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import yingbao.policy.register.Table;

/** A file that is one table: CSV, or the first sheet of a workbook. */
public final class SingleTable {
    private SingleTable() {}

    /**
     * Opens a file by the end of its name; a CSV file's charset and separator are found out as for a register.
     *
     * @throws SheetProblem when it is of another format or cannot be read
     */
    public static Table open(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".txt")) {
            return new CsvTable(file);
        }
        if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
            return Workbooks.openFirst(file);
        }
        throw new SheetProblem("sheet.foreign-format", file.getFileName());
    }
}
