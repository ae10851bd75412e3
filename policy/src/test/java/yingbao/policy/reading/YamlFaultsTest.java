package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;

/** What is no YAML, or YAML of another shape than a pack's, is refused where it stands. */
class YamlFaultsTest {
    private static final String BASIC = "programmes/basic-2016.yaml";
    private static final String CARE = "programmes/care.yaml";

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    @Test
    void aFileThatIsNoYamlIsOneFaultAndNotOneForEachMissingKey() {
        lint().edit("areas/groups.yaml", "title: 贫困县", "title: 贫困‸: 县").findsAmongOthers("yaml.malformed");
        lint().edit("mandates/floors.yaml", "    strictly: \"yes\"", "   ‸strictly: \"yes\"")
                .finds("yaml.malformed");
    }

    @Test
    void aManifestThatIsNoYamlIsTheOnlyFault() {
        lint().edit("pack.yaml", "title: 示例省政策包", "title: 示例省‸: 政策包").finds("yaml.malformed");
    }

    @Test
    void anEmptyFileIsRefused() {
        lint().edit("mandates/floors.yaml", "", "‸\n").finds("yaml.empty");
        lint().edit("mandates/more.yaml", "", "‸# nothing yet\n").finds("yaml.empty");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        Path pack = SmallPack.copy(scratch);
        Path groups = pack.resolve("areas/groups.yaml");
        Files.write(groups, SmallPack.text(groups).getBytes(Charset.forName("GBK")));
        assertThat(SmallPack.faults(pack))
                .extracting(fault -> fault.location() + " " + fault.code())
                .contains("areas/groups.yaml:3:13 pack.encoding");
    }

    @Test
    void aTableOfAreasInAnotherEncodingIsRefused() throws IOException {
        Path pack = SmallPack.copy(scratch);
        Path areas = pack.resolve("areas/areas.csv");
        Files.write(areas, SmallPack.text(areas).getBytes(Charset.forName("GBK")));
        assertThat(SmallPack.faults(pack))
                .extracting(fault -> fault.location() + " " + fault.code())
                .contains("areas/areas.csv:2:15 pack.encoding");
    }

    @Test
    void aTextThatContainsItselfIsRefused() {
        lint().edit(BASIC, "funds: [province, county]", "funds: ‸&again [*again]")
                .finds("yaml.malformed");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        lint().edit(BASIC, "lead: 甲处", "lead: 甲处\n‸lead: 乙处").finds("yaml.duplicate-key", "lead");
        lint().edit(
                        BASIC,
                        "    when: household.savings_ok",
                        "    when: household.savings_ok\n    ‸when: household.savings_ok")
                .finds("yaml.duplicate-key", "when");
    }

    @Test
    void aKeyThatIsNoTextIsRefused() {
        lint().edit("codes/grade.yaml", "  \"0\": 无", "  \"0\": 无\n  ‸[\"9\"]: 未评")
                .finds("yaml.key");
    }

    @Test
    void aMisspeltKeyIsRefused() {
        lint().edit(BASIC, "rounding: {mode: up, to: yuan,", "rounding: {mode: up, to: yuan, ‸ot: yuan,")
                .finds("yaml.unknown-key", "ot");
        lint().edit("pack.yaml", "calendar: lunar", "calendar: lunar\n‸calender: lunar")
                .finds("yaml.unknown-key", "calender");
    }

    @Test
    void aMissingKeyIsRefused() {
        lint().edit(CARE, "programme: care", "‸programme: care")
                .edit(CARE, "pay_from: 批准次月\n", "")
                .finds("yaml.missing-key", "pay_from");
        lint().edit(CARE, "programme: care", "‸programme: care")
                .edit(CARE, "rounding: {mode: up, to: fen, cites: [law#五]}\n", "")
                .finds("yaml.missing-key", "rounding");
    }

    @Test
    void aMissingKeyIsOneFaultAndNoneOfItsConsequences() {
        lint().edit("workflows/county.yaml", "workflow: county", "‸workflow: county")
                .edit("workflows/county.yaml", "start: applied\n", "")
                .finds("yaml.missing-key", "start");
        lint().edit("mandates/floors.yaml", "- id: poor-above", "- ‸id: poor-above")
                .edit("mandates/floors.yaml", "    first_year: 2017\n", "")
                .finds("yaml.missing-key", "first_year");
        lint().edit("pack.yaml", "pack: small", "‸pack: small")
                .edit("pack.yaml", "calendar: lunar\n", "")
                .finds("yaml.missing-key", "calendar");
        lint().edit("codes/hukou.yaml", "codes: hukou", "‸codes: hukou")
                .edit("codes/hukou.yaml", "mark: KNOWN\n", "")
                .finds("yaml.missing-key", "mark");
        lint().edit("facts.yaml", "- {name: hukou, kind: code, codes: hukou,", "- ‸{name: hukou, kind: code,")
                .findsAmongOthers("yaml.missing-key");
        lint().edit("facts.yaml", "{name: savings, kind: money, unit: fen,", "‸{name: savings, kind: money,")
                .findsAmongOthers("yaml.missing-key");
        lint().edit("parameters/amounts.yaml", "{value: \"60\", mark", "‸{mark").finds("yaml.missing-key", "value");
    }

    @Test
    void aListWhereATextBelongsIsRefused() {
        lint().edit(CARE, "title: 护理补助", "title: ‸[护理补助]").findsAmongOthers("yaml.text-expected");
        lint().edit(CARE, "funds: [province]", "funds: [‸[province]]").finds("yaml.text-expected", "funds");
    }

    @Test
    void aTextWhereAListBelongsIsRefused() {
        lint().edit(CARE, "funds: [province]", "funds: ‸province").finds("yaml.list-expected", "funds");
    }

    @Test
    void aGroupOfConditionsWithoutAnyIsRefused() {
        lint().edit(CARE, "    when: |-\n      person.grade in\n        [\"1\", \"2\"]\n", "    any: ‸[]\n")
                .finds("yaml.list-expected", "any");
    }

    @Test
    void aTextWhereKeysBelongIsRefused() {
        lint().edit(CARE, "  - id: grade", "  - ‸为残疾人\n  - id: grade").findsAmongOthers("yaml.mapping-expected");
        lint().edit("workflows/county.yaml", "clock: {limit: decide_days, then: back}", "clock: ‸decide_days")
                .findsAmongOthers("yaml.mapping-expected");
    }

    @Test
    void aWordThatIsNoneOfTheChoicesIsRefused() {
        lint().edit(CARE, "pay: monthly", "pay: ‸weekly").finds("yaml.not-one-of", "weekly", "monthly yearly once");
        lint().edit(CARE, "to: fen,", "to: ‸FEN,").finds("yaml.not-one-of");
        lint().edit("examples/relief.yaml", "outcome: ELIGIBLE", "outcome: ‸YES")
                .finds("yaml.not-one-of");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        lint().edit(CARE, "from: 2016-01-01", "from: ‸2016-1-1").finds("yaml.date", "2016-1-1");
        lint().edit("pack.yaml", "date: 2015-12-01", "date: ‸2015-13-01").finds("yaml.date", "2015-13-01");
        lint().edit("calendar/lunar.yaml", "- 2016-10-08", "- ‸2016-10-32").finds("yaml.date", "2016-10-32");
        lint().edit("calendar/lunar.yaml", "2016-10-05: 国庆节", "2016-10-5: ‸国庆节").finds("yaml.date", "2016-10-5");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        lint().edit(BASIC, "to: 2018-12-31", "to: ‸2015-12-31").findsAmongOthers("yaml.range");
    }

    /** Unquoted, YAML takes the word after the mark for a tag and drops it, and "not" with it. */
    @Test
    void aConditionThatBeginsWithNotMustBeQuoted() {
        lint().edit(BASIC, "when: household.savings_ok", "when: ‸! household.savings_ok")
                .finds("yaml.tag");
        lint().edit(BASIC, "when: household.savings_ok", "when: ‸!household.savings_ok")
                .findsAmongOthers("yaml.tag");
        lint().edit(BASIC, "when: household.savings_ok", "when: '!household.savings_ok'")
                .findsNothing();
    }
}
