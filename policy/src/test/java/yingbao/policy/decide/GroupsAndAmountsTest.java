package yingbao.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.policy.decide.EngineTest.answers;
import static yingbao.policy.decide.EngineTest.outcome;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;

/** Which of several programmes is drawn, and what it pays; what cannot be worked out is never an exception. */
class GroupsAndAmountsTest {
    private static final String ON = "2017-05-01";
    private static final String TOO_LARGE = "92233720368547758.07";

    private final Pack pack = SmallPack.whole();

    @TempDir
    private Path scratch;

    private Pack with(Edit... edits) {
        return SmallPack.with(scratch, edits);
    }

    private static Edit childAmount(String yuan) {
        return new Edit("parameters/amounts.yaml", "value: \"60\"", "value: \"" + yuan + "\"");
    }

    private static Edit careAmount(String yuan) {
        return new Edit("parameters/amounts.yaml", "value: \"80\"", "value: \"" + yuan + "\"");
    }

    private static Edit amountOfCare(String expression) {
        return new Edit("programmes/care.yaml", "amount: param.care_amount", "amount: " + expression);
    }

    /** A disabled child in a family on the basic programme: entitled to care (80 yuan) and child (60 yuan). */
    private static Family entitledToBoth() {
        return Family.local().income("0").member("甲", "2010-01-01", "1", true);
    }

    @Test
    void ofAGroupTheProgrammeThatPaysMostIsDrawn() {
        assertThat(outcome(entitledToBoth().decide(pack, "care", ON))).isEqualTo("ELIGIBLE 80.00");
        assertThat(outcome(entitledToBoth().decide(pack, "child", ON))).isEqualTo("NOT_ELIGIBLE [group]");
        Pack raised = with(childAmount("80.01"));
        assertThat(outcome(entitledToBoth().decide(raised, "care", ON))).isEqualTo("NOT_ELIGIBLE [group]");
        assertThat(outcome(entitledToBoth().decide(raised, "child", ON))).isEqualTo("ELIGIBLE 80.01");
    }

    @Test
    void ofTwoThatPayTheSameTheOneListedFirstIsDrawn() {
        Pack even = with(childAmount("80"));
        assertThat(outcome(entitledToBoth().decide(even, "care", ON))).isEqualTo("ELIGIBLE 80.00");
        assertThat(outcome(entitledToBoth().decide(even, "child", ON))).isEqualTo("NOT_ELIGIBLE [group]");
        Pack reversed = with(childAmount("80"), new Edit("groups.yaml", "[care, child]", "[child, care]"));
        assertThat(outcome(entitledToBoth().decide(reversed, "care", ON))).isEqualTo("NOT_ELIGIBLE [group]");
        assertThat(outcome(entitledToBoth().decide(reversed, "child", ON))).isEqualTo("ELIGIBLE 80.00");
    }

    @Test
    void whoGivesWayIsToldToWhatAndThatAllElseIsMet() {
        Decision decision = entitledToBoth().decide(pack, "child", ON);
        assertThat(answers(decision)).isEqualTo("age MET, basic MET, group NOT_MET");
    }

    @Test
    void whileARivalIsOpenSoIsTheProgrammeItself() {
        Family family = Family.local().income("0").member("甲", Map.of("birth", Family.day("2010-01-01")));
        assertThat(outcome(family.decide(pack, "child", ON))).isEqualTo("UNDETERMINED [person.grade of 甲]");
    }

    @Test
    void aRivalThatRefusesDoesNotCount() {
        Family family = Family.local().income("0").member("甲", "2010-01-01", "3", true);
        assertThat(outcome(family.decide(pack, "child", ON))).isEqualTo("ELIGIBLE 60.00");
    }

    @Test
    void aRivalThatIsNotInForceDoesNotCount() {
        Pack raised = with(childAmount("100"));
        assertThat(outcome(entitledToBoth().decide(raised, "care", "2016-06-30")))
                .isEqualTo("ELIGIBLE 80.00");
        assertThat(outcome(entitledToBoth().decide(raised, "care", "2016-07-01")))
                .isEqualTo("NOT_ELIGIBLE [group]");
    }

    @Test
    void whoGivesWayDoesNotReceiveTheProgramme() {
        Pack raised = with(childAmount("100"));
        Decision relief = entitledToBoth().decide(raised, "relief", ON);
        assertThat(answers(relief)).isEqualTo("care NOT_MET, excludes-basic NOT_MET");
    }

    /** Twelve times the standard is 3,960 yuan; a twelfth of the difference is rounded up to whole yuan. */
    @Test
    void theAmountIsRoundedOnceAndLast() {
        assertThat(basic("3000.01", ON)).isEqualTo("ELIGIBLE 80.00");
        assertThat(basic("3000", ON)).isEqualTo("ELIGIBLE 80.00");
        assertThat(basic("2999.99", ON)).isEqualTo("ELIGIBLE 81.00");
        assertThat(basic("3959.99", ON)).isEqualTo("ELIGIBLE 1.00");
    }

    /** From 2019, 4,920 yuan a year in 980201, to the nearest jiao. */
    @Test
    void theRoundingIsThatOfTheVersionInForce() {
        assertThat(basic("2995", "2019-05-01")).isEqualTo("ELIGIBLE 160.40");
        assertThat(basic("2994.60", "2019-05-01")).isEqualTo("ELIGIBLE 160.50");
    }

    private String basic(String income, String on) {
        return outcome(Family.local()
                .income(income)
                .member("甲", "1980-01-01", "1", true)
                .in(on.startsWith("2019") ? "980201" : "980101")
                .decide(pack, "basic", on));
    }

    @Test
    void aNegativeAmountIsNotPaidAndNotTakenForNothing() {
        Pack negative = with(amountOfCare("param.child_amount - param.care_amount"));
        assertThat(outcome(entitledToBoth().decide(negative, "care", ON)))
                .isEqualTo("UNDETERMINED [] [amount.negative -2000]");
    }

    @Test
    void anAmountThatIsTooLargeIsNotPaid() {
        Pack sum = with(careAmount(TOO_LARGE), amountOfCare("param.care_amount + param.child_amount"));
        assertThat(outcome(entitledToBoth().decide(sum, "care", ON)))
                .isEqualTo("UNDETERMINED [] [arithmetic long overflow]");
        Pack fraction = with(careAmount(TOO_LARGE), amountOfCare("mulDiv(param.care_amount, 3, 2)"));
        assertThat(outcome(entitledToBoth().decide(fraction, "care", ON))).startsWith("UNDETERMINED [] [arithmetic ");
    }

    @Test
    void anAmountThatBecomesTooLargeByRoundingIsNotPaid() {
        Pack rounded = with(careAmount(TOO_LARGE), new Edit("programmes/care.yaml", "to: fen", "to: yuan"));
        assertThat(outcome(entitledToBoth().decide(rounded, "care", ON))).startsWith("UNDETERMINED [] [arithmetic ");
    }

    @Test
    void aDivisionByNothingIsNotPaid() {
        Pack divided = with(amountOfCare("mulDiv(param.care_amount, 1, 0)"));
        assertThat(outcome(entitledToBoth().decide(divided, "care", ON)))
                .isEqualTo("UNDETERMINED [] [arithmetic division by zero]");
    }

    @Test
    void aConditionThatCannotBeWorkedOutIsNeverARefusal() {
        Decision decision = Family.local()
                .member("甲", Map.of("wage", Family.money(TOO_LARGE)))
                .decide(pack, "basic", ON);
        assertThat(answers(decision)).isEqualTo("hukou MET, income UNKNOWN, savings MET");
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [] [arithmetic long overflow]");
    }

    @Test
    void whatRestsOnAProgrammeThatCannotBeWorkedOutCannotEither() {
        Decision decision = Family.local()
                .member(
                        "甲",
                        Map.of(
                                "wage",
                                Family.money(TOO_LARGE),
                                "birth",
                                Family.day("2010-01-01"),
                                "grade",
                                new Value.Text("0")))
                .decide(pack, "child", ON);
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [] [depends basic arithmetic long overflow]");
    }

    @Test
    void aRefusalStandsBesideWhatCannotBeWorkedOut() {
        Decision decision = Family.local()
                .hukou("other")
                .member("甲", Map.of("wage", Family.money(TOO_LARGE)))
                .decide(pack, "basic", ON);
        assertThat(outcome(decision)).isEqualTo("NOT_ELIGIBLE [hukou]");
    }
}
