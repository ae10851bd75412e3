package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.NewStatement;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.value.DateRange;

/** The bank could not pay 张三 in October; 李四 was paid. */
class FailedPaymentTest extends PaymentsTest {
    private static final String ACCOUNT = "6210000000000001";
    private static final String BANK_ERRED = "县农信社来电：系统故障，账号、户名无误";

    private Entitled zhang;
    private RunView run;
    private String reference;

    @BeforeEach
    void failsInOctober() {
        zhang = granted("张三", ACCOUNT, "2016-10", 35_000);
        granted("李四", "6210000000000002", "2016-10", 20_000);
        run = confirmed(OCTOBER);
        reference = reference("张三");
        report(run, payee -> payee.equals("张三") ? "失败" : "成功");
    }

    private String reference(String payee) {
        return lines(run).stream()
                .filter(line -> line.payee().equals(payee))
                .map(BankLine::reference)
                .findFirst()
                .orElseThrow();
    }

    /** That somebody else is due, so that there is a run to look at. */
    private RunView next() {
        granted("王五", "6210000000000005", "2016-10", 10_000);
        return prepared(OCTOBER);
    }

    private void stateSame(String reason) {
        as(MAKER, COUNTY, () -> {
            failed.stateSameAccount(run.id(), reference, reason);
            return reason;
        });
    }

    private RecipientView row(RunView of, String name) {
        return recipients(of).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private RecipientView.Remedy remedy() {
        return row(run, "张三").failed().orElseThrow().remedy();
    }

    private void correct(Map<String, Optional<Value>> facts) {
        as(
                "township-clerk",
                "229901100",
                () -> register.state(NewStatement.of(
                        new HouseholdId(zhang.household()),
                        DateRange.from(MONDAY),
                        facts,
                        "household",
                        NewStatement.Cause.FORM)));
    }

    @Test
    void to_an_account_that_nobody_corrected_nothing_is_paid_again_and_the_preview_says_why() {
        assertThat(remedy()).isEqualTo(RecipientView.Remedy.OPEN);
        RunView next = next();

        assertThat(next.payFen()).isEqualTo(10_000);
        assertThat(next.held()).isEqualTo(1);
        RecipientView held = row(next, "张三");
        assertThat(held.state()).isEqualTo(RecipientView.State.HELD);
        assertThat(held.heldFor()).contains(HeldFor.REFUSED_ACCOUNT);
        assertThat(held.failed()).hasValueSatisfying(one -> {
            assertThat(one.run()).isEqualTo(run.id());
            assertThat(one.reference()).isEqualTo(reference);
            assertThat(one.why()).isEqualTo("账号不存在");
            assertThat(one.account()).isEqualTo("某某农村信用社 …0001");
        });
        assertThat(as(CHECKER, COUNTY, () -> payments.confirm(next.id(), next.digest()))
                        .state())
                .isEqualTo(RunView.State.CONFIRMED);
        assertLedgerIsWhole();
    }

    @Test
    void where_only_such_payments_are_left_the_refusal_says_whose_they_are() {
        assertThatThrownBy(() -> prepared(OCTOBER))
                .hasMessageContaining("payments.only-held")
                .hasMessageContaining("张三");
    }

    @Test
    void a_corrected_number_holder_or_bank_is_paid() {
        correct(Map.of("bank_account_holder", Optional.of(new Value.Text("张三妻"))));

        assertThat(remedy()).isEqualTo(RecipientView.Remedy.CORRECTED);
        RunView again = confirmed(OCTOBER);
        assertThat(lines(again)).singleElement().satisfies(line -> {
            assertThat(line.payee()).isEqualTo("张三妻");
            assertThat(line.account()).endsWith("0001");
        });
        assertThat(lines(again, "张三")).containsExactly("2016-10 REISSUED 35000");
        assertThat(remedy()).isEqualTo(RecipientView.Remedy.REISSUED);
    }

    @Test
    void whoever_says_that_the_account_is_right_is_named_with_the_reason_and_it_is_paid_there_again() {
        stateSame(BANK_ERRED);

        assertThat(remedy()).isEqualTo(RecipientView.Remedy.STATED);
        RunView again = confirmed(OCTOBER);
        assertThat(lines(again))
                .singleElement()
                .satisfies(line -> assertThat(line.account()).isEqualTo(ACCOUNT));
        assertThat(row(again, "张三").failed().flatMap(RecipientView.Failed::stated))
                .hasValueSatisfying(said -> {
                    assertThat(said.name()).isNotEmpty();
                    assertThat(said.on()).isEqualTo(MONDAY);
                    assertThat(said.reason()).isEqualTo(BANK_ERRED);
                });
        assertThat(number("""
                        select count(*) from audit.entry
                         where action = 'payment.same-account' and detail ->> 'reason' = ? and detail ->> 'reference' = ?
                        """, BANK_ERRED, reference)).isEqualTo(1);
        assertLedgerIsWhole();
    }

    @Test
    void when_it_fails_again_it_has_to_be_said_again() {
        stateSame(BANK_ERRED);
        report(confirmed(OCTOBER), _ -> "失败");

        assertThatThrownBy(() -> prepared(OCTOBER)).hasMessageContaining("payments.only-held");
        assertThatThrownBy(() -> stateSame(BANK_ERRED)).hasMessageContaining("payments.same-not-failed");
    }

    @Test
    void a_statement_after_the_preview_stops_its_confirmation() {
        RunView preview = next();
        stateSame(BANK_ERRED);

        assertThatThrownBy(() -> as(CHECKER, COUNTY, () -> payments.confirm(preview.id(), preview.digest())))
                .hasMessageContaining("payments.changed")
                .hasMessageContaining("张三");
    }

    @Test
    void nothing_is_stated_without_a_reason_twice_of_a_paid_payment_or_by_whoever_may_not() {
        assertThatThrownBy(() -> stateSame(" ")).hasMessageContaining("payments.same-reason");
        assertThatThrownBy(() -> as(CHECKER, COUNTY, () -> {
                    failed.stateSameAccount(run.id(), reference, BANK_ERRED);
                    return run;
                }))
                .hasMessageContaining("access.forbidden");
        stateSame(BANK_ERRED);
        assertThatThrownBy(() -> stateSame(BANK_ERRED)).hasMessageContaining("payments.same-stated");
        reference = reference("李四");
        assertThatThrownBy(() -> stateSame(BANK_ERRED)).hasMessageContaining("payments.same-not-failed");
        reference = "P0";
        assertThatThrownBy(() -> stateSame(BANK_ERRED)).hasMessageContaining("payments.same-unknown");
        assertThat(number("select count(*) from payments.account_statement")).isEqualTo(1);
    }

    @Test
    void who_has_no_account_a_faulty_one_or_one_that_was_refused_is_counted_and_found_apart() {
        Entitled none = household("赵六");
        grant(none, programmeOf(Holder.HOUSEHOLD));
        decide(none, 1, "GRANT", "2016-10", 1_000);
        granted("钱七", "无", "2016-10", 2_000);
        RunView next = next();

        assertThat(as(MAKER, COUNTY, () -> views.sums(next.id())).held())
                .extracting(
                        PaymentViews.PaymentSum::title,
                        PaymentViews.PaymentSum::recipients,
                        PaymentViews.PaymentSum::fen)
                .containsExactlyInAnyOrder(
                        tuple("没有登记账号", 1L, 1_000L), tuple("账号有误", 1L, 2_000L), tuple("银行退回后未改正", 1L, 35_000L));
        assertThat(names(next, HeldFor.NO_ACCOUNT)).containsExactly("赵六");
        assertThat(names(next, HeldFor.FAULTY_ACCOUNT)).containsExactly("钱七");
        assertThat(names(next, HeldFor.REFUSED_ACCOUNT)).containsExactly("张三");
    }

    private List<String> names(RunView of, HeldFor held) {
        return as(
                        MAKER,
                        COUNTY,
                        () -> views.recipients(new PaymentViews.Filter(
                                Optional.of(of.id()),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(held),
                                "",
                                0,
                                10)))
                .rows()
                .stream()
                .map(RecipientView::name)
                .toList();
    }
}
