package yingbao.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import yingbao.policy.value.Money;

/**
 * {@code decisions.csv} of a folder, being written: one line a decision. Its name appears only when it is whole; closed before
 * that, nothing of it remains.
 */
final class DecisionsFile implements AutoCloseable {
    static final String NAME = "decisions.csv";

    private final Path file;
    private final Path unfinished;
    private final OutputStream out;
    private long written;
    private boolean finished;

    DecisionsFile(Path folder) throws IOException {
        this.file = folder.resolve(NAME);
        this.unfinished = folder.resolve(NAME + ".part");
        // Whoever interrupts the program leaves nothing behind.
        unfinished.toFile().deleteOnExit();
        this.out = Files.newOutputStream(unfinished);
        Lines header = new Lines();
        header.add("programme", "unit_id", "outcome", "amount_fen", "reasons", "missing");
        out.write(header.bytes());
    }

    /** Lines that are put together apart from those before them. */
    static final class Lines {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        private int count;

        private void add(String... cells) {
            csv.writeRecord(cells);
            count++;
        }

        void eligible(String programme, String unit, Money amount) {
            add(programme, unit, "ELIGIBLE", Long.toString(amount.fen()), "", "");
        }

        void notEligible(String programme, String unit, String reasons) {
            add(programme, unit, "NOT_ELIGIBLE", "", reasons, "");
        }

        void undetermined(String programme, String unit, String failures, String missing) {
            add(programme, unit, "UNDETERMINED", "", failures, missing);
        }

        private byte[] bytes() {
            try {
                csv.flush();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }
    }

    void append(Lines lines) throws IOException {
        out.write(lines.bytes());
        written += lines.count;
    }

    long written() {
        return written;
    }

    /** Gives the file its name. */
    Path finish() throws IOException {
        out.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        finished = true;
        return file;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (!finished) {
            Files.deleteIfExists(unfinished);
        }
    }
}
