package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.payments.HeldFor;
import yingbao.platform.payments.PaymentViews;
import yingbao.platform.payments.Payments;
import yingbao.platform.payments.RecipientView;
import yingbao.platform.payments.RunView;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.NewStatement;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** A child of a family on dibao draws a supplement that rests on the dibao. */
class RestingTest extends PaidCaseTest {
    private static final String SUPPLEMENT = "dibao-extra";
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2016, 12);

    @Autowired
    private PaymentViews paid;

    private HouseholdId household;
    private CaseId dibao;
    private CaseId supplement;
    private long fen;

    @BeforeEach
    void somebodyDrawsBoth() {
        household = family("H1");
        dibao = drawing(household);
        supplement = apply(SUPPLEMENT, household, Optional.of(member(household, "李小明")), false);
        act("township-clerk", TOWN, supplement, "submit", Map.of());
        act(
                "county-officer",
                COUNTY,
                supplement,
                "grant",
                Map.of("checked_on", today.date().toString()));
        fen = months(supplement, today.date().plusMonths(2)).getOrDefault(NOVEMBER, 0L);
        assertThat(fen).isPositive();
    }

    private void toChange(CaseId id) {
        act("township-clerk", TOWN, id, "review", Map.of());
        act(
                "township-clerk",
                TOWN,
                id,
                "change",
                Map.of("reviewed_on", today.date().toString(), "findings", "联系不上"));
    }

    private void suspended() {
        toChange(dibao);
        act(caller("county-officer", COUNTY), dibao, "suspend", Map.of(), "连续两个月无法核实");
    }

    private List<ProposalView> open() {
        return as("county-officer", COUNTY, () -> proposals.list(ProposalView.State.OPEN, 0, 10)).rows().stream()
                .filter(proposal -> proposal.caseId().equals(supplement))
                .toList();
    }

    private Optional<HeldFor> held(RunView run) {
        return as(
                        "county-finance",
                        COUNTY,
                        () -> paid.recipients(PaymentViews.Filter.of(run.id(), RecipientView.State.HELD)))
                .rows()
                .stream()
                .filter(row -> row.programme().equals(SUPPLEMENT))
                .findFirst()
                .flatMap(RecipientView::heldFor);
    }

    @Test
    void when_dibao_is_suspended_it_is_proposed_to_stop_the_supplement_and_nothing_changes_by_itself() {
        suspended();

        assertThat(open()).singleElement().satisfies(proposal -> {
            assertThat(proposal.kind()).isEqualTo("END");
            assertThat(proposal.fromMonth()).isEqualTo(NOVEMBER);
            assertThat(proposal.causeText())
                    .isEqualTo("所依据的“农村最低生活保障”（案件 %s）自 2016-11 起暂停"
                            .formatted(row(dibao).number()));
        });
        assertThat(months(supplement, LocalDate.of(2016, 12, 1))).containsEntry(NOVEMBER, fen);
    }

    @Test
    void a_run_holds_the_supplement_of_a_family_whose_dibao_is_suspended_and_says_why() {
        accountKnown(household);
        suspended();
        today.moveTo(LocalDate.of(2016, 11, 10));

        assertThat(held(prepared(NOVEMBER))).contains(HeldFor.RESTS_ON);
    }

    @Test
    void a_run_that_was_prepared_before_dibao_ended_for_its_month_is_not_confirmed() {
        accountKnown(household);
        today.moveTo(LocalDate.of(2016, 11, 10));
        RunView run = as(
                "county-finance",
                COUNTY,
                () -> payments.prepare(new Payments.NewRun(AreaCode.parse(COUNTY), NOVEMBER, Set.of(SUPPLEMENT))));
        assertThat(run.held()).isZero();
        as(
                "township-clerk",
                TOWN,
                () -> register.state(NewStatement.of(
                        household,
                        DateRange.from(LocalDate.of(2016, 11, 1)),
                        Map.of("income_business", Optional.of(new Value.Whole(9_000_000))),
                        "township",
                        NewStatement.Cause.SURVEY)));
        toChange(dibao);
        act(caller("county-officer", COUNTY), dibao, "end", Map.of(), "收入超过标准");

        assertThatThrownBy(() -> confirmed(run))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("payments.changed"));
    }

    @Test
    void the_supplement_cannot_be_adjusted_while_dibao_is_suspended() {
        suspended();
        act("township-clerk", TOWN, supplement, "review", Map.of());

        assertThatThrownBy(() -> act(
                        "county-officer",
                        COUNTY,
                        supplement,
                        "adjust",
                        Map.of("reviewed_on", today.date().toString(), "findings", "低保暂停")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.rests-on-stopped"));
    }

    @Test
    void when_dibao_is_resumed_before_a_month_was_lost_the_proposal_is_withdrawn() {
        suspended();
        act("county-officer", COUNTY, dibao, "resume", Map.of());

        assertThat(open()).isEmpty();
        today.moveTo(LocalDate.of(2016, 11, 10));
        accountKnown(household);
        assertThat(held(prepared(NOVEMBER))).isEmpty();
    }

    @Test
    void when_dibao_is_resumed_later_the_supplement_goes_on_without_the_months_between() {
        suspended();
        today.moveTo(LocalDate.of(2016, 11, 20));
        act("county-officer", COUNTY, dibao, "resume", Map.of());

        assertThat(open()).singleElement().satisfies(proposal -> {
            assertThat(proposal.kind()).isEqualTo("ADJUST");
            assertThat(proposal.fromMonth()).isEqualTo(NOVEMBER);
        });
        act("township-clerk", TOWN, supplement, "review", Map.of());
        act(
                "county-officer",
                COUNTY,
                supplement,
                "adjust",
                Map.of("reviewed_on", today.date().toString(), "findings", "低保恢复"));
        assertThat(months(supplement, LocalDate.of(2017, 1, 1)))
                .containsEntry(NOVEMBER, 0L)
                .containsEntry(DECEMBER, fen);
        today.moveTo(LocalDate.of(2016, 12, 5));
        accountKnown(household);
        assertThat(held(prepared(DECEMBER))).isEmpty();
    }
}
