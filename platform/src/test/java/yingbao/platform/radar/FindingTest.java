package yingbao.platform.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.cases.NewCase;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;

/** Whom a run of the radar finds. */
class FindingTest extends RadarTest {
    private static final long HIGH_FEN = 9_000_000;

    @Autowired
    private LifeEvents events;

    @Test
    void a_family_that_is_poor_enough_and_draws_nothing_is_found_where_it_lives() {
        couple("H1", VILLAGE, 1_000);
        couple("H2", VILLAGE, 90_000);

        FindingQueries.RunRow run = look();

        assertThat(run.households()).isEqualTo(2);
        assertThat(run.persons()).isEqualTo(4);
        assertThat(run.opened()).isEqualTo(1);
        assertThat(open()).singleElement().satisfies(lead -> {
            assertThat(lead.kind()).isEqualTo(Kind.NOT_RECEIVING);
            assertThat(lead.programmes()).extracting(Leads.ProgrammeName::id).containsExactly(DIBAO);
            assertThat(lead.householdNumber()).isEqualTo("H1");
            assertThat(lead.name()).isEqualTo("李国富H1");
            assertThat(lead.people()).isEqualTo(2);
            assertThat(lead.amountFen()).isPositive();
            assertThat(lead.foundOn()).isEqualTo(MONDAY);
        });
    }

    @Test
    void nobody_who_draws_what_is_due_is_found() {
        drawing(DIBAO, couple("H1", VILLAGE, 1_000), Optional.empty(), 20_000);

        assertThat(look().opened()).isZero();
        assertThat(open()).isEmpty();
    }

    @Test
    void an_income_that_has_risen_makes_a_lead_that_names_the_condition() {
        HouseholdId family = couple("H1", VILLAGE, 1_000);
        drawing(DIBAO, family, Optional.empty(), 20_000);
        look();
        state(family, "income_business", new Value.Whole(HIGH_FEN));

        assertThat(look().opened()).isEqualTo(1);

        assertThat(open()).singleElement().satisfies(lead -> {
            assertThat(lead.kind()).isEqualTo(Kind.NO_LONGER_ELIGIBLE);
            assertThat(lead.amountFen()).isEqualTo(20_000);
            assertThat(lead.caseId()).isPresent();
            assertThat(lead.cause()).extracting(Leads.CauseView::id).containsExactly("income");
            assertThat(lead.cause()).extracting(Leads.CauseView::text).containsExactly("家庭人均收入是否低于当地农村低保标准？");
        });
    }

    @Test
    void somebody_who_died_and_is_still_paid_is_found() {
        Map<String, String> disabled = member("赵老四", 19400101, "户主");
        disabled.putAll(Map.of(
                "disability_kind", "肢体残疾",
                "disability_grade", "一级",
                "needs_long_term_care", "是",
                "care_over_six_months", "是"));
        HouseholdId home = family("H1", means(VILLAGE, 2, 90_000), List.of(disabled, member("钱桂兰", 19730930, "妻")));
        drawing(NURSING, home, Optional.of(person("赵老四")), 8_000);
        assertThat(look().opened()).isZero();
        as("township-clerk", TOWN, () -> {
            events.dies(person("赵老四"), new LifeEvents.Told(LocalDate.of(2016, 9, 1), "police", "死亡证明"));
            return home;
        });

        look();

        assertThat(open())
                .extracting(
                        Leads.LeadLine::kind,
                        Leads.LeadLine::name,
                        lead -> lead.cause().getFirst().text())
                .containsExactly(tuple(Kind.NO_LONGER_ELIGIBLE, "赵老四", "登记册上已没有此人（此户）"));
    }

    @Test
    void whoever_draws_beside_what_rules_it_out_is_paid_twice() {
        Map<String, String> alone = member("孙大爷", 19400101, "户主");
        alone.putAll(Map.of(
                "labour", "无劳动能力",
                "disability_kind", "肢体残疾",
                "disability_grade", "一级",
                "needs_long_term_care", "是",
                "care_over_six_months", "是",
                "has_income_source", "否",
                "has_able_supporter", "否"));
        alone.putAll(Map.of(
                "can_eat", "否",
                "can_dress", "否",
                "can_get_up", "否",
                "can_toilet", "否",
                "can_walk", "否",
                "can_bathe", "否"));
        HouseholdId home = family("H1", means(VILLAGE, 1, 90_000), List.of(alone));
        drawing(TEKUN, home, Optional.of(person("孙大爷")), 60_000);
        drawing(NURSING, home, Optional.of(person("孙大爷")), 8_000);

        look();

        assertThat(open()).singleElement().satisfies(lead -> {
            assertThat(lead.kind()).isEqualTo(Kind.TWICE);
            assertThat(lead.programmes()).extracting(Leads.ProgrammeName::id).containsExactly(NURSING);
            assertThat(lead.cause()).extracting(Leads.CauseView::id).containsExactly("excludes-tekun");
            assertThat(lead.amountFen()).isEqualTo(8_000);
        });
    }

    @Test
    void whoever_draws_the_same_by_two_cases_is_paid_twice() throws Exception {
        HouseholdId home = couple("H1", VILLAGE, 1_000);
        HouseholdId other = couple("H2", VILLAGE, 1_000);
        drawing(DIBAO, home, Optional.empty(), 20_000);
        drawing(DIBAO, other, Optional.empty(), 30_000);
        try (var connection = owner();
                var statement = connection.prepareStatement("""
                        update cases.case_file set household_id = ?, merged_persons = array[gen_random_uuid()]
                         where household_id = ?
                        """)) {
            statement.setObject(1, home.value());
            statement.setObject(2, other.value());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }

        look();

        assertThat(open())
                .extracting(Leads.LeadLine::kind, Leads.LeadLine::householdNumber)
                .containsExactlyInAnyOrder(tuple(Kind.TWICE, "H1"), tuple(Kind.NOT_RECEIVING, "H2"));
    }

    @Test
    void one_missing_fact_is_one_visit_to_the_household_and_several_are_none() {
        Map<String, String> open = means(VILLAGE, 2, 1_000);
        open.remove("income_transfer");
        family("H1", open, List.of(member("周一", 19710412, "户主"), member("周二", 19730930, "妻")));
        Map<String, String> wider = means(VILLAGE, 2, 1_000);
        wider.remove("income_business");
        wider.remove("income_transfer");
        family("H2", wider, List.of(member("吴一", 19710412, "户主"), member("吴二", 19730930, "妻")));

        look();

        assertThat(open()).singleElement().satisfies(lead -> {
            assertThat(lead.kind()).isEqualTo(Kind.ONE_VISIT);
            assertThat(lead.householdNumber()).isEqualTo("H1");
            assertThat(lead.people()).isEqualTo(2);
            assertThat(lead.cause()).extracting(Leads.CauseView::text).containsExactly("家庭年转移净收入");
            assertThat(lead.whom()).isNotBlank();
        });
        assertThat(as("county-officer", COUNTY, () -> overview.of(Leads.Filter.none()))
                        .facts())
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.households()).isEqualTo(1);
                    assertThat(fact.people()).isEqualTo(2);
                });
    }

    @Test
    void who_has_applied_already_is_no_lead() {
        HouseholdId home = couple("H1", VILLAGE, 1_000);
        as(
                "township-clerk",
                TOWN,
                () -> cases.apply(
                        new NewCase(DIBAO, home, Optional.empty(), MONDAY, false, "", Optional.of(MONDAY), "")));

        assertThat(look().opened()).isZero();
        assertThat(open()).isEmpty();
        assertThat(list("county-officer", COUNTY, with(Standing.UNDER_WAY))).isEmpty();
    }

    @Test
    void the_leads_of_a_family_that_moves_go_with_it_at_once() {
        HouseholdId home = couple("H1", VILLAGE, 1_000);
        look();
        assertThat(list("village-worker", VILLAGE, Leads.Filter.none())).hasSize(1);

        as("township-clerk", TOWN, () -> {
            events.moves(home, new AreaCode(NEXT_VILLAGE), "三组", "N-1", new LifeEvents.Told(MONDAY, "township", ""));
            return home;
        });

        assertThat(list("village-worker", VILLAGE, Leads.Filter.none())).isEmpty();
        assertThat(list("village-worker", NEXT_VILLAGE, Leads.Filter.none())).hasSize(1);
    }
}
