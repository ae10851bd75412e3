package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** The divisions of a pack may stand in several tables, its own and those of the pack that it extends. */
class AreaFilesTest {
    private static final String HEADER = "code,name,level,parent,from,to,successor\n";
    private static final String MORE = "areas/more.csv";
    private static final LocalDate ON = LocalDate.of(2017, 3, 1);

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    private static Pack shipped(String name) {
        return SmallPack.read(Path.of(System.getProperty("yingbao.home", ".."), "packs", name));
    }

    private static List<Area> ofEveryLevel(Pack pack, LocalDate on) {
        return List.of(AreaLevel.values()).stream()
                .flatMap(level -> pack.areas().all(level, on).stream())
                .toList();
    }

    @Test
    void anExtendingPackAddsDivisionsUnderThoseOfThePackBelow() throws IOException {
        Path base = SmallPack.copy(scratch);
        Path overlay = scratch.resolve("over");
        Files.createDirectories(overlay.resolve("areas"));
        Files.writeString(overlay.resolve("pack.yaml"), "pack: over\nextends: ../" + base.getFileName() + "\n");
        Files.writeString(
                overlay.resolve(MORE),
                HEADER + "980203000000,午县,county,980200000000,,,\n980203001000,午镇,township,980203000000,,,\n");
        Pack pack = SmallPack.read(overlay);

        assertThat(pack.areas().path(AreaCode.parse("980203001"), ON)).isEqualTo("示例省乙市午县午镇");
        assertThat(pack.areas().path(AreaCode.parse("980202"), ON)).isEqualTo("示例省乙市巳县");
        assertThat(pack.areas().root()).contains(AreaCode.parse("98"));
        assertThat(SmallPack.read(base).areas().knows(AreaCode.parse("980203"))).isFalse();
    }

    @Test
    void aDivisionMayBeContinuedByOneOfAnotherTable() {
        lint().edit(MORE, "", HEADER + "980203000000,午县,county,980200000000,,2019-12-31,980202000000\n")
                .findsNothing();
    }

    @Test
    void aFaultInTheSecondTableIsNamedWithThatTable() {
        lint().edit(MORE, "", HEADER + "‸980203000000,午县,shire,980200000000,,,\n")
                .finds("areas.row");
        lint().edit(MORE, "", HEADER + "\n‸980203000000,午县,county,980900000000,,,\n")
                .finds("areas.parent", "980900000000");
        lint().edit(MORE, "", HEADER + "‸980203000000,午县,county,980200000000,,2019-12-31,980209000000\n")
                .finds("areas.successor", "980209000000");
        lint().edit(MORE, "", HEADER + "980203000000,‸\uFFFD县,county,980200000000,,,\n")
                .finds("pack.encoding");
    }

    @Test
    void everyTableBeginsWithItsHeader() {
        lint().edit(MORE, "", "‸980203000000,午县,county,980200000000,,,\n").finds("areas.header", HEADER.strip());
    }

    @Test
    void oneCodeInTwoTablesAtATimeIsRefusedInTheSecond() {
        lint().edit(MORE, "", HEADER + "‸980202000000,午县,county,980200000000,2020-01-01,,\n")
                .finds("pack.twice", "980202000000");
        lint().edit("areas/aaa.csv", "", HEADER + "980202000000,午县,county,980200000000,2020-01-01,,\n")
                .edit("areas/areas.csv", "980202000000,巳县", "‸980202000000,巳县")
                .finds("pack.twice", "980202000000");
    }

    @Test
    void theTableOfThePackItselfMayNotBeMissing() throws IOException {
        Path pack = SmallPack.copy(scratch);
        Files.move(pack.resolve("areas/areas.csv"), pack.resolve(MORE));
        assertThat(SmallPack.faults(pack))
                .extracting(fault -> fault.location() + " " + fault.code())
                .contains("areas/areas.csv:1:1 pack.no-file");
    }

    @Test
    void aTableInAFolderFurtherDownHoldsNoDivisions() {
        lint().edit("areas/boundaries/points.csv", "", "code,x,y\n").findsNothing();
    }

    /** The prefix 2299 was never issued; 229801 stands for the protection zone of 长白山, which is real. */
    @Test
    void thePackOfTheProvinceHoldsNoDivisionThatIsMadeUp() {
        Pack pack = shipped("jilin");
        for (LocalDate day : List.of(LocalDate.of(2016, 1, 1), ON, LocalDate.of(2026, 12, 31))) {
            assertThat(ofEveryLevel(pack, day))
                    .isNotEmpty()
                    .noneMatch(area -> area.code().digits().startsWith("2299"))
                    .noneMatch(area -> area.name().startsWith("演示"));
        }
        assertThat(pack.areas().knows(AreaCode.parse("229801"))).isTrue();
    }

    @Test
    void theDemonstrationHasTheWholeProvinceAndOneMadeUpPrefecture() {
        Pack pack = shipped("jilin-demo");
        List<Area> real = ofEveryLevel(shipped("jilin"), ON);
        assertThat(ofEveryLevel(pack, ON)).containsAll(real).hasSize(real.size() + 84);
        assertThat(pack.areas().path(AreaCode.parse("229901"), ON)).isEqualTo("吉林省演示市演示县");
        assertThat(pack.areas().all(AreaLevel.VILLAGE, ON).stream()
                        .filter(area -> area.code().digits().startsWith("229901")))
                .hasSize(74);
    }
}
