package yingbao.platform.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes many rows with few statements, each of which takes thousands as arrays of texts. Unlike COPY it works where
 * row-level security guards the table.
 */
final class BulkInsert implements AutoCloseable {
    private static final int ROWS = 5_000;

    private final JdbcTemplate jdbc;
    private final String sql;
    private final List<List<@Nullable String>> columns = new ArrayList<>();
    private Optional<BulkInsert> referredTo = Optional.empty();
    private int column;
    private long rows;

    /**
     * Begins.
     *
     * @param sql a statement with one question mark, a {@code text[]}, for every cell of a row
     * @param width how many cells a row has
     */
    BulkInsert(JdbcTemplate jdbc, String sql, int width) {
        this.jdbc = jdbc;
        this.sql = sql;
        for (int i = 0; i < width; i++) {
            columns.add(new ArrayList<>(ROWS));
        }
    }

    /** Lets rows be sent only after those that they refer to. */
    BulkInsert after(BulkInsert others) {
        referredTo = Optional.of(others);
        return this;
    }

    /** The next cell; null is a missing one, and bytes are written as {@code bytea} is. */
    BulkInsert cell(@Nullable Object value) {
        String text = switch (value) {
            case null -> null;
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
        columns.get(column).add(text);
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

    private void send() {
        referredTo.ifPresent(BulkInsert::close);
        jdbc.execute((Connection connection) -> sendOver(connection));
        columns.forEach(List::clear);
    }

    private boolean sendOver(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setArray(
                        i + 1, connection.createArrayOf("text", columns.get(i).toArray()));
            }
            return statement.execute();
        }
    }

    @Override
    public void close() {
        if (!columns.getFirst().isEmpty()) {
            send();
        }
    }
}
