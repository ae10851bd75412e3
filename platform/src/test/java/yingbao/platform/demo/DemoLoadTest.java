package yingbao.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.PlatformTest;
import yingbao.platform.access.FirstUsers;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.Callers;

class DemoLoadTest extends PlatformTest {
    private static final int SMALL = 300;
    private static final JobId SOME_JOB = new JobId(new UUID(0, 1));

    @Autowired
    private DemoLoad load;

    @Autowired
    private Demonstration demonstration;

    @Autowired
    private FirstUsers users;

    @Autowired
    private JsonMapper json;

    private String run(JobProgress progress) {
        String order = json.writeValueAsString(new DemoLoad.Order("229901", SMALL));
        return Callers.as(demonstration.owner(), () -> load.run(SOME_JOB, order, progress));
    }

    private static JobProgress stoppingAt(int report) {
        return new JobProgress() {
            private int reports;

            @Override
            public void report(long done, long total) {
                reports++;
                if (reports == report) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
    }

    /** How many rows every table has that tells of the county, not of how it was loaded. */
    private static Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema', 'kernel', 'jobs', 'access')
                           and tablename not like 'flyway%'
                        """)) {
            while (tables.next()) {
                rows.put(tables.getString(1), count(connection, tables.getString(1)));
            }
        }
        return rows;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void a_county_that_was_stopped_again_and_again_is_the_same_as_one_that_was_loaded_at_once() throws SQLException {
        users.demonstration();
        run((_, _) -> {});
        Map<String, Long> atOnce = rows();

        run((_, _) -> {});
        assertThat(rows()).as("loaded a second time").isEqualTo(atOnce);

        emptied();
        users.demonstration();
        for (int report : new int[] {1, 5, 12, 17}) {
            assertThatThrownBy(() -> run(stoppingAt(report))).hasMessage("stopped");
        }
        run((_, _) -> {});

        assertThat(rows()).isEqualTo(atOnce);
        assertThat(atOnce.get("registry.household")).isEqualTo(SMALL + DemoFault.values().length);
        assertThat(today.date()).isEqualTo(DemoLoad.OPENS_ON);
    }
}
