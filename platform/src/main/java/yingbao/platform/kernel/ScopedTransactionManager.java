package yingbao.platform.kernel;

import java.io.Serial;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by telling the database which areas the caller may see. Row-level security rests on it: work
 * outside a transaction, or on nobody's behalf, sees no row that belongs to an area.
 */
@Component("transactionManager")
public class ScopedTransactionManager extends JdbcTransactionManager {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String SAY_SCOPE =
            "select set_config('yingbao.scope_from', ?, true), set_config('yingbao.scope_to', ?, true)";

    public ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Callers.found().ifPresent(caller -> say(caller.scope()));
    }

    private void say(AreaScope scope) {
        Connection connection = DataSourceUtils.getConnection(obtainDataSource());
        try (PreparedStatement statement = connection.prepareStatement(SAY_SCOPE)) {
            statement.setString(1, scope.from());
            statement.setString(2, scope.to());
            statement.execute();
        } catch (SQLException failed) {
            throw new CannotCreateTransactionException("could not tell the database who is calling", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }
}
