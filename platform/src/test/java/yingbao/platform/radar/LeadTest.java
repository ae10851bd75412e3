package yingbao.platform.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import yingbao.platform.cases.Act;
import yingbao.platform.cases.CaseDecided;
import yingbao.platform.cases.CaseId;
import yingbao.platform.cases.NewCase;
import yingbao.platform.registry.HouseholdId;
import yingbao.policy.pack.Workflow;

/** What people do with leads, each in their own area. */
class LeadTest extends RadarTest {
    @Autowired
    private ApplicationEventPublisher events;

    private HouseholdId poor;

    /** Leads in two villages of a town and in another town, and one of another kind. */
    @BeforeEach
    void someLeads() {
        poor = couple("H1", VILLAGE, 1_000);
        couple("H2", NEXT_VILLAGE, 1_000);
        couple("H3", OTHER_TOWN_VILLAGE, 1_000);
        drawing(DIBAO, couple("H4", VILLAGE, 90_000), Optional.empty(), 20_000);
        Map<String, String> open = means(NEXT_VILLAGE, 2, 1_000);
        open.remove("income_transfer");
        family("H5", open, List.of(member("周一", 19710412, "户主"), member("周二", 19730930, "妻")));
        look();
    }

    private Overview.RadarView seen(String role, String own, String area) {
        return as(role, own, () -> overview.of(new Leads.Filter(area, Optional.empty(), "", "", Standing.OPEN)));
    }

    private static Leads.Filter of(String area, Optional<Kind> kind) {
        return new Leads.Filter(area, kind, "", "", Standing.OPEN);
    }

    @Test
    void every_count_is_the_length_of_the_list_under_it_at_each_level() {
        for (String area : List.of("22", "2299", COUNTY, TOWN, VILLAGE, NEXT_VILLAGE, OTHER_TOWN_VILLAGE)) {
            Overview.RadarView view = seen("province-officer", "22", area);
            long all = 0;
            for (Overview.KindCount count : view.kinds()) {
                List<Leads.LeadLine> listed = list("province-officer", "22", of(area, Optional.of(count.kind())));
                assertThat(count.open()).as("%s in %s", count.kind(), area).isEqualTo(listed.size());
                assertThat(count.people())
                        .isEqualTo(listed.stream()
                                .mapToLong(Leads.LeadLine::people)
                                .sum());
                all += count.open();
            }
            for (Overview.AreaLeads below : view.areas()) {
                assertThat(below.open())
                        .as("%s in %s", below.name(), area)
                        .isEqualTo(list("province-officer", "22", of(below.code(), Optional.empty()))
                                .size());
            }
            if (!view.areas().isEmpty()) {
                assertThat(view.areas().stream()
                                .mapToLong(Overview.AreaLeads::open)
                                .sum())
                        .as(area)
                        .isEqualTo(all);
            }
        }
        assertThat(seen("province-officer", "22", "22").areas())
                .filteredOn(area -> area.code().startsWith(COUNTY))
                .singleElement()
                .satisfies(county -> assertThat(county.open()).isEqualTo(5));
    }

    @Test
    void a_village_sees_its_own_leads_and_a_town_those_of_its_villages() {
        assertThat(list("village-worker", VILLAGE, Leads.Filter.none()))
                .extracting(Leads.LeadLine::householdNumber)
                .containsExactlyInAnyOrder("H1", "H4");
        assertThat(list("township-clerk", TOWN, Leads.Filter.none())).hasSize(4);
        assertThat(list("village-worker", VILLAGE, of(OTHER_TOWN_VILLAGE, Optional.empty())))
                .isEmpty();
        assertThat(seen("village-worker", VILLAGE, COUNTY).areaCode()).isEqualTo(VILLAGE);
    }

    @Test
    void nobody_opens_or_closes_a_lead_of_another_town() {
        Leads.LeadLine other = list("county-officer", COUNTY, of(OTHER_TOWN_VILLAGE, Optional.empty()))
                .getFirst();

        assertThatThrownBy(() -> as("township-clerk", TOWN, () -> leads.view(other.id())))
                .hasMessageContaining("radar.unknown");
        assertThatThrownBy(() -> close(other, Closing.Reason.DECLINED, "")).hasMessageContaining("radar.unknown");
    }

    @Test
    void a_lead_explains_itself_clause_by_clause() {
        Leads.LeadLine line = list("village-worker", VILLAGE, of("", Optional.of(Kind.NO_LONGER_ELIGIBLE)))
                .getFirst();

        Leads.LeadView view = as("village-worker", VILLAGE, () -> leads.view(line.id()));

        assertThat(view.canClose()).isTrue();
        assertThat(view.explained()).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo("NOT_ELIGIBLE");
            assertThat(one.explanation().refusals()).singleElement().asString().contains("不低于");
        });
    }

    @Test
    void a_lead_is_closed_once_with_who_and_why() {
        Leads.LeadLine line = list("village-worker", VILLAGE, of("", Optional.of(Kind.NOT_RECEIVING)))
                .getFirst();

        assertThatThrownBy(() -> close(line, Closing.Reason.OTHER, " ")).hasMessageContaining("radar.closing-text");
        close(line, Closing.Reason.OTHER, "已搬去儿子家");

        assertThat(list("village-worker", VILLAGE, with(Standing.CLOSED)))
                .singleElement()
                .satisfies(closed -> assertThat(closed.closing()).hasValueSatisfying(closing -> {
                    assertThat(closing.text()).isEqualTo("已搬去儿子家");
                    assertThat(closing.by()).isEqualTo("乡镇经办人员");
                    assertThat(closing.on()).isEqualTo(MONDAY);
                }));
        assertThatThrownBy(() -> close(line, Closing.Reason.DECLINED, "")).hasMessageContaining("radar.closed-already");
        assertThat(text("select detail ->> 'reason' from audit.entry where action = 'radar.close'"))
                .isEqualTo("OTHER");
    }

    @Test
    void false_alarms_are_counted_for_each_rule() {
        List<Leads.LeadLine> unaided = list("township-clerk", TOWN, of("", Optional.of(Kind.NOT_RECEIVING)));
        close(unaided.get(0), Closing.Reason.NOT_ELIGIBLE, "");
        close(unaided.get(1), Closing.Reason.DECLINED, "");

        List<Overview.RuleLine> rules = as("county-officer", COUNTY, () -> overview.rules(""));

        assertThat(rules.getFirst()).satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo(Kind.NOT_RECEIVING);
            assertThat(rule.found()).isEqualTo(3);
            assertThat(rule.closed()).isEqualTo(2);
            assertThat(rule.falseAlarms()).isEqualTo(1);
        });
        assertThat(as("village-worker", OTHER_TOWN_VILLAGE, () -> overview.rules("")))
                .singleElement()
                .satisfies(rule -> assertThat(rule.closed()).isZero());
    }

    private CaseId apply(HouseholdId household) {
        return as(
                "township-clerk",
                TOWN,
                () -> cases.apply(
                        new NewCase(DIBAO, household, Optional.empty(), MONDAY, false, "", Optional.of(MONDAY), "")));
    }

    @Test
    void an_application_takes_its_lead_up_and_gives_it_back_when_it_is_withdrawn() {
        CaseId application = apply(poor);

        List<Leads.LeadLine> underWay = list("village-worker", VILLAGE, with(Standing.UNDER_WAY));
        assertThat(underWay)
                .singleElement()
                .satisfies(lead -> assertThat(lead.caseId()).contains(application));
        assertThatThrownBy(() -> close(underWay.getFirst(), Closing.Reason.DECLINED, ""))
                .hasMessageContaining("radar.under-way-by-case");
        assertThat(look().opened()).isZero();

        as("township-clerk", TOWN, () -> {
            cases.act(application, Act.of("withdraw", "不申请了"));
            return application;
        });

        assertThat(list("village-worker", VILLAGE, with(Standing.UNDER_WAY))).isEmpty();
        assertThat(list("village-worker", VILLAGE, Leads.Filter.none())).hasSize(2);
    }

    private void decided(CaseId id, Workflow.Effect effect) {
        as("county-officer", COUNTY, () -> {
            events.publishEvent(new CaseDecided(id, effect));
            return id;
        });
    }

    private static void isClosedByCase(List<Leads.LeadLine> closed) {
        assertThat(closed)
                .singleElement()
                .satisfies(lead -> assertThat(lead.closing())
                        .hasValueSatisfying(closing -> assertThat(closing.how()).isEqualTo(Closing.How.CASE)));
    }

    @Test
    void a_decision_closes_the_lead_that_the_application_took_up() {
        decided(apply(poor), Workflow.Effect.REFUSE);

        isClosedByCase(list("village-worker", VILLAGE, with(Standing.CLOSED)));
        assertThat(look().opened())
                .as("refused, and still found for the same cause")
                .isZero();
    }

    @Test
    void what_is_ended_is_no_lead_any_more_and_what_is_adjusted_waits_for_the_next_run() {
        Leads.LeadLine drawn = list("village-worker", VILLAGE, of("", Optional.of(Kind.NO_LONGER_ELIGIBLE)))
                .getFirst();
        CaseId id = drawn.caseId().orElseThrow();

        decided(id, Workflow.Effect.ADJUST);
        assertThat(list("village-worker", VILLAGE, with(Standing.CLOSED))).isEmpty();
        decided(id, Workflow.Effect.END);

        isClosedByCase(list("village-worker", VILLAGE, with(Standing.CLOSED)));
    }
}
