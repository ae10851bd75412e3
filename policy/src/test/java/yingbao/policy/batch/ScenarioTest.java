package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.decide.Mandates;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.reading.PackReader;
import yingbao.policy.value.AreaCode;

/** What a pack becomes by the changes of a trial. */
class ScenarioTest {
    private static final Pack PACK = demo();
    private static final AreaCode COUNTY = AreaCode.parse("229901");
    private static final AreaCode ANOTHER = AreaCode.parse("222401");
    private static final AreaCode PROVINCE = PACK.areas().root().orElseThrow();
    private static final String RURAL = "rural_dibao_standard";

    private static Pack demo() {
        Path folder = Path.of(System.getProperty("yingbao.home", ".."), "packs/jilin-demo");
        return PackReader.read(folder) instanceof PackReader.Reading.Accepted(Pack pack) ? pack : SmallPack.whole();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Optional<Long> value(Pack pack, String parameter, AreaCode area, String on) {
        Parameter named = pack.parameter(parameter).orElseThrow();
        return pack.setting(named, area, day(on))
                .filter(Setting.Stated.class::isInstance)
                .map(Setting.Stated.class::cast)
                .map(stated -> stated.value().value());
    }

    private static Pack changed(String parameter, AreaCode area, String from, String to, Change.How how) {
        return Scenario.of(PACK, List.of(new Change(parameter, area, day(from), Optional.of(day(to)), how)))
                .pack();
    }

    @Test
    void a_value_for_one_county_leaves_the_others_and_other_days_as_they_were() {
        Pack changed = changed(RURAL, COUNTY, "2017-01-01", "2017-12-31", new Change.How.To(500_000));
        assertThat(value(changed, RURAL, COUNTY, "2017-01-01")).contains(500_000L);
        assertThat(value(changed, RURAL, COUNTY, "2017-12-31")).contains(500_000L);
        for (String other : List.of("2016-12-31", "2018-01-01")) {
            assertThat(value(changed, RURAL, COUNTY, other)).isEqualTo(value(PACK, RURAL, COUNTY, other));
        }
        assertThat(value(changed, RURAL, ANOTHER, "2017-06-01")).isEqualTo(value(PACK, RURAL, ANOTHER, "2017-06-01"));
    }

    @Test
    void a_raise_for_the_province_raises_whatever_each_county_has_in_each_period() {
        Pack changed = changed(RURAL, PROVINCE, "2016-01-01", "2017-12-31", new Change.How.By(1_000));
        assertThat(value(changed, RURAL, COUNTY, "2016-02-01")).contains(374_000L);
        assertThat(value(changed, RURAL, COUNTY, "2016-08-01")).contains(429_000L);
        assertThat(value(changed, RURAL, ANOTHER, "2016-08-01")).contains(462_000L);
        assertThat(value(changed, RURAL, COUNTY, "2018-01-01")).contains(420_000L);
        assertThat(value(changed, RURAL, AreaCode.parse("220102"), "2016-08-01"))
                .isEmpty();
    }

    @Test
    void a_share_of_a_yearly_standard_becomes_a_monthly_one() {
        Pack changed = changed(
                "tekun_basic_standard_rural", COUNTY, "2016-01-01", "2016-12-31", new Change.How.Share(RURAL, 130));
        assertThat(value(changed, "tekun_basic_standard_rural", COUNTY, "2016-08-01"))
                .contains(42_250L);
        assertThat(value(changed, "tekun_basic_standard_rural", COUNTY, "2016-02-01"))
                .contains(36_833L);
    }

    @Test
    void a_path_keeps_every_mandate_of_its_years_and_never_falls() {
        Scenario.Changed path = Scenario.of(
                PACK,
                List.of(new Change(
                        RURAL,
                        PROVINCE,
                        day("2016-01-01"),
                        Optional.of(day("2020-12-31")),
                        new Change.How.Path(2016, 2020))));
        List<String> broken = new Mandates(path.pack())
                .check().stream()
                        .filter(finding -> finding.mandate().value().toString().contains(RURAL))
                        .filter(finding -> finding.year() <= 2020)
                        .filter(finding -> finding.verdict() == Mandates.Verdict.BROKEN)
                        .map(finding ->
                                finding.mandate().id() + " " + finding.area().name() + " " + finding.year())
                        .toList();
        assertThat(broken).isEmpty();
        long last = 0;
        for (int year = 2016; year <= 2020; year++) {
            long value = value(path.pack(), RURAL, COUNTY, year + "-07-01").orElseThrow();
            assertThat(value).isGreaterThanOrEqualTo(last);
            last = value;
        }
        assertThat(path.assumed()).noneMatch(assumed -> assumed.area().equals(COUNTY));
        assertThat(path.assumed())
                .as("where nobody stated with what standard it begins")
                .anyMatch(assumed -> assumed.area().equals(AreaCode.parse("220102")));
    }

    @Test
    void a_path_rises_in_even_steps() {
        Floors floors =
                new Floors(List.of(Optional.empty(), Optional.of(250_000L), Optional.empty(), Optional.of(400_000L)));
        assertThat(floors.path(200_000)).containsExactly(250_000L, 300_000L, 350_000L, 400_000L);
        assertThat(floors.path(500_000)).containsExactly(500_000L, 500_000L, 500_000L, 500_000L);
    }

    @Test
    void months_are_decided_together_while_nothing_changes() {
        Pack changed = changed(RURAL, COUNTY, "2019-03-01", "2019-04-30", new Change.How.To(1));
        List<Pieces.Piece> pieces = Pieces.of(YearMonth.of(2019, 1), YearMonth.of(2020, 12), List.of(PACK, changed));
        assertThat(pieces.stream().mapToInt(Pieces.Piece::months).sum()).isEqualTo(24);
        assertThat(pieces.stream().map(Pieces.Piece::on))
                .contains(day("2019-01-01"), day("2019-03-01"), day("2019-05-01"), day("2019-07-01"), day("2020-01-01"))
                .doesNotContain(day("2019-02-01"), day("2019-04-01"));
    }
}
