package yingbao.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import yingbao.policy.register.RowFault;

/**
 * The faults of a register in a file that a spreadsheet opens, written as they are found. Without any there is no file in
 * the end; closed before that, what was there before remains.
 */
final class FaultsFile implements AutoCloseable {
    private static final int FIRST_MAX = 20;

    private final Path file;
    private final Path unfinished;
    private final Console console;
    private final CsvWriter csv;
    private final List<RowFault> first = new ArrayList<>();
    private long count;
    private boolean finished;

    FaultsFile(Path file, Console console) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".part");
        this.console = console;
        unfinished.toFile().deleteOnExit();
        this.csv = CsvWriter.builder().build(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8));
        csv.writeRecord("file", "row", "column", "value", "fault");
    }

    void add(RowFault fault) {
        csv.writeRecord(
                fault.file(),
                Long.toString(fault.row()),
                fault.column(),
                fault.value(),
                console.text(fault.code(), fault.args().toArray()));
        count++;
        if (first.size() < FIRST_MAX) {
            first.add(fault);
        }
    }

    long count() {
        return count;
    }

    /** The first faults, as many as one looks at on a screen. */
    List<RowFault> first() {
        return first;
    }

    /** Gives the file its name, or takes that of another time away where there is no fault. */
    void finish() throws IOException {
        csv.close();
        finished = true;
        if (count > 0) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            csv.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
