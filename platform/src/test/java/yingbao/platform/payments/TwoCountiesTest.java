package yingbao.platform.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.policy.value.AreaCode;

/** Families that drew in one county and draw in another. */
abstract class TwoCountiesTest extends PaymentsTest {
    static final String OTHER = "222401";
    static final String OTHER_VILLAGE = "222401001001";
    static final LocalDate RECEIVED = LocalDate.of(2016, 10, 9);

    @Autowired
    Repayments repayments;

    @Autowired
    private LifeEvents life;

    /** Lives in the other county from now on. */
    void movesAway(Entitled family) {
        as("township-clerk", COUNTY, () -> {
            LifeEvents.Told told = new LifeEvents.Told(LocalDate.of(2016, 10, 5), "township", "户口本");
            HouseholdId household = new HouseholdId(family.household());
            life.moves(household, AreaCode.parse(OTHER_VILLAGE), "新村1号", "M" + family.household(), told);
            return family;
        });
    }

    /** What is granted to the same family in the other county, after its case in the first is over. */
    Entitled grantedThere(Entitled family, String programme, String from, long fen) {
        owner("update cases.case_file set closed_on = '2016-10-05' where id = ?", family.caseId());
        Entitled there = new Entitled(UUID.randomUUID(), UUID.randomUUID(), family.household(), family.person());
        grant(there, programme, OTHER_VILLAGE);
        decide(there, 1, "GRANT", from, fen, OTHER_VILLAGE);
        return there;
    }

    RepaymentView enter(String county, Entitled one, String programme, String yuan, String receipt) {
        return as(
                MAKER,
                county,
                () -> repayments.enter(
                        new HouseholdId(one.household()),
                        new Repayments.NewRepayment(
                                AreaCode.parse(county),
                                programme,
                                one.person().orElse(one.household()),
                                yuan,
                                RECEIVED,
                                receipt)));
    }

    RepaymentView paidBack(String county, Entitled one, String programme, String yuan, String receipt) {
        RepaymentView entered = enter(county, one, programme, yuan, receipt);
        return as(CHECKER, county, () -> repayments.confirm(entered.id()));
    }

    /** What is posted on the account of what is owed to a county. */
    long receivableFen(String county) {
        return balances(county).getOrDefault("RECEIVABLE", List.of(0L, 0L)).getFirst();
    }
}
