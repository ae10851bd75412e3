package yingbao.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.policy.value.Refusals.assertRefused;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.Seeds;

class AreaCodeTest {
    private static final AreaCode COUNTY = AreaCode.parse("229901");
    private static final AreaCode VILLAGE = AreaCode.parse("229901100201");

    @ParameterizedTest
    @CsvSource({
        "22, 220000000000, PROVINCE, 22",
        "2299, 229900000000, PREFECTURE, 2299",
        "229901, 229901000000, COUNTY, 229901",
        "229901100, 229901100000, TOWNSHIP, 229901100",
        "229901100201, 229901100201, VILLAGE, 229901100201",
        "220000, 220000000000, PROVINCE, 22",
        "229901000000, 229901000000, COUNTY, 229901",
        "２２９９０１, 229901000000, COUNTY, 229901",
    })
    void reads_codes_of_every_level_long_or_short(String typed, String digits, AreaLevel level, String shortForm) {
        AreaCode code = AreaCode.parse(typed);
        assertThat(code).hasToString(digits);
        assertThat(code.level()).isEqualTo(level);
        assertThat(code.shortForm()).isEqualTo(shortForm);
    }

    @Test
    void surrounding_blanks_do_not_matter() {
        assertThat(AreaCode.parse(" 229901\u3000")).isEqualTo(COUNTY);
    }

    @Test
    void says_what_is_wrong_with_a_code() {
        assertRefused(() -> AreaCode.parse("2299a1"), "area-code.format", "2299a1");
        assertRefused(() -> AreaCode.parse(""), "area-code.format", "");
        assertRefused(() -> AreaCode.parse("22990"), "area-code.length", "22990");
        assertRefused(() -> AreaCode.parse("2299011002011"), "area-code.length", "2299011002011");
        assertRefused(() -> AreaCode.parse("00"), "area-code.province", "000000000000");
    }

    @Test
    void finds_the_area_of_each_level_that_it_lies_in() {
        assertThat(VILLAGE.at(AreaLevel.VILLAGE)).isEqualTo(VILLAGE);
        assertThat(VILLAGE.at(AreaLevel.TOWNSHIP)).hasToString("229901100000");
        assertThat(VILLAGE.at(AreaLevel.COUNTY)).isEqualTo(COUNTY);
        assertThat(VILLAGE.at(AreaLevel.PREFECTURE)).hasToString("229900000000");
        assertThat(VILLAGE.at(AreaLevel.PROVINCE)).hasToString("220000000000");
    }

    @Test
    void a_county_lies_in_no_single_township() {
        assertRefused(() -> COUNTY.at(AreaLevel.TOWNSHIP), "area-code.level", "229901000000", "TOWNSHIP");
    }

    @Test
    void a_town_right_under_a_prefecture_lies_in_it() {
        AreaCode prefecture = AreaCode.parse("2299");
        AreaCode town = AreaCode.parse("229900100");
        assertThat(town.level()).isEqualTo(AreaLevel.TOWNSHIP);
        assertThat(town.at(AreaLevel.COUNTY)).isEqualTo(prefecture);
        assertThat(prefecture.contains(town)).isTrue();
        assertThat(COUNTY.contains(town)).isFalse();
    }

    @Test
    void an_area_contains_itself_and_what_lies_in_it_but_not_its_neighbours() {
        assertThat(COUNTY.contains(COUNTY)).isTrue();
        assertThat(COUNTY.contains(VILLAGE)).isTrue();
        assertThat(VILLAGE.contains(COUNTY)).isFalse();
        assertThat(AreaCode.parse("229902").contains(VILLAGE)).isFalse();
    }

    @Test
    void follows_its_county_into_another_prefecture() {
        AreaCode successor = AreaCode.parse("220184");
        assertThat(AreaCode.parse("220381100201").movedTo(AreaCode.parse("220381"), successor))
                .hasToString("220184100201");
        assertThat(AreaCode.parse("220381").movedTo(AreaCode.parse("220381"), successor))
                .isEqualTo(successor);
    }

    @Test
    void does_not_follow_a_county_that_it_is_not_in_or_a_change_of_level() {
        AreaCode other = AreaCode.parse("229902");
        AreaCode prefecture = AreaCode.parse("2299");
        assertRefused(() -> VILLAGE.movedTo(other, COUNTY), "area-code.outside", "229901100201", "229902000000");
        assertRefused(() -> VILLAGE.movedTo(COUNTY, prefecture), "area-code.levels", "229901000000", "229900000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2299", "229901", "229901100", "229901100201"})
    void comes_right_after_the_area_that_it_lies_in(String code) {
        AreaCode area = AreaCode.parse(code);
        assertThat(area).isGreaterThan(AreaCode.parse("22"));
        assertThat(area).isLessThanOrEqualTo(VILLAGE);
    }

    @Test
    void levels_short_forms_and_ancestors_agree() {
        Seeds.forEach(1_000, random -> {
            AreaCode area = anyArea(random);
            assertThat(AreaCode.parse(area.shortForm())).isEqualTo(area);
            assertThat(AreaCode.parse(area.digits())).isEqualTo(area);
            assertThat(area.at(area.level())).isEqualTo(area);
            for (AreaLevel level : AreaLevel.values()) {
                if (level.compareTo(area.level()) <= 0) {
                    AreaCode ancestor = area.at(level);
                    assertThat(ancestor.contains(area)).isTrue();
                    assertThat(ancestor).isLessThanOrEqualTo(area);
                    assertThat(area.movedTo(ancestor, ancestor)).isEqualTo(area);
                }
            }
        });
    }

    private static AreaCode anyArea(RandomGenerator random) {
        String village = "%02d%02d%02d%03d%03d"
                .formatted(
                        random.nextInt(11, 66),
                        random.nextInt(3),
                        random.nextInt(3),
                        random.nextInt(3) * 100,
                        random.nextInt(3) * 100);
        List<Integer> lengths = List.of(2, 4, 6, 9, 12);
        return AreaCode.parse(village.substring(0, lengths.get(random.nextInt(lengths.size()))));
    }
}
