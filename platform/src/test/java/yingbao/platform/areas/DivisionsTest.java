package yingbao.platform.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import yingbao.platform.PlatformTest;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Divisions are those of the pack that is served; one that an earlier release knew is not listed, and what lies in it is told by its code. */
class DivisionsTest extends PlatformTest {
    private static final AreaCode COUNTY = AreaCode.parse("229901");
    private static final AreaCode VILLAGE = AreaCode.parse("229901100200");

    private Divisions real() {
        Path folder = Path.of(System.getProperty("yingbao.home"), "packs/jilin");
        return switch (PackReader.read(folder)) {
            case PackReader.Reading.Accepted(Pack real) -> new Divisions(real, today);
            case PackReader.Reading.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    @Test
    void theDemonstrationListsItsMadeUpPrefectureAndARealPlatformDoesNot() {
        Divisions made = new Divisions(pack, today);
        Divisions real = real();

        assertThat(made.in(made.root(), AreaScope.EVERYWHERE))
                .extracting(Divisions.AreaChoice::name)
                .contains("长春市", "演示市");
        assertThat(real.in(real.root(), AreaScope.EVERYWHERE))
                .extracting(Divisions.AreaChoice::name)
                .contains("长春市", "长白山保护开发区")
                .noneMatch(name -> name.contains("演示"));
        assertThat(real.all(AreaLevel.COUNTY, AreaScope.EVERYWHERE))
                .hasSize(made.all(AreaLevel.COUNTY, AreaScope.EVERYWHERE).size() - 1);
    }

    @Test
    void whatIsStillKeptOfADivisionThatThePackNoLongerHasIsToldByItsCode() {
        Divisions real = real();

        assertThat(real.name(VILLAGE)).isEqualTo("229901100200");
        assertThat(real.path(COUNTY)).isEqualTo("229901");
        assertThat(real.shortPath(VILLAGE)).isEqualTo("229901100200");
        assertThat(real.above(VILLAGE)).isEmpty();
        assertThat(real.within(AreaLevel.COUNTY, VILLAGE)).isEmpty();
    }

    @Test
    void nothingNewBeginsInADivisionThatThePackNoLongerHas() {
        Divisions real = real();

        assertThat(real.isSmallest(VILLAGE)).isFalse();
        assertThat(real.choice(VILLAGE)).isEmpty();
        assertThatThrownBy(() -> real.require(COUNTY))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("areas.unknown"));
    }
}
