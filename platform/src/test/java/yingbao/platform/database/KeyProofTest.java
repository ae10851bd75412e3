package yingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyProofTest {
    @TempDir
    private Path folder;

    private final Database database = TestDatabase.fresh();

    private Secrets secrets(String name) {
        return Secrets.in(folder.resolve(name), Map.of());
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/migration/kernel")
                .load()
                .migrate();
    }

    @Test
    void any_keys_may_begin_a_database() {
        assertThatCode(() -> KeyProof.check(database, secrets("own"))).doesNotThrowAnyException();

        migrate();

        assertThatCode(() -> KeyProof.check(database, secrets("own"))).doesNotThrowAnyException();
    }

    @Test
    void keys_that_a_database_was_not_begun_with_are_refused_with_their_place() {
        migrate();
        KeyProof.leave(database, secrets("own"));

        assertThatCode(() -> KeyProof.check(database, secrets("own"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> KeyProof.check(database, secrets("other")))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("database.keys-foreign")
                .hasMessageContaining(folder.resolve("other").toString());
    }

    @Test
    void the_first_keys_stay_the_right_ones_whoever_comes_later() {
        migrate();
        KeyProof.leave(database, secrets("own"));
        KeyProof.leave(database, secrets("other"));

        assertThatThrownBy(() -> KeyProof.check(database, secrets("other"))).isInstanceOf(DatabaseProblem.class);
    }

    @Test
    void the_application_itself_cannot_read_the_proof() throws SQLException {
        migrate();
        KeyProof.leave(database, secrets("own"));

        try (Connection application = Database.connect(database.url(), database.application());
                Statement statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from kernel.key_proof"))
                    .hasMessageContaining("permission denied");
        }
    }
}
