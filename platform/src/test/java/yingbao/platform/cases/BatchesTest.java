package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yingbao.platform.kernel.Refusal;

/** Batches of proposals of which nothing waits any more. */
class BatchesTest extends CaseTest {

    private List<BatchView> batches() {
        return as("county-officer", COUNTY, proposals::batches);
    }

    @Test
    void a_batch_whose_proposals_a_newer_one_took_over_waits_no_more() {
        drawing(family("H1"));
        confirmStandard(LocalDate.of(2016, 7, 1));
        confirmStandard(LocalDate.of(2016, 8, 1));

        assertThat(batches())
                .extracting(BatchView::state, BatchView::waiting)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("OPEN", 1L),
                        org.assertj.core.groups.Tuple.tuple("SETTLED", 0L));
        BatchView older = batches().getLast();
        assertThatThrownBy(() -> as("county-officer", COUNTY, () -> proposals.confirm(older.id())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.batch-decided"));
    }

    @Test
    void a_batch_that_was_decided_case_by_case_waits_no_more() {
        CaseId id = drawing(family("H1"));
        confirmStandard(LocalDate.of(2016, 7, 1));
        String day = today.date().toString();
        act("township-clerk", TOWN, id, "review", Map.of());
        act("township-clerk", TOWN, id, "change", Map.of("reviewed_on", day, "findings", "标准提高"));
        act("county-officer", COUNTY, id, "adjust", Map.of());

        assertThat(batches()).extracting(BatchView::state).containsExactly("SETTLED");
    }
}
