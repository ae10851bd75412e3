package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.registry.HouseholdId;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;

/** 张三 owes 600 yuan; 200 were confirmed as paid back, and that was a mistake. */
class ReversalTest extends PaymentsTest {
    private static final LocalDate RECEIVED = LocalDate.of(2016, 10, 9);
    private static final String WRONG_FAMILY = "收据登记错了人，是李四家的";

    @Autowired
    private Repayments repayments;

    @Autowired
    private Reversals reversals;

    private Entitled zhang;
    private RepaymentView repaid;

    @BeforeEach
    void confirmedByMistake() {
        zhang = granted("张三", "6210000000000001", "2016-09", 60_000);
        paid(YearMonth.of(2016, 9));
        decide(zhang, 2, "END", "2016-09", 0);
        confirmed(OCTOBER);
        repaid = enter("200", "收-001");
        as(CHECKER, COUNTY, () -> repayments.confirm(repaid.id()));
    }

    private RepaymentView enter(String yuan, String receipt) {
        return as(
                MAKER,
                COUNTY,
                () -> repayments.enter(
                        new HouseholdId(zhang.household()),
                        new Repayments.NewRepayment(
                                AreaCode.parse(COUNTY),
                                programmeOf(Holder.HOUSEHOLD),
                                zhang.household(),
                                yuan,
                                RECEIVED,
                                receipt)));
    }

    private RepaymentView propose(String reason) {
        return as(MAKER, COUNTY, () -> reversals.propose(repaid.id(), reason));
    }

    private RepaymentView confirm() {
        return as(CHECKER, COUNTY, () -> reversals.confirm(repaid.id()));
    }

    private Repayments.HouseholdDebts debts() {
        return as(MAKER, COUNTY, () -> repayments.of(new HouseholdId(zhang.household())));
    }

    private long owedFen() {
        return debts().debts().getFirst().owedFen();
    }

    @Test
    void what_a_second_person_takes_back_is_owed_again_and_the_ledger_has_both() {
        assertThat(owedFen()).isEqualTo(40_000);
        propose(WRONG_FAMILY);
        assertThat(owedFen()).isEqualTo(40_000);
        assertThat(as(CHECKER, COUNTY, () -> repayments.waiting()))
                .extracting(RepaymentView::id)
                .containsExactly(repaid.id());

        confirm();

        assertThat(owedFen()).isEqualTo(60_000);
        assertThat(balances())
                .containsEntry("RECEIVABLE", List.of(60_000L, 0L))
                .containsEntry("BANK", List.of(-60_000L, 0L));
        assertThat(debts().repayments()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(RepaymentView.State.REVERSED);
            assertThat(one.reversal()).hasValueSatisfying(taken -> {
                assertThat(taken.reason()).isEqualTo(WRONG_FAMILY);
                assertThat(taken.state()).isEqualTo(RepaymentView.ReversalState.CONFIRMED);
                assertThat(taken.decidedName()).isPresent();
            });
        });
        assertThat(as(CHECKER, COUNTY, () -> repayments.waiting())).isEmpty();
        assertThat(number("""
                select count(*) from payments.transfer r join payments.transfer u
                    on u.code = 'UNREPAID' and r.code = 'REPAID' and u.amount_fen = r.amount_fen
                   and u.debit_account = r.credit_account and u.credit_account = r.debit_account
                """)).isEqualTo(1);
        assertThat(number(
                        "select count(*) from audit.entry where action like 'payment.reverse%' and detail ->> 'reason' = ?",
                        WRONG_FAMILY))
                .isEqualTo(2);
        assertLedgerIsWhole();
    }

    @Test
    void the_receipt_may_be_entered_again_as_it_was_meant_and_the_next_run_takes_off_the_whole_debt() {
        propose(WRONG_FAMILY);
        confirm();

        RepaymentView meant = enter("100", "收-001");
        as(CHECKER, COUNTY, () -> repayments.confirm(meant.id()));
        assertThat(owedFen()).isEqualTo(50_000);
        decide(zhang, 3, "ADJUST", "2016-10", 70_000);
        assertThat(recipients(prepared(OCTOBER)).getFirst().collectedFen()).isEqualTo(50_000);
    }

    @Test
    void a_reversal_that_is_refused_changes_nothing_and_may_be_proposed_again() {
        propose(WRONG_FAMILY);
        assertThatThrownBy(() -> propose(WRONG_FAMILY)).hasMessageContaining("payments.reverse-waiting");
        as(CHECKER, COUNTY, () -> reversals.refuse(repaid.id()));

        assertThat(owedFen()).isEqualTo(40_000);
        assertThat(debts().repayments().getFirst().state()).isEqualTo(RepaymentView.State.CONFIRMED);
        assertThatThrownBy(this::confirm).hasMessageContaining("payments.reverse-decided");
        propose(WRONG_FAMILY);
        assertThat(confirm().state()).isEqualTo(RepaymentView.State.REVERSED);
    }

    @Test
    void nothing_is_taken_back_without_a_reason_twice_or_before_it_was_confirmed() {
        assertThatThrownBy(() -> propose("  ")).hasMessageContaining("payments.reverse-reason");
        propose(WRONG_FAMILY);
        confirm();
        assertThatThrownBy(() -> propose(WRONG_FAMILY)).hasMessageContaining("payments.reverse-state");
        RepaymentView waiting = enter("50", "收-002");
        assertThatThrownBy(() -> as(MAKER, COUNTY, () -> reversals.propose(waiting.id(), WRONG_FAMILY)))
                .hasMessageContaining("payments.reverse-state");
    }

    @Test
    void one_person_neither_confirms_what_they_proposed_nor_posts_it_around_the_platform() {
        propose(WRONG_FAMILY);

        assertThatThrownBy(() -> as(MAKER, COUNTY, () -> reversals.confirm(repaid.id())))
                .hasMessageContaining("access.forbidden");
        assertThatThrownBy(() -> as(CHECKER, COUNTY, () -> reversals.propose(repaid.id(), WRONG_FAMILY)))
                .hasMessageContaining("access.forbidden");
        assertThatThrownBy(() -> owner("""
                update payments.reversal set state = 'CONFIRMED', decided_by = entered_by, decided_name = 'x', decided_at = now()
                """)).hasMessageContaining("reversal_two_people");
        assertThatThrownBy(() -> owner("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code,
                                               reversal_id, programme, recipient_id, created_on, created_at)
                select gen_random_uuid(), 'DIRECT', 'UNREPAID', t.credit_account, t.debit_account, t.amount_fen, t.area_code,
                       v.id, t.programme, t.recipient_id, t.created_on, now()
                  from payments.reversal v join payments.transfer t using (repayment_id)
                """)).hasMessageContaining("as it was confirmed");
    }

    @Test
    void another_county_sees_nothing_of_it() {
        assertThatThrownBy(() -> as(MAKER, "220821", () -> reversals.propose(repaid.id(), WRONG_FAMILY)))
                .hasMessageContaining("payments.repay-unknown");
    }
}
