package yingbao.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach the platform's database.
 *
 * @param url a JDBC address without user and password
 * @param owner who owns the schemas and migrates them
 * @param application who works in them: no superuser, bound by row-level security
 */
public record Database(String url, Login owner, Login application) {
    static final String OWNER = "yingbao_owner";
    static final String APPLICATION = "yingbao_app";

    private static final int TIMEOUT_SECONDS = 10;

    /**
     * A role and its password. The password shows in no text of this record.
     *
     * @param user the role's name
     * @param password in the clear
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * The department's own PostgreSQL, if the environment names one, checked and with the application's role made ready.
     *
     * <p>{@code YINGBAO_DB_URL}, {@code YINGBAO_DB_USER} and {@code YINGBAO_DB_PASSWORD} name the owner's login. The role
     * {@code yingbao_app} is made by the owner, or by the database's administrator with the password given in
     * {@code YINGBAO_DB_APP_PASSWORD}.
     *
     * @param environment the process's variables
     * @return nothing if {@code YINGBAO_DB_URL} is not set
     * @throws DatabaseProblem if the server cannot be used; where its administrator must help, with the SQL to run
     */
    public static Optional<Database> fromEnvironment(Map<String, String> environment) {
        return DepartmentServer.named(environment).map(DepartmentServer::prepare);
    }

    /**
     * Makes sure that a platform has made a schema.
     *
     * @throws DatabaseProblem if it has not, or the database cannot be asked
     */
    public void requireSchema(String name) {
        try (Connection asking = connect(url, owner);
                PreparedStatement question = asking.prepareStatement("select to_regnamespace(?) is not null")) {
            question.setString(1, name);
            try (ResultSet answer = question.executeQuery()) {
                if (!answer.next() || !answer.getBoolean(1)) {
                    throw new DatabaseProblem("database.nothing-kept", url);
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseProblem("database.sql", url, DatabaseProblem.reason(failed)).because(failed);
        }
    }

    /** A connection outside any pool. The driver is named, since its discovery depends on the thread's class loader. */
    static Connection connect(String url, Login login) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setConnectTimeout(TIMEOUT_SECONDS);
        source.setLoginTimeout(TIMEOUT_SECONDS);
        return source.getConnection(login.user(), login.password());
    }
}
