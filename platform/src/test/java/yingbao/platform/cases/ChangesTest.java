package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.StandardConfirmed;
import yingbao.platform.programmes.StandardId;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.policy.value.AreaCode;

/** What a changed fact or standard does to what was decided: it proposes, and only a decision changes anything. */
class ChangesTest extends CaseTest {
    @Autowired
    private LifeEvents events;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private Jobs jobs;

    /** A family that has drawn 350 yuan a month by an old paper since the beginning of the year. */
    private CaseId drawing(HouseholdId household) {
        return as("county-officer", COUNTY, () -> {
            cases.takeOver(List.of(new Existing(
                    DIBAO,
                    household,
                    Optional.empty(),
                    new AreaCode(VILLAGE),
                    "H1",
                    "李国富",
                    "李国富",
                    LocalDate.of(2015, 11, 2),
                    LocalDate.of(2015, 12, 20),
                    "镇民〔2015〕12号",
                    List.of(new MonthAmount(YearMonth.of(2016, 1), Optional.empty(), 35_000)))));
            return jdbc.sql("select id from cases.case_file where household_id = :household")
                    .param("household", household.value())
                    .query((row, _) -> new CaseId(row.getObject(1, UUID.class)))
                    .single();
        });
    }

    private void await(JobId id) {
        JobView view = as("county-officer", COUNTY, () -> jobs.find(id));
        for (int attempt = 0; attempt < 600 && view.finishedAt().isEmpty(); attempt++) {
            pause();
            view = as("county-officer", COUNTY, () -> jobs.find(id));
        }
        assertThat(view.state()).as(view.message()).isEqualTo(JobView.State.DONE);
    }

    @Test
    void whoever_drew_before_the_platform_goes_on_drawing_what_the_old_paper_says() {
        CaseId id = drawing(family("H1"));

        assertThat(row(id).state()).isEqualTo("entitled");
        assertThat(months(id, LocalDate.of(2016, 3, 1)))
                .isEqualTo(Map.of(
                        YearMonth.of(2016, 1),
                        35_000L,
                        YearMonth.of(2016, 2),
                        35_000L,
                        YearMonth.of(2016, 3),
                        35_000L));
    }

    @Test
    void a_standard_raised_from_july_and_confirmed_in_october_pays_what_was_missed() {
        CaseId id = drawing(family("H1"));
        as("county-officer", COUNTY, () -> {
            publisher.publishEvent(new StandardConfirmed(
                    new StandardId(today.newId()),
                    "rural_dibao_standard",
                    AreaCode.parse(COUNTY),
                    LocalDate.of(2016, 7, 1),
                    Optional.empty()));
            return id;
        });
        await(as("county-officer", COUNTY, jobs::mine).getFirst().id());
        BatchView batch = as("county-officer", COUNTY, proposals::batches).getFirst();

        assertThat(batch.affected()).isEqualTo(1);
        assertThat(batch.formerFen()).isEqualTo(35_000);
        assertThat(batch.proposedFen()).isEqualTo(47_500);
        assertThat(batch.arrearsFen()).isEqualTo(4 * 12_500);
        assertThat(months(id, MONDAY)).containsEntry(YearMonth.of(2016, 10), 35_000L);

        await(as("county-officer", COUNTY, () -> proposals.confirm(batch.id())));

        assertThat(months(id, MONDAY))
                .containsEntry(YearMonth.of(2016, 6), 35_000L)
                .containsEntry(YearMonth.of(2016, 7), 47_500L)
                .containsEntry(YearMonth.of(2016, 10), 47_500L);
        DecisionId decision = lastDecision(id);
        assertThat(as("county-officer", COUNTY, () -> views.basis(id, decision)).again())
                .isTrue();
        assertThatThrownBy(() -> as("county-officer", COUNTY, () -> proposals.confirm(batch.id())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.batch-decided"));
    }

    @Test
    void a_death_reported_two_months_late_lowers_what_was_due_since() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);
        as("township-clerk", TOWN, () -> {
            events.dies(member(household, "王桂兰"), new LifeEvents.Told(LocalDate.of(2016, 8, 15), "police", "死亡证明"));
            return id;
        });
        ProposalView proposal = Objects.requireNonNull(
                as("county-officer", COUNTY, () -> views.view(id)).proposal().orElse(null));

        assertThat(proposal.fromMonth()).isEqualTo(YearMonth.of(2016, 9));
        assertThat(months(id, MONDAY)).containsEntry(YearMonth.of(2016, 9), 35_000L);

        act(caller("township-clerk", TOWN), id, "review", Map.of(), "");
        act(
                "township-clerk",
                TOWN,
                id,
                "change",
                Map.of("reviewed_on", today.date().toString(), "findings", "一名成员死亡"));
        act("county-officer", COUNTY, id, "adjust", Map.of());

        // (3 900 × 2 − 6 000) ÷ 12 from the month after the death on
        assertThat(months(id, MONDAY))
                .containsEntry(YearMonth.of(2016, 8), 35_000L)
                .containsEntry(YearMonth.of(2016, 9), 15_000L)
                .containsEntry(YearMonth.of(2016, 10), 15_000L);
        assertThat(as("county-officer", COUNTY, () -> views.view(id)).proposal())
                .isEmpty();
    }

    @Test
    void a_review_brings_a_case_back_by_itself_and_only_once() {
        CaseId id = drawing(family("H1"));
        LocalDate due = row(id).reviewOn().orElseThrow();
        today.moveTo(due.minusDays(1));
        assertThat(daily.seeTo(today.date())).isZero();
        today.moveTo(due);

        assertThat(daily.seeTo(due)).isEqualTo(1);
        assertThat(daily.seeTo(due)).isZero();
        assertThat(state(id)).isEqualTo("review");
    }
}
