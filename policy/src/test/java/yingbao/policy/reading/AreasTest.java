package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Fault;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Divisions are renumbered, moved and merged; a code written at any time still means the right place on any day. */
class AreasTest {
    private static final LocalDate BEFORE = LocalDate.of(2018, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2018, 7, 1);
    private static final LocalDate BEFORE_MERGER = LocalDate.of(2019, 12, 31);
    private static final LocalDate AFTER_MERGER = LocalDate.of(2020, 1, 1);

    private final Areas small = SmallPack.whole().areas();

    /** The divisions of the real pack, without the rest of it. */
    private static Areas real() {
        Faults faults = new Faults();
        Path folder = Path.of(System.getProperty("yingbao.home", ".."), "packs", "jilin");
        Areas areas = new AreasReader(PackFiles.in(folder, faults), Set.of(), faults).read();
        assertThat(faults.sorted()).extracting(Fault::code).containsOnly("pack.unknown-source");
        return areas;
    }

    private static AreaCode code(String digits) {
        return AreaCode.parse(digits);
    }

    private static List<String> codes(List<Area> areas) {
        return areas.stream().map(area -> area.code().shortForm()).toList();
    }

    private static String resolved(Areas areas, String digits, LocalDate on) {
        return areas.resolve(code(digits), on)
                .map(area -> area.code().shortForm())
                .orElse("nowhere");
    }

    @Test
    void anOldCodeMeansItsSuccessorFromTheDayOfTheChange() {
        assertThat(resolved(small, "980101", BEFORE)).isEqualTo("980101");
        assertThat(resolved(small, "980101", AFTER)).isEqualTo("980201");
        assertThat(resolved(small, "980101001001", AFTER)).isEqualTo("980201001001");
    }

    @Test
    void aNewCodeMeansItsPredecessorBeforeTheChange() {
        assertThat(resolved(small, "980201", AFTER)).isEqualTo("980201");
        assertThat(resolved(small, "980201", BEFORE)).isEqualTo("980101");
        assertThat(resolved(small, "980201001001", BEFORE)).isEqualTo("980101001001");
    }

    @Test
    void bothCodesOfAMergedAreaMeanTheNewOne() {
        assertThat(resolved(small, "980102", AFTER_MERGER)).isEqualTo("980104");
        assertThat(resolved(small, "980103", AFTER_MERGER)).isEqualTo("980104");
    }

    @Test
    void aMergedAreaHasNoSinglePredecessor() {
        assertThat(resolved(small, "980104", BEFORE_MERGER)).isEqualTo("nowhere");
    }

    @Test
    void aCodeThatWasNeverIssuedMeansNothing() {
        assertThat(resolved(small, "980109", AFTER)).isEqualTo("nowhere");
        assertThat(small.knows(code("980109"))).isFalse();
        assertThat(small.lineage(code("980109"), AFTER)).isEmpty();
    }

    @Test
    void anAreaLiesInThoseOfTheDay() {
        assertThat(codes(small.lineage(code("980101001001"), BEFORE)))
                .containsExactly("980101001001", "980101001", "980101", "9801", "98");
        assertThat(codes(small.lineage(code("980101001001"), AFTER)))
                .containsExactly("980201001001", "980201001", "980201", "9802", "98");
    }

    @Test
    void theCountyAndPrefectureOfAVillageFollowTheDay() {
        assertThat(small.within(AreaLevel.PREFECTURE, code("980101001001"), BEFORE)
                        .map(Area::name))
                .contains("甲市");
        assertThat(small.within(AreaLevel.PREFECTURE, code("980101001001"), AFTER)
                        .map(Area::name))
                .contains("乙市");
        assertThat(small.within(AreaLevel.VILLAGE, code("980101"), AFTER)).isEmpty();
    }

    @Test
    void anAreaIsCalledByAllItsNamesFromTheProvinceDown() {
        assertThat(small.path(code("980201001001"), BEFORE)).isEqualTo("示例省甲市子县子镇子村");
        assertThat(small.path(code("980201001001"), AFTER)).isEqualTo("示例省乙市子市子镇子村");
        assertThat(small.path(code("980109"), AFTER)).isEqualTo("980109");
    }

    @Test
    void theCountiesOfADayAreThoseInForceOnIt() {
        assertThat(codes(small.all(AreaLevel.COUNTY, BEFORE)))
                .containsExactly("980101", "980102", "980103", "980105", "980202");
        assertThat(codes(small.all(AreaLevel.COUNTY, AFTER_MERGER)))
                .containsExactly("980104", "980105", "980201", "980202");
    }

    @Test
    void aGroupHoldsItsAreasAndAllThatLiesInThem() {
        Areas.AreaGroup poor = small.group("poor").orElseThrow();
        assertThat(poor.contains(code("980105"))).isTrue();
        assertThat(poor.contains(code("980105001001"))).isTrue();
        assertThat(poor.contains(code("980101"))).isFalse();
        assertThat(small.group("rich")).isEmpty();
    }

    @Test
    void gongzhulingMovedFromSipingToChangchun() {
        Areas areas = real();
        LocalDate last = LocalDate.of(2020, 6, 18);
        LocalDate first = last.plusDays(1);

        assertThat(resolved(areas, "220381", last)).isEqualTo("220381");
        assertThat(resolved(areas, "220184", last)).isEqualTo("220381");
        assertThat(resolved(areas, "220381", first)).isEqualTo("220184");
        assertThat(areas.path(code("220381001001"), last)).isEqualTo("吉林省四平市公主岭市河南街道正阳社区");
        assertThat(areas.path(code("220381001001"), first)).isEqualTo("吉林省长春市公主岭市河南街道正阳社区");
        assertThat(areas.path(code("220184001001"), last)).isEqualTo("吉林省四平市公主岭市河南街道正阳社区");
    }

    @Test
    void everyRealAreaOfADayLiesInTheProvinceOnThatDay() {
        Areas areas = real();
        for (LocalDate day : List.of(
                LocalDate.of(2016, 1, 1),
                LocalDate.of(2020, 6, 18),
                LocalDate.of(2020, 6, 19),
                LocalDate.of(2026, 12, 31))) {
            for (AreaLevel level : AreaLevel.values()) {
                for (Area area : areas.all(level, day)) {
                    assertThat(areas.lineage(area.code(), day).getLast().level())
                            .as("%s on %s", area, day)
                            .isEqualTo(AreaLevel.PROVINCE);
                }
            }
        }
    }

    @Test
    void everyRealSuccessionLeadsThereAndBack() {
        Areas areas = real();
        LocalDate day = LocalDate.of(2016, 1, 1);
        LocalDate later = LocalDate.of(2026, 1, 1);
        List<Area> moved = areas.all(AreaLevel.VILLAGE, day).stream()
                .filter(area -> area.successor().isPresent())
                .toList();
        assertThat(moved).isNotEmpty();
        for (Area area : moved) {
            Area successor = areas.resolve(area.code(), later).orElseThrow();
            assertThat(successor.code()).isEqualTo(area.successor().orElseThrow());
            assertThat(areas.resolve(successor.code(), day)).contains(area);
        }
    }
}
