package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.PersonId;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** What is given once a year: the contribution of somebody poor, who has enrolled. */
class YearlyTest extends PaidCaseTest {
    private static final String YEARLY = "premium";
    private static final String OTHER_COUNTY = "220102";
    private static final String OTHER_TOWN = "220102001";
    private static final String OTHER_VILLAGE = "220102001001";

    @Autowired
    private LifeEvents events;

    @Autowired
    private HouseholdEntitlements entitlements;

    @Autowired
    private OpenCases open;

    @Autowired
    private Letters letters;

    private HouseholdId household;
    private PersonId person;

    @BeforeEach
    void somebodyEnrols() {
        household = family("H1");
        person = member(household, "李国富");
        as("township-clerk", TOWN, () -> {
            DateRange since = DateRange.from(today.date());
            Optional<Value> yes = Optional.of(Value.Flag.TRUE);
            register.state(NewStatement.of(
                    household, since, Map.of("poverty_registered", yes), "township", NewStatement.Cause.FORM));
            return register.state(
                    NewStatement.of(person, since, Map.of("nrcms_enrolled", yes), "township", NewStatement.Cause.FORM));
        });
    }

    private CaseId applied() {
        CaseId id = apply(YEARLY, household, Optional.of(person), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        return id;
    }

    private CaseId given() {
        CaseId id = applied();
        act("county-officer", COUNTY, id, "grant", Map.of("enrolled", true));
        paidOut(household, YearMonth.from(today.date()));
        act("county-officer", COUNTY, id, "close", Map.of());
        return id;
    }

    private HouseholdEntitlements.EntitlementLine line() {
        return as("township-clerk", TOWN, () -> entitlements.of(household, today.date())).lines().stream()
                .filter(line -> line.programme().equals(YEARLY) && line.person().equals(Optional.of(person)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_is_not_granted_twice_in_a_year_and_says_by_which_case_it_was() {
        CaseId first = given();
        today.moveTo(LocalDate.of(2016, 12, 20));
        CaseId second = applied();

        assertThatThrownBy(() -> act("county-officer", COUNTY, second, "grant", Map.of("enrolled", true)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("cases.given-this-year");
                    assertThat(refusal.args()).contains("2016", row(first).number(), "2016-10", "60.00");
                });
        CaseView view = as("county-officer", COUNTY, () -> views.view(second));
        assertThat(view.before())
                .containsExactly(new GivenView(first, row(first).number(), YearMonth.of(2016, 10), 6_000));
        assertThat(view.actions())
                .filteredOn(action -> action.id().equals("grant"))
                .flatExtracting(CaseView.ActionView::obstacles)
                .singleElement()
                .asString()
                .contains("2016年已由案件", row(first).number());
    }

    @Test
    void the_next_year_it_is_granted_again() {
        given();
        today.moveTo(LocalDate.of(2017, 1, 9));
        assertThat(line().given()).isFalse();
        CaseId second = applied();
        act("county-officer", COUNTY, second, "grant", Map.of("enrolled", true));

        assertThat(months(second, today.date())).isEqualTo(Map.of(YearMonth.of(2017, 1), 6_000L));
    }

    @Test
    void whoever_has_moved_to_another_county_is_not_given_it_there_again() {
        given();
        as("township-clerk", TOWN, () -> {
            LifeEvents.Told told = new LifeEvents.Told(today.date(), "township", "");
            events.moves(household, new AreaCode(OTHER_VILLAGE), "三组", "M-1", told);
            return household;
        });
        CaseRow there = as(
                "township-clerk",
                OTHER_TOWN,
                () -> views.require(cases.apply(new NewCase(
                        YEARLY, household, Optional.of(person), today.date(), false, "", Optional.empty(), ""))));

        assertThat(as("county-officer", OTHER_COUNTY, () -> views.view(there.id()))
                        .before())
                .isEmpty();
        as("township-clerk", OTHER_TOWN, () -> {
            cases.act(there.id(), Act.of("submit", Map.of(), ""));
            return there;
        });
        Act grant = Act.of("grant", Map.of("enrolled", true), "");
        assertThatThrownBy(() -> as("county-officer", OTHER_COUNTY, () -> {
                    cases.act(there.id(), grant);
                    return there;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.given-this-year"));
    }

    @Test
    void the_family_s_page_tells_what_was_given_and_nobody_is_looked_for_who_got_it() {
        assertThat(line().before()).isEmpty();
        CaseId first = given();

        assertThat(line().given()).isTrue();
        assertThat(line().before()).extracting(GivenView::caseId).containsExactly(first);
        assertThat(as("county-officer", COUNTY, () -> open.all(YearMonth.of(2016, 11), Set.of(YEARLY))))
                .extracting(OpenCases.OpenCase::id, OpenCases.OpenCase::granted, OpenCases.OpenCase::amountFen)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first, true, 0L));
        assertThat(as("county-officer", COUNTY, () -> open.all(YearMonth.of(2017, 1), Set.of(YEARLY))))
                .isEmpty();
    }

    @Test
    void a_case_that_counts_on_what_nobody_draws_says_so_until_it_is_drawn() {
        CaseId id = applied();
        // 60 yuan for dibao families; the family is due dibao, but has never applied for it.
        assertThat(as("county-officer", COUNTY, () -> views.view(id)).undrawn()).containsExactly("农村最低生活保障");

        drawing(DIBAO, household, Optional.empty(), 35_000);
        assertThat(as("county-officer", COUNTY, () -> views.view(id)).undrawn()).isEmpty();
    }

    @Test
    void its_letter_says_that_it_is_for_this_year_only_and_its_form_asks_for_nothing_that_was_not_declared() {
        CaseId id = given();
        DecisionId decision = lastDecision(id);

        assertThat(LettersTest.text(as("county-officer", COUNTY, () -> letters.letter(id, decision))))
                .contains("经审核和审批", "一次发放金额60.00元", "只限本年度")
                .doesNotContain("公示", "停止发放");
        assertThat(LettersTest.text(as("county-officer", COUNTY, () -> letters.application(id))))
                .contains("资助参加新型农村合作医疗申请审批表", "真实、完整")
                .doesNotContain("近亲属申明", "授权");
    }
}
