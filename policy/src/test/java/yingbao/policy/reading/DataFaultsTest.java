package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Location;

/** Faults in what programmes rest on: sources, areas, codes, calendar, facts and parameters. */
class DataFaultsTest {
    private static final String AREAS = "areas/areas.csv";
    private static final String FACTS = "facts.yaml";
    private static final String STANDARDS = "parameters/standards.yaml";
    private static final String AMOUNTS = "parameters/amounts.yaml";

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    @Test
    void aFolderWithoutAManifestIsNoPack() {
        assertThat(SmallPack.faults(scratch))
                .containsExactly(new Fault(
                        new Location(scratch.toString(), 1, 1), "pack.no-manifest", List.of(scratch.toString())));
    }

    @Test
    void aPackThatExtendsItselfIsRefused() {
        lint().edit("pack.yaml", "calendar: lunar", "calendar: lunar\nextends: ‸.")
                .finds("pack.extends-depth", "4");
    }

    @Test
    void aPackThatExtendsNothingIsRefused() {
        Path pack = SmallPack.copy(
                scratch, new SmallPack.Edit("pack.yaml", "calendar: lunar", "calendar: lunar\nextends: nowhere"));
        assertThat(SmallPack.faults(pack)).extracting(Fault::code).containsExactly("pack.no-manifest");
    }

    @Test
    void aNameThatTheRuleLanguageCouldNotUseIsRefused() {
        lint().edit("programmes/basic-2016.yaml", "let:\n", "let:\n  as_of: ‸household.size\n")
                .finds("pack.name", "as_of");
        lint().edit("programmes/basic-2016.yaml", "let:\n", "let:\n  half-price: ‸household.size\n")
                .finds("pack.name", "half-price");
    }

    @Test
    void aMissingFileIsNamed() {
        lint().edit("pack.yaml", "calendar: lunar", "calendar: ‸solar").finds("pack.no-file", "calendar/solar.yaml");
    }

    @Test
    void aSourceThatTheManifestDoesNotListIsRefused() {
        lint().edit("groups.yaml", "cites: [law#九]", "cites: [‸lore#九]").finds("pack.unknown-source", "lore");
        lint().edit("areas/groups.yaml", "cites: [law#三]", "cites: [‸lore#三]").finds("pack.unknown-source", "lore");
        lint().edit("workflows/county.yaml", "    cites: [law#八]\n  drawn", "    cites: [‸lore]\n  drawn")
                .finds("pack.unknown-source", "lore");
    }

    @Test
    void aCitationThatIsNoneIsRefused() {
        lint().edit("groups.yaml", "cites: [law#九]", "cites: [law#九, ‸law# ]").finds("pack.citation", "law#");
        lint().edit("groups.yaml", "cites: [law#九]", "cites: [law#九, ‸law#九#十]").finds("pack.citation", "law#九#十");
    }

    @Test
    void whatRestsOnNothingIsRefused() {
        lint().edit("groups.yaml", "id: best", "‸id: best")
                .edit("groups.yaml", "    cites: [law#九]\n", "")
                .finds("pack.no-citation", "best");
        lint().edit(AMOUNTS, "name: child_amount", "‸name: child_amount")
                .edit(
                        AMOUNTS,
                        "省级民政部门\n    cites: [law#六]\n    values:\n      - {value: \"60\"",
                        "省级民政部门\n    values:\n      - {value: \"60\"")
                .finds("pack.no-citation", "child_amount");
        lint().edit(AMOUNTS, "{value: \"60\", mark: SEEN, cites: [law#六]}", "‸{value: \"60\", mark: SEEN}")
                .finds("pack.no-citation", "child_amount");
        lint().edit("mandates/floors.yaml", "id: poor-above", "‸id: poor-above")
                .edit("mandates/floors.yaml", "    strictly: \"yes\"\n    cites: [law#三]\n", "    strictly: \"yes\"\n")
                .finds("pack.no-citation", "poor-above");
        lint().edit("programmes/relief.yaml", "- programme: basic", "- ‸programme: basic")
                .edit("programmes/relief.yaml", "    cites: [law#七]\namount", "amount")
                .finds("pack.no-citation", "excludes");
        lint().edit("programmes/care.yaml", "{mode: up, to: fen, cites: [law#五]}", "‸{mode: up, to: fen}")
                .finds("pack.no-citation", "rounding");
    }

    @Test
    void aDemandCannotBeBothAboveAndExactly() {
        lint().edit("mandates/floors.yaml", "    strictly: \"yes\"\n", "    strictly: \"yes\"\n    exactly: ‸\"yes\"\n")
                .finds("mandate.strictly-and-exactly");
    }

    @Test
    void aTableOfAreasWithAnotherHeaderIsRefused() {
        lint().edit(AREAS, "code,name,level,parent,from,to,successor", "‸code,name,level,parent,from,until,successor")
                .finds("areas.header", "code,name,level,parent,from,to,successor");
    }

    @Test
    void aRowOfAreasWithTooFewColumnsIsRefused() {
        lint().edit(AREAS, "980202000000,巳县,county,980200000000,,,", "‸980202000000,巳县,county,980200000000")
                .finds("areas.columns", "7", "4");
    }

    @Test
    void aRowOfAreasThatCannotBeReadIsRefused() {
        lint().edit(AREAS, "980202000000,巳县,county", "‸980202000000,巳县,shire").finds("areas.row");
        lint().edit(AREAS, "980202000000,巳县,county,980200000000,,", "‸980202000000,巳县,county,980200000000,2016-1-1,")
                .finds("areas.row");
        lint().edit(AREAS, "980202000000,", "‸98020200000O,").finds("area-code.format", "98020200000O");
        lint().edit(AREAS, "980202000000,", "‸980202,").finds("area-code.length", "980202");
        lint().edit(AREAS, "980202000000,", "‸000202000000,").finds("area-code.province", "000202000000");
        lint().edit(
                        AREAS,
                        "980202000000,巳县,county,980200000000,,",
                        "‸980202000000,巳县,county,980200000000,2016-01-02,2016-01-01")
                .finds("date-range.order", "2016-01-02", "2016-01-01");
    }

    @Test
    void anAreaInOrAfterAnUnknownOneIsRefusedInItsOwnLine() {
        lint().edit(AREAS, "980201001001,子村,village,980201001000,", "\n‸980201001001,子村,village,980201009000,")
                .finds("areas.parent", "980201009000");
        lint().edit(
                        AREAS,
                        "980103000000,寅县,county,980100000000,,2019-12-31,980104000000",
                        "‸980103000000,寅县,county,980100000000,,2019-12-31,980109000000")
                .finds("areas.successor", "980109000000");
    }

    @Test
    void twoAreasWithOneCodeAtATimeAreRefused() {
        lint().edit(
                        AREAS,
                        "980202000000,巳县,county,980200000000,,,",
                        "980202000000,巳县,county,980200000000,,,\n‸980202000000,午县,county,980200000000,2020-01-01,,")
                .finds("pack.twice", "980202000000");
        lint().edit(AREAS, "980202000000,巳县,county,980200000000,,,", """
                        980202000000,巳县,county,980200000000,,2019-12-31,
                        980202000000,午县,county,980200000000,2020-01-01,,""").findsNothing();
    }

    @Test
    void aCodeListDeclaredTwiceIsRefused() {
        lint().edit("codes/hukou.yaml", "codes: hukou", "codes: ‸grade").findsAmongOthers("pack.twice");
    }

    @Test
    void aMarkThatIsNoneIsRefused() {
        lint().edit("codes/hukou.yaml", "mark: KNOWN", "mark: ‸SURE").finds("pack.mark", "SURE");
        lint().edit(AMOUNTS, "{value: \"60\", mark: SEEN,", "{value: \"60\", mark: ‸seen,")
                .finds("pack.mark", "seen");
        lint().edit(AMOUNTS, "{value: \"60\", mark: SEEN,", "‸{value: \"60\",").finds("yaml.missing-key", "mark");
    }

    @Test
    void aCalendarThatCannotBeReadIsRefused() {
        lint().edit("calendar/lunar.yaml", "weekend: [SATURDAY,", "weekend: [‸SATURNSDAY,")
                .finds("calendar.weekday", "SATURNSDAY");
        lint().edit("calendar/lunar.yaml", "  2016:\n    source", "  MMXVI:\n    ‸source")
                .finds("parameters.number", "MMXVI");
    }

    @Test
    void aCatalogueWithoutPersonsIsRefused() {
        lint().edit(FACTS, "suppliers:", "‸suppliers:")
                .edit(FACTS, "  person:\n", "  people:\n")
                .findsAmongOthers("facts.none");
    }

    @Test
    void aHouseholdHasOneArea() {
        lint().edit(FACTS, "suppliers:", "‸suppliers:")
                .edit(FACTS, "{name: area, kind: area,", "{name: area, kind: text,")
                .finds("facts.area", "0");
        lint().edit(FACTS, "suppliers:", "‸suppliers:")
                .edit(
                        FACTS,
                        "    - {name: hukou,",
                        "    - {name: home, kind: area, label: 住址区划, supplier: village}\n    - {name: hukou,")
                .finds("facts.area", "2");
    }

    @Test
    void aFactThatIsDeclaredTwiceIsRefusedByNameAndByLabel() {
        lint().edit(FACTS, "- {name: able, kind: flag, label: 有劳动能力,", "- ‸{name: able, kind: flag, label: 姓名,")
                .finds("pack.twice", "姓名");
    }

    @Test
    void aFactWithoutWhatItRestsOnIsRefused() {
        lint().edit(FACTS, "codes: hukou,", "codes: ‸huko,").findsAmongOthers("facts.unknown-codes");
        lint().edit(FACTS, "label: 存款, supplier: family", "label: 存款, supplier: ‸familly")
                .finds("facts.unknown-supplier", "familly");
        lint().edit(FACTS, "kind: money, unit: fen, label: 存款", "kind: money, unit: ‸yuan, label: 存款")
                .findsAmongOthers("facts.unit");
        lint().edit(FACTS, "kind: money, unit: fen, label: 存款", "kind: money, unit: ‸person, label: 存款")
                .findsAmongOthers("facts.unit");
        lint().edit(FACTS, "label: 存款, supplier: family", "label: 存款, supplier: family, counts: ‸members")
                .finds("facts.counts", "members");
        lint().edit(FACTS, "cell: birth", "cell: ‸brith").finds("facts.unknown", "brith");
    }

    @Test
    void aParameterDeclaredTwiceIsRefused() {
        lint().edit(
                        AMOUNTS,
                        "  - name: child_amount\n    unit: fen/month",
                        "  - ‸name: care_amount\n    unit: fen/month")
                .findsAmongOthers("pack.twice");
    }

    @Test
    void valuesForWhatIsNoParameterAreRefused() {
        lint().edit(AMOUNTS, "parameter: decide_days", "parameter: ‸decide_weeks")
                .findsAmongOthers("parameters.unknown");
        lint().edit("examples/child.yaml", "set: {child_amount: \"80.01\"}", "set: {child_sum: ‸\"80.01\"}")
                .finds("parameters.unknown", "child_sum");
    }

    @Test
    void valuesForUnknownAreasAreRefused() {
        lint().edit(STANDARDS, "{area: \"980201\"", "{area: ‸\"980209\"").finds("parameters.unknown-area", "980209");
        lint().edit(STANDARDS, "{area: \"980201\"", "{area: ‸\"9802010\"").finds("area-code.length", "9802010");
        lint().edit("examples/relief.yaml", "area: \"980101\"", "area: ‸\"980109\"")
                .finds("parameters.unknown-area", "980109");
    }

    @Test
    void valuesThatAreNoNumbersAreRefused() {
        lint().edit(AMOUNTS, "{value: \"18\"", "{value: ‸\"十八\"").finds("parameters.number", "十八");
        lint().edit(AMOUNTS, "{value: \"80\"", "{value: ‸eighty").finds("money.format", "eighty");
        lint().edit(AMOUNTS, "{value: \"80\"", "{value: ‸\"80.005\"").finds("money.decimals", "80.005");
        lint().edit(AMOUNTS, "{value: \"80\"", "{value: ‸\"99999999999999999999\"")
                .finds("money.range");
        lint().edit(AMOUNTS, "unit: year", "unit: ‸years").findsAmongOthers("facts.unit");
    }

    @Test
    void aMissingValueIsStatedInBothPlaces() {
        lint().edit(AMOUNTS, "{value: \"60\", mark: SEEN,", "{value: UNKNOWN, mark: ‸SEEN,")
                .finds("parameters.mark", "UNKNOWN", "SEEN");
        lint().edit(AMOUNTS, "{value: \"60\", mark: SEEN,", "{value: \"60\", mark: ‸UNKNOWN,")
                .finds("parameters.mark", "60", "UNKNOWN");
    }

    @Test
    void aParameterWithoutAnyValueIsRefused() {
        lint().edit(AMOUNTS, "    values:\n      - {value: \"60\", mark: SEEN, cites: [law#六]}\n", "")
                .edit(AMOUNTS, "  - name: child_amount", "  - ‸name: child_amount")
                .finds("parameters.no-values", "child_amount");
    }

    @Test
    void aDemonstrationValueBelongsInADemonstrationPack() {
        lint().edit(AMOUNTS, "{value: \"60\", mark: SEEN, cites: [law#六]}", "{value: \"60\", mark: DEMO}")
                .edit(AMOUNTS, "  - name: child_amount", "  - ‸name: child_amount")
                .finds("parameters.demo", "child_amount");
        lint().edit(AMOUNTS, "{value: \"60\", mark: SEEN, cites: [law#六]}", "{value: \"60\", mark: DEMO}")
                .edit("pack.yaml", "calendar: lunar", "calendar: lunar\ndemo: yes")
                .findsNothing();
    }
}
