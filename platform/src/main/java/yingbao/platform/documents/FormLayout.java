package yingbao.platform.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import yingbao.platform.kernel.Qr;

/**
 * A paper as the template walks through it.
 *
 * @param pieces one part each, under the name by which the template knows its kind
 */
record FormLayout(boolean landscape, String title, String number, List<Map<String, Object>> pieces, String note) {
    private static final int VALUE_COLUMNS = 3;

    /** Fields in rows. */
    record Grid(String heading, List<Grid.Row> rows) {
        record Row(List<Pair> pairs) {}

        /**
         * A label with its value.
         *
         * @param span how many of the grid's four columns the value takes
         */
        record Pair(String label, String value, int span) {}
    }

    /** A table whose cells know how they stand. */
    record Sheet(String heading, List<Head> heads, List<Sheet.Row> rows, List<Sheet.Row> totals) {
        record Head(String label, String width) {}

        record Row(List<Cell> cells) {}

        record Cell(String words, String align) {}
    }

    /** Boxes under each other. */
    record Boxes(List<Form.Opinion> boxes) {}

    /** Lines to sign on. */
    record Signing(List<String> labels) {}

    /** A code with its picture. */
    record Picture(String source, String caption, String url) {}

    static FormLayout of(Form form) {
        return new FormLayout(
                form.paper() == Form.Paper.LANDSCAPE,
                form.title(),
                form.number(),
                form.sections().stream().map(FormLayout::piece).toList(),
                form.note());
    }

    private static Map<String, Object> piece(Form.Section section) {
        return switch (section) {
            case Form.Fields fields -> Map.of("grid", grid(fields));
            case Form.Text text -> Map.of("text", text);
            case Form.Table table -> Map.of("table", sheet(table));
            case Form.Opinions opinions -> Map.of("opinions", new Boxes(opinions.opinions()));
            case Form.Signatures signatures -> Map.of("signing", new Signing(signatures.labels()));
            case Form.Closing closing -> Map.of("closing", closing);
            case Form.Code code -> Map.of("code", new Picture(Qr.dataUri(code.url()), code.caption(), code.url()));
        };
    }

    private static Grid grid(Form.Fields fields) {
        List<Grid.Row> rows = new ArrayList<>();
        List<Form.Field> rest = fields.fields();
        while (!rest.isEmpty()) {
            boolean alone =
                    rest.size() == 1 || rest.getFirst().wide() || rest.get(1).wide();
            int taken = alone ? 1 : 2;
            int span = alone ? VALUE_COLUMNS : 1;
            rows.add(new Grid.Row(rest.subList(0, taken).stream()
                    .map(field -> new Grid.Pair(field.label(), field.value(), span))
                    .toList()));
            rest = rest.subList(taken, rest.size());
        }
        return new Grid(fields.heading(), rows);
    }

    private static Sheet sheet(Form.Table table) {
        int whole = table.columns().stream().mapToInt(Form.Column::share).sum();
        return new Sheet(
                table.heading(),
                table.columns().stream()
                        .map(column -> new Sheet.Head(column.label(), percent(column.share(), whole)))
                        .toList(),
                table.rows().stream().map(row -> row(table, row)).toList(),
                table.totals().isEmpty() ? List.of() : List.of(row(table, table.totals())));
    }

    private static Sheet.Row row(Form.Table table, List<String> texts) {
        return new Sheet.Row(IntStream.range(0, texts.size())
                .mapToObj(at -> new Sheet.Cell(
                        texts.get(at), align(table.columns().get(at).align())))
                .toList());
    }

    private static String align(Form.Align align) {
        return switch (align) {
            case LEFT -> "left";
            case CENTRE -> "centre";
            case RIGHT -> "right";
        };
    }

    private static String percent(int part, int whole) {
        return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN) + "%";
    }
}
