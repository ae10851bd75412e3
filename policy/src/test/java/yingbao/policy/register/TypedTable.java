package yingbao.policy.register;

import java.util.List;
import java.util.stream.Stream;

/** A table as somebody types it: one text a row, cells between bars. */
record TypedTable(String name, List<String> header, List<String> rows) implements Table {

    static TypedTable of(String name, String header, String... rows) {
        return new TypedTable(name, cells(header), List.of(rows));
    }

    @Override
    public void forEachRow(RowConsumer consumer) {
        for (int row = 0; row < rows.size(); row++) {
            consumer.accept(row + 2L, cells(rows.get(row)));
        }
    }

    @Override
    public void close() {}

    private static List<String> cells(String row) {
        return Stream.of(row.split("\\|", -1))
                .map(cell -> cell.equals(" ") ? "" : cell)
                .toList();
    }
}
