package yingbao.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
    private static final List<String> TABLES = List.of(
            "registry.household",
            "registry.person",
            "registry.membership",
            "registry.statement",
            "registry.import",
            "registry.duplicate",
            "cases.case_file",
            "cases.entitlement",
            "cases.decision",
            "cases.paper",
            "notices.objection",
            "programmes.local_value",
            "payments.run",
            "payments.run_line",
            "payments.transfer",
            "demo.step");
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

    /** How many rows each table has. Proposals and reviews, which come by themselves in their own time, are left out. */
    private static Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = owner()) {
            for (String table : TABLES) {
                rows.put(table, count(connection, table));
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
        for (int report : new int[] {1, 5, 12, 17, 40, 90}) {
            assertThatThrownBy(() -> run(stoppingAt(report))).hasMessage("stopped");
        }
        run((_, _) -> {});

        assertThat(rows()).isEqualTo(atOnce);
        assertThat(atOnce.get("registry.household")).isEqualTo(SMALL + DemoFault.values().length);
        assertThat(atOnce.get("cases.entitlement")).isPositive();
        assertThat(atOnce.get("payments.transfer")).isPositive();
        assertThat(today.date()).isEqualTo(DemoLoad.OPENS_ON);
    }
}
