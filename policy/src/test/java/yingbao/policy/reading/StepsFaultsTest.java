package yingbao.policy.reading;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in programmes' references, workflows, groups, mandates and examples. */
class StepsFaultsTest {
    private static final String CARE = "programmes/care.yaml";
    private static final String STEPS = "workflows/county.yaml";
    private static final String EXAMPLE = "examples/relief.yaml";

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    /** The programme for care, changed; such faults are shown at its beginning. */
    private Lint care(String from, String to) {
        return lint().edit(CARE, "programme: care", "‸programme: care").edit(CARE, from, to);
    }

    @Test
    void aProgrammeRefersOnlyToWhatThereIs() {
        care("workflow: county", "workflow: country").finds("programme.unknown-workflow", "country");
        care("funds: [province]", "funds: [empire]").finds("programme.unknown-fund", "empire");
        care("lead: 乙处", "lead: 丙处").finds("programme.unknown-office", "丙处");
    }

    @Test
    void aProgrammeHasConditions() {
        lint().edit("programmes/extra.yaml", "", """
                        ‸programme: extra
                        title: 额外补助
                        unit: household
                        cites: [law]
                        amount: param.relief_amount * household.size
                        rounding: {mode: up, to: fen, cites: [law]}
                        pay: once
                        pay_from: 次日
                        pays_from: month-of-decision
                        workflow: county
                        funds: [county]
                        lead: 甲处
                        """)
                .edit("examples/extra.yaml", "", """
                        programme: extra
                        examples:
                          - name: 例
                            proves: amount
                            on: 2017-05-01
                            household: {area: "980101"}
                            persons: [{}]
                            expect: {outcome: ELIGIBLE, amount: "150"}
                        """)
                .finds("programme.no-clauses", "extra");
    }

    @Test
    void twoConditionsOfOneNameAreRefused() {
        lint().edit("programmes/basic-2019.yaml", "id: unable", "id: ‸hukou").finds("pack.twice", "hukou");
    }

    @Test
    void aGroupComparesWhatIsAlike() {
        lint().edit("groups.yaml", "id: best", "‸id: best")
                .edit("groups.yaml", "[care, child]", "[care, child, basic]")
                .findsAmongOthers("group.not-comparable");
        lint().edit("groups.yaml", "id: best", "‸id: best")
                .edit("groups.yaml", "[care, child]", "[care, child, nobody]")
                .finds("expr.unknown-programme", "nobody");
    }

    @Test
    void aProgrammeIsInOneGroup() {
        lint().edit("groups.yaml", "    cites: [law#九]\n", """
                            cites: [law#九]
                          - ‸{id: other, title: 他组, highest_of: [child], refuse: 不, cites: [law]}
                        """).finds("pack.twice", "child");
    }

    @Test
    void aStepIsActedInBySomebody() {
        lint().edit(STEPS, "actor: head", "actor: ‸boss").finds("workflow.unknown-actor", "boss");
        lint().edit(STEPS, "title: 审批\n    actor: head", "‸title: 审批").finds("yaml.missing-key", "actor");
    }

    @Test
    void aStepLeadsToOnesThatThereAre() {
        lint().edit(STEPS, "start: applied", "start: ‸begun").finds("workflow.unknown-state", "begun");
        lint().edit(STEPS, "{title: 撤回, to: closed,", "‸{title: 撤回, to: heaven,")
                .finds("workflow.unknown-state", "heaven");
        lint().edit(STEPS, "  review:\n    title: 审批", "  review:\n    ‸title: 审批")
                .edit(STEPS, "not_same_as: [applied]", "not_same_as: [begun]")
                .finds("workflow.unknown-state", "begun");
        lint().edit(STEPS, "then: back}", "then: ‸forth}").finds("workflow.unknown-action", "forth");
    }

    @Test
    void aStepThatNothingLeadsToIsRefused() {
        lint().edit(
                        STEPS,
                        "  closed: {title: 办结, end: \"yes\"}",
                        "  closed: {title: 办结, end: \"yes\"}\n  lost: ‸{title: 遗失, end: \"yes\"}")
                .finds("workflow.unreachable", "lost");
    }

    @Test
    void aLimitIsInDays() {
        lint().edit(STEPS, "limit: decide_days", "limit: ‸adult_age")
                .finds("parameters.unit", "adult_age", "year", "day working-day");
        lint().edit(STEPS, "days: notice_days", "days: ‸notice_weeks").finds("parameters.unknown", "notice_weeks");
    }

    @Test
    void aWorkflowDeclaredTwiceIsRefused() {
        lint().edit("workflows/again.yaml", "", """
                        workflow: county
                        title: 又一个
                        start: end
                        states:
                          end: {title: 完, end: yes}
                        """)
                .edit(STEPS, "workflow: county", "‸workflow: county")
                .finds("pack.twice", "county");
    }

    @Test
    void aMandateIsForGroupsThatThereAre() {
        lint().edit("mandates/floors.yaml", "except: poor", "except: ‸rich").finds("mandate.unknown-group", "rich");
        lint().edit("mandates/floors.yaml", "first_year: 2016", "first_year: ‸二〇一六")
                .finds("parameters.number", "二〇一六");
        lint().edit("mandates/floors.yaml", "last_year: 2018", "last_year: ‸2015")
                .finds("yaml.range", "2016", "2015");
    }

    @Test
    void anExampleProvesAConditionInForceOnItsDay() {
        lint().edit(EXAMPLE, "- name: 不享受", "- ‸name: 不享受")
                .edit(EXAMPLE, "proves: excludes-basic", "proves: excludes-care")
                .finds("example.unknown-clause", "excludes-care", "relief");
        lint().edit("examples/basic.yaml", "- name: 没有特殊困难", "- ‸name: 没有特殊困难")
                .edit("examples/basic.yaml", "on: 2019-05-01", "on: 2018-05-01")
                .finds("example.unknown-clause", "need", "basic");
    }

    @Test
    void anExampleIsAboutOneOfItsMembers() {
        lint().edit("examples/others.yaml", "about: 二", "about: ‸三").finds("example.about", "三");
    }

    @Test
    void anExampleOfAPersonsProgrammeHasPersons() {
        lint().edit("examples/others.yaml", "- name: 一级残疾", "- ‸name: 一级残疾")
                .edit(
                        "examples/others.yaml",
                        "    persons: [{grade: \"0\"}, {id: 二, grade: \"1\", birth: \"1950-01-01\"}]\n    about: 二\n",
                        "")
                .finds("yaml.missing-key", "persons");
    }

    @Test
    void anExampleSaysWhatMustComeOut() {
        lint().edit(EXAMPLE, "- name: 不享受", "- ‸name: 不享受")
                .edit(EXAMPLE, "    expect: {outcome: ELIGIBLE, amount: \"300\"}\n", "")
                .finds("yaml.missing-key", "outcome");
    }

    @Test
    void anExampleSaysWhenAndWhere() {
        lint().edit(EXAMPLE, "- name: 不享受", "- ‸name: 不享受")
                .edit(EXAMPLE, "    on: 2017-05-01\n", "")
                .findsAmongOthers("yaml.missing-key");
        lint().edit(EXAMPLE, "- name: 不享受", "- ‸name: 不享受")
                .edit(EXAMPLE, "{area: \"980101\", hukou: other}", "{hukou: other}")
                .finds("yaml.missing-key", "area");
    }

    @Test
    void anExampleStatesFactsThatAreInTheCatalogueAndCollected() {
        lint().edit(EXAMPLE, "hukou: other", "huku: ‸other").finds("facts.unknown", "huku");
        lint().edit(EXAMPLE, "hukou: other", "size: ‸\"3\"").finds("facts.unknown", "size");
    }

    @Test
    void anAmountInAnExampleIsMoney() {
        lint().edit(EXAMPLE, "amount: \"300\"", "amount: ‸plenty").finds("money.format", "plenty");
    }
}
