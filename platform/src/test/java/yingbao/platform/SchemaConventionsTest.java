package yingbao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every table, read from the database's own catalogue. */
class SchemaConventionsTest extends PlatformTest {
    private static final String OURS = """
            n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public') and n.nspname not like 'pg_temp%'
            """;

    private static List<String> found(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void every_table_has_a_primary_key() throws SQLException {
        assertThat(found("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and %s
                   and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
                """.formatted(OURS))).isEmpty();
    }

    @Test
    void every_foreign_key_has_an_index_behind_it() throws SQLException {
        assertThat(found("""
                select n.nspname || '.' || c.relname || ' ' || k.conname
                  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                 where k.contype = 'f' and %s
                   and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = k.conkey[1])
                """.formatted(OURS))).isEmpty();
    }

    @Test
    void money_is_whole_fen() throws SQLException {
        assertThat(found("""
                select n.nspname || '.' || c.relname || '.' || a.attname
                  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where a.attnum > 0 and c.relkind in ('r', 'v') and %s
                   and (a.atttypid in ('money'::regtype, 'real'::regtype, 'double precision'::regtype)
                        or a.attname like '%%amount%%' and a.attname not like '%%_fen')
                """.formatted(OURS))).isEmpty();
    }

    @Test
    void moments_have_a_time_zone() throws SQLException {
        assertThat(found("""
                select n.nspname || '.' || c.relname || '.' || a.attname
                  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where a.attnum > 0 and c.relkind = 'r' and a.atttypid = 'timestamp'::regtype and %s
                """.formatted(OURS))).isEmpty();
    }

    @Test
    void every_table_that_knows_an_area_is_guarded_row_by_row() throws SQLException {
        assertThat(found("""
                select n.nspname || '.' || c.relname
                  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where a.attname = 'area_code' and c.relkind = 'r' and not c.relrowsecurity and %s
                   and c.oid <> 'access.user_account'::regclass
                """.formatted(OURS)))
                .as("users sign in before their area is known")
                .isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_changes_no_schema() throws SQLException {
        assertThat(found("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where pg_get_userbyid(c.relowner) = 'yingbao_app'
                """)).isEmpty();
        assertThat(found("select rolname from pg_roles where rolname = 'yingbao_app' and (rolsuper or rolbypassrls)"))
                .isEmpty();
    }
}
