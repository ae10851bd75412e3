package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.platform.registry.NewStatement;
import yingbao.platform.registry.PersonId;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

class MovedHouseholdTest extends PaymentsTest {
    private static final AreaCode NEW_VILLAGE = AreaCode.parse("229901101201");
    private static final AreaCode OTHER_COUNTY_VILLAGE = AreaCode.parse("222401001001");

    @Autowired
    private LifeEvents life;

    private void moves(Entitled family) {
        moves(family, NEW_VILLAGE);
    }

    private void moves(Entitled family, AreaCode village) {
        as("township-clerk", COUNTY, () -> {
            LifeEvents.Told told = new LifeEvents.Told(LocalDate.of(2016, 10, 5), "township", "户口本");
            life.moves(new HouseholdId(family.household()), village, "新村1号", "M-1", told);
            return family;
        });
    }

    @Test
    void what_was_decided_before_a_household_left_the_county_is_paid_by_the_county_that_it_left() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-09", 35_000);
        moves(zhang, OTHER_COUNTY_VILLAGE);
        decide(zhang, 2, "END", "2016-10", 0);
        RunView october = paid(OCTOBER);

        assertThat(october.held()).isZero();
        assertThat(lines(october, "张三")).contains("2016-09 ARREARS 35000");
        assertThat(postedFen("BANK")).isEqualTo(-35_000);
        assertLedgerIsWhole();
    }

    @Test
    void a_person_who_joined_a_household_of_another_county_is_paid_on_their_own_account_there() {
        Entitled zhang = personal("张三", "2016-09", 8_000);
        Entitled li = household("李四");
        moves(li, OTHER_COUNTY_VILLAGE);
        PersonId person = new PersonId(zhang.person().orElseThrow());
        as("township-clerk", "220000", () -> {
            register.state(NewStatement.of(
                    person,
                    DateRange.from(LocalDate.of(2016, 1, 1)),
                    Map.of("bank_account", Optional.of(new Value.Text("6210000000000009"))),
                    "household",
                    NewStatement.Cause.FORM));
            LifeEvents.Told told = new LifeEvents.Told(LocalDate.of(2016, 10, 6), "township", "户口本");
            life.joins(LifeEvents.Kind.JOIN, new HouseholdId(li.household()), person, "", told);
            return person;
        });
        decide(zhang, 2, "END", "2016-10", 0);
        RunView october = confirmed(OCTOBER);

        assertThat(lines(october)).singleElement().satisfies(line -> {
            assertThat(line.payee()).isEqualTo("张三");
            assertThat(line.account()).isEqualTo("6210000000000009");
        });
    }

    /** Somebody for themselves, whose household has an account. */
    private Entitled personal(String name, String from, long fen) {
        Entitled home = household(name);
        account(home, "6210000000000001");
        UUID person = as(
                MAKER,
                COUNTY,
                () -> register.find(new HouseholdId(home.household()), MONDAY)
                        .orElseThrow()
                        .memberIds()
                        .getFirst()
                        .value());
        Entitled entitled = new Entitled(home.entitlement(), home.caseId(), home.household(), Optional.of(person));
        grant(entitled, programmeOf(Holder.PERSON));
        decide(entitled, 1, "GRANT", from, fen);
        return entitled;
    }

    @Test
    void a_household_that_moves_within_the_county_is_paid_once_and_stands_under_its_new_township() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-09", 35_000);
        RunView september = paid(YearMonth.of(2016, 9));
        moves(zhang);
        RunView october = paid(OCTOBER);

        assertThat(recipients(september)).singleElement().satisfies(before -> {
            assertThat(before.area()).startsWith("229901100");
            assertThat(before.payFen()).isEqualTo(35_000);
        });
        assertThat(recipients(october)).singleElement().satisfies(after -> {
            assertThat(after.area()).isEqualTo(NEW_VILLAGE.digits());
            assertThat(after.payFen()).isEqualTo(35_000);
        });
        assertThat(as(MAKER, COUNTY, () -> views.sums(october.id())).townships())
                .extracting(PaymentViews.PaymentSum::key)
                .containsExactly("229901101000");
        assertThat(as("township-clerk", "229901101", () -> views.ofHousehold(new HouseholdId(zhang.household()))))
                .extracting(RecipientView::runMonth)
                .contains(OCTOBER);
        assertLedgerIsWhole();
    }

    @Test
    void a_move_after_the_preview_pays_nothing_twice() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = prepared(OCTOBER);
        moves(zhang);
        as(CHECKER, COUNTY, () -> payments.confirm(run.id(), run.digest()));
        report(run, _ -> "失败");
        accountsAreRight(run);
        RunView again = paid(OCTOBER);

        assertThat(lines(again, "张三")).containsExactly("2016-10 REISSUED 35000");
        assertThat(recipients(again).getFirst().area()).isEqualTo(NEW_VILLAGE.digits());
        assertThat(postedFen("BANK")).isEqualTo(-35_000);
        assertLedgerIsWhole();
    }
}
