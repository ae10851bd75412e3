package yingbao.platform.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import yingbao.platform.kernel.AreaScope;

/**
 * Connections that all see the register as it was at one moment, whatever is changed meanwhile. Nothing can be written over
 * them.
 */
final class Moment implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Moment.class);

    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();

    /** Work that is done over one of the connections. */
    @FunctionalInterface
    interface Deed<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Opens so many connections, which see the areas of a scope. */
    Moment(DataSource source, int connections, AreaScope scope) {
        try {
            String moment = "";
            for (int number = 0; number < connections; number++) {
                Connection connection = source.getConnection();
                all.add(connection);
                moment = begin(connection, moment);
                say(connection, scope);
                free.add(connection);
            }
        } catch (SQLException failed) {
            close();
            throw new UncategorizedSQLException("reading the register as of one moment", null, failed);
        }
    }

    /** The first one names the moment, the others are told it before they ask for anything. */
    private static String begin(Connection connection, String moment) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            if (!moment.isEmpty()) {
                statement.execute("set transaction snapshot '" + moment + "'");
            }
            // There are as many connections as processors. Looking rows up one by one never pays for so many, but the
            // planner, who does not know how many cover a day, believes so.
            statement.execute("set local max_parallel_workers_per_gather = 0");
            statement.execute("set local enable_nestloop = off");
            if (!moment.isEmpty()) {
                return moment;
            }
            try (ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void say(Connection connection, AreaScope scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('yingbao.scope_from', ?, true), set_config('yingbao.scope_to', ?, true)")) {
            statement.setString(1, scope.from());
            statement.setString(2, scope.to());
            statement.execute();
        }
    }

    /** Does something over a connection that nobody else uses then. */
    <T> T with(Deed<T> deed) throws InterruptedException {
        Connection connection = free.take();
        try {
            return deed.run(connection);
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("reading the register as of one moment", null, failed);
        } finally {
            free.add(connection);
        }
    }

    @Override
    public void close() {
        for (Connection connection : all) {
            try (connection) {
                connection.rollback();
            } catch (SQLException broken) {
                LOG.warn("a connection that only read could not be given back; the pool replaces it", broken);
            }
        }
    }
}
