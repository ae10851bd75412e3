package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;

class RunTest extends PaymentsTest {
    @Autowired
    private JobWork paymentConfirmation;

    @Autowired
    private JsonMapper json;

    private static final YearMonth JULY = YearMonth.of(2016, 7);
    private static final YearMonth AUGUST = YearMonth.of(2016, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2016, 9);

    private static String refusal(Callable<?> deed) {
        try {
            deed.call();
        } catch (Refusal refusal) {
            return refusal.code();
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
        return "";
    }

    @Test
    void what_is_decided_is_paid_and_a_repeated_run_pays_nothing() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = paid(OCTOBER);

        assertThat(run.state()).isEqualTo(RunView.State.SETTLED);
        assertThat(run.payFen()).isEqualTo(35_000);
        assertThat(balances())
                .isEqualTo(Map.of(
                        "FUND", List.of(35_000L, 0L),
                        "BANK", List.of(-35_000L, 0L),
                        "RECIPIENTS", List.of(0L, 0L),
                        "RECEIVABLE", List.of(0L, 0L)));
        assertThat(refusal(() -> prepared(OCTOBER))).isEqualTo("payments.nothing");
        assertLedgerIsWhole();
    }

    @Test
    void what_is_given_once_is_in_the_run_of_its_month_and_in_no_later_one() {
        Entitled entitled = household("张三");
        account(entitled, "6210000000000001");
        grant(entitled, programmeOf(Holder.HOUSEHOLD, Programme.Pay.ONCE));
        decide(entitled, 1, "GRANT", "2016-09", 200_000);
        decide(entitled, 2, "END", "2016-10", 0);

        assertThat(paid(SEPTEMBER).payFen()).isEqualTo(200_000);
        // The next one only says that nothing comes any more.
        assertThat(prepared(OCTOBER).payFen()).isZero();
        assertLedgerIsWhole();
    }

    @Test
    void a_month_before_every_programme_is_refused_and_no_run_is_left_behind() {
        assertThat(refusal(() -> prepared(YearMonth.of(1016, 1)))).isEqualTo("payments.month-none");
        assertThat(refusal(() -> prepared(OCTOBER))).isEqualTo("payments.nothing");
    }

    @Test
    void while_the_bank_has_not_reported_the_money_is_in_transit() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        confirmed(OCTOBER);

        assertThat(balances()).containsEntry("BANK", List.of(0L, -35_000L)).containsEntry("FUND", List.of(0L, 35_000L));
        assertThat(refusal(() -> prepared(OCTOBER))).isEqualTo("payments.nothing");
    }

    @Test
    void a_standard_raised_from_july_and_decided_in_october_pays_three_months_of_arrears() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-07", 30_000);
        List.of(JULY, AUGUST, SEPTEMBER).forEach(this::paid);
        decide(zhang, 2, "ADJUST", "2016-07", 33_300);
        RunView run = prepared(OCTOBER);

        assertThat(run.payFen()).isEqualTo(33_300 + 3 * 3_300);
        assertThat(lines(run, "张三"))
                .containsExactly(
                        "2016-10 RAISED 33300", "2016-09 ARREARS 3300", "2016-08 ARREARS 3300", "2016-07 ARREARS 3300");
    }

    @Test
    void a_death_reported_two_months_late_recovers_both_months_from_what_the_family_still_draws() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-07", 60_000);
        List.of(JULY, AUGUST, SEPTEMBER).forEach(this::paid);
        decide(zhang, 2, "ADJUST", "2016-08", 40_000);
        RunView run = paid(OCTOBER);

        assertThat(lines(run, "张三"))
                .containsExactly("2016-10 LOWERED 40000", "2016-09 RECOVERY -20000", "2016-08 RECOVERY -20000");
        assertThat(run.payFen()).isZero();
        assertThat(balances())
                .containsEntry("RECEIVABLE", List.of(0L, 0L))
                .containsEntry("BANK", List.of(-180_000L, 0L));
        assertLedgerIsWhole();
    }

    @Test
    void what_cannot_be_taken_off_at_once_is_owed_and_taken_off_later() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-08", 60_000);
        paid(AUGUST);
        decide(zhang, 2, "ADJUST", "2016-08", 10_000);
        RunView september = paid(SEPTEMBER);
        assertThat(recipients(september).getFirst().carriedFen()).isEqualTo(40_000);
        assertThat(balances()).containsEntry("RECEIVABLE", List.of(40_000L, 0L));

        decide(zhang, 3, "ADJUST", "2016-10", 55_000);
        RunView october = paid(OCTOBER);
        RecipientView paid = recipients(october).getFirst();
        assertThat(paid.collectedFen()).isEqualTo(40_000);
        assertThat(paid.payFen()).isEqualTo(15_000);
        assertThat(balances()).containsEntry("RECEIVABLE", List.of(0L, 0L));
        assertLedgerIsWhole();
    }

    @Test
    void somebody_who_draws_nothing_any_more_owes_what_was_paid_too_much() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-08", 60_000);
        List.of(AUGUST, SEPTEMBER).forEach(this::paid);
        decide(zhang, 2, "END", "2016-09", 0);
        RunView run = confirmed(OCTOBER);

        assertThat(run.state()).isEqualTo(RunView.State.SETTLED);
        assertThat(balances())
                .containsEntry("RECEIVABLE", List.of(60_000L, 0L))
                .containsEntry("FUND", List.of(60_000L, 0L));
        assertLedgerIsWhole();
    }

    @Test
    void who_prepared_a_run_does_not_confirm_it() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = prepared(OCTOBER);

        assertThat(refusal(() -> as(MAKER, COUNTY, () -> payments.confirm(run.id(), run.digest()))))
                .isEqualTo("access.forbidden");
        assertThatThrownBy(() -> owner("""
                update payments.run set state = 'CONFIRMED', confirmed_by = prepared_by, confirmed_name = 'x',
                       confirmed_at = now(), confirmed_on = '2016-10-10'
                """)).hasMessageContaining("run_two_people");
    }

    @Test
    void a_decision_after_the_preview_stops_the_confirmation_and_says_whose_it_is() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-10", 35_000);
        granted("李四", "6210000000000002", "2016-10", 20_000);
        RunView run = prepared(OCTOBER);
        decide(zhang, 2, "ADJUST", "2016-10", 36_000);

        assertThatThrownBy(() -> as(CHECKER, COUNTY, () -> payments.confirm(run.id(), run.digest())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("payments.changed");
                    assertThat(refusal.args()).containsExactly("1", "张三");
                });
        assertThat(number("select count(*) from payments.transfer")).isZero();
    }

    @Test
    void a_refused_confirmation_leaves_its_reason_on_the_run() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = prepared(OCTOBER);
        decide(zhang, 2, "ADJUST", "2016-10", 36_000);
        String order = json.writeValueAsString(new Payments.Confirmation(run.id(), run.digest()));

        // As a job does it: no transaction around, so that the reason stays although the confirmation is undone.
        assertThat(refusal(() -> Callers.as(
                        caller(CHECKER, COUNTY),
                        () -> paymentConfirmation.run(new JobId(UUID.randomUUID()), order, (_, _) -> {}))))
                .isEqualTo("payments.changed");
        assertThat(as(CHECKER, COUNTY, () -> payments.find(run.id())).note()).contains("张三");
    }

    @Test
    void an_account_that_changed_after_the_preview_stops_the_confirmation() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = prepared(OCTOBER);
        account(zhang, "6210000000000009");

        assertThat(refusal(() -> as(CHECKER, COUNTY, () -> payments.confirm(run.id(), run.digest()))))
                .isEqualTo("payments.changed");
    }

    @Test
    void of_two_confirmations_at_once_one_counts() throws Exception {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = prepared(OCTOBER);
        Callable<String> confirming =
                () -> refusal(() -> as(CHECKER, COUNTY, () -> payments.confirm(run.id(), run.digest())));

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = threads.invokeAll(List.of(confirming, confirming));
            assertThat(List.of(both.getFirst().get(), both.getLast().get()))
                    .containsExactlyInAnyOrder("", "payments.not-open");
        }
        assertThat(number("select sum(amount_fen) from payments.transfer where code = 'PAYMENT'"))
                .isEqualTo(35_000);
        assertLedgerIsWhole();
    }

    @Test
    void whoever_has_no_account_is_held_back_until_one_is_known() {
        Entitled zhang = household("张三");
        grant(zhang, programmeOf(Holder.HOUSEHOLD));
        decide(zhang, 1, "GRANT", "2016-10", 35_000);
        granted("李四", "6210000000000002", "2016-10", 20_000);
        RunView run = paid(OCTOBER);
        assertThat(run.held()).isEqualTo(1);
        assertThat(run.heldFen()).isEqualTo(35_000);
        assertThat(run.payFen()).isEqualTo(20_000);

        assertThat(refusal(() -> prepared(OCTOBER))).isEqualTo("payments.only-held");

        account(zhang, "6210000000000001");
        RunView supplementary = paid(OCTOBER);
        assertThat(supplementary.number()).isEqualTo(2);
        assertThat(supplementary.payFen()).isEqualTo(35_000);
    }

    @Test
    void all_sums_of_a_run_come_to_what_is_paid_and_what_is_held_back() {
        Entitled debtor = granted("张三", "6210000000000001", "2016-08", 60_000);
        Entitled nowDrawsLess = granted("李四", "6210000000000002", "2016-08", 50_000);
        paid(AUGUST);
        decide(debtor, 2, "ADJUST", "2016-08", 10_000);
        paid(SEPTEMBER);
        decide(debtor, 3, "ADJUST", "2016-10", 55_000);
        decide(nowDrawsLess, 2, "ADJUST", "2016-08", 1_000);
        Entitled unknownAccount = household("王五");
        grant(unknownAccount, programmeOf(Holder.HOUSEHOLD));
        decide(unknownAccount, 1, "GRANT", "2016-10", 35_000);
        RunView run = prepared(OCTOBER);
        PaymentViews.RunSums sums = as(MAKER, COUNTY, () -> views.sums(run.id()));

        assertThat(run.heldFen()).isEqualTo(35_000);
        assertThat(sums.reasonsRest())
                .extracting(PaymentViews.PaymentSum::title)
                .containsExactly("转为欠款", "抵扣欠款");
        List<List<PaymentViews.PaymentSum>> all = List.of(
                sums.programmes(),
                sums.townships(),
                sums.states(),
                Stream.of(sums.funds(), sums.fundsRest()).flatMap(List::stream).toList(),
                Stream.of(sums.reasons(), sums.reasonsRest())
                        .flatMap(List::stream)
                        .toList());
        assertThat(all)
                .allSatisfy(list -> assertThat(list.stream()
                                .mapToLong(PaymentViews.PaymentSum::fen)
                                .sum())
                        .isEqualTo(run.payFen() + run.heldFen()));
    }

    @Test
    void recipients_with_the_same_account_get_one_payment() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        granted("张小三", "6210 0000 0000 0001", "2016-10", 20_000);
        RunView run = confirmed(OCTOBER);

        assertThat(lines(run))
                .hasSize(1)
                .first()
                .satisfies(line -> assertThat(line.yuan()).isEqualTo("550.00"));
        assertThat(recipients(run))
                .extracting(RecipientView::reference)
                .containsOnly(lines(run).getFirst().reference());
    }

    @Test
    void a_run_needs_to_know_who_bears_which_share() {
        granted("张三", "6210000000000001", "2016-10", 35_001);
        RunView run = prepared(OCTOBER);

        RecipientView.PaymentLine line = recipients(run).getFirst().lines().getFirst();
        assertThat(line.shares().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(35_001);
        assertThat(line.shares().get("county")).isEqualTo(5_250);
        assertThat(line.shares().get("central")).isEqualTo(21_001);
    }

    @Test
    void a_month_that_has_not_come_is_not_paid() {
        assertThat(refusal(() -> prepared(OCTOBER.plusMonths(1)))).isEqualTo("payments.month");
    }

    @Test
    void only_one_run_of_a_county_waits_for_confirmation_at_a_time() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = prepared(OCTOBER);
        assertThat(refusal(() -> prepared(OCTOBER))).isEqualTo("payments.open");

        as(MAKER, COUNTY, () -> {
            payments.drop(run.id());
            return run;
        });
        assertThat(prepared(OCTOBER).number()).isEqualTo(2);
    }

    @Test
    void a_township_sees_its_people_and_no_other_county_sees_the_run() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = paid(OCTOBER);

        assertThat(as("township-clerk", "229901100", () -> payments.find(run.id()))
                        .id())
                .isEqualTo(run.id());
        assertThat(refusal(() -> as(MAKER, "220821", () -> payments.find(run.id()))))
                .isEqualTo("payments.unknown");
        assertThat(refusal(() -> as(
                        MAKER,
                        "220821",
                        () -> payments.prepare(new Payments.NewRun(AreaCode.parse(COUNTY), OCTOBER, Set.of())))))
                .isEqualTo("payments.county");
    }
}
