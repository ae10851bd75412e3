package yingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yingbao.platform.database.Database.Login;

/** A server of the department's own, for which the tests' server stands in; its roles are put back after each test. */
class DepartmentServerTest {
    private static final Login DEPARTMENT = new Login("test_department", "department's own");

    private Database database;
    private Map<String, String> environment;

    DepartmentServerTest() {
        database = TestDatabase.fresh();
        environment = new HashMap<>(Map.of(
                "YINGBAO_DB_URL", database.url(),
                "YINGBAO_DB_USER", DEPARTMENT.user(),
                "YINGBAO_DB_PASSWORD", DEPARTMENT.password()));
    }

    private String name() {
        return database.url().replaceFirst(".*/", "");
    }

    private static void administrator(String sql, String... particulars) throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            Roles.execute(superuser, sql, particulars);
        }
    }

    @BeforeEach
    void theDepartmentHasARole() throws SQLException {
        try (Connection superuser = TestDatabase.superuser()) {
            Roles.prepare(superuser, DEPARTMENT);
        }
        administrator("alter database %I owner to %I", name(), DEPARTMENT.user());
    }

    @AfterEach
    void everythingIsAsBefore() throws SQLException {
        administrator("drop database %I with (force)", name());
        administrator("drop role %I", DEPARTMENT.user());
        try (Connection superuser = TestDatabase.superuser()) {
            Roles.prepare(superuser, database.application());
        }
    }

    private void assertRefused(String code, String... mentioned) {
        assertThatThrownBy(() -> Database.fromEnvironment(environment))
                .isInstanceOfSatisfying(DatabaseProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(String.join(" ", problem.args()))
                            .contains(mentioned)
                            .doesNotContain(DEPARTMENT.password());
                });
    }

    @Test
    void an_environment_that_names_no_server_gives_none() {
        assertThat(Database.fromEnvironment(Map.of())).isEmpty();
    }

    @Test
    void an_owner_who_may_make_roles_needs_no_administrator() throws SQLException {
        administrator("alter role %I superuser", DEPARTMENT.user());

        Database prepared = Database.fromEnvironment(environment).orElseThrow();

        assertThat(prepared.owner()).isEqualTo(DEPARTMENT);
        try (Connection connection = Database.connect(prepared.url(), prepared.application())) {
            assertThat(connection.isValid(0)).isTrue();
        }
        assertThat(Database.fromEnvironment(environment)).as("a second process").contains(prepared);
    }

    @Test
    void a_database_in_which_nothing_was_kept_yet_says_so() throws SQLException {
        administrator("alter role %I superuser", DEPARTMENT.user());
        Database prepared = Database.fromEnvironment(environment).orElseThrow();

        assertThatThrownBy(() -> prepared.requireSchema("audit"))
                .isInstanceOfSatisfying(
                        DatabaseProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("database.nothing-kept"));
    }

    @Test
    void the_administrators_role_is_used_with_the_password_given() throws SQLException {
        administrator("alter role %I password %L", Database.APPLICATION, "agreed");
        environment.put("YINGBAO_DB_APP_PASSWORD", "agreed");

        assertThat(Database.fromEnvironment(environment).orElseThrow().application())
                .isEqualTo(new Login(Database.APPLICATION, "agreed"));
    }

    @Test
    void an_owner_who_may_not_change_roles_is_told_what_the_administrator_must_run() {
        assertRefused(
                "database.role-missing",
                "alter role yingbao_app login nosuperuser nobypassrls password",
                "grant connect, temporary on database " + name(),
                "YINGBAO_DB_APP_PASSWORD");
    }

    @Test
    void an_application_that_row_level_security_does_not_bind_is_refused() throws SQLException {
        administrator("alter role %I bypassrls", Database.APPLICATION);

        assertRefused("database.role-too-strong", "alter role yingbao_app nosuperuser nobypassrls");
    }

    @Test
    void an_owner_who_may_not_make_schemas_is_told_which_grant_he_needs() throws SQLException {
        administrator("alter database %I owner to %I", name(), Database.OWNER);
        administrator("grant connect on database %I to public", name());

        assertRefused("database.may-not-create", "on database " + name() + " to test_department;");
    }

    @Test
    void a_wrong_password_is_said_to_be_one() {
        environment.put("YINGBAO_DB_PASSWORD", "guessed");

        assertRefused("database.login-refused", DEPARTMENT.user(), "YINGBAO_DB_PASSWORD");
    }

    @Test
    void a_server_that_is_not_there_is_named_without_its_parameters() {
        environment.put("YINGBAO_DB_URL", "jdbc:postgresql://127.0.0.1:1/yingbao?password=" + DEPARTMENT.password());

        assertRefused("database.unreachable", "jdbc:postgresql://127.0.0.1:1/yingbao");
    }

    @Test
    void half_an_environment_is_refused_with_the_variable_that_lacks() {
        environment.remove("YINGBAO_DB_PASSWORD");

        assertRefused("database.variable-missing", "YINGBAO_DB_PASSWORD");
    }

    @Test
    void an_address_of_another_kind_and_the_applications_role_as_owner_are_refused() {
        environment.put("YINGBAO_DB_USER", Database.APPLICATION);
        assertRefused("database.owner-is-application", "YINGBAO_DB_USER");
        environment.put("YINGBAO_DB_URL", "jdbc:mysql://db/yingbao");
        assertRefused("database.url", "jdbc:mysql://db/yingbao");
    }
}
