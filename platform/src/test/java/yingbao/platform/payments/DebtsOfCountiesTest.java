package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.registry.Duplicates;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;

/** Whoever was paid too much owes it to the county that paid it, and to no other, wherever they live and draw now. */
class DebtsOfCountiesTest extends TwoCountiesTest {
    private static final YearMonth AUGUST = YearMonth.of(2016, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2016, 9);

    @Autowired
    private Duplicates duplicates;

    /** A family that owes 600 yuan to the county that it left. */
    private Entitled movedAwayOwing() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-08", 60_000);
        paid(AUGUST);
        decide(zhang, 2, "END", "2016-08", 0);
        confirmed(SEPTEMBER);
        movesAway(zhang);
        return zhang;
    }

    private String households() {
        return programmeOf(Holder.HOUSEHOLD);
    }

    /** The same family draws 250 yuan too much in the other county. */
    private void owesThereToo(Entitled family, String programme) {
        Entitled there = grantedThere(family, programme, "2016-08", 25_000);
        paid(OTHER, AUGUST);
        decide(there, 2, "END", "2016-08", 0, OTHER_VILLAGE);
        confirmed(OTHER, SEPTEMBER);
    }

    private List<Repayments.Debt> owedTo(String county, String caller) {
        return as(MAKER, caller, () -> repayments.owedTo(AreaCode.parse(county), 0, 50))
                .rows();
    }

    private List<Repayments.Debt> debts(String caller, Entitled one) {
        return as(MAKER, caller, () -> repayments.of(new HouseholdId(one.household())))
                .debts();
    }

    private long owedFen(String county, Entitled one) {
        return debts(county, one).stream().mapToLong(Repayments.Debt::owedFen).sum();
    }

    @Test
    void the_county_to_which_they_moved_pays_them_in_full_and_the_debt_stays_where_it_is() {
        Entitled zhang = movedAwayOwing();
        grantedThere(zhang, households(), "2016-10", 25_000);
        RunView there = paid(OTHER, OCTOBER);

        assertThat(recipients(there)).singleElement().satisfies(row -> {
            assertThat(row.payFen()).isEqualTo(25_000);
            assertThat(row.collectedFen()).isZero();
        });
        assertThat(receivableFen(OTHER)).isZero();
        assertThat(receivableFen(COUNTY)).isEqualTo(60_000);
        assertLedgerIsWhole();
    }

    @Test
    void the_county_that_they_left_finds_the_debt_though_it_sees_them_no_more_and_takes_the_money() {
        Entitled zhang = movedAwayOwing();
        assertThat(as(MAKER, COUNTY, () -> register.find(new HouseholdId(zhang.household()), MONDAY)))
                .isEmpty();

        assertThat(owedTo(COUNTY, COUNTY)).singleElement().satisfies(debt -> {
            assertThat(debt.household()).isEqualTo(zhang.household());
            assertThat(debt.name()).isEqualTo("张三");
            assertThat(debt.owedFen()).isEqualTo(60_000);
            assertThat(debt.movedAway()).isTrue();
        });
        paidBack(COUNTY, zhang, households(), "200", "收-1");
        assertThat(debts(COUNTY, zhang)).extracting(Repayments.Debt::owedFen).containsExactly(40_000L);
        assertThat(receivableFen(COUNTY)).isEqualTo(40_000);
        assertThat(as(MAKER, COUNTY, () -> repayments.of(new HouseholdId(zhang.household())))
                        .repayments())
                .hasSize(1);
        paidBack(COUNTY, zhang, households(), "400", "收-2");
        assertThat(owedTo(COUNTY, COUNTY)).isEmpty();
        assertLedgerIsWhole();
    }

    @Test
    void the_county_to_which_they_moved_neither_sees_that_debt_nor_takes_money_for_it() {
        Entitled zhang = movedAwayOwing();
        grantedThere(zhang, households(), "2016-10", 25_000);
        paid(OTHER, OCTOBER);

        assertThat(debts(OTHER, zhang)).isEmpty();
        assertThat(owedTo(COUNTY, OTHER)).isEmpty();
        assertThatThrownBy(() -> enter(OTHER, zhang, households(), "1", "收-1"))
                .hasMessageContaining("payments.repay-none");
        assertThat(owedTo(COUNTY, "229901100"))
                .extracting(Repayments.Debt::name)
                .as("seen by the township that paid it")
                .containsExactly("张三");
        assertThat(owedTo(COUNTY, "229901101")).isEmpty();
    }

    @Test
    void who_owes_to_two_counties_pays_each_no_more_than_is_owed_to_it() {
        Entitled zhang = movedAwayOwing();
        owesThereToo(zhang, households());

        assertThat(debts("220000", zhang))
                .extracting(
                        debt -> debt.county().digits(),
                        Repayments.Debt::countyName,
                        Repayments.Debt::owedFen,
                        Repayments.Debt::movedAway)
                .containsExactly(
                        tuple("222401000000", "延吉市", 25_000L, false), tuple("229901000000", "演示县", 60_000L, true));
        assertThatThrownBy(() -> enter(OTHER, zhang, households(), "250.01", "收-1"))
                .hasMessageContaining("payments.repay-amount")
                .hasMessageContaining("250.00");
        enter(COUNTY, zhang, households(), "600", "收-1");
        paidBack(OTHER, zhang, households(), "250", "收-1");
        assertThat(receivableFen(OTHER)).isZero();
        assertThat(receivableFen(COUNTY)).isEqualTo(60_000);
        assertLedgerIsWhole();
    }

    @Test
    void the_database_itself_refuses_what_is_beyond_the_debt_to_the_county_though_more_is_owed_elsewhere() {
        Entitled zhang = movedAwayOwing();
        owesThereToo(zhang, households());
        owner("""
                insert into payments.repayment (id, county_code, area_code, programme, recipient_id, household_id, name,
                                                amount_fen, received_on, receipt, state, entered_by, entered_name, entered_at,
                                                decided_by, decided_name, decided_at)
                values (gen_random_uuid(), '222401000000', '222401001001', ?, ?, ?, '张三', 30000, '2016-10-09', '收-1',
                        'CONFIRMED', gen_random_uuid(), 'x', now(), gen_random_uuid(), 'y', now())
                """, households(), zhang.household(), zhang.household());

        assertThatThrownBy(() -> owner("""
                insert into payments.transfer (id, kind, code, debit_account, credit_account, amount_fen, area_code,
                                               repayment_id, programme, recipient_id, created_on, created_at)
                select gen_random_uuid(), 'DIRECT', 'REPAID', k.id, o.id, b.amount_fen, b.area_code, b.id, b.programme,
                       b.recipient_id, b.received_on, now()
                  from payments.repayment b
                  join payments.account k on k.area_code = b.county_code and k.kind = 'BANK'
                  join payments.account o on o.area_code = b.county_code and o.kind = 'RECEIVABLE'
                """)).hasMessageContaining("more is paid back than is owed");
    }

    @Test
    void a_merge_and_its_undoing_keep_what_is_owed_and_paid_back_county_by_county() {
        String programme = programmeOf(Holder.PERSON);
        Entitled twin = person("张三", "6210000000000002");
        grant(twin, programme);
        decide(twin, 1, "GRANT", "2016-08", 60_000);
        paid(AUGUST);
        decide(twin, 2, "END", "2016-08", 0);
        confirmed(SEPTEMBER);
        movesAway(twin);
        Entitled known = person("张三", "6210000000000001");
        movesAway(known);
        owesThereToo(known, programme);
        UUID pair = MergedDebtsTest.pair(known, twin, OTHER_VILLAGE);

        as("township-clerk", "222401001", () -> {
            duplicates.merge(pair, new PersonId(known.person().orElseThrow()));
            return pair;
        });
        assertThat(owedTo(COUNTY, COUNTY))
                .extracting(
                        Repayments.Debt::recipient,
                        Repayments.Debt::household,
                        Repayments.Debt::movedAway,
                        Repayments.Debt::owedFen)
                .containsExactly(tuple(known.person().orElseThrow(), known.household(), true, 60_000L));
        assertThat(owedFen(OTHER, known)).isEqualTo(25_000);
        paidBack(COUNTY, known, programme, "200", "收-1");
        paidBack(OTHER, known, programme, "100", "收-1");
        assertLedgerIsWhole();

        as("township-clerk", "222401001", () -> {
            duplicates.undo(pair);
            return pair;
        });
        assertThat(owedFen(COUNTY, twin)).isEqualTo(40_000);
        assertThat(owedFen(COUNTY, known)).isZero();
        assertThat(owedFen(OTHER, twin)).isZero();
        assertThat(owedFen(OTHER, known)).isEqualTo(15_000);
        assertLedgerIsWhole();
    }
}
