package yingbao.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import yingbao.policy.pack.Pack;

/** Writes an empty register for people to fill in, in both forms. */
public final class Templates {
    /** The workbook's name. */
    static final String WORKBOOK = "register.xlsx";

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Templates() {}

    /**
     * Writes {@code households.csv}, {@code persons.csv} and {@code register.xlsx} into a folder, which is made if it
     * is not there. Both forms have a column for every id and every fact that people supply; the workbook also says of
     * each column what may be filled in.
     *
     * @throws SheetProblem {@code sheet.exists} (the file) when one of them is already there; then nothing is written
     */
    public static void write(Path folder, Pack pack) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of(Part.HOUSEHOLDS.csvName(), Part.PERSONS.csvName(), WORKBOOK)) {
            if (Files.exists(folder.resolve(name))) {
                throw new SheetProblem("sheet.exists", folder.resolve(name));
            }
        }
        for (Part part : Part.values()) {
            writeCsv(folder.resolve(part.csvName()), TemplateColumn.of(part, pack));
        }
        TemplateWorkbook.write(folder.resolve(WORKBOOK), pack);
    }

    private static void writeCsv(Path file, List<TemplateColumn> columns) throws IOException {
        try (BufferedWriter text =
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            text.write(BYTE_ORDER_MARK);
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
                csv.writeRecord(columns.stream().map(TemplateColumn::label).toList());
            }
        }
    }
}
