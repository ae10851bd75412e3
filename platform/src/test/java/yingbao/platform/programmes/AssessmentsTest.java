package yingbao.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.PlatformTest;
import yingbao.platform.programmes.Assessments.Assessed;
import yingbao.policy.decide.Household;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;

class AssessmentsTest extends PlatformTest {
    private static final AreaCode COUNTY = AreaCode.parse("229901");

    @Autowired
    private Assessments assessments;

    @Autowired
    private FundShares shares;

    @Autowired
    private Standards standards;

    @Autowired
    private ProgrammeController controller;

    @Autowired
    private JsonMapper json;

    private List<Example> examples() {
        return pack.examples().stream()
                .filter(example -> example.set().isEmpty() && example.about() == 0)
                .toList();
    }

    @Test
    void every_golden_case_comes_out_as_the_policy_staff_wrote_it() {
        assertThat(examples()).hasSizeGreaterThan(50).allSatisfy(example -> {
            Household household = new Household(example.area(), example.household(), example.persons());
            Assessed assessed = assessments.assess(household, example.on()).stream()
                    .filter(one -> one.programme().equals(example.programme()))
                    .findFirst()
                    .orElseThrow();

            assertThat(assessed.outcome()).isEqualTo(example.expected().outcome());
            assertThat(assessed.amount()).isEqualTo(example.expected().amount());
        });
    }

    @Test
    void an_explanation_is_written_in_the_shape_that_the_command_line_writes() {
        Example example = examples().getFirst();
        Household household = new Household(example.area(), example.household(), example.persons());
        Assessed assessed = assessments.assess(household, example.on()).getFirst();

        JsonNode written = json.valueToTree(assessed.view());

        JsonNode node = written.get("nodes").get(0);
        assertThat(node.propertyNames()).contains("id", "kind", "ask", "rule", "cites", "children", "evaluation");
        assertThat(node.get("evaluation").propertyNames()).contains("answer", "values", "refusal", "used", "missing");
        assertThat(written.get("packVersion").asString()).isEqualTo(pack.version());
    }

    @Test
    void the_levels_that_pay_for_a_programme_share_the_whole_of_it() {
        for (Programme programme : pack.programmesOn(MONDAY)) {
            assertThat(shares.of(programme.id(), COUNTY, MONDAY))
                    .get()
                    .isInstanceOfSatisfying(FundShares.Shares.Known.class, known -> {
                        assertThat(known.basisPoints().keySet()).containsExactlyElementsOf(programme.funds());
                        assertThat(known.basisPoints().values().stream().mapToInt(Integer::intValue))
                                .as(programme.title())
                                .hasSameSizeAs(programme.funds());
                        assertThat(known.basisPoints().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                                .isEqualTo(10_000);
                    });
        }
    }

    @Test
    void shares_that_do_not_make_a_whole_are_not_guessed() {
        StandardEntry entry = new StandardEntry(
                "dibao_fund_share_county",
                "229901",
                "20",
                LocalDate.of(2016, 1, 1),
                Optional.empty(),
                "关于社会救助资金分担的通知",
                "演财〔2016〕1号",
                LocalDate.of(2016, 1, 4),
                "");
        EnteredView waiting = as("county-officer", "229901", () -> standards.enter(entry));
        as("province-officer", "22", () -> standards.confirm(waiting.id(), ""));

        String dibao = pack.programmesOn(MONDAY).stream()
                .filter(programme -> programme.fundShares().containsValue("dibao_fund_share_county"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(shares.of(dibao, COUNTY, MONDAY)).contains(new FundShares.Shares.Open(List.of(), 105));
    }

    @Test
    void every_programme_is_shown_with_its_rule_its_steps_and_examples_that_hold() {
        List<ProgrammeView.ProgrammeLine> lines =
                as("township-clerk", "229901100", () -> controller.list(Optional.of(MONDAY)));

        assertThat(lines).hasSize(pack.programmesOn(MONDAY).size()).allSatisfy(line -> {
            ProgrammeView view =
                    as("township-clerk", "229901100", () -> controller.show(line.id(), Optional.of(MONDAY)));
            assertThat(view.rule()).as(line.id()).hasSizeGreaterThan(2);
            assertThat(view.steps()).as(line.id()).hasSizeGreaterThan(2);
            assertThat(view.examples()).isNotEmpty().allMatch(ProgrammeView.GoldenCaseView::kept);
            assertThat(view.areaPath()).endsWith("演示县");
            assertThat(view.versions())
                    .filteredOn(ProgrammeView.ProgrammeVersion::shown)
                    .hasSize(1);
            assertThat(view.parameters()).isNotEmpty();
        });
    }
}
