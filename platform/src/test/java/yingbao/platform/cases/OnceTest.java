package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.notices.Shown;
import yingbao.platform.payments.RunView;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.NewStatement;
import yingbao.policy.expr.Value;
import yingbao.policy.value.DateRange;

/** What is given once: a family's house burns, and it is helped for two months of hardship. */
class OnceTest extends PaidCaseTest {
    private static final String ONCE = "temporary-aid";
    private static final YearMonth OCTOBER = YearMonth.of(2016, 10);

    @Autowired
    private Letters letters;

    private void states(HouseholdId household, Map<String, Optional<Value>> facts) {
        as(
                "township-clerk",
                TOWN,
                () -> register.state(NewStatement.of(
                        household, DateRange.from(today.date()), facts, "township", NewStatement.Cause.FORM)));
    }

    private HouseholdId burntOut() {
        HouseholdId household = family("H1");
        states(
                household,
                Map.of(
                        "hardship_kind", Optional.of(new Value.Text("FIRE")),
                        "hardship_persons", Optional.of(new Value.Whole(3)),
                        "hardship_months", Optional.of(new Value.Whole(2)),
                        "hardship_aided", Optional.of(Value.Flag.FALSE),
                        "temporary_this_year", Optional.of(new Value.Whole(0))));
        return household;
    }

    private CaseId granted(HouseholdId household) {
        CaseId id = apply(ONCE, household, Optional.empty(), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-clerk", TOWN, id, "accept", Map.of("urgent", false));
        act(
                "township-clerk",
                TOWN,
                id,
                "propose",
                Map.of("visited_on", today.date().toString(), "findings", "房屋烧毁", "opinion", "grant"));
        today.moveTo(today.date().plusDays(8));
        act("township-clerk", TOWN, id, "clear", Map.of());
        act("county-officer", COUNTY, id, "grant", Map.of());
        return id;
    }

    private SortedMap<YearMonth, Long> paid(CaseId id) {
        SortedMap<YearMonth, Long> paid = new TreeMap<>(months(id, LocalDate.of(2017, 3, 1)));
        paid.values().removeIf(fen -> fen == 0);
        return paid;
    }

    @Test
    void it_is_decided_for_the_month_of_the_decision_and_stays_so_when_the_case_is_closed() {
        HouseholdId household = burntOut();
        CaseId id = granted(household);
        // 500 yuan of the county's urban standard × 3 persons × 2 months
        assertThat(paid(id)).isEqualTo(Map.of(YearMonth.of(2016, 10), 300_000L));

        paidOut(household, OCTOBER);
        act("township-clerk", TOWN, id, "close", Map.of());
        assertThat(row(id).closedOn()).isPresent();
        assertThat(paid(id)).isEqualTo(Map.of(YearMonth.of(2016, 10), 300_000L));
    }

    @Test
    void closing_it_stops_nothing_so_that_no_letter_says_so_and_no_run_lists_a_zero() {
        HouseholdId household = burntOut();
        CaseId id = granted(household);
        paidOut(household, OCTOBER);
        act("township-clerk", TOWN, id, "close", Map.of());

        CaseView view = as("county-officer", COUNTY, () -> views.view(id));
        assertThat(view.decisions()).extracting(CaseView.DecisionView::kind).containsExactly("GRANT");
        assertThat(view.due())
                .containsExactly(new MonthAmount(YearMonth.of(2016, 10), Optional.of(YearMonth.of(2016, 10)), 300_000));
        assertThat(months(id, LocalDate.of(2017, 3, 1))).containsOnlyKeys(YearMonth.of(2016, 10));
    }

    private void cannotBeClosed(CaseId id, String code, String says) {
        assertThatThrownBy(() -> act("township-clerk", TOWN, id, "close", Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(as("township-clerk", TOWN, () -> views.view(id)).actions())
                .filteredOn(action -> action.id().equals("close"))
                .flatExtracting(CaseView.ActionView::obstacles)
                .containsExactly(says);
    }

    @Test
    void it_is_not_closed_before_the_money_has_come_and_says_in_which_run_it_stands() {
        HouseholdId household = burntOut();
        CaseId id = granted(household);
        cannotBeClosed(id, "cases.unposted-in-no-run", "2016-10 应发的 3,000.00 元还没有入账：还没有列入任何一次发放");

        accountKnown(household);
        RunView run = prepared(OCTOBER);
        cannotBeClosed(id, "cases.unposted-open", "2016-10 应发的 3,000.00 元还没有入账：在 2016-10 第1次发放里，还没有确认");
        confirmed(run);
        cannotBeClosed(id, "cases.unposted-pending", "2016-10 应发的 3,000.00 元还没有入账：在 2016-10 第1次发放里，已确认，等银行回盘");

        reported(run, "失败,账号不存在");
        cannotBeClosed(id, "cases.unposted-refused", "2016-10 应发的 3,000.00 元还没有入账：2016-10 第1次发放被银行退回，等改正账号后重发");
    }

    @Test
    void its_notice_tells_a_sum_and_no_rate() {
        CaseId id = granted(burntOut());

        CaseView view = as("county-officer", COUNTY, () -> views.view(id));
        assertThat(view.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.shows()).contains(new Shown("拟救助金额", "3000.00 元（一次性）")));
    }

    @Test
    void its_letter_names_a_sum_and_its_month_and_nothing_that_comes_every_month() {
        CaseId id = granted(burntOut());
        DecisionId decision = lastDecision(id);

        assertThat(LettersTest.text(as("county-officer", COUNTY, () -> letters.letter(id, decision))))
                .contains("临时救助批准通知书", "一次发放金额", "3,000.00元", "发放月份", "2016年10月")
                .contains("经调查核实、公示和审批")
                .doesNotContain("每月金额", "起始月份", "停止发放");
    }

    @Test
    void what_changes_afterwards_proposes_nothing() {
        HouseholdId household = burntOut();
        CaseId id = granted(household);
        today.moveTo(LocalDate.of(2016, 12, 5));
        states(household, Map.of("hardship_persons", Optional.of(new Value.Whole(1))));

        assertThat(as("county-officer", COUNTY, () -> proposals.list(ProposalView.State.OPEN, 0, 10))
                        .rows())
                .isEmpty();
        assertThat(paid(id)).containsOnlyKeys(YearMonth.of(2016, 10));
    }

    @Test
    void in_an_emergency_help_comes_first_and_the_papers_after() {
        HouseholdId household = burntOut();
        CaseId id = apply(ONCE, household, Optional.empty(), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-clerk", TOWN, id, "emergency", Map.of("urgent", true));
        act("county-officer", COUNTY, id, "grant", Map.of());

        assertThat(paid(id)).isEqualTo(Map.of(YearMonth.of(2016, 10), 300_000L));
        assertThat(state(id)).isEqualTo("papers");
        DecisionId decision = lastDecision(id);
        assertThat(LettersTest.text(as("county-officer", COUNTY, () -> letters.letter(id, decision))))
                .contains("经审核和审批")
                .doesNotContain("公示");
        act("township-clerk", TOWN, id, "done", Map.of());
        paidOut(household, OCTOBER);
        act("township-clerk", TOWN, id, "close", Map.of());
        assertThat(row(id).closedOn()).isPresent();
    }
}
