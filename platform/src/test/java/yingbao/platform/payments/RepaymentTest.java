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

/** A family that was paid too much and draws nothing any more pays it back. */
class RepaymentTest extends PaymentsTest {
    private static final LocalDate RECEIVED = LocalDate.of(2016, 10, 9);

    @Autowired
    private Repayments repayments;

    private Entitled zhang;
    private HouseholdId household;

    @BeforeEach
    void owes() {
        zhang = granted("张三", "6210000000000001", "2016-08", 60_000);
        household = new HouseholdId(zhang.household());
        paid(YearMonth.of(2016, 8));
        paid(YearMonth.of(2016, 9));
        decide(zhang, 2, "END", "2016-09", 0);
        confirmed(OCTOBER);
    }

    private RepaymentView enter(String yuan, LocalDate receivedOn, String receipt) {
        return as(
                MAKER,
                COUNTY,
                () -> repayments.enter(
                        household,
                        new Repayments.NewRepayment(
                                AreaCode.parse(COUNTY),
                                programmeOf(Holder.HOUSEHOLD),
                                zhang.household(),
                                yuan,
                                receivedOn,
                                receipt)));
    }

    private RepaymentView confirm(RepaymentView entered) {
        return as(CHECKER, COUNTY, () -> repayments.confirm(entered.id()));
    }

    private Repayments.Debt debt() {
        return as(MAKER, COUNTY, () -> repayments.of(household)).debts().getFirst();
    }

    @Test
    void what_a_second_person_confirms_is_owed_no_more_and_stands_in_the_ledger_and_the_log() {
        RepaymentView entered = enter("200", RECEIVED, "收-001");
        assertThat(debt().owedFen()).isEqualTo(60_000);
        assertThat(debt().waitingFen()).isEqualTo(20_000);
        assertThat(debt().movedAway()).isFalse();
        assertThat(as(CHECKER, COUNTY, () -> repayments.waiting()))
                .extracting(RepaymentView::id)
                .containsExactly(entered.id());

        confirm(entered);
        assertThat(debt().owedFen()).isEqualTo(40_000);
        assertThat(balances())
                .containsEntry("RECEIVABLE", List.of(40_000L, 0L))
                .containsEntry("BANK", List.of(-100_000L, 0L));
        assertThat(as(MAKER, COUNTY, () -> repayments.of(household)).repayments())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(RepaymentView.State.CONFIRMED));
        assertThat(number("select count(*) from audit.entry where action like 'payment.repay%'"))
                .isEqualTo(2);
        assertLedgerIsWhole();
    }

    @Test
    void a_repayment_that_is_refused_changes_nothing_and_its_receipt_may_be_entered_again() {
        RepaymentView wrong = enter("200", RECEIVED, "收-001");
        assertThatThrownBy(() -> enter("100", RECEIVED, "收-001")).hasMessageContaining("payments.repay-receipt");
        as(CHECKER, COUNTY, () -> repayments.refuse(wrong.id()));

        assertThat(debt().owedFen()).isEqualTo(60_000);
        assertThat(confirm(enter("100", RECEIVED, "收-001")).state()).isEqualTo(RepaymentView.State.CONFIRMED);
        assertThatThrownBy(() -> confirm(wrong)).hasMessageContaining("payments.repay-decided");
    }

    @Test
    void more_than_is_owed_a_day_to_come_and_nothing_are_refused() {
        assertThatThrownBy(() -> enter("600.01", RECEIVED, "收-1"))
                .hasMessageContaining("payments.repay-amount")
                .hasMessageContaining("600.00");
        assertThatThrownBy(() -> enter("0", RECEIVED, "收-1")).hasMessageContaining("payments.repay-amount");
        assertThatThrownBy(() -> enter("1", MONDAY.plusDays(1), "收-1")).hasMessageContaining("payments.repay-day");
        enter("600", RECEIVED, "收-1");
        assertThatThrownBy(() -> enter("1", RECEIVED, "收-2")).hasMessageContaining("payments.repay-none");
        assertThat(number("select count(*) from payments.repayment")).isEqualTo(1);
    }

    @Test
    void money_received_before_it_was_decided_to_take_it_back_is_refused_at_its_day() {
        owner("update cases.decision set decided_on = '2016-10-05' where kind = 'END'");

        assertThat(debt().since()).contains(LocalDate.of(2016, 10, 5));
        assertThatThrownBy(() -> enter("1", LocalDate.of(2016, 10, 4), "收-1"))
                .hasMessageContaining("payments.repay-early")
                .hasMessageContaining("2016-10-05");
        confirm(enter("600", LocalDate.of(2016, 10, 5), "收-1"));
        assertThat(debt().since()).isEmpty();
    }

    @Test
    void one_person_neither_confirms_what_they_entered_nor_posts_it_around_the_platform() {
        RepaymentView entered = enter("200", RECEIVED, "收-001");

        assertThatThrownBy(() -> as(MAKER, COUNTY, () -> repayments.confirm(entered.id())))
                .hasMessageContaining("access.forbidden");
        assertThatThrownBy(() -> owner("""
                update payments.repayment set state = 'CONFIRMED', decided_by = entered_by, decided_name = 'x', decided_at = now()
                """)).hasMessageContaining("repayment_two_people");
        assertThatThrownBy(() -> owner("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code,
                                               repayment_id, programme, recipient_id, created_on, created_at)
                select gen_random_uuid(), 'DIRECT', 'REPAID', k.id, o.id, b.amount_fen, b.area_code, b.id, b.programme,
                       b.recipient_id, b.received_on, now()
                  from payments.repayment b, payments.account k, payments.account o
                 where k.kind = 'BANK' and o.kind = 'RECEIVABLE'
                """)).hasMessageContaining("as it was confirmed");
    }

    @Test
    void a_run_that_meant_to_take_off_what_was_paid_back_meanwhile_is_prepared_anew() {
        decide(zhang, 3, "ADJUST", "2016-10", 70_000);
        RunView preview = prepared(OCTOBER);
        assertThat(recipients(preview).getFirst().collectedFen()).isEqualTo(60_000);
        confirm(enter("600", RECEIVED, "收-001"));

        assertThatThrownBy(() -> as(CHECKER, COUNTY, () -> payments.confirm(preview.id(), preview.digest())))
                .hasMessageContaining("payments.changed");
        as(MAKER, COUNTY, () -> {
            payments.drop(preview.id());
            return preview;
        });
        assertThat(prepared(OCTOBER).payFen()).isEqualTo(70_000);
    }

    @Test
    void a_repayment_of_what_a_run_took_off_meanwhile_is_refused_with_what_is_still_owed() {
        RepaymentView entered = enter("600", RECEIVED, "收-001");
        decide(zhang, 3, "ADJUST", "2016-10", 25_000);
        paid(OCTOBER);

        assertThatThrownBy(() -> confirm(entered))
                .hasMessageContaining("payments.repay-exceeds")
                .hasMessageContaining("350.00");
        assertLedgerIsWhole();
    }
}
