package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.jobs.JobId;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.Register;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** What a changed fact or standard does to what was decided: it proposes, and only a decision changes anything. */
class ChangesTest extends CaseTest {
    @Autowired
    private LifeEvents events;

    @Autowired
    private Register register;

    @Autowired
    private Packs packs;

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
        confirmStandard(LocalDate.of(2016, 7, 1));
        BatchView batch = as("county-officer", COUNTY, proposals::batches).getFirst();

        assertThat(batch.affected()).isEqualTo(1);
        assertThat(batch.adjustable()).isEqualTo(1);
        assertThat(batch.formerFen()).isEqualTo(35_000);
        assertThat(batch.proposedFen()).isEqualTo(47_500);
        // July to September: October is running, and its own run pays it
        assertThat(batch.arrearsFen()).isEqualTo(3 * 12_500);
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
    void published_rules_are_worked_out_for_everybody_who_draws_and_decide_nothing_by_themselves() {
        CaseId id = drawing(family("H1"));
        LocalDate october = LocalDate.of(2016, 10, 1);
        PackTexts rules = PackTexts.of(packs.archive(packs.holding()));
        PackTexts next = rules.with(rules.newValue(new PackTexts.NewValue(
                "rural_dibao_standard",
                AreaCode.parse(COUNTY),
                october,
                "5000",
                new PackTexts.Document("doc-1", "关于提标的通知", "演民发〔2016〕10号", october),
                "")));
        String version =
                PackReader.read(next.archive()) instanceof PackReader.Reading.Accepted(Pack read) ? read.version() : "";
        as("province-officer", "22", () -> {
            packs.publish(next.archive(), version, packs.holding(), "全省提标", october);
            return version;
        });
        JobId job = as("province-officer", "22", jobs::mine).getFirst().id();
        for (int attempt = 0;
                attempt < 600
                        && as("province-officer", "22", () -> jobs.find(job))
                                .finishedAt()
                                .isEmpty();
                attempt++) {
            pause();
        }

        BatchView batch = as("county-officer", COUNTY, proposals::batches).getFirst();

        assertThat(batch.parameterLabel()).isEqualTo("全省提标");
        assertThat(batch.causeText()).isEqualTo("政策改动“全省提标”自 2016-10-01 起施行");
        assertThat(batch.affected()).isEqualTo(1);
        assertThat(batch.proposedFen()).isGreaterThan(47_500);
        assertThat(months(id, MONDAY)).containsEntry(YearMonth.of(2016, 10), 35_000L);
    }

    @Test
    void a_changed_fact_that_waits_to_be_looked_at_is_not_decided_along_with_a_standard() {
        HouseholdId household = family("H1");
        CaseId id = drawing(household);
        as("township-clerk", TOWN, () -> {
            events.dies(member(household, "王桂兰"), new LifeEvents.Told(LocalDate.of(2016, 8, 15), "police", "死亡证明"));
            return id;
        });

        confirmStandard(LocalDate.of(2016, 7, 1));

        BatchView batch = as("county-officer", COUNTY, proposals::batches).getFirst();
        assertThat(batch.affected()).isZero();
        ProposalView proposal = as("county-officer", COUNTY, () -> proposals.list(ProposalView.State.OPEN, 0, 10))
                .rows()
                .getFirst();
        assertThat(proposal.causeText()).contains("死亡日期", "新标准");
        assertThat(proposal.fromMonth()).isEqualTo(YearMonth.of(2016, 7));
    }

    private ProposalView first() {
        return as("township-clerk", TOWN, () -> proposals.list(ProposalView.State.OPEN, 0, 10))
                .rows()
                .getFirst();
    }

    private void dies(HouseholdId household, String name, LocalDate on) {
        as("township-clerk", TOWN, () -> {
            events.dies(member(household, name), new LifeEvents.Told(on, "police", "死亡证明"));
            return household;
        });
    }

    @Test
    void a_proposal_is_left_by_who_reviews_or_decides_and_not_by_who_applies_or_checks() {
        HouseholdId household = family("H1");
        drawing(household);
        dies(household, "王桂兰", LocalDate.of(2016, 8, 15));
        ProposalId id = first().id();

        assertThatThrownBy(() -> leave("village-worker", VILLAGE, id))
                .isInstanceOfSatisfying(Refusal.class, this::office);
        assertThatThrownBy(() -> leave("verification-officer", COUNTY, id))
                .isInstanceOfSatisfying(Refusal.class, this::office);
        leave("township-clerk", TOWN, id);

        assertThat(as("township-clerk", TOWN, () -> proposals.list(ProposalView.State.OPEN, 0, 10))
                        .rows())
                .isEmpty();
    }

    private void office(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo("cases.proposal-office");
    }

    private void leave(String role, String area, ProposalId id) {
        as(role, area, () -> {
            proposals.drop(id, "下次复核时一并办理");
            return id;
        });
    }

    @Test
    void a_proposal_that_nobody_looks_at_becomes_overdue_and_comes_before_what_is_not() {
        HouseholdId late = family("H1");
        CaseId overdue = drawing(late);
        dies(late, "王桂兰", LocalDate.of(2016, 8, 15));

        assertThat(first().waitedDays()).isZero();
        // ten working days after Monday the tenth
        assertThat(first().dueOn()).contains(LocalDate.of(2016, 10, 24));
        assertThat(first().overdueDays()).isZero();

        today.moveTo(LocalDate.of(2016, 10, 26));
        HouseholdId fresh = family("H2");
        drawing(fresh);
        dies(fresh, "王桂兰", LocalDate.of(2016, 8, 15));

        assertThat(first().caseId()).isEqualTo(overdue);
        assertThat(first().waitedDays()).isEqualTo(16);
        assertThat(first().overdueDays()).isEqualTo(2);
        Work.QueueSummary summary = as("township-clerk", TOWN, work::summary);
        assertThat(summary.proposals()).isEqualTo(2);
        assertThat(summary.proposalsOverdue()).isEqualTo(1);
    }

    @Test
    void a_further_change_neither_makes_a_proposal_younger_nor_forgets_the_months_before_it() {
        HouseholdId household = family("H1");
        drawing(household);
        dies(household, "王桂兰", LocalDate.of(2016, 8, 15));
        today.moveTo(LocalDate.of(2016, 10, 26));

        as(
                "township-clerk",
                TOWN,
                () -> register.state(NewStatement.of(
                        household,
                        DateRange.from(LocalDate.of(2016, 10, 20)),
                        Map.of("bank_name", Optional.of(new Value.Text("演示县农村信用社"))),
                        "township",
                        NewStatement.Cause.SURVEY)));

        assertThat(first().madeOn()).isEqualTo(MONDAY);
        assertThat(first().fromMonth()).isEqualTo(YearMonth.of(2016, 9));
        assertThat(first().overdueDays()).isEqualTo(2);
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
