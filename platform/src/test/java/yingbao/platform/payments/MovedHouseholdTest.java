package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.policy.value.AreaCode;

class MovedHouseholdTest extends PaymentsTest {
    private static final AreaCode NEW_VILLAGE = AreaCode.parse("229901101201");

    @Autowired
    private LifeEvents life;

    private void moves(Entitled family) {
        as("township-clerk", COUNTY, () -> {
            LifeEvents.Told told = new LifeEvents.Told(LocalDate.of(2016, 10, 5), "township", "户口本");
            life.moves(new HouseholdId(family.household()), NEW_VILLAGE, "新村1号", "M-1", told);
            return family;
        });
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
