package yingbao.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/**
 * Who is entitled to what, on the small pack: its standard is 330 yuan a month and head in 980101 until June 2018, and 410 in
 * 980201 from 2019.
 */
class EngineTest {
    private static final String ON = "2017-05-01";
    private static final String LATER = "2019-05-01";

    private final Pack pack = SmallPack.whole();

    /** Clause ids with their answers. */
    static String answers(Decision decision) {
        return decision.basis().answers().stream()
                .map(answer -> answer.clause().id() + " " + answer.answer())
                .collect(Collectors.joining(", "));
    }

    /** The outcome with the amount, the clauses that refuse, or what is missing. */
    static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Eligible eligible -> "ELIGIBLE " + eligible.amount();
            case Decision.NotEligible refused ->
                "NOT_ELIGIBLE "
                        + refused.refused().stream()
                                .map(answer -> answer.clause().id())
                                .toList();
            case Decision.Undetermined open ->
                "UNDETERMINED "
                        + open.missing().stream()
                                .map(missing -> missing.name() + " of " + missing.subject())
                                .toList()
                        + (open.failures().isEmpty() ? "" : " " + open.failures());
        };
    }

    @Test
    void whoMeetsEveryClauseGetsTheDifferenceToTheStandard() {
        Decision decision = Family.local()
                .income("6000")
                .member("甲", "1980-01-01", "0", true)
                .member("乙", "1980-01-01", "0", true)
                .decide(pack, "basic", ON);
        assertThat(answers(decision)).isEqualTo("hukou MET, income MET, savings MET");
        assertThat(outcome(decision)).isEqualTo("ELIGIBLE 160.00");
    }

    @Test
    void everyReasonForARefusalIsTold() {
        Decision decision = Family.local()
                .hukou("other")
                .income("3960")
                .member("甲", "1980-01-01", "0", true)
                .decide(pack, "basic", ON);
        assertThat(answers(decision)).isEqualTo("hukou NOT_MET, income NOT_MET, savings MET");
        assertThat(outcome(decision)).isEqualTo("NOT_ELIGIBLE [hukou, income]");
    }

    @Test
    void whatNobodyHasToldLeavesTheClauseOpenAndIsAskedFor() {
        Decision decision = new Family().savingsOk(true).member("甲", Map.of()).decide(pack, "basic", ON);
        assertThat(answers(decision)).isEqualTo("hukou UNKNOWN, income UNKNOWN, savings MET");
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [household.hukou of H, person.wage of 甲]");
    }

    @Test
    void aRefusalStandsWhateverElseIsUnknown() {
        Decision decision = new Family().hukou("other").member("甲", Map.of()).decide(pack, "basic", ON);
        assertThat(outcome(decision)).isEqualTo("NOT_ELIGIBLE [hukou]");
    }

    @Test
    void aFamilyWhoseMembersNobodyHasListedIsAskedForThem() {
        Decision decision = Family.local().income("0").decide(pack, "basic", ON);
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [household.members of H]");
    }

    @Test
    void whatTheOfficeHasNotSetLeavesItsFamiliesUndetermined() {
        Decision decision =
                Family.local().in("980105").income("0").member("甲", Map.of()).decide(pack, "basic", ON);
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [param.standard of 980105]");
    }

    @Test
    void aFactWhoseComputationNeedsWhatTheOfficeHasNotSetIsAskedForItself() {
        Decision decision = new Family()
                .hukou("local")
                .income("0")
                .with("savings", Family.money("1"))
                .member("甲", Map.of())
                .decide(pack, "basic", ON);
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [household.savings_ok of H]");
    }

    @Test
    void aGroupOfConditionsHoldsAsSoonAsOneDoes() {
        Decision decision = Family.local()
                .in("980201")
                .income("0")
                .member("甲", Map.of("grade", new Value.Text("1")))
                .decide(pack, "basic", LATER);
        assertThat(answers(decision)).isEqualTo("hukou MET, income MET, need MET");
    }

    @Test
    void aGroupOfConditionsRefusesOnlyWhenNoneHolds() {
        Decision decision = Family.local()
                .in("980201")
                .income("0")
                .member("甲", "1980-01-01", "0", true)
                .decide(pack, "basic", LATER);
        assertThat(outcome(decision)).isEqualTo("NOT_ELIGIBLE [need]");
        assertThat(decision.basis().answers().getLast().parts())
                .extracting(part -> part.clause().id() + " " + part.answer())
                .containsExactly("disabled NOT_MET", "unable NOT_MET");
    }

    @Test
    void aGroupOfConditionsIsOpenWhileOneThatCouldHoldIs() {
        Decision decision = Family.local()
                .in("980201")
                .income("0")
                .member("甲", Map.of("grade", new Value.Text("3")))
                .decide(pack, "basic", LATER);
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [person.able of 甲]");
    }

    @Test
    void whoReceivesAnExcludedProgrammeIsRefused() {
        Family family = Family.local().income("0").member("甲", "1980-01-01", "1", true);
        assertThat(outcome(family.decide(pack, "relief", ON))).isEqualTo("NOT_ELIGIBLE [excludes-basic]");
        assertThat(outcome(family.hukou("other").decide(pack, "relief", ON))).isEqualTo("ELIGIBLE 150.00");
    }

    @Test
    void whileTheExcludedProgrammeIsOpenSoIsThisOne() {
        Decision decision = new Family()
                .savingsOk(true)
                .income("0")
                .member("甲", "1980-01-01", "1", true)
                .decide(pack, "relief", ON);
        assertThat(outcome(decision)).isEqualTo("UNDETERMINED [household.hukou of H]");
    }

    @Test
    void aPersonIsAskedWhatTheHouseholdReceives() {
        Family family = Family.local().income("0").member("甲", "2010-01-01", "0", true);
        assertThat(outcome(family.decide(pack, "child", ON))).isEqualTo("ELIGIBLE 60.00");
        assertThat(outcome(family.hukou("other").decide(pack, "child", ON))).isEqualTo("NOT_ELIGIBLE [basic]");
    }

    @Test
    void aHouseholdIsAskedWhatItsMembersReceive() {
        Family family = new Family()
                .hukou("other")
                .member("甲", Map.of("grade", new Value.Text("0")))
                .member("乙", Map.of());
        assertThat(outcome(family.decide(pack, "relief", ON))).isEqualTo("UNDETERMINED [person.grade of 乙]");
    }

    @Test
    void aVersionHoldsFromItsFirstDayToItsLast() {
        Family family = Family.local().in("980201").income("0").member("甲", "1980-01-01", "0", true);
        assertThat(answers(family.decide(pack, "basic", "2018-12-31"))).isEqualTo("hukou MET, income MET, savings MET");
        assertThat(answers(family.decide(pack, "basic", "2019-01-01")))
                .isEqualTo("hukou MET, income MET, need NOT_MET");
    }

    @Test
    void aProgrammeThatIsNotInForceIsNotDecided() {
        assertThat(idsOn("2015-12-31")).isEmpty();
        assertThat(idsOn("2016-06-30")).containsExactly("basic", "care", "relief");
        assertThat(idsOn("2016-07-01")).containsExactlyInAnyOrder("basic", "care", "child", "relief");
    }

    private List<String> idsOn(String day) {
        Household household = Family.local().member("甲", Map.of()).at(pack);
        return new Engine(pack, LocalDate.parse(day))
                .decide(household).stream()
                        .map(decision -> decision.basis().programme().id())
                        .toList();
    }

    @Test
    void everyProgrammeComesAfterThoseItAsksAbout() {
        assertThat(pack.programmesOn(LocalDate.parse(ON)))
                .extracting(Programme::id)
                .containsSubsequence("basic", "child", "relief")
                .containsSubsequence("care", "relief");
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        Household household = Family.local()
                .income("1234.56")
                .member("甲", "2010-01-01", "1", true)
                .at(pack);
        Engine engine = new Engine(pack, LocalDate.parse(ON));
        assertThat(engine.decide(household)).isEqualTo(engine.decide(household));
        assertThat(new Engine(SmallPack.whole(), LocalDate.parse(ON)).decide(household))
                .isEqualTo(engine.decide(household));
    }

    @Test
    void aDecisionSaysWhomItIsAboutWhenAndByWhichPack() {
        Decision.Basis basis = Family.local()
                .income("0")
                .member("甲", Map.of())
                .member("乙", Map.of())
                .decide(pack, "care", ON, 1)
                .basis();
        assertThat(basis.unitId()).isEqualTo("乙");
        assertThat(basis.on()).isEqualTo(LocalDate.parse(ON));
        assertThat(basis.packVersion()).isEqualTo(pack.version());
    }

    @Test
    void aHouseholdCanBeDecidedWithOtherParametersThanThoseInForce() {
        Household household =
                Family.local().income("0").member("甲", "1980-01-01", "0", true).at(pack);
        int standard = pack.parameters().indexOf(pack.parameter("standard").orElseThrow());
        Engine engine = new Engine(pack, LocalDate.parse(ON));
        Programme basic = engine.programmes().getFirst();
        Decision decision = engine.assess(
                        household, values -> slot -> slot == standard ? Family.money("500") : values.value(slot))
                .decide(basic, Entitlements.HOUSEHOLD_ITSELF);
        assertThat(outcome(decision)).isEqualTo("ELIGIBLE 500.00");
        assertThat(outcome(engine.decide(household).getFirst())).isEqualTo("ELIGIBLE 330.00");
    }

    @Test
    void anAreaThatThePackDoesNotKnowHasNoParameters() {
        Decision decision =
                Family.local().in("110101").income("0").member("甲", Map.of()).decide(pack, "basic", ON);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Undetermined.class,
                        open -> assertThat(open.missing())
                                .containsExactly(new Missing(Missing.Kind.PARAMETER, "param.standard", "110101")));
    }
}
