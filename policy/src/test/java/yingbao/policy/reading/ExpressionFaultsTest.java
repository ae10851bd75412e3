package yingbao.policy.reading;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rule language refuses reaches the author with the place in the pack. */
class ExpressionFaultsTest {
    private static final String BASIC = "programmes/basic-2016.yaml";
    private static final String CARE = "programmes/care.yaml";

    @TempDir
    private Path scratch;

    /** The condition on savings, written anew. */
    private Lint condition(String written) {
        return Lint.in(scratch).edit(BASIC, "when: household.savings_ok", "when: " + written);
    }

    private Lint amountOfCare(String written) {
        return Lint.in(scratch).edit(CARE, "amount: param.care_amount", "amount: " + written);
    }

    @Test
    void unbalancedBracketsAreRefused() {
        condition("(household.savings_ok‸").finds("expr.syntax");
    }

    @Test
    void operandsOfDifferentKindsAreRefused() {
        condition("household.size ‸== \"two\"").finds("expr.operands");
        amountOfCare("pct‸(param.care_amount, 1.5)").finds("expr.operands");
    }

    @Test
    void anExpressionThatNobodyCanReadIsRefused() {
        condition("‸household.savings_ok" + " && household.savings_ok".repeat(100))
                .finds("expr.too-long", "2000");
    }

    @Test
    void aConditionThatIsNoYesOrNoIsRefused() {
        condition("‸household.size").finds("expr.wrong-type", "FLAG", "WHOLE");
        amountOfCare("‸person.able").finds("expr.wrong-type", "WHOLE", "FLAG");
    }

    @Test
    void anUnknownNameIsRefusedWithTheOneThatWasMeantIfAnyIsNear() {
        condition("‸houshold.savings_ok").finds("expr.unknown-name-near", "houshold", "household");
        condition("‸village.savings_ok").finds("expr.unknown-name", "village");
        condition("household‸.has_a_dragon_in_the_cellar").finds("expr.unknown-name", "has_a_dragon_in_the_cellar");
    }

    @Test
    void aPersonIsUnknownInAHouseholdsProgramme() {
        condition("‸person.able").findsAmongOthers("expr.unknown-name");
    }

    @Test
    void aLetCannotBeUsedBeforeItIsDeclared() {
        Lint.in(scratch)
                .edit(BASIC, "let:\n", "let:\n  early: ‸allowance * months_per_year\n")
                .findsAmongOthers("expr.unknown-name");
    }

    @Test
    void aHouseholdByItselfIsNoValue() {
        condition("‸household == household").finds("expr.not-a-value", "household");
    }

    @Test
    void whatTheRuleLanguageLeavesOutOfCelIsRefused() {
        condition("household.hukou ‸+ household.hukou == \"locallocal\"").finds("expr.not-in-language");
        condition("‸b\"x\" == b\"x\"").finds("expr.not-in-language");
    }

    @Test
    void codesAndTextsHaveNoOrder() {
        condition("household.hukou ‸< \"local\"").finds("expr.order");
    }

    @Test
    void aCodeThatIsNotInItsListIsRefused() {
        condition("household.hukou == ‸\"foreign\"").finds("expr.unknown-code", "foreign", "户口", "local other");
        condition("household.hukou in [\"local\", ‸\"foreign\"]").finds("expr.unknown-code");
    }

    @Test
    void onlyAListOfCodesMayFollowIn() {
        condition("household.size ‸in [1, 2]").finds("expr.in");
    }

    @Test
    void receivesNamesAProgrammeAndNothingElse() {
        condition("household.receives‸(household.hukou)").finds("expr.receives");
        condition("household.receives(‸\"releif\")").finds("expr.unknown-programme-near", "releif", "relief");
        condition("household.receives(‸\"a-free-lunch\")").finds("expr.unknown-programme", "a-free-lunch");
    }

    @Test
    void aHouseholdDoesNotReceiveAPersonsProgramme() {
        condition("household.receives(‸\"care\")").finds("expr.receives-person", "care");
    }

    @Test
    void aPersonsProgrammeCannotRuleOutAHouseholdsProgramme() {
        Lint.in(scratch)
                .edit("programmes/relief.yaml", "- programme: basic", "- programme: ‸care")
                .edit("examples/relief.yaml", "proves: excludes-basic", "proves: excludes-care")
                .finds("expr.receives-person", "care");
    }

    @Test
    void anExcludedOrStackedProgrammeMustExist() {
        Lint.in(scratch)
                .edit("programmes/child.yaml", "stacks_with: [basic]", "stacks_with: [‸nothing-like-it]")
                .finds("expr.unknown-programme", "nothing-like-it");
        Lint.in(scratch)
                .edit("programmes/relief.yaml", "- programme: basic", "- programme: ‸nothing-like-it")
                .findsAmongOthers("expr.unknown-programme");
    }

    @Test
    void onlyMembersCanBeRunOver() {
        condition("'[true, false].exists‸(m, m)'").finds("expr.fold");
    }

    @Test
    void expressionsOutsideProgrammesAreCheckedToo() {
        Lint.in(scratch)
                .edit(
                        "facts.yaml",
                        "household.members.sum(m, m.wage) * months_per_year",
                        "‸household.members.sum(m, m.wage)")
                .finds("expr.units", "fen/year", "fen/month");
        Lint.in(scratch)
                .edit("facts.yaml", "holds: person.birth <= as_of", "holds: person.birth ‸<= person.wage")
                .finds("expr.units", "date", "fen/month");
        Lint.in(scratch)
                .edit(
                        "mandates/floors.yaml",
                        "floor: pct(last_year.income_per_head, 30)\n    cites: [law#三]\n  - id: poor-above",
                        "floor: ‸pct(param.standard, 30)\n    cites: [law#三]\n  - id: poor-above")
                .finds("expr.units", "fen/person/year", "fen/person/month");
        Lint.in(scratch)
                .edit(
                        "mandates/floors.yaml",
                        "last_year: 2018\n    value: param.standard * months_per_year",
                        "last_year: 2018\n    value: ‸household.income")
                .findsAmongOthers("expr.unknown-name");
    }
}
