package yingbao.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackReader.Reading;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Language;

/** Rules and decisions of Jilin's pack as somebody reads them in English. */
class EnglishExplanationTest {
    private static final LocalDate ON = LocalDate.of(2016, 10, 10);
    private static final Pack PACK = read();

    private final Explainer explainer = new Explainer(PACK, Facts::id, _ -> "");

    private static Pack read() {
        Path folder = Path.of(System.getProperty("yingbao.home", ".."), "packs", "jilin-demo");
        return switch (PackReader.read(PackReader.archive(folder), Language.ENGLISH)) {
            case Reading.Accepted(Pack pack) -> pack;
            case Reading.Refused refused -> throw new AssertionError("faults: " + refused.faults());
        };
    }

    private static Programme programme(String id) {
        return PACK.programmesOn(ON).stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Node node(List<Node> nodes, String id) {
        return nodes.stream()
                .flatMap(node -> Stream.concat(Stream.of(node), node.children().stream()))
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Facts facts(String id, Holder holder, Map<String, Value> values) {
        return Facts.of(id, holder, PACK.vocabulary(), values);
    }

    private Node.Evaluation told(Map<String, Value> person, String clause) {
        Facts household = facts("H", Holder.HOUSEHOLD, Map.of());
        Household family =
                new Household(AreaCode.parse("229901"), household, List.of(facts("P", Holder.PERSON, person)));
        Assessment assessment = new Engine(PACK, ON).assess(family);
        return node(
                        explainer
                                .explain(assessment, programme("disability-nursing"), 0)
                                .clauses(),
                        clause)
                .evaluation()
                .orElseThrow();
    }

    @Test
    void aRuleReadsAsASentence() {
        List<Node> dibao = explainer.rule(programme("rural-dibao"));
        assertThat(node(dibao, "income").ask())
                .isEqualTo("Is the family's income per head below the local rural dibao standard?");
        assertThat(node(dibao, "income").rule())
                .isEqualTo("Family's income a year is below whole family's amount a year at the dibao standard");
        assertThat(node(dibao, "hukou").rule()).isEqualTo("Family's kind of hukou is agricultural");
        assertThat(node(dibao, "amount").ask()).isEqualTo("Amount a month");
        List<Node> tekun = explainer.rule(programme("tekun"));
        assertThat(node(tekun, "minor").rule())
                .isEqualTo("Age in full years is below age below which one is a minor for tekun");
        assertThat(node(tekun, "no-income-source").rule()).isEqualTo("Has no source of livelihood");
        assertThat(node(tekun, "disabled").rule())
                .startsWith(
                        "(disability kind that the rules go by is one of intellectual, mental and disability grade is one of grade 1, grade 2), or ");
    }

    @Test
    void aRefusalTellsTheValuesOfTheFamily() {
        Node.Evaluation higher = told(Map.of("other_nursing_allowance", new Value.Whole(10_000)), "higher-of-kind");
        assertThat(higher.answer()).isEqualTo(ClauseAnswer.Answer.NOT_MET);
        assertThat(higher.refusal())
                .isEqualTo(
                        "The nursing subsidies drawn already, 100.00 yuan/month, are not below the nursing subsidy for the "
                                + "severely disabled, 80.00 yuan/person·month; the higher one is drawn");
        assertThat(higher.values())
                .isEqualTo(
                        "Other nursing subsidies a month (old age, injury on duty, retired cadres) 100.00 yuan/month > "
                                + "80.00 yuan/person·month × 1 person = 80.00 yuan/month");
        assertThat(higher.used())
                .anySatisfy(used -> assertThat(used.source()).contains("《").endsWith("(seen in the source)"));
    }

    @Test
    void whatIsNotKnownYetIsAskedInEnglish() {
        Node.Evaluation open = told(Map.of(), "severely-disabled");
        assertThat(open.values()).isEqualTo("Disability grade = unknown");
        assertThat(open.missing())
                .extracting(Question::label, Question::whom, Question::evidence)
                .containsExactly(tuple(
                        "Disability grade",
                        "County disabled persons' federation",
                        "Disability certificate, 20th digit"));
    }

    @Test
    void noRuleOfThePackIsLeftInChinese() {
        for (Programme programme : PACK.programmes()) {
            assertThat(explainer.rule(programme))
                    .allSatisfy(node -> assertThat(node.ask()
                                    + node.rule()
                                    + node.children().stream()
                                            .map(child -> child.ask() + child.rule())
                                            .toList())
                            .doesNotContainPattern("\\p{IsHan}"));
        }
    }
}
