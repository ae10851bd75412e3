package yingbao.policy.register;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table of texts with headings in its first row: what every file format of a register comes down to. */
public interface Table extends Closeable {

    /** What people call it: the file's name, with the sheet's behind an exclamation mark where a file has several. */
    String name();

    /** The headings of the first row, as they stand there; empty for an empty file. */
    List<String> header();

    /**
     * Hands over every row below the headings once, from the first to the last, blank ones included or not.
     *
     * @throws IOException when the file cannot be read to its end; the rows before were handed over
     */
    void forEachRow(RowConsumer consumer) throws IOException;

    /** Takes one row. */
    @FunctionalInterface
    interface RowConsumer {

        /**
         * Takes one row.
         *
         * @param row its number as a spreadsheet shows it; the headings are row 1
         * @param cells its texts from the first column on, empty for empty cells; a format in which empty cells at the
         *     end are simply absent fills them up to the headings
         */
        void accept(long row, List<String> cells);
    }
}
