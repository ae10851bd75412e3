package yingbao.platform.database;

import java.sql.Connection;
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

    /** A connection outside any pool. The driver is named, since its discovery depends on the thread's class loader. */
    static Connection connect(String url, Login login) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setConnectTimeout(TIMEOUT_SECONDS);
        source.setLoginTimeout(TIMEOUT_SECONDS);
        return source.getConnection(login.user(), login.password());
    }
}
