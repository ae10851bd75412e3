package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackReader.Reading;
import yingbao.policy.reading.PackTexts.NewValue;
import yingbao.policy.value.AreaCode;

/** Changes made in forms stand in the files as if somebody had written them there. */
class PackTextsTest {
    private static final LocalDate DAY = LocalDate.of(2019, 7, 1);
    private static final PackTexts.Document DOCUMENT =
            new PackTexts.Document("doc-1", "关于“提标”的通知: 全省", "省民发〔2019〕1号", LocalDate.of(2019, 6, 1));

    private final PackTexts texts = PackTexts.of(PackReader.archive(SmallPack.folder()));

    private static Pack read(PackTexts texts) {
        return switch (PackReader.read(texts.archive())) {
            case Reading.Accepted(Pack pack) -> pack;
            case Reading.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    private static String said(Pack pack, String area, LocalDate on) {
        return said(pack, "standard", area, on);
    }

    private static String said(Pack pack, String name, String area, LocalDate on) {
        Parameter parameter = pack.parameter(name).orElseThrow();
        return switch (pack.setting(parameter, AreaCode.parse(area), on).orElseThrow()) {
            case Setting.Stated stated ->
                stated.value().value() + " " + pack.cited(stated.cites().getFirst());
            case Setting.Unset _ -> "unset";
        };
    }

    private Map<String, String> with(String area, LocalDate from, String value) {
        return texts.newValue(new NewValue("standard", AreaCode.parse(area), from, value, DOCUMENT, "含\"引号\""));
    }

    @Test
    void aNewValueEndsTheFormerOneTheDayBeforeAndCitesItsDocument() {
        Pack pack = read(texts.with(with("980201", DAY, "450.5")));

        assertThat(said(pack, "980201", DAY)).startsWith("45050 ").contains("关于“提标”的通知: 全省", "省民发〔2019〕1号");
        assertThat(said(pack, "980201", DAY.minusDays(1))).startsWith("41000 ");
    }

    @Test
    void aNewValueTakesOverTheEndThatWasStated() {
        Pack pack = read(texts.with(with("98", DAY, "380")));

        assertThat(said(pack, "98", DAY)).startsWith("38000 ");
        assertThat(said(pack, "98", LocalDate.of(2019, 12, 31))).startsWith("38000 ");
        assertThat(said(pack, "98", LocalDate.of(2020, 1, 1))).isEqualTo("unset");
    }

    @Test
    void aValueFromTheSameDayIsReplaced() {
        assertThat(said(read(texts.with(with("980201", LocalDate.of(2019, 1, 1), "420"))), "980201", DAY))
                .startsWith("42000 ");
    }

    @Test
    void anAreaWithoutAValueOfItsOwnKeepsTheOneAroundItUntilThen() {
        Pack pack = read(texts.with(with("980102", DAY, "390")));

        assertThat(said(pack, "980102", DAY)).startsWith("39000 ");
        assertThat(said(pack, "980102", DAY.minusDays(1))).startsWith("36050 ");
    }

    @Test
    void daysBetweenAValueThatEndedAndTheNextAreUnknown() {
        Pack pack = read(texts.with(texts.newValue(new NewValue(
                "income_per_head", AreaCode.parse("98"), LocalDate.of(2020, 1, 1), "13000", DOCUMENT, ""))));

        assertThat(said(pack, "income_per_head", "98", LocalDate.of(2016, 12, 31)))
                .startsWith("1200001 ");
        assertThat(said(pack, "income_per_head", "98", LocalDate.of(2019, 12, 31)))
                .isEqualTo("unset");
        assertThat(said(pack, "income_per_head", "98", LocalDate.of(2020, 1, 1)))
                .startsWith("1300000 ");
    }

    @Test
    void aValueBeforeTheFirstEndsTheDayBeforeIt() {
        Pack pack = read(texts.with(with("980201", LocalDate.of(2018, 7, 1), "390")));

        assertThat(said(pack, "980201", LocalDate.of(2018, 12, 31))).startsWith("39000 ");
        assertThat(said(pack, "980201", LocalDate.of(2019, 1, 1))).startsWith("41000 ");
    }

    @Test
    void onlyTheLinesOfTheChangeAreTouched() {
        String path = "parameters/standards.yaml";
        List<String> before = texts.text(path).orElseThrow().lines().toList();

        List<String> after =
                with("980201", DAY, "450").getOrDefault(path, "").lines().toList();

        assertThat(after).hasSize(before.size() + 1);
        assertThat(before.stream().filter(line -> !after.contains(line))).hasSize(1);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> with("980201", DAY, "450, mark: SEEN}")).hasMessageContaining("edit.value");
    }

    @Test
    void aNewVersionBeginsOnItsDayAndTheOldOneEndsTheDayBefore() {
        Pack pack = read(texts.with(texts.newVersion("basic", LocalDate.of(2020, 5, 1))));

        assertThat(pack.programmes().stream()
                        .filter(programme -> programme.id().equals("basic"))
                        .map(Programme::range))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("2016-01-01..2018-12-31", "2019-01-01..2020-04-30", "2020-05-01..");
    }

    @Test
    void aVersionInsideAClosedOneEndsWithIt() {
        Pack pack = read(texts.with(texts.newVersion("basic", LocalDate.of(2017, 5, 1))));

        assertThat(pack.programmes().stream()
                        .filter(programme -> programme.id().equals("basic"))
                        .map(Programme::range))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("2016-01-01..2017-04-30", "2017-05-01..2018-12-31", "2019-01-01..");
    }

    @Test
    void aVersionThatBeginsThatDayIsNotBegunAgain() {
        assertThatThrownBy(() -> texts.newVersion("basic", LocalDate.of(2019, 1, 1)))
                .hasMessageContaining("edit.same-day");
        assertThatThrownBy(() -> texts.newVersion("basic", LocalDate.of(2010, 1, 1)))
                .hasMessageContaining("edit.no-version");
    }

    @Test
    void whatAFormCannotWriteIsRefusedWithItsPlace() {
        String path = "parameters/standards.yaml";
        String row = "- {area: \"980201\", from: 2019-01-01, value: \"410\", mark: SEEN, cites: [notice#二]}";
        String inLines = "- area: \"980201\"\n        from: 2019-01-01\n        value: \"410\"\n        mark: SEEN\n"
                + "        cites: [notice#二]";
        PackTexts written =
                texts.with(Map.of(path, texts.text(path).orElseThrow().replace(row, inLines)));

        assertThatThrownBy(() ->
                        written.newValue(new NewValue("standard", AreaCode.parse("980201"), DAY, "450", DOCUMENT, "")))
                .hasMessageContaining("edit.row")
                .hasMessageContaining(path);
        assertThatThrownBy(
                        () -> texts.newValue(new NewValue("stranger", AreaCode.parse("98"), DAY, "450", DOCUMENT, "")))
                .hasMessageContaining("edit.no-rows");
    }

    @Test
    void aCommentBehindAReplacedRowStaysWhereItIs() {
        String path = "parameters/standards.yaml";
        String row = "- {area: \"980201\", from: 2019-01-01, value: \"410\", mark: SEEN, cites: [notice#二]}";
        PackTexts commented = texts.with(
                Map.of(path, texts.text(path).orElseThrow().replace(row, row + " # from the county's letter")));

        String after = commented
                .newValue(new NewValue(
                        "standard", AreaCode.parse("980201"), LocalDate.of(2019, 1, 1), "420", DOCUMENT, ""))
                .getOrDefault(path, "");

        assertThat(after)
                .contains("      - {area: \"980201\", from: 2019-01-01, value: 420, mark: SEEN, cites: [doc-1]}"
                        + " # from the county's letter\n");
    }

    @Test
    void anAreaWhoseValueEndsFollowsTheOneAroundItFromThatDay() {
        Pack pack = read(texts.with(texts.ended("standard", AreaCode.parse("980201"), DAY)));

        assertThat(said(pack, "980201", DAY.minusDays(1))).startsWith("41000 ");
        assertThat(said(pack, "980201", DAY)).as("the province's").startsWith("36050 ");
    }

    @Test
    void aValueThatEndsOnItsFirstDayIsTakenOut() {
        Pack pack = read(texts.with(texts.ended("standard", AreaCode.parse("980201"), LocalDate.of(2019, 1, 1))));

        assertThat(said(pack, "980201", LocalDate.of(2019, 1, 1))).startsWith("36050 ");
    }

    @Test
    void whatCannotEndIsRefusedWithTheReason() {
        assertThatThrownBy(() -> texts.ended("standard", AreaCode.parse("980102"), DAY))
                .hasMessageContaining("edit.nothing-to-end");
        assertThatThrownBy(() -> texts.ended("standard", AreaCode.parse("98"), LocalDate.of(2016, 7, 1)))
                .hasMessageContaining("edit.later")
                .hasMessageContaining("2018-01-01");
        assertThatThrownBy(() -> texts.ended("savings_limit", AreaCode.parse("98"), LocalDate.MIN))
                .as("a list without any row is none")
                .hasMessageContaining("edit.last-row");
    }

    @Test
    void manyValuesFollowEachOtherIntoOneText() {
        PackTexts one = texts.with(with("980201", DAY, "450"));
        PackTexts both = one.with(one.newValue(
                new NewValue("standard", AreaCode.parse("980101"), LocalDate.of(2018, 1, 1), "340", DOCUMENT, "")));

        Pack pack = read(both);

        assertThat(said(pack, "980201", DAY)).startsWith("45000 ");
        assertThat(said(pack, "980101", LocalDate.of(2018, 6, 30))).startsWith("34000 ");
    }
}
