package yingbao.platform.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows with few statements, each of which takes thousands as arrays of texts and of bytes. Unlike COPY it works where
 * row-level security guards the table.
 */
final class BulkInsert {
    private static final int ROWS = 2_000;

    private final BulkSender sender;
    private final String sql;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();
    private final List<Object> common;
    private Optional<BulkInsert> referredTo = Optional.empty();
    private int column;
    private long rows;

    /**
     * Begins.
     *
     * @param sql a statement with one question mark, a {@code text[]} or a {@code bytea[]}, for every cell of a row, and
     *     after those one for every common value
     * @param width how many cells a row has
     * @param common what all rows have in common: texts, ids, days or moments
     */
    BulkInsert(BulkSender sender, String sql, int width, Object... common) {
        this.sender = sender;
        this.sql = sql;
        this.common = List.of(common);
        for (int i = 0; i < width; i++) {
            columns.add(new ArrayList<>(ROWS));
        }
    }

    /** Lets rows be sent only after those that they refer to. */
    BulkInsert after(BulkInsert others) {
        referredTo = Optional.of(others);
        return this;
    }

    /** The next cell; null is a missing one. */
    BulkInsert cell(@Nullable Object value) {
        columns.get(column).add(value == null || value instanceof byte[] ? value : value.toString());
        column++;
        return this;
    }

    void endRow() {
        if (column != columns.size()) {
            throw new IllegalStateException(column + " cells for " + columns.size() + " columns");
        }
        column = 0;
        rows++;
        if (columns.getFirst().size() >= ROWS) {
            send();
        }
    }

    /** How many rows were written so far. */
    long rows() {
        return rows;
    }

    /** Sends what is left. */
    void flush() {
        if (!columns.getFirst().isEmpty()) {
            send();
        }
    }

    private void send() {
        referredTo.ifPresent(BulkInsert::flush);
        sender.send(sql, columns.stream().map(BulkInsert::array).toList(), common);
        columns.forEach(List::clear);
    }

    /** As what they are, for an array of any objects would travel as one long text to be taken apart again. */
    private static Object[] array(List<@Nullable Object> cells) {
        boolean bytes = cells.stream().anyMatch(byte[].class::isInstance);
        return bytes ? cells.toArray(byte[][]::new) : cells.toArray(String[]::new);
    }
}
