package yingbao.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import yingbao.platform.PlatformTest;
import yingbao.platform.kernel.Page;
import yingbao.policy.value.AreaCode;

class AuditTest extends PlatformTest {
    private static final AreaCode VILLAGE = AreaCode.parse("229901100200");
    private static final AuditFilter ANY =
            new AuditFilter("", "", "", "", LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1), 0, 50);

    @Autowired
    private Audit audit;

    @Autowired
    private AuditChain chain;

    @Autowired
    private JdbcClient jdbc;

    private void deeds(int count) {
        as("township-clerk", "229901100", () -> {
            for (int i = 0; i < count; i++) {
                audit.record("person.open", "person", "P" + i, VILLAGE, Map.of("fact", "citizen_id"));
            }
            return count;
        });
    }

    private static void tamper(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void every_deed_becomes_a_link_of_the_chain() {
        deeds(3);
        chain.extend();
        deeds(2);

        assertThat(chain.verify()).isEqualTo(new AuditChain.Proof.Whole(5));
    }

    @Test
    void an_entry_that_was_changed_later_is_named() throws SQLException {
        deeds(5);
        chain.extend();

        tamper("update audit.entry set actor_name = '别人' where subject_id = 'P3'");

        assertThat(chain.verify()).isInstanceOfSatisfying(AuditChain.Proof.Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(4);
            assertThat(broken.entry().map(Entry::subjectId)).contains("P3");
        });
    }

    @Test
    void a_link_that_was_removed_is_noticed() throws SQLException {
        deeds(5);
        chain.extend();

        tamper("delete from audit.link where position = 2");

        assertThat(chain.verify())
                .isInstanceOfSatisfying(
                        AuditChain.Proof.Broken.class,
                        broken -> assertThat(broken.position()).isEqualTo(2));
    }

    @Test
    void an_entry_that_was_kept_out_of_the_chain_is_noticed() throws SQLException {
        deeds(2);
        tamper("delete from audit.pending");

        assertThat(chain.verify()).isInstanceOf(AuditChain.Proof.Broken.class);
    }

    @Test
    void the_application_itself_can_neither_change_nor_delete_an_entry() {
        deeds(1);

        for (String change :
                List.of("update audit.entry set action = 'x'", "delete from audit.entry", "delete from audit.link")) {
            assertThatThrownBy(() ->
                            as("administrator", "22", () -> jdbc.sql(change).update()))
                    .isInstanceOf(BadSqlGrammarException.class)
                    .hasRootCauseMessage("ERROR: permission denied for table "
                            + change.replaceAll("(update|delete from) audit\\.(\\w+).*", "$2"));
        }
    }

    @Test
    void nobody_sees_entries_of_another_area() {
        deeds(3);

        Page<Entry> there = as("auditor", "22", () -> audit.find(ANY));
        Page<Entry> elsewhere = as("township-clerk", "229901101", () -> audit.find(ANY));

        assertThat(there.total()).isEqualTo(3);
        assertThat(elsewhere.rows()).isEmpty();
        assertThat(elsewhere.total()).isZero();
    }

    @Test
    void an_entry_is_only_taken_together_with_the_deed() {
        assertThatThrownBy(() -> audit.record("x", "y", "z", VILLAGE, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_days_of_a_search_are_those_of_the_clock_in_China() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into audit.entry
                        (id, at, on_date, actor_id, actor_name, action, subject, subject_id, area_code, detail)
                    values (uuidv7(), '2016-10-09T16:30:00Z', '2016-10-10', uuidv7(), '王', 'person.open', 'person', 'P',
                            '229901100200', '{}')
                    """);
        }

        assertThat(found(MONDAY)).isEqualTo(1);
        assertThat(found(MONDAY.minusDays(1))).isZero();
    }

    private long found(LocalDate day) {
        AuditFilter filter = new AuditFilter("", "", "", "", day, day, 0, 50);
        return as("auditor", "22", () -> audit.find(filter)).total();
    }
}
