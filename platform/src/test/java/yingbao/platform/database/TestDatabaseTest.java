package yingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    private static boolean holdsWhatWasMade(Database database) throws SQLException {
        try (Connection connection = Database.connect(database.url(), database.owner())) {
            return Roles.isThere(connection, "select from pg_namespace where nspname = ?", "made");
        }
    }

    @Test
    void a_copy_holds_what_its_original_holds_and_a_fresh_database_nothing() throws SQLException {
        Database original = TestDatabase.fresh();
        try (Connection connection = Database.connect(original.url(), original.owner())) {
            Roles.execute(connection, "create schema %I", "made");
        }

        assertThat(holdsWhatWasMade(TestDatabase.copyOf(original))).isTrue();
        assertThat(holdsWhatWasMade(TestDatabase.fresh())).isFalse();
    }

    @Test
    void a_database_shows_no_password() {
        Database database = TestDatabase.fresh();

        assertThat(database.toString())
                .doesNotContain(
                        database.owner().password(), database.application().password());
    }
}
