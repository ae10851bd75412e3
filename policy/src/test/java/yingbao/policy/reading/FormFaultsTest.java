package yingbao.policy.reading;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in what a step asks for and shows: forms, checks, notices. */
class FormFaultsTest {
    private static final String STEPS = "workflows/county.yaml";

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    @Test
    void aFieldIsOfAKindThatThereIs() {
        lint().edit(STEPS, "{title: 走访情况, kind: text}", "{title: 走访情况, kind: ‸novel}")
                .finds("yaml.not-one-of", "novel", "text count date flag money people choice");
    }

    @Test
    void aFieldSaysPlainlyWhetherItMustBeFilledIn() {
        lint().edit(STEPS, "kind: date, required: yes", "kind: date, required: ‸perhaps")
                .finds("yaml.not-one-of", "perhaps", "yes no");
    }

    @Test
    void aChoiceSaysWhatCanBeChosen() {
        lint().edit(
                        STEPS,
                        "opinion: {title: 意见, kind: choice, required: yes, choices: {grant: 建议同意, refuse: 建议不同意}}",
                        "opinion: ‸{title: 意见, kind: choice}")
                .finds("yaml.missing-key", "choices");
        lint().edit(STEPS, "{grant: 建议同意, refuse: 建议不同意}", "{grant: ‸[建议同意], refuse: 建议不同意}")
                .finds("yaml.text-expected", "grant");
    }

    @Test
    void onlyAChoiceHasChoices() {
        lint().edit(STEPS, "{title: 走访情况, kind: text}", "{title: 走访情况, kind: text, ‸choices: {a: 甲}}")
                .finds("yaml.unknown-key", "choices");
    }

    @Test
    void aCheckIsOfOneOfItsShapes() {
        lint().edit(STEPS, "check: {all_kin: {field: visited}}", "check: ‸{}")
                .finds("workflow.check", "at_least share sample all_kin says posted");
        lint().edit(
                        STEPS,
                        "check: {at_least: {field: visitors, measure: visitors_least}}",
                        "check: {at_least: {field: visitors, measure: visitors_least}, ‸all_kin: {field: visited}}")
                .finds("yaml.unknown-key", "all_kin");
    }

    @Test
    void aCheckWaitsForTheMoneyOrIsNotThere() {
        String kin = "{all_kin: {field: visited}}";
        lint().edit(STEPS, kin, "{posted: yes}").findsNothing();
        lint().edit(STEPS, kin, "{posted: ‸no}").finds("yaml.not-one-of", "no", "yes");
        lint().edit(STEPS, kin, "{posted: yes, ‸field: visited}").finds("yaml.unknown-key", "field");
    }

    @Test
    void aCheckIsMadeOnAFieldOfTheForm() {
        lint().edit(STEPS, "all_kin: {field: visited}", "all_kin: {field: ‸visitors}")
                .finds("workflow.unknown-field", "visitors");
    }

    @Test
    void aCheckFitsTheKindOfItsField() {
        lint().edit(STEPS, "at_least: {field: visitors", "at_least: {field: ‸opinion")
                .finds("workflow.field-kind", "opinion", "choice", "count people");
        lint().edit(STEPS, "all_kin: {field: visited}", "all_kin: {field: ‸agreed}")
                .finds("workflow.field-kind", "agreed", "count", "flag");
    }

    @Test
    void aCheckMeasuresByAParameterOfItsUnit() {
        lint().edit(STEPS, "numerator: quorum_part", "numerator: ‸sample_rate")
                .finds("parameters.unit", "sample_rate", "percent", "person piece none");
        lint().edit(
                        STEPS,
                        "check: {sample: {field: visited, measure: sample_rate",
                        "check: {sample: {field: visited, measure: ‸quorum_part")
                .finds("parameters.unit", "quorum_part", "person", "percent");
        lint().edit(STEPS, "denominator: quorum_whole", "denominator: ‸quorum_hole")
                .finds("parameters.unknown", "quorum_hole");
    }

    @Test
    void aCheckWantsToBeSaidWhatItsFieldCanSay() {
        String kin = "{all_kin: {field: visited}}";
        lint().edit(STEPS, kin, "{says: {field: visited, one_of: [‸maybe]}}")
                .finds("yaml.not-one-of", "maybe", "yes no");
        lint().edit(
                        STEPS,
                        "{at_least: {field: visitors, measure: visitors_least}}",
                        "{says: {field: opinion, one_of: [grant, ‸praise]}}")
                .finds("yaml.not-one-of", "praise", "grant refuse");
        lint().edit(STEPS, kin, "{says: {field: ‸agreed, one_of: [yes]}}")
                .finds("workflow.field-kind", "agreed", "count", "choice flag");
    }

    @Test
    void aSampleIsTakenOverAPeriod() {
        lint().edit(STEPS, "per: quarter", "per: ‸fortnight")
                .finds("yaml.not-one-of", "fortnight", "month quarter year");
    }

    @Test
    void kinAreCheckedOnlyWhereTheyAreAskedFor() {
        lint().edit(STEPS, "kin: yes\n", "")
                .edit(STEPS, "{all_kin: {field: visited}}", "{all_kin: ‸{field: visited}}")
                .finds("workflow.no-kin");
    }

    @Test
    void aCheckIsMadeAtActionsThatDemandTheForm() {
        lint().edit(STEPS, "on: [approve]", "on: [approve, ‸back]").finds("workflow.free-checked", "back");
        lint().edit(STEPS, "on: [approve]", "on: [‸applaud]").finds("workflow.unknown-action", "applaud");
    }

    @Test
    void onlyACheckIsMadeAtActions() {
        lint().edit(STEPS, "{title: 开会研究, measure: notice_days}", "{title: 开会研究, ‸on: [approve]}")
                .finds("yaml.unknown-key", "on");
    }

    @Test
    void whatHappensByItselfDemandsNoForm() {
        lint().edit(STEPS, "then: back}", "then: ‸refuse}").finds("workflow.not-free", "refuse");
        lint().edit(STEPS, "on_objection: object", "on_objection: ‸finish").finds("workflow.not-free", "finish");
        lint().edit(STEPS, "{title: 复核, to: looked, free: yes}", "{title: 复核, to: looked}")
                .edit(STEPS, "on_review: look", "on_review: ‸look")
                .finds("workflow.not-free", "look");
    }

    @Test
    void remarksAreRequiredOrNotMentioned() {
        lint().edit(STEPS, "decides: refuse, remarks: required", "decides: refuse, remarks: ‸maybe")
                .finds("yaml.not-one-of", "maybe", "required");
    }

    @Test
    void aNoticeSaysWhatFollowsIt() {
        lint().edit(STEPS, "on_clear: finish", "on_clear: ‸vanish").finds("workflow.unknown-action", "vanish");
        lint().edit(STEPS, "    notice:\n      where: village", "    notice:\n      ‸where: village")
                .edit(STEPS, "      on_objection: object\n", "")
                .finds("yaml.missing-key", "on_objection");
        lint().edit(STEPS, "long_list: yes,", "long_list: yes, ‸on_clear: look,")
                .finds("yaml.unknown-key", "on_clear");
    }

    @Test
    void aNoticeHangsForDaysOrForLong() {
        lint().edit(STEPS, "long_list: yes,", "long_list: yes, ‸days: notice_days,")
                .finds("yaml.unknown-key", "days");
        lint().edit(STEPS, "where: village\n", "where: ‸hamlet\n")
                .finds("yaml.not-one-of", "hamlet", "province prefecture county township village");
    }

    @Test
    void aNoticeShowsWhatIsKnown() {
        lint().edit(STEPS, "members: 家庭成员", "debts: ‸债务").finds("workflow.shown", "debts");
        lint().edit(STEPS, "applied.opinion: 意见", "applied.wish: ‸意见").finds("workflow.unknown-field", "applied.wish");
        lint().edit(STEPS, "applied.opinion: 意见", "before.opinion: ‸意见")
                .finds("workflow.unknown-field", "before.opinion");
        lint().edit(STEPS, "members: 家庭成员", "members: ‸[家庭成员]").finds("yaml.text-expected", "members");
        lint().edit(STEPS, "    notice:\n      where: village", "    notice:\n      ‸where: village")
                .edit(STEPS, "      shows: {name: 姓名, members: 家庭成员, applied.opinion: 意见}\n", "")
                .finds("yaml.missing-key", "shows");
    }

    /** Somebody's illness stands in a free text sooner or later. */
    @Test
    void aNoticeShowsNoFreeTextAndNoPeople() {
        lint().edit(STEPS, "applied.opinion: 意见", "applied.findings: ‸情况")
                .finds("workflow.private-shown", "applied.findings");
        lint().edit(STEPS, "applied.opinion: 意见", "applied.visitors: ‸走访人员")
                .finds("workflow.private-shown", "applied.visitors");
    }

    @Test
    void aNoticeWritesNamesInAWayThatThereIs() {
        lint().edit(STEPS, "mask: {name: full", "mask: {name: ‸pinyin")
                .finds("yaml.not-one-of", "pinyin", "full surname");
        lint().edit(STEPS, "surname_below: adult_age", "surname_below: ‸notice_days")
                .finds("parameters.unit", "notice_days", "day", "year");
    }
}
