package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens by itself on a day. */
class DailyWorkTest extends CaseTest {

    /** Lets a case be about a household that nobody knows, so that no step of it can be taken. */
    private void orphan(CaseId id) throws SQLException {
        try (Connection connection = owner();
                PreparedStatement statement =
                        connection.prepareStatement("update cases.case_file set household_id = ? where id = ?")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setObject(2, id.value());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void one_review_that_cannot_begin_does_not_keep_the_others_from_it() throws SQLException {
        CaseId first = drawing(family("H1"));
        CaseId broken = drawing(family("H2"));
        CaseId last = drawing(family("H3"));
        LocalDate due = row(last).reviewOn().orElseThrow();
        orphan(broken);
        today.moveTo(due);

        assertThat(daily.seeTo(due)).isEqualTo(2);

        assertThat(state(first)).isEqualTo("review");
        assertThat(state(broken)).isEqualTo("entitled");
        assertThat(state(last)).isEqualTo("review");
    }

    @Test
    void a_review_that_fell_due_while_nobody_looked_is_begun_later_and_only_once() {
        CaseId id = drawing(family("H1"));
        LocalDate late = row(id).reviewOn().orElseThrow().plusDays(40);
        today.moveTo(late);

        assertThat(daily.seeTo(late)).isEqualTo(1);
        assertThat(daily.seeTo(late)).isZero();
        assertThat(daily.seeTo(late.plusDays(1))).isZero();

        CaseView view = as("township-clerk", TOWN, () -> views.view(id));
        assertThat(view.history()).singleElement().satisfies(step -> {
            assertThat(step.on()).isEqualTo(late);
            assertThat(step.remarks()).isEqualTo("到期复核");
        });
        assertThat(as("township-clerk", TOWN, () -> work.queue(Work.Filter.none(), 0, 10))
                        .total())
                .isEqualTo(1);
    }
}
