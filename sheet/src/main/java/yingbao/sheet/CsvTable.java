package yingbao.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A CSV file. Its rows are numbered as a spreadsheet would, where a quoted cell of two lines is still one row. */
final class CsvTable implements SheetTable {
    private final Path file;
    private final CsvText text;
    private final List<String> header;

    CsvTable(Path file) throws IOException {
        this.file = file;
        this.text = decoded(file);
        try (Rows rows = new Rows()) {
            this.header = rows.next().map(CsvRecord::getFields).orElse(List.of());
        }
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void forEachRow(RowConsumer consumer) throws IOException {
        try (Rows rows = new Rows()) {
            rows.next();
            for (Optional<CsvRecord> row = rows.next(); row.isPresent(); row = rows.next()) {
                consumer.accept(rows.number, row.get().getFields());
            }
        }
    }

    @Override
    public boolean isEmpty() throws IOException {
        try (Rows rows = new Rows()) {
            rows.next();
            Optional<CsvRecord> row = rows.next();
            while (row.isPresent() && row.get().getFields().stream().allMatch(String::isBlank)) {
                row = rows.next();
            }
            return row.isEmpty();
        }
    }

    @Override
    public void close() {}

    private static CsvText decoded(Path file) throws IOException {
        try {
            return CsvText.of(file);
        } catch (CharacterCodingException malformed) {
            throw new SheetProblem("sheet.charset", file.getFileName(), 1);
        }
    }

    /** One pass through the file. */
    private final class Rows implements AutoCloseable {
        private final CsvReader<CsvRecord> reader;
        private final Iterator<CsvRecord> records;
        private long number;

        Rows() throws IOException {
            reader = CsvReader.builder()
                    .fieldSeparator(text.separator())
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text.open(file));
            records = reader.iterator();
        }

        Optional<CsvRecord> next() throws IOException {
            number++;
            try {
                return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            } catch (CsvParseException quotes) {
                throw new SheetProblem("sheet.quotes", name(), number);
            } catch (UncheckedIOException unreadable) {
                if (unreadable.getCause() instanceof CharacterCodingException) {
                    throw new SheetProblem("sheet.charset", name(), number);
                }
                throw unreadable.getCause();
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
