package yingbao.policy.pack;

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
import yingbao.policy.pack.Parameter.Setting;
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
        Pack pack = SmallPack.with(
                scratch,
                new Edit(
                        "parameters/standards.yaml",
                        "      - {area: \"980105\"",
                        "      - {area: \"980102\", from: 2016-01-01, value: \"500\", mark: SEEN, cites: [notice]}\n      - {area: \"980105\""));
        assertThat(standard(pack, "980102", "2019-12-31")).isEqualTo("500.00");
        assertThat(standard(pack, "980104", "2020-01-01")).isEqualTo("unset");
    }

    @Test
    void anAreaBelowTheLevelThatSetsTheValueHasNoSayInIt() {
        Pack pack = SmallPack.with(
                scratch,
                new Edit(
                        "parameters/amounts.yaml",
                        "      - {value: \"60\", mark: SEEN, cites: [law#六]}",
                        "      - {value: \"60\", mark: SEEN, cites: [law#六]}\n      - {area: \"980101\", value: \"999\", mark: SEEN, cites: [law#六]}"));
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
    void aPackThatExtendsAnotherReplacesTheRowsOfAnAreaAndLeavesTheOthers() throws IOException {
        Path base = SmallPack.copy(scratch);
        Path overlay = scratch.resolve("demo");
        Files.createDirectories(overlay.resolve("parameters"));
        Files.writeString(
                overlay.resolve("pack.yaml"),
                SmallPack.text(base.resolve("pack.yaml"))
                        .replace("pack: small", "pack: demo\ndemo: yes\nextends: ../" + base.getFileName()));
        Files.writeString(overlay.resolve("parameters/demo.yaml"), """
                values:
                  - parameter: standard
                    values:
                      - {area: "980105", from: 2017-01-01, value: "350", mark: DEMO}
                """);
        Pack pack = SmallPack.read(overlay);
        assertThat(pack.demo()).isTrue();
        assertThat(standard(pack, "980105", "2017-01-01")).isEqualTo("350.00");
        assertThat(standard(pack, "980105", "2016-06-01")).isEqualTo("300.00");
        assertThat(standard(pack, "980101", "2017-01-01")).isEqualTo("330.00");
        assertThat(pack.version()).isNotEqualTo(small.version());
    }

    @Test
    void aPackThatExtendsAnotherReplacesAFileOfTheSameName() throws IOException {
        Path base = SmallPack.copy(scratch);
        Path overlay = scratch.resolve("whatif");
        Files.createDirectories(overlay.resolve("programmes"));
        Files.writeString(
                overlay.resolve("pack.yaml"),
                SmallPack.text(base.resolve("pack.yaml"))
                        .replace("pack: small", "pack: whatif\nextends: ../" + base.getFileName()));
        Files.writeString(
                overlay.resolve("programmes/care.yaml"),
                SmallPack.text(base.resolve("programmes/care.yaml")).replace("title: 护理补助", "title: 照护补助"));
        Pack pack = SmallPack.read(overlay);
        assertThat(pack.programmes())
                .extracting(Programme::title)
                .contains("照护补助")
                .doesNotContain("护理补助");
        assertThat(pack.programmes()).hasSameSizeAs(small.programmes());
    }
}
