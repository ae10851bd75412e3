package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.registry.HouseholdId;

/** A case from the application to what is paid for it. */
class CaseWalkTest extends CaseTest {

    @Test
    void a_family_applies_and_draws_from_the_month_after_the_decision() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);
        toEntitled(id);

        CaseRow row = row(id);
        assertThat(row.state()).isEqualTo("entitled");
        assertThat(row.actor()).isEmpty();
        assertThat(row.reviewOn()).isPresent();
        // (3 900 × 3 − 6 000) ÷ 12, decided on 26 October
        assertThat(months(id, LocalDate.of(2016, 12, 1)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(YearMonth.of(2016, 11), 47_500L, YearMonth.of(2016, 12), 47_500L));
    }

    @Test
    void a_decision_worked_out_again_comes_out_the_same_to_the_byte() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);
        toEntitled(id);
        today.moveTo(LocalDate.of(2018, 3, 1));

        DecisionId decision = lastDecision(id);
        CaseViews.DecisionBasis basis = as("county-officer", COUNTY, () -> views.basis(id, decision));

        assertThat(basis.again()).isTrue();
        assertThat(basis.facts()).anySatisfy(fact -> assertThat(fact.value()).isEqualTo("3000.00 元"));
    }

    @Test
    void whoever_surveyed_may_not_review() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNoticeButReview(id);

        assertThatThrownBy(
                        () -> act("township-clerk", TOWN, id, "propose", Map.of("opinion", "grant", "reasons", "符合")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("flow.same-person"));
        act(second("township-clerk", TOWN), id, "propose", Map.of("opinion", "grant", "reasons", "符合"), "");
        assertThat(state(id)).isEqualTo("village_notice");
    }

    @Test
    void everything_that_a_step_lacks_is_named_at_its_own_field() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNoticeButReview(id);

        assertThatThrownBy(() -> act(second("township-clerk", TOWN), id, "propose", Map.of(), ""))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.parts())
                                .extracting(Refusal.Part::pointer, Refusal.Part::code)
                                .containsExactlyInAnyOrder(
                                        tuple("/form/opinion", "flow.field-missing"),
                                        tuple("/form/reasons", "flow.field-missing")));
        assertThat(state(id)).isEqualTo("township_review");
    }

    private void toVillageNoticeButReview(CaseId id) {
        toVillageNotice(id);
        act(caller("township-clerk", TOWN), id, "objection", Map.of(), "有人反映");
        act(
                "township-clerk",
                TOWN,
                id,
                "done",
                Map.of(
                        "surveyors",
                        java.util.List.of("赵乡干", "钱乡干"),
                        "visited_on",
                        today.date().toString(),
                        "findings",
                        "与申报相符",
                        "result",
                        "fits"));
        act(
                "township-clerk",
                TOWN,
                id,
                "agreed",
                Map.of(
                        "held_on", today.date().toString(),
                        "participants", 9,
                        "representatives", 6,
                        "in_favour", 9,
                        "against", 0,
                        "conclusion", "sound",
                        "minutes", "一致同意"));
    }

    @Test
    void a_step_takes_no_day_before_the_application_and_its_field_says_so_beforehand() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-clerk", TOWN, id, "accept", Map.of("kin_registered", true));

        CaseView view = as("verification-officer", COUNTY, () -> views.view(id));
        assertThat(view.form().getFirst().earliest()).contains(new CaseView.EarliestDay(today.date(), "申请日期"));
        Map<String, Object> early =
                Map.of("reported_on", today.date().minusDays(1).toString());
        assertThatThrownBy(() -> act("verification-officer", COUNTY, id, "pass", early))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("flow.field-before-application"));
        assertThat(state(id)).isEqualTo("data_check");
    }

    @Test
    void a_family_cannot_apply_twice_for_the_same() {
        HouseholdId household = family("H1");
        CaseId first = apply(DIBAO, household, Optional.empty(), false);

        assertThatThrownBy(() -> apply(DIBAO, household, Optional.empty(), false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.open-already"));
        act(caller("township-clerk", TOWN), first, "withdraw", Map.of(), "不再申请");
        assertThat(row(first).closedOn()).isPresent();
        assertThat(apply(DIBAO, household, Optional.empty(), false)).isNotEqualTo(first);
    }

    @Test
    void an_action_says_beforehand_whether_it_closes_the_case() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);

        CaseView view = as("township-clerk", TOWN, () -> views.view(id));
        assertThat(view.actions())
                .extracting(CaseView.ActionView::title, CaseView.ActionView::closes)
                .containsExactly(tuple("递交申请", false), tuple("撤回申请", true));
    }

    @Test
    void a_notice_cannot_be_cleared_before_its_days_are_over() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);
        today.moveTo(MONDAY.plusDays(7));

        assertThatThrownBy(() -> act("township-clerk", TOWN, id, "clear", Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("flow.notice-running"));
    }

    @Test
    void close_kin_is_always_visited() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), true);
        toVillageNotice(id);
        today.moveTo(today.date().plusDays(8));
        act("township-clerk", TOWN, id, "clear", Map.of());

        assertThatThrownBy(() -> act("county-officer", COUNTY, id, "approve", Map.of("visited", false)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(String.join(" ", refusal.args())).contains("近亲属"));
    }

    @Test
    void a_refusal_is_served_with_the_reason_that_led_to_it() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);
        today.moveTo(today.date().plusDays(8));
        act("township-clerk", TOWN, id, "clear", Map.of());
        act(caller("county-officer", COUNTY), id, "refuse", Map.of("visited", true), "家庭财产不符合规定");
        act("county-officer", COUNTY, id, "notify", Map.of());

        CaseView view = as("county-officer", COUNTY, () -> views.view(id));
        assertThat(view.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo("REFUSE");
            assertThat(decision.reason()).isEqualTo("家庭财产不符合规定");
        });
        assertThat(months(id, LocalDate.of(2017, 1, 1))).isEmpty();
    }

    @Test
    void a_subsidy_is_paid_from_the_month_of_the_application() {
        HouseholdId household = family("H1");
        CaseId id = apply(NURSING, household, Optional.of(member(household, "李国富")), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-head", TOWN, id, "pass", Map.of());
        today.moveTo(LocalDate.of(2016, 12, 5));
        act(
                "federation-officer",
                COUNTY,
                id,
                "pass",
                Map.of("checked_on", today.date().toString(), "certificate", true));
        act("county-officer", COUNTY, id, "grant", Map.of("overlap", false));

        assertThat(months(id, today.date()).keySet())
                .containsExactly(YearMonth.of(2016, 10), YearMonth.of(2016, 11), YearMonth.of(2016, 12));
    }

    @Test
    void the_queue_counts_what_it_lists() {
        HouseholdId household = family("H1");
        CaseId id = apply(DIBAO, household, Optional.empty(), false);
        toVillageNotice(id);

        Work.QueueSummary summary = as("township-clerk", TOWN, work::summary);
        assertThat(summary.waiting()).isEqualTo(1);
        assertThat(summary.todo()).isZero();
        today.moveTo(today.date().plusDays(8));
        Work.Filter todo = Work.Filter.none();
        assertThat(as("township-clerk", TOWN, () -> work.queue(todo, 0, 50)).rows())
                .singleElement()
                .satisfies(line -> assertThat(line.stateTitle()).isEqualTo("村（居）公示"));
        assertThat(as("township-clerk", TOWN, work::summary).todo()).isEqualTo(1);
        assertThat(as("county-officer", COUNTY, () -> work.queue(todo, 0, 50)).total())
                .isZero();
    }

    @Test
    void another_town_sees_nothing_of_a_case() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);

        assertThatThrownBy(() -> Callers.as(caller("township-clerk", "229901001"), () -> views.view(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.unknown"));
    }
}
