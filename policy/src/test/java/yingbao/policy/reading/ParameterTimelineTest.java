package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/** Which value holds where and when. */
class ParameterTimelineTest {
    private final Pack small = SmallPack.whole();

    @TempDir
    private Path scratch;

    /** The monthly standard of an area on a day in yuan, or what stands in its place. */
    private static String standard(Pack pack, String area, String on) {
        return setting(pack, "standard", area, on);
    }

    private static String setting(Pack pack, String name, String area, String on) {
        Parameter parameter = pack.parameter(name).orElseThrow();
        return pack.setting(parameter, AreaCode.parse(area), LocalDate.parse(on))
                .map(setting -> switch (setting) {
                    case Setting.Stated stated ->
                        Money.ofFen(stated.value().value()).yuan();
                    case Setting.Unset _ -> "unset";
                })
                .orElse("nothing stated");
    }

    @Test
    void anAreaWithItsOwnValueUsesIt() {
        assertThat(standard(small, "980101", "2016-01-01")).isEqualTo("330.00");
    }

    @Test
    void anAreaWithoutItsOwnUsesThatOfTheNearestAbove() {
        assertThat(standard(small, "980202", "2016-01-01")).isEqualTo("300.00");
        assertThat(standard(small, "980101", "2015-12-31")).isEqualTo("300.00");
        assertThat(standard(small, "980101001001", "2017-12-31")).isEqualTo("330.00");
    }

    @Test
    void aValueHoldsFromItsFirstDayToItsLast() {
        assertThat(standard(small, "980202", "2017-12-31")).isEqualTo("300.00");
        assertThat(standard(small, "980202", "2018-01-01")).isEqualTo("360.50");
        assertThat(standard(small, "980202", "2019-12-31")).isEqualTo("360.50");
        assertThat(standard(small, "980202", "2020-01-01")).isEqualTo("unset");
        assertThat(standard(small, "980202", "2014-12-31")).isEqualTo("nothing stated");
    }

    /** A county that says "we do not know" is not decided by the province's value. */
    @Test
    void anUnknownOfTheAreaShadowsTheValueAbove() {
        assertThat(standard(small, "980105", "2015-12-31")).isEqualTo("300.00");
        assertThat(standard(small, "980105", "2016-01-01")).isEqualTo("unset");
    }

    @Test
    void aValueStatedUnderTheOldCodeHoldsOnUnderTheNewOne() {
        Pack pack = SmallPack.with(
                scratch,
                new Edit(
                        "parameters/standards.yaml",
                        "from: 2016-01-01, to: 2018-06-30, value: \"330\"",
                        "from: 2016-01-01, to: 2018-12-31, value: \"330\""));
        assertThat(standard(pack, "980201", "2018-07-01")).isEqualTo("330.00");
        assertThat(standard(pack, "980101001001", "2018-12-31")).isEqualTo("330.00");
        assertThat(standard(pack, "980201", "2019-01-01")).isEqualTo("410.00");
    }

    @Test
    void betweenTheOldCodesLastValueAndTheNewOnesFirstTheProvincesHolds() {
        assertThat(standard(small, "980201", "2018-06-30")).isEqualTo("330.00");
        assertThat(standard(small, "980201", "2018-07-01")).isEqualTo("360.50");
        assertThat(standard(small, "980201", "2019-01-01")).isEqualTo("410.00");
    }

    /** Two counties had two standards; which of them the merged county has nobody has said. */
    @Test
    void aMergedAreaTakesNoValueFromEitherOfItsParts() {
        Pack pack = SmallPack.with(scratch, new Edit("parameters/more.yaml", "", """
                        values:
                          - parameter: standard
                            values:
                              - {area: "980102", from: 2016-01-01, value: "500", mark: SEEN, cites: [notice]}
                        """));
        assertThat(standard(pack, "980102", "2019-12-31")).isEqualTo("500.00");
        assertThat(standard(pack, "980104", "2020-01-01")).isEqualTo("unset");
    }

    @Test
    void anAreaBelowTheLevelThatSetsTheValueHasNoSayInIt() {
        Pack pack = SmallPack.with(scratch, new Edit("parameters/more.yaml", "", """
                        values:
                          - parameter: child_amount
                            values:
                              - {area: "980101", value: "999", mark: SEEN, cites: [notice]}
                        """));
        assertThat(setting(pack, "child_amount", "980101", "2016-01-01")).isEqualTo("60.00");
    }

    @Test
    void whatNobodyHasSetIsMissingAndNotZero() {
        Parameter parameter = small.parameter("standard").orElseThrow();
        int slot = small.parameters().indexOf(parameter);
        AreaCode county = AreaCode.parse("980105");
        assertThat(small.parametersFor(county, LocalDate.of(2017, 1, 1)).value(slot))
                .isEqualTo(Value.Unknown.of(new Missing(Missing.Kind.PARAMETER, "param.standard", "980105")));
    }

    @Test
    void twoFilesOfOnePackAddToOneAnother() {
        Pack pack = SmallPack.with(scratch, values("parameters/more.yaml", "from: 2014-01-01, to: 2014-12-31", "250"));
        assertThat(standard(pack, "980202", "2014-12-31")).isEqualTo("250.00");
        assertThat(standard(pack, "980202", "2015-01-01")).isEqualTo("300.00");
    }

    @Test
    void twoFilesOfOnePackMayNotContradictEachOther() {
        Lint.in(scratch).edit("parameters/more.yaml", "", """
                        values:
                          - parameter: standard
                            values:
                              - ‸{from: 2017-12-01, to: 2019-12-31, value: "999", mark: SEEN, cites: [notice]}
                        """).findsAmongOthers("parameters.overlap");
    }

    /** Values for the whole province, for the standard. */
    private static Edit values(String file, String period, String yuan) {
        return new Edit(file, "", """
                values:
                  - parameter: standard
                    values:
                      - {%s, value: "%s", mark: SEEN, cites: [notice]}
                """.formatted(period, yuan));
    }

    /** A pack that extends the small one with one file. */
    private Path extended(String id, String file, String text) throws IOException {
        Path base = SmallPack.copy(scratch);
        Path overlay = scratch.resolve(id);
        Path target = overlay.resolve(file);
        Files.createDirectories(overlay.resolve(file.substring(0, file.indexOf('/'))));
        Files.writeString(
                overlay.resolve("pack.yaml"), "pack: " + id + "\ndemo: yes\nextends: ../" + base.getFileName() + "\n");
        Files.writeString(target, text);
        return overlay;
    }

    @Test
    void aPackThatExtendsAnotherReplacesTheRowsOfAnAreaAndLeavesTheOthers() throws IOException {
        Pack pack = SmallPack.read(extended("demo", "parameters/demo.yaml", """
                values:
                  - parameter: standard
                    values:
                      - {area: "980105", from: 2017-01-01, value: "350", mark: DEMO}
                """));
        assertThat(pack.id()).isEqualTo("demo");
        assertThat(pack.demo()).isTrue();
        assertThat(pack.title()).isEqualTo(small.title());
        assertThat(standard(pack, "980105", "2017-01-01")).isEqualTo("350.00");
        assertThat(standard(pack, "980105", "2016-06-01")).isEqualTo("300.00");
        assertThat(standard(pack, "980101", "2017-01-01")).isEqualTo("330.00");
        assertThat(pack.version()).isNotEqualTo(small.version());
    }

    /** The base pack adds the days of decision in a file that comes later in the order of names. */
    @Test
    void thePackThatExtendsPrevailsWhateverItsFilesAreCalled() throws IOException {
        Pack pack = SmallPack.read(extended("demo", "parameters/aaa.yaml", """
                values:
                  - parameter: decide_days
                    values:
                      - {value: "3", mark: DEMO}
                """));
        Parameter days = pack.parameter("decide_days").orElseThrow();
        assertThat(pack.setting(days, AreaCode.parse("98"), LocalDate.parse("2017-01-01")))
                .get()
                .isInstanceOfSatisfying(
                        Setting.Stated.class,
                        stated -> assertThat(stated.value()).isEqualTo(new Value.Whole(3)));
    }

    @Test
    void aPackThatExtendsAnotherReplacesAFileOfTheSameName() throws IOException {
        Pack pack = SmallPack.read(extended(
                "whatif",
                "programmes/care.yaml",
                SmallPack.text(SmallPack.folder().resolve("programmes/care.yaml"))
                        .replace("title: 护理补助", "title: 照护补助")));
        assertThat(pack.programmes())
                .extracting(Programme::title)
                .contains("照护补助")
                .doesNotContain("护理补助");
        assertThat(pack.programmes()).hasSameSizeAs(small.programmes());
    }
}
