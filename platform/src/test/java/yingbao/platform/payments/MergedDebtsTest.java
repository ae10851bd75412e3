package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.registry.Duplicates;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;

/** What becomes of the debt of somebody who was registered twice. */
class MergedDebtsTest extends PaymentsTest {
    private static final LocalDate RECEIVED = LocalDate.of(2016, 10, 9);
    private static final YearMonth AUGUST = YearMonth.of(2016, 8);

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Repayments repayments;

    private Entitled known;
    private Entitled twin;
    private UUID pair;

    /** The same man in two households; by the second registration he was paid 600 yuan too much. */
    @BeforeEach
    void owesByHisSecondRegistration() {
        known = person("张三", "6210000000000001");
        twin = person("张三", "6210000000000002");
        pair = pair(known, twin, "229901100000");
        draws(twin, Holder.PERSON);
    }

    private void draws(Entitled one, Holder holder) {
        Entitled drawing = holder == Holder.PERSON
                ? one
                : new Entitled(UUID.randomUUID(), UUID.randomUUID(), one.household(), Optional.empty());
        grant(drawing, programmeOf(holder));
        decide(drawing, 1, "GRANT", "2016-08", 60_000);
        paid(AUGUST);
        decide(drawing, 2, "END", "2016-08", 0);
        confirmed(YearMonth.of(2016, 9));
    }

    /** That two may be one, in the village where they live. */
    static UUID pair(Entitled one, Entitled other, String village) {
        UUID pair = UUID.randomUUID();
        UUID first = one.person().orElseThrow();
        UUID second = other.person().orElseThrow();
        owner("""
                insert into registry.duplicate (id, first_id, second_id, area_code, reason, state, found_at)
                values (?, least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, 'NAME_AND_BIRTH', 'OPEN', now())
                """, pair, first, second, first, second, village);
        return pair;
    }

    private void merge() {
        as("township-clerk", "229901100", () -> {
            duplicates.merge(pair, new PersonId(known.person().orElseThrow()));
            return pair;
        });
    }

    private void undo() {
        as("township-clerk", "229901100", () -> {
            duplicates.undo(pair);
            return pair;
        });
    }

    private List<Repayments.Debt> debts(Entitled one) {
        return as(MAKER, COUNTY, () -> repayments.of(new HouseholdId(one.household())))
                .debts();
    }

    private long owedFen(Entitled one) {
        return debts(one).stream().mapToLong(Repayments.Debt::owedFen).sum();
    }

    private RepaymentView enter(Entitled one, String yuan, String receipt) {
        return as(
                MAKER,
                COUNTY,
                () -> repayments.enter(
                        new HouseholdId(one.household()),
                        new Repayments.NewRepayment(
                                AreaCode.parse(COUNTY),
                                programmeOf(Holder.PERSON),
                                one.person().orElseThrow(),
                                yuan,
                                RECEIVED,
                                receipt)));
    }

    private RepaymentView confirm(RepaymentView entered) {
        return as(CHECKER, COUNTY, () -> repayments.confirm(entered.id()));
    }

    /** All that is owed is what the account says. */
    private void assertWhole(long receivableFen) {
        assertThat(postedFen("RECEIVABLE")).isEqualTo(receivableFen);
        assertThat(owedFen(known) + owedFen(twin)).isEqualTo(receivableFen);
        assertLedgerIsWhole();
    }

    @Test
    void it_is_found_and_paid_back_under_the_one_who_remains() {
        merge();

        assertThat(debts(twin)).isEmpty();
        assertThat(debts(known)).singleElement().satisfies(debt -> {
            assertThat(debt.recipient()).isEqualTo(known.person().orElseThrow());
            assertThat(debt.owedFen()).isEqualTo(60_000);
            assertThat(debt.since()).contains(LocalDate.of(2016, 1, 1));
        });
        confirm(enter(known, "200", "收-1"));
        assertWhole(40_000);
        assertThatThrownBy(() -> enter(twin, "1", "收-2")).hasMessageContaining("payments.repay-none");
    }

    @Test
    void it_is_taken_off_what_the_one_who_remains_draws() {
        merge();
        grant(known, programmeOf(Holder.PERSON));
        decide(known, 1, "GRANT", "2016-10", 25_000);
        RunView october = paid(OCTOBER);

        assertThat(recipients(october)).singleElement().satisfies(row -> {
            assertThat(row.collectedFen()).isEqualTo(25_000);
            assertThat(row.payFen()).isZero();
        });
        assertWhole(35_000);
    }

    @Test
    void a_run_prepared_before_the_merge_is_prepared_anew() {
        grant(known, programmeOf(Holder.PERSON));
        decide(known, 1, "GRANT", "2016-10", 25_000);
        RunView preview = prepared(OCTOBER);
        merge();

        assertThatThrownBy(() -> as(CHECKER, COUNTY, () -> payments.confirm(preview.id(), preview.digest())))
                .hasMessageContaining("payments.changed");
    }

    @Test
    void it_goes_back_when_the_merge_is_undone_less_what_was_paid_of_it_meanwhile() {
        merge();
        confirm(enter(known, "200", "收-1"));
        undo();

        assertThat(owedFen(twin)).isEqualTo(40_000);
        assertThat(owedFen(known)).isZero();
        assertWhole(40_000);
        confirm(enter(twin, "400", "收-2"));
        assertWhole(0);
    }

    @Test
    void what_was_entered_before_the_merge_is_confirmed_after_it_and_never_beyond_the_debt() {
        RepaymentView before = enter(twin, "600", "收-1");
        merge();

        assertThat(debts(known).getFirst().waitingFen()).isEqualTo(60_000);
        assertThat(as(CHECKER, COUNTY, () -> repayments.waiting()))
                .extracting(RepaymentView::household)
                .containsExactly(known.household());
        grant(known, programmeOf(Holder.PERSON));
        decide(known, 1, "GRANT", "2016-10", 25_000);
        paid(OCTOBER);
        assertThatThrownBy(() -> confirm(before))
                .hasMessageContaining("payments.repay-exceeds")
                .hasMessageContaining("350.00");
        assertWhole(35_000);
    }

    @Test
    void what_was_paid_back_before_the_merge_may_still_be_taken_back_after_it() {
        RepaymentView before = confirm(enter(twin, "600", "收-1"));
        merge();
        owner("""
                insert into payments.reversal (id, repayment_id, county_code, area_code, reason, state, entered_by, entered_name,
                                               entered_at, decided_by, decided_name, decided_at)
                select gen_random_uuid(), id, county_code, area_code, '登记错了人', 'CONFIRMED', entered_by, 'x', now(),
                       decided_by, 'y', now() from payments.repayment where id = ?
                """, before.id().value());
        owner("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code,
                                               reversal_id, programme, recipient_id, created_on, created_at)
                select gen_random_uuid(), 'DIRECT', 'UNREPAID', t.credit_account, t.debit_account, t.amount_fen, t.area_code,
                       v.id, t.programme, t.recipient_id, t.created_on, now()
                  from payments.transfer t join payments.reversal v on v.repayment_id = t.repayment_id
                """);

        assertThat(owedFen(known)).isEqualTo(60_000);
        assertWhole(60_000);
    }

    @Test
    void what_a_household_owes_of_which_nobody_remains_is_owed_by_the_household_of_the_one_who_does() {
        draws(twin, Holder.HOUSEHOLD);
        assertThat(owedFen(twin)).isEqualTo(120_000);
        merge();

        assertThat(debts(known))
                .extracting(Repayments.Debt::recipient)
                .containsExactlyInAnyOrder(known.person().orElseThrow(), known.household());
        assertWhole(120_000);
        undo();
        assertThat(owedFen(twin)).isEqualTo(120_000);
        assertThat(debts(known)).isEmpty();
    }
}
