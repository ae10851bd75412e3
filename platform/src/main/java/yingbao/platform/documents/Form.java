package yingbao.platform.documents;

import java.util.List;

/**
 * What stands on a printed paper, from top to bottom. Empty texts and lists leave their place out.
 *
 * @param paper how the sheet lies
 * @param title the title, centred
 * @param number the document number or the number of the case, under the title
 * @param sections what follows
 * @param note small print at the end, such as where the layout comes from
 */
public record Form(Paper paper, String title, String number, List<Section> sections, String note) {
    public Form {
        sections = List.copyOf(sections);
    }

    /** How an A4 sheet lies. */
    public enum Paper {
        PORTRAIT,
        LANDSCAPE
    }

    /** Where the text of a column stands. */
    public enum Align {
        LEFT,
        CENTRE,
        /** For amounts. */
        RIGHT
    }

    /** A part of a paper. */
    public sealed interface Section {}

    /**
     * A grid of labels with their values, two pairs a row.
     *
     * @param heading the line above the grid
     */
    public record Fields(String heading, List<Field> fields) implements Section {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A label with its value.
     *
     * @param wide whether it takes a row for itself
     */
    public record Field(String label, String value, boolean wide) {
        public static Field of(String label, String value) {
            return new Field(label, value, false);
        }

        public static Field wide(String label, String value) {
            return new Field(label, value, true);
        }
    }

    /**
     * Running text.
     *
     * @param addressee to whom it is written, flush left with a colon after it
     */
    public record Text(String addressee, List<String> paragraphs) implements Section {
        public Text {
            paragraphs = List.copyOf(paragraphs);
        }

        public static Text of(String... paragraphs) {
            return new Text("", List.of(paragraphs));
        }
    }

    /**
     * A table, whose header is repeated on every sheet.
     *
     * @param rows as many cells each as there are columns
     * @param totals the last row, set apart
     */
    public record Table(String heading, List<Column> columns, List<List<String>> rows, List<String> totals)
            implements Section {
        /**
         * A table of whole rows.
         *
         * @throws IllegalArgumentException when a row has another number of cells than there are columns
         */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            totals = List.copyOf(totals);
            for (List<String> row : rows) {
                requireWhole(row, columns.size());
            }
            if (!totals.isEmpty()) {
                requireWhole(totals, columns.size());
            }
        }

        private static void requireWhole(List<String> row, int size) {
            if (row.size() != size) {
                throw new IllegalArgumentException("a row of " + row.size() + " cells under " + size + " columns");
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param share its share of the width; only its proportion to the other columns' counts
     */
    public record Column(String label, int share, Align align) {}

    /** Boxes in which one after another gives an opinion, signs and dates it. */
    public record Opinions(List<Opinion> opinions) implements Section {
        public Opinions {
            opinions = List.copyOf(opinions);
        }
    }

    /**
     * An opinion; what is empty is left to be filled in by hand.
     *
     * @param office whose it is
     * @param signer who signed
     * @param day the day in words
     */
    public record Opinion(String office, String words, String signer, String day) {}

    /** Lines to sign on, side by side, each under its label. */
    public record Signatures(List<String> labels) implements Section {
        public Signatures {
            labels = List.copyOf(labels);
        }
    }

    /**
     * The end of a letter: who issues it and when, at the right, with room for the seal.
     *
     * @param day the day in words
     */
    public record Closing(String office, String day) implements Section {}

    /**
     * A code that opens a page, with a caption beside it.
     *
     * @param url what the code says
     */
    public record Code(String url, String caption) implements Section {}
}
