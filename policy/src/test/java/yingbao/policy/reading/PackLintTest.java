package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;

/** The faults that a pack's author must be told of before anything else: what the design refuses, with its place. */
class PackLintTest {
    private static final String BASIC = "programmes/basic-2016.yaml";
    private static final String RELIEF = "programmes/relief.yaml";

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    @Test
    void aMisspeltFactIsRefusedWithTheOneThatWasMeant() {
        lint().edit(BASIC, "household.hukou ==", "household‸.hukuo ==")
                .finds("expr.unknown-name-near", "hukuo", "hukou");
    }

    @Test
    void anUnknownParameterIsRefused() {
        lint().edit("programmes/care.yaml", "param.care_amount", "param‸.something_else_entirely")
                .finds("expr.unknown-name", "something_else_entirely");
    }

    @Test
    void aClauseWithoutACitationIsRefused() {
        lint().edit("programmes/care.yaml", "id: grade", "‸id: grade")
                .edit("programmes/care.yaml", "    refuse: 不是一级或二级残疾\n    cites: [law#五]\n", "    refuse: 不是一级或二级残疾\n")
                .finds("pack.no-citation", "grade");
    }

    @Test
    void aRefusalWithoutATextIsRefused() {
        lint().edit(BASIC, "refuse: 户口不在本地", "refuse:‸").finds("yaml.missing-key", "refuse");
        lint().edit(BASIC, "id: hukou", "‸id: hukou")
                .edit(BASIC, "    refuse: 户口不在本地\n", "")
                .finds("yaml.missing-key", "refuse");
    }

    @Test
    void aDivisionSignIsRefused() {
        lint().edit(BASIC, "household.income < allowance * months_per_year\n", "household.income ‸/ 12 < allowance\n")
                .finds("expr.division");
    }

    @Test
    void aDecimalIsRefused() {
        lint().edit(BASIC, "household.hukou == \"local\"", "‸1.5 == 1.5").finds("expr.double", "1.5");
    }

    @Test
    void anAmountOfMoneyInAnExpressionIsRefused() {
        lint().edit(BASIC, "when: household.savings_ok", "when: household.savings ‸<= 500000")
                .finds("expr.literal-amount");
        lint().edit("programmes/care.yaml", "amount: param.care_amount", "amount: param.care_amount ‸+ 100")
                .finds("expr.literal-amount");
    }

    @Test
    void zeroIsNoAmountOfMoney() {
        lint().edit(BASIC, "when: household.savings_ok", "when: household.savings > 0")
                .findsNothing();
    }

    @Test
    void unitsThatDoNotFitAreRefused() {
        lint().edit(BASIC, "household.income < allowance * months_per_year\n", "household.income ‸< allowance\n")
                .finds("expr.units", "fen/year", "fen/month");
        lint().edit(BASIC, "when: household.savings_ok", "when: household.savings ‸< household.size")
                .finds("expr.units", "fen", "person");
    }

    @Test
    void anAmountThatIsNotPerPayPeriodIsRefused() {
        lint().edit("programmes/care.yaml", "amount: param.care_amount", "amount: ‸param.care_amount * months_per_year")
                .finds("expr.units", "fen/month", "fen/year");
    }

    @Test
    void anAmountThatIsNoMoneyIsRefused() {
        lint().edit(RELIEF, "amount: param.relief_amount * household.size", "amount: ‸household.size")
                .finds("programme.amount-not-money");
    }

    @Test
    void anAmountThatIsNoMoneyIsRefusedBesideOtherFaults() {
        lint().edit(RELIEF, "amount: param.relief_amount * household.size", "amount: ‸household.size")
                .edit(RELIEF, "lead: 甲处", "lead: 甲处\n‸motto: 为人民服务")
                .findsAll("programme.amount-not-money", "yaml.unknown-key");
    }

    @Test
    void aStateWithoutAWayOutIsRefused() {
        lint().edit(
                        "workflows/county.yaml",
                        "    title: 暂停\n    actor: clerk\n    actions:\n      resume: {title: 恢复, to: drawn, decides: resume}\n"
                                + "      stop: {title: 停发, to: closed, decides: end}",
                        "    ‸title: 暂停\n    actor: clerk")
                .finds("workflow.no-way-out", "paused");
    }

    @Test
    void aGapInAParameterIsRefused() {
        lint().edit(
                        "parameters/standards.yaml",
                        "{from: 2018-01-01, to: 2019-12-31",
                        "‸{from: 2018-02-01, to: 2019-12-31")
                .finds("parameters.gap", "standard", "2015-01-01..2017-12-31", "2018-02-01..2019-12-31");
    }

    @Test
    void overlappingPeriodsOfAParameterAreRefused() {
        lint().edit(
                        "parameters/standards.yaml",
                        "{from: 2018-01-01, to: 2019-12-31",
                        "‸{from: 2017-12-31, to: 2019-12-31")
                .finds("parameters.overlap", "standard", "2015-01-01..2017-12-31", "2017-12-31..2019-12-31");
    }

    @Test
    void aProgrammeWithoutExamplesIsRefused() {
        lint().edit("examples/relief.yaml", "programme: relief\n", "programme: basic\n")
                .edit("examples/relief.yaml", "proves: excludes-basic", "proves: amount")
                .edit(RELIEF, "programme: relief", "‸programme: relief")
                .finds("programme.no-examples", "relief");
    }

    @Test
    void twoRulesInConflictAreRefused() {
        lint().edit(RELIEF, "amount:", "stacks_with: [basic]\namount:")
                .edit(RELIEF, "- programme: basic", "- ‸programme: basic")
                .finds("programme.conflict", "relief", "basic");
        lint().edit("programmes/basic-2019.yaml", "amount:", "stacks_with: [relief]\namount:")
                .edit(RELIEF, "- programme: basic", "- ‸programme: basic")
                .finds("programme.conflict", "relief", "basic");
    }

    @Test
    void rulesOfDifferentTimesAreNotInConflict() {
        lint().edit(BASIC, "amount:", "stacks_with: [relief]\namount:")
                .edit(RELIEF, "from: 2016-01-01", "from: 2019-01-01")
                .edit("examples/relief.yaml", "on: 2017-05-01", "on: 2019-05-01")
                .findsNothing();
    }

    @Test
    void twoVersionsInForceTogetherAreRefused() {
        lint().edit("programmes/basic-2019.yaml", "programme: basic", "‸programme: basic")
                .edit("programmes/basic-2019.yaml", "from: 2019-01-01", "from: 2018-12-31")
                .finds("programme.versions-overlap", "basic", BASIC + ":1:1", "2016-01-01..2018-12-31", "2018-12-31..");
    }

    @Test
    void programmesThatDependOnOneAnotherAreRefused() {
        lint().edit(BASIC, "household.hukou == \"local\"", "household.receives(\"relief\")")
                .edit(BASIC, "programme: basic", "‸programme: basic")
                .finds("programme.cycle", "basic → relief → basic");
    }

    @Test
    void aProgrammeThatExcludesItselfIsRefused() {
        lint().edit(RELIEF, "programme: relief", "‸programme: relief")
                .edit(RELIEF, "- programme: basic", "- programme: relief")
                .edit("examples/relief.yaml", "proves: excludes-basic", "proves: amount")
                .finds("programme.cycle", "relief → relief");
    }

    /** Which of a group is drawn is known only when all its members are decided, so none may wait for another. */
    @Test
    void aProgrammeThatAsksAboutAnotherOfItsGroupIsRefused() {
        lint().edit("programmes/child.yaml", "household.receives(\"basic\")", "person.receives(\"care\")")
                .edit("programmes/child.yaml", "programme: child", "‸programme: child")
                .finds("programme.cycle", "child → child");
    }

    @Test
    void aFactThatFollowsFromAProgrammeWhichAsksForItIsRefused() {
        lint().edit(
                        "facts.yaml",
                        "household.savings <= param.savings_limit * household.size",
                        "household.receives(\"basic\")")
                .edit(BASIC, "programme: basic", "‸programme: basic")
                .finds("programme.cycle", "basic → household.savings_ok → basic");
    }

    @Test
    void factsThatFollowFromOneAnotherAreRefused() {
        lint().edit("facts.yaml", "  household:\n", "  ‸household:\n")
                .edit("facts.yaml", "otherwise: birthDateOf(person.citizen_id)", "otherwise: person.birth")
                .finds("facts.cycle", "person.birth → person.birth");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInReadingOrder() {
        lint().edit(
                        "areas/areas.csv",
                        "980202000000,巳县,county,980200000000,,,",
                        "‸980202000000,巳县,county,980200000000,,")
                .edit("parameters/amounts.yaml", "{value: \"80\"", "{value: ‸eighty")
                .edit(BASIC, "household.hukou ==", "household‸.hukuo ==")
                .edit(BASIC, "lead: 甲处", "lead: 甲处\n‸motto: 为人民服务")
                .edit("workflows/county.yaml", "measure: notice_days", "measure: ‸notise_days")
                .findsAll(
                        "areas.columns",
                        "money.format",
                        "expr.unknown-name-near",
                        "yaml.unknown-key",
                        "parameters.unknown");
    }

    @Test
    void theSameFilesHaveTheSameVersion() {
        assertThat(SmallPack.read(SmallPack.copy(scratch)).version())
                .isEqualTo(SmallPack.whole().version());
    }

    @Test
    void aByteChangedInAnyFileMakesAnotherVersion() {
        String version = SmallPack.whole().version();
        List<Edit> edits = List.of(
                new Edit("pack.yaml", "示例省政策包", "示例省政策包二"),
                new Edit("areas/areas.csv", "辰县", "辰县县"),
                new Edit("examples/relief.yaml", "不享受基本补助而", "不享受基本补助，而"),
                new Edit("notes.txt", "", "a file that nothing reads"));
        for (Edit edit : edits) {
            assertThat(SmallPack.with(scratch, edit).version()).as(edit.file()).isNotEqualTo(version);
        }
    }
}
