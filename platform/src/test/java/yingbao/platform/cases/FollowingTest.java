package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.jobs.JobId;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.notices.NoticeView;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.PersonId;
import yingbao.platform.registry.Register;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** Where cases are, and what becomes of what is drawn, when those whom they are about go elsewhere. */
class FollowingTest extends CaseTest {
    private static final String OTHER_TOWN = "229901101";
    private static final String OTHER_VILLAGE = "229901101200";
    private static final String OTHER_COUNTY_VILLAGE = "222401001001";
    private static final String OTHER_COUNTY_TOWN = "222401001";
    private static final LifeEvents.Told TOLD = new LifeEvents.Told(LocalDate.of(2016, 9, 12), "township", "迁移证明");

    @Autowired
    private LifeEvents events;

    @Autowired
    private Register register;

    private void moves(HouseholdId household, String village) {
        as("township-clerk", TOWN, () -> {
            events.moves(household, new AreaCode(village), "三组", "", TOLD);
            return household;
        });
    }

    private CaseView seen(String role, String area, CaseId id) {
        return as(role, area, () -> views.view(id));
    }

    @Test
    void a_household_that_moves_to_another_township_is_handled_there_and_draws_on() {
        HouseholdId household = family("H1");
        CaseId id = drawing(DIBAO, household, Optional.empty(), 47_500);

        moves(household, OTHER_VILLAGE);

        CaseView view = seen("township-clerk", OTHER_TOWN, id);
        assertThat(view.line().areaCode()).isEqualTo(OTHER_VILLAGE);
        assertThat(view.proposal()).isEmpty();
        assertThat(view.notices()).extracting(NoticeView::wallCode).containsExactly(OTHER_VILLAGE);
        assertThat(months(id, MONDAY)).containsEntry(YearMonth.of(2016, 10), 47_500L);
        assertThatThrownBy(() -> seen("township-clerk", TOWN, id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.unknown"));
    }

    @Test
    void a_case_bears_the_number_that_its_household_bears_in_the_new_township() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);

        as("township-clerk", TOWN, () -> {
            events.moves(household, new AreaCode(OTHER_VILLAGE), "三组", "M-7", TOLD);
            return household;
        });

        assertThat(seen("township-clerk", OTHER_TOWN, id).line().householdNumber())
                .isEqualTo("M-7");
        assertThat(as("township-clerk", OTHER_TOWN, () -> work.all(numbered("M-7"), 0, 10))
                        .rows())
                .extracting(CaseLine::id)
                .containsExactly(id);

        undoLastEvent(household, OTHER_TOWN);
        assertThat(seen("township-clerk", TOWN, id).line().householdNumber()).isEqualTo("H1");
    }

    @Test
    void a_case_keeps_its_number_in_the_county_that_the_household_left() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);

        as("township-clerk", TOWN, () -> {
            events.moves(household, new AreaCode(OTHER_COUNTY_VILLAGE), "三组", "Y-3", TOLD);
            return household;
        });

        assertThat(row(id).householdNumber()).isEqualTo("H1");
    }

    @Test
    void a_proposal_to_end_is_withdrawn_with_the_reason_when_the_move_out_of_the_county_is_taken_back() {
        HouseholdId household = family("H1");
        CaseId id = drawing(DIBAO, household, Optional.empty(), 47_500);
        moves(household, OTHER_COUNTY_VILLAGE);
        assertThat(seen("county-officer", COUNTY, id).proposal()).isPresent();

        undoLastEvent(household, OTHER_COUNTY_TOWN);

        assertThat(seen("county-officer", COUNTY, id).proposal()).isEmpty();
        assertThat(as("township-clerk", TOWN, () -> proposals.list(ProposalView.State.OPEN, 0, 10))
                        .total())
                .isZero();
        assertThat(lastRemark(id)).contains("2016-09-12", "撤销");
    }

    @Test
    void what_else_was_proposed_waits_on_when_the_move_out_of_the_county_is_taken_back() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);
        moves(household, OTHER_COUNTY_VILLAGE);

        undoLastEvent(household, OTHER_COUNTY_TOWN);

        // What it draws by the old paper is less than the rules grant from September on.
        assertThat(seen("county-officer", COUNTY, id).proposal())
                .hasValueSatisfying(proposal -> assertThat(proposal.kind()).isEqualTo("ADJUST"));
    }

    private static Work.Filter numbered(String number) {
        return new Work.Filter("", "", "", "", number, false, false);
    }

    /** Takes back what was recorded last, by the clerk of the township where the household is. */
    private void undoLastEvent(HouseholdId household, String town) {
        as("township-clerk", town, () -> {
            UUID event = jdbc.sql("""
                            select id from registry.event where household_id = :household
                             order by recorded_at desc limit 1
                            """)
                    .param("household", household.value())
                    .query(UUID.class)
                    .single();
            events.undo(event, "登记错了");
            return event;
        });
        as("township-clerk", town, jobs::mine).forEach(job -> ended(town, job.id()));
    }

    private void ended(String town, JobId id) {
        while (as("township-clerk", town, () -> jobs.find(id)).finishedAt().isEmpty()) {
            pause();
        }
    }

    private String lastRemark(CaseId id) {
        return as("county-officer", COUNTY, () -> proposals.list(ProposalView.State.WITHDRAWN, 0, 10)).rows().stream()
                .filter(proposal -> proposal.caseId().equals(id))
                .findFirst()
                .flatMap(ProposalView::closing)
                .orElseThrow()
                .reason();
    }

    @Test
    void what_a_household_draws_is_proposed_to_end_where_it_moves_out_of_the_county() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);

        moves(household, OTHER_COUNTY_VILLAGE);

        CaseView view = seen("county-officer", COUNTY, id);
        assertThat(view.proposal()).hasValueSatisfying(proposal -> {
            assertThat(proposal.kind()).isEqualTo("END");
            assertThat(proposal.fromMonth()).isEqualTo(YearMonth.of(2016, 10));
            assertThat(proposal.causeText()).contains("迁居", "迁出本县");
        });
        assertThat(as("township-clerk", TOWN, () -> proposals.list(ProposalView.State.OPEN, 0, 10))
                        .total())
                .isEqualTo(1);
        assertThat(months(id, MONDAY)).containsEntry(YearMonth.of(2016, 10), 35_000L);
    }

    @Test
    void the_county_that_a_household_left_ends_what_it_drew_there() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);
        moves(household, OTHER_COUNTY_VILLAGE);

        act("township-clerk", TOWN, id, "review", Map.of());
        act(
                "township-clerk",
                TOWN,
                id,
                "change",
                Map.of("reviewed_on", today.date().toString(), "findings", "全家迁往外县"));
        act(caller("county-officer", COUNTY), id, "end", Map.of(), "全家迁往外县");

        assertThat(months(id, MONDAY))
                .containsEntry(YearMonth.of(2016, 9), 35_000L)
                .containsEntry(YearMonth.of(2016, 10), 0L);
        DecisionId decision = lastDecision(id);
        assertThat(as("county-officer", COUNTY, () -> views.basis(id, decision)).again())
                .isTrue();
    }

    @Test
    void a_new_standard_does_not_take_back_what_was_due_before_a_household_left_the_county() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);
        moves(household, OTHER_COUNTY_VILLAGE);

        confirmStandard(LocalDate.of(2016, 7, 1));

        assertThat(seen("county-officer", COUNTY, id).proposal()).hasValueSatisfying(proposal -> {
            assertThat(proposal.kind()).isEqualTo("END");
            // three months at 475 yuan; that October has nothing is no arrears of a month before
            assertThat(proposal.proposedFen()).isZero();
            assertThat(proposal.arrearsFen()).isEqualTo(3 * 12_500);
        });
    }

    @Test
    void what_a_person_draws_goes_with_them_into_another_household() {
        HouseholdId home = family("H1");
        HouseholdId other = family("H2");
        PersonId person = member(home, "李国富");
        CaseId id = drawing(NURSING, home, Optional.of(person), 8_000);

        as("township-clerk", TOWN, () -> {
            events.joins(LifeEvents.Kind.JOIN, other, person, "", TOLD);
            return person;
        });

        assertThat(row(id).household()).isEqualTo(other);
        assertThat(row(id).householdNumber()).isEqualTo("H2");
        assertThat(seen("township-clerk", TOWN, id).proposal()).isEmpty();
        assertThat(as("township-clerk", TOWN, () -> proposals.list(ProposalView.State.OPEN, 0, 10))
                        .total())
                .isZero();
    }

    @Test
    void a_change_before_a_person_joined_is_worked_out_with_the_household_of_its_day() {
        HouseholdId home = family("H1");
        HouseholdId other = family("H2");
        PersonId person = member(home, "李国富");
        CaseId id = drawing(NURSING, home, Optional.of(person), 8_000);
        as("township-clerk", TOWN, () -> {
            events.joins(LifeEvents.Kind.JOIN, other, person, "", TOLD);
            return person;
        });

        as(
                "township-clerk",
                TOWN,
                () -> register.state(NewStatement.of(
                        person,
                        DateRange.from(LocalDate.of(2016, 3, 1)),
                        Map.of("bank_name", Optional.of(new Value.Text("演示县农村信用社"))),
                        "township",
                        NewStatement.Cause.CORRECTION)));

        assertThat(seen("township-clerk", TOWN, id).proposal()).isEmpty();
    }
}
