package yingbao.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.decide.Mandates.Finding;
import yingbao.policy.pack.Pack;

/** The policy's demands on the standards, county by county and year by year: kept, broken, or no data. */
class MandatesTest {
    private final Pack pack = SmallPack.whole();

    @TempDir
    private Path scratch;

    private static List<String> findings(Pack pack, String mandate, int year) {
        return new Mandates(pack)
                .check().stream()
                        .filter(finding -> finding.mandate().id().equals(mandate) && finding.year() == year)
                        .map(finding -> finding.area().name() + " " + finding.verdict() + " " + finding.value() + " / "
                                + finding.floor())
                        .toList();
    }

    @Test
    void aDemandIsCheckedForEveryCountyOfTheYearThatIsNotExcepted() {
        assertThat(findings(pack, "thirty-per-cent", 2016))
                .containsExactly(
                        "子县 KEPT 3,960.00元/人·年 / 3,300.00元/人·年",
                        "丑县 KEPT 3,600.00元/人·年 / 3,300.00元/人·年",
                        "寅县 KEPT 3,600.00元/人·年 / 3,300.00元/人·年",
                        "巳县 KEPT 3,600.00元/人·年 / 3,300.00元/人·年");
    }

    /** Thirty per cent of 12,000.01 is 3,600.003: a standard of 3,600 falls short by three tenths of a fen. */
    @Test
    void aDemandIsMeasuredExactly() {
        assertThat(findings(pack, "thirty-per-cent", 2017))
                .hasSize(4)
                .anySatisfy(finding -> assertThat(finding).startsWith("子县 KEPT"))
                .anySatisfy(finding -> assertThat(finding).startsWith("丑县 BROKEN 3,600.00元/人·年 / "));
    }

    @Test
    void withoutAFigureThereIsNoVerdict() {
        assertThat(findings(pack, "thirty-per-cent", 2018))
                .containsExactly(
                        "丑县 NO_DATA 4,326.00元/人·年 / 未知",
                        "寅县 NO_DATA 4,326.00元/人·年 / 未知",
                        "子市 NO_DATA 4,326.00元/人·年 / 未知",
                        "巳县 NO_DATA 4,326.00元/人·年 / 未知");
    }

    @Test
    void aDemandOnAGroupIsMadeOfItAlone() {
        assertThat(findings(pack, "poor-above", 2017))
                .singleElement()
                .asString()
                .startsWith("辰县 NO_DATA 未知 / ");
        assertThat(findings(pack, "poor-above", 2018)).isEmpty();
    }

    @Test
    void toReachAFloorIsEnoughUnlessTheDemandIsToLieAbove() {
        Edit even = new Edit("parameters/standards.yaml", "value: \"12000.01\"", "value: \"12000\"");
        Edit same = new Edit(
                "parameters/standards.yaml",
                "      - {area: \"980105\", from: 2016-01-01, value: UNKNOWN, mark: UNKNOWN}\n",
                "");
        Pack changed = SmallPack.with(scratch, even, same);
        assertThat(findings(changed, "thirty-per-cent", 2017)).contains("丑县 KEPT 3,600.00元/人·年 / 3,600.00元/人·年");
        assertThat(findings(changed, "poor-above", 2017)).containsExactly("辰县 BROKEN 3,600.00元/人·年 / 3,600.00元/人·年");
        Edit exactly = new Edit("mandates/floors.yaml", "strictly: \"yes\"", "exactly: \"yes\"");
        assertThat(findings(SmallPack.with(scratch, even, same, exactly), "poor-above", 2017))
                .containsExactly("辰县 KEPT 3,600.00元/人·年 / 3,600.00元/人·年");
    }

    /** A rule that fixes a value is broken from both sides. */
    @Test
    void aDemandToBeExactlySoIsBrokenByMoreAndByLess() {
        Edit exactly = new Edit("mandates/floors.yaml", "strictly: \"yes\"", "exactly: \"yes\"");
        Edit everywhere =
                new Edit("mandates/floors.yaml", "    group: poor\n    first_year: 2017", "    first_year: 2016");
        Pack changed = SmallPack.with(scratch, exactly, everywhere);
        assertThat(findings(changed, "poor-above", 2016)).contains("子县 BROKEN 3,960.00元/人·年 / 3,300.00元/人·年");
        assertThat(findings(changed, "poor-above", 2017))
                .anySatisfy(finding -> assertThat(finding).startsWith("丑县 BROKEN 3,600.00元/人·年 / 约3600.0030元"));
    }

    @Test
    void everyNumberNamesItsSource() {
        Finding finding = new Mandates(pack).check().getFirst();
        assertThat(finding.sources())
                .containsExactly("月保障标准 330.00元/人·月：《示例标准通知》二（见于来源）", "人均可支配收入 11,000.00元/人·年：《示例标准通知》三（见于来源）");
    }
}
