package yingbao.platform.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Sends rows over the connection of the caller's transaction, one batch after the other, while the caller makes the next
 * batch. The caller must not use the connection itself before {@link #await} has returned.
 */
final class BulkSender implements AutoCloseable {
    private final JdbcTemplate jdbc;
    private final DataSource source;
    private final Connection connection;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Future<Boolean>> sending = Optional.empty();

    BulkSender(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.source = Objects.requireNonNull(jdbc.getDataSource());
        this.connection = DataSourceUtils.getConnection(source);
    }

    /**
     * Begins to send a batch, once the one before has arrived.
     *
     * @param sql a statement with one question mark, a {@code text[]} or {@code bytea[]}, for each column, and after those
     *     one for each value that all rows have in common
     * @throws DataAccessException when the one before was refused
     */
    void send(String sql, List<Object[]> columns, List<Object> common) {
        // Encoded while the server is still busy with the batch before; that needs no word with it.
        List<Array> encoded = columns.stream().map(this::encoded).toList();
        await();
        sending = Optional.of(thread.submit(() -> execute(sql, encoded, common)));
    }

    private Array encoded(Object[] cells) {
        try {
            return connection.createArrayOf(cells instanceof byte[][] ? "bytea" : "text", cells);
        } catch (SQLException refused) {
            throw translated(refused);
        }
    }

    private boolean execute(String sql, List<Array> columns, List<Object> common) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < columns.size(); column++) {
                statement.setArray(column + 1, columns.get(column));
            }
            for (int value = 0; value < common.size(); value++) {
                // As what it is: a text would be read as a day or moment again for each row.
                statement.setObject(
                        columns.size() + value + 1,
                        common.get(value) instanceof Instant moment
                                ? moment.atOffset(ZoneOffset.UTC)
                                : common.get(value));
            }
            return statement.execute();
        }
    }

    /**
     * Waits until all that was sent has arrived.
     *
     * @throws DataAccessException when the last batch was refused
     */
    void await() {
        Optional<Future<Boolean>> last = sending;
        sending = Optional.empty();
        last.ifPresent(this::await);
    }

    private void await(Future<Boolean> batch) {
        try {
            batch.get();
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case SQLException refused -> translated(refused);
                case RuntimeException other -> other;
                case null, default -> new IllegalStateException(failed);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while rows were on their way", stopped);
        }
    }

    private DataAccessException translated(SQLException refused) {
        DataAccessException translated = jdbc.getExceptionTranslator().translate("bulk insert", null, refused);
        return translated == null ? new UncategorizedSQLException("bulk insert", null, refused) : translated;
    }

    /** Waits for the last batch, whose refusal matters no more, and lets go of the connection. */
    @Override
    public void close() {
        thread.close();
        DataSourceUtils.releaseConnection(connection, source);
    }
}
