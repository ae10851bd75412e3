package yingbao.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import yingbao.platform.database.Database.Login;

/**
 * A department's own PostgreSQL, as the environment names it.
 *
 * @param url its JDBC address
 * @param owner who will own the platform's schemas
 * @param application the application's role, whether it is there or not
 */
record DepartmentServer(String url, Login owner, Login application) {
    static final String LOGIN_REFUSED = "28P01";

    private static final String URL = "YINGBAO_DB_URL";
    private static final String USER = "YINGBAO_DB_USER";
    private static final String PASSWORD = "YINGBAO_DB_PASSWORD";
    private static final String APPLICATION_PASSWORD = "YINGBAO_DB_APP_PASSWORD";

    private static final String NOT_ALLOWED = "42501";
    private static final String LOGIN_CLASS = "28";
    private static final int VERSION_MIN = 180000;

    /** What the owner sees of the server, and of the application's role if it is there. */
    private record Sight(int version, String shown, String encoding, String database, boolean mayCreate, String role) {}

    static Optional<DepartmentServer> named(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseProblem("database.url", shown(url));
        }
        Login owner = new Login(required(environment, USER), required(environment, PASSWORD));
        if (owner.user().equals(Database.APPLICATION)) {
            throw new DatabaseProblem("database.owner-is-application", USER, Database.APPLICATION);
        }
        String given = environment.getOrDefault(APPLICATION_PASSWORD, "");
        Login application = new Login(Database.APPLICATION, given.isBlank() ? derived(owner.password()) : given);
        return Optional.of(new DepartmentServer(url, owner, application));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new DatabaseProblem("database.variable-missing", URL, name);
        }
        return value;
    }

    /** The same in every process that knows the owner's password, so that it need not be kept; no way leads back. */
    private static String derived(String ownerPassword) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] password = mac.doFinal(Database.APPLICATION.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(password);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An address without its parameters, which may hold a password. */
    private static String shown(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    Database prepare() {
        try (Connection connection = Database.connect(url, owner)) {
            Sight sight = look(connection);
            check(sight);
            ensureRole(connection, sight);
        } catch (SQLException failed) {
            String state = Optional.ofNullable(failed.getSQLState()).orElse("");
            if (state.startsWith(LOGIN_CLASS)) {
                throw new DatabaseProblem("database.login-refused", shown(url), owner.user(), USER, PASSWORD)
                        .because(failed);
            }
            throw new DatabaseProblem("database.unreachable", shown(url), DatabaseProblem.reason(failed), URL)
                    .because(failed);
        }
        return new Database(url, owner, application);
    }

    private void check(Sight sight) {
        if (sight.version() < VERSION_MIN) {
            throw new DatabaseProblem("database.version", shown(url), sight.shown());
        }
        if (!sight.encoding().equals("UTF8")) {
            throw new DatabaseProblem("database.encoding", sight.database(), sight.encoding());
        }
        if (!sight.mayCreate()) {
            throw new DatabaseProblem(
                    "database.may-not-create",
                    owner.user(),
                    sight.database(),
                    "grant create, connect, temporary on database %s to %s;"
                            .formatted(quoted(sight.database()), quoted(owner.user())));
        }
        if (sight.role().equals("strong")) {
            throw new DatabaseProblem(
                    "database.role-too-strong",
                    Database.APPLICATION,
                    "alter role %1$s nosuperuser nobypassrls; revoke %2$s from %1$s;"
                            .formatted(Database.APPLICATION, quoted(owner.user())));
        }
    }

    private static Sight look(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select current_setting('server_version_num')::int,
                               current_setting('server_version'),
                               current_setting('server_encoding'),
                               current_database(),
                               has_database_privilege(current_database(), 'create'),
                               coalesce((select case when rolsuper or rolbypassrls
                                                          or pg_has_role(oid, current_user, 'member')
                                                     then 'strong' else 'there' end
                                         from pg_roles where rolname = ?), 'missing')
                        """)) {
            statement.setString(1, Database.APPLICATION);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Sight(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBoolean(5),
                        rows.getString(6));
            }
        }
    }

    /** Makes the application's role, or sets its password where it does not fit, or says who must. */
    private void ensureRole(Connection connection, Sight sight) throws SQLException {
        boolean missing = sight.role().equals("missing");
        if (!missing && applicationCanSignIn()) {
            return;
        }
        String sql = missing
                ? "create role %I login nosuperuser nobypassrls password %L"
                : "alter role %I login password %L";
        try {
            Roles.execute(connection, sql, application.user(), application.password());
        } catch (SQLException refused) {
            if (NOT_ALLOWED.equals(refused.getSQLState())) {
                throw askAdministrator(sight, missing).because(refused);
            }
            throw refused;
        }
        if (!applicationCanSignIn()) {
            throw askAdministrator(sight, false);
        }
    }

    private DatabaseProblem askAdministrator(Sight sight, boolean missing) {
        String sql =
                "%s role %s login nosuperuser nobypassrls password '…'; grant connect, temporary on database %s to %s;"
                        .formatted(
                                missing ? "create" : "alter",
                                Database.APPLICATION,
                                quoted(sight.database()),
                                Database.APPLICATION);
        return new DatabaseProblem("database.role-missing", Database.APPLICATION, sql, APPLICATION_PASSWORD);
    }

    private boolean applicationCanSignIn() throws SQLException {
        try (Connection connection = Database.connect(url, application)) {
            return connection.isValid(0);
        } catch (SQLException failed) {
            String state = Optional.ofNullable(failed.getSQLState()).orElse("");
            if (state.startsWith(LOGIN_CLASS) || state.equals(NOT_ALLOWED)) {
                return false;
            }
            throw failed;
        }
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
