package yingbao.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import yingbao.platform.database.Database.Login;

/** Roles and databases, as the server's superuser makes them. Everything may be done again without harm. */
final class Roles {
    private Roles() {}

    /** Makes a role that may sign in and nothing else, or brings it back to that and to its password. */
    static void prepare(Connection superuser, Login login) throws SQLException {
        if (!isThere(superuser, "select from pg_roles where rolname = ?", login.user())) {
            execute(superuser, "create role %I", login.user());
        }
        execute(superuser, """
                alter role %I with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password %L
                """, login.user(), login.password());
    }

    /** Makes a database that only its owner and the application may enter, if it is not there. */
    static void prepareDatabase(Connection superuser, String name, String template) throws SQLException {
        if (!isThere(superuser, "select from pg_database where datname = ?", name)) {
            execute(superuser, "create database %I template %I", name, template);
        }
        execute(superuser, "alter database %I owner to %I", name, Database.OWNER);
        execute(superuser, "revoke all on database %I from public", name);
        execute(superuser, "grant connect, temporary on database %I to %I", name, Database.APPLICATION);
    }

    static boolean isThere(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Runs a statement whose names ({@code %I}) and texts ({@code %L}) the server itself puts in quotes. */
    static void execute(Connection connection, String template, String... particulars) throws SQLException {
        String sql;
        try (PreparedStatement statement = connection.prepareStatement("select format(?, variadic ?)")) {
            statement.setString(1, template);
            statement.setArray(2, connection.createArrayOf("text", particulars));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                sql = rows.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
