package yingbao.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.decide.Node.Evaluation;
import yingbao.policy.decide.Node.Used;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/** What people are told, word for word: the rule, the same with their values, why not, and what to ask whom. */
class ExplainerTest {
    private static final String ON = "2017-05-01";
    private static final String LATER = "2019-05-01";

    private final Pack pack = SmallPack.whole();
    private final Explainer explainer =
            new Explainer(pack, facts -> facts.id().equals("H") ? "张家" : facts.id(), facts -> "表" + facts.id());

    private final Family two = Family.local()
            .income("5000")
            .member("甲", "1990-01-01", "3", true)
            .member("乙", Map.of("able", Value.Flag.FALSE, "grade", new Value.Text("0")));

    private Programme programme(String id, String on) {
        return pack.programmesOn(LocalDate.parse(on)).stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Explanation explain(Family family, String id, String on) {
        Programme programme = programme(id, on);
        Assessment assessment = new Engine(pack, LocalDate.parse(on)).assess(family.at(pack));
        int holder = programme.holder() == Holder.HOUSEHOLD ? Entitlements.HOUSEHOLD_ITSELF : 0;
        return explainer.explain(assessment, programme, holder);
    }

    private static Node node(List<Node> nodes, String id) {
        return nodes.stream()
                .flatMap(node -> Stream.concat(Stream.of(node), node.children().stream()))
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String rule(String programme, String on, String clause) {
        return node(explainer.rule(programme(programme, on)), clause).rule();
    }

    private Evaluation told(Family family, String programme, String on, String clause) {
        Explanation explanation = explain(family, programme, on);
        List<Node> nodes = new ArrayList<>(explanation.clauses());
        nodes.add(explanation.amount());
        return node(nodes, clause).evaluation().orElseThrow();
    }

    @Test
    void aRuleReadsAsASentence() {
        assertThat(rule("basic", ON, "let.allowance")).isEqualTo("月保障标准×家庭人数");
        assertThat(rule("basic", ON, "hukou")).isEqualTo("户口为本地");
        assertThat(rule("basic", ON, "income")).isEqualTo("家庭年收入低于全家月标准×12");
        assertThat(rule("basic", ON, "savings")).isEqualTo("存款符合规定");
        assertThat(rule("basic", ON, "amount")).isEqualTo("（全家月标准×12－家庭年收入）×1÷12");
        assertThat(rule("basic", LATER, "need")).isEqualTo("下列情形之一");
        assertThat(rule("basic", LATER, "disabled")).isEqualTo("至少一名家庭成员残疾等级为一级、二级之一");
        assertThat(rule("basic", LATER, "unable")).isEqualTo("每名家庭成员都没有劳动能力");
        assertThat(rule("child", ON, "age")).isEqualTo("出生日期到核定之日的周岁不满成年年龄");
        assertThat(rule("child", ON, "basic")).isEqualTo("家庭享受基本补助");
        assertThat(rule("relief", ON, "care")).isEqualTo("至少一名家庭成员享受护理补助");
        assertThat(rule("relief", ON, "excludes-basic")).isEqualTo("家庭未享受基本补助");
    }

    @Test
    void aRuleCarriesItsQuestionAndItsArticle() {
        Node income = node(explainer.rule(programme("basic", ON)), "income");
        assertThat(income.ask()).isEqualTo("家庭收入是否低于标准");
        assertThat(income.cites()).containsExactly("《示例救助办法》（示例令第1号）二");
        assertThat(node(explainer.rule(programme("relief", ON)), "amount").ask())
                .isEqualTo("一次性金额");
    }

    @Test
    void aRuleAndItsEvaluationHaveTheSameShape() {
        for (String on : List.of(ON, LATER)) {
            for (Programme programme : pack.programmesOn(LocalDate.parse(on))) {
                Explanation explanation = explain(two, programme.id(), on);
                List<Node> evaluated = new ArrayList<>(explanation.clauses());
                evaluated.add(explanation.amount());
                List<Node> rule = explainer.rule(programme).stream()
                        .filter(node -> node.kind() != Node.Kind.LET)
                        .toList();
                assertThat(evaluated.stream().map(ExplainerTest::bare)).isEqualTo(rule);
                boolean refused = explanation.decision() instanceof Decision.NotEligible;
                assertThat(explanation.amount().evaluation().isEmpty())
                        .as("only who is refused has no amount to tell of")
                        .isEqualTo(refused);
                assertThat(explanation.clauses())
                        .allMatch(node -> node.evaluation().isPresent());
            }
        }
    }

    /** A node without what it came to. */
    private static Node bare(Node node) {
        return new Node(
                node.id(),
                node.kind(),
                node.ask(),
                node.rule(),
                node.cites(),
                node.children().stream().map(ExplainerTest::bare).toList(),
                Optional.empty());
    }

    @Test
    void theRuleIsSaidAgainWithTheValuesPutIn() {
        assertThat(told(two, "basic", ON, "hukou").values()).isEqualTo("户口＝本地");
        assertThat(told(two, "basic", ON, "income").values()).isEqualTo("家庭年收入 5,000.00元/年 ＜ 660.00元/月×12＝7,920.00元/年");
        assertThat(told(two, "basic", ON, "savings").values()).isEqualTo("存款符合规定＝是");
        assertThat(told(two, "basic", LATER, "disabled").values()).isEqualTo("残疾等级为一级、二级之一——甲：否，乙：否");
        assertThat(told(two, "basic", LATER, "unable").values()).isEqualTo("没有劳动能力——甲：否，乙：是");
        assertThat(told(two, "child", ON, "age").values()).isEqualTo("1990年1月1日到2017年5月1日的周岁＝27周岁 ＞ 成年年龄 18周岁");
        assertThat(told(two, "child", ON, "basic").values()).isEqualTo("家庭享受基本补助：是");
        assertThat(told(two, "relief", ON, "care").values()).isEqualTo("享受护理补助——甲：否，乙：否");
        assertThat(told(two, "basic", ON, "amount").values()).isEqualTo("（660.00元/月×12－5,000.00元/年）×1÷12＝约243.3333元/月");
    }

    @Test
    void whatIsUnknownIsCalledSo() {
        Family family = Family.local().member("甲", Map.of()).member("乙", Map.of("wage", Family.money("100")));
        assertThat(told(family, "basic", ON, "income").values()).isEqualTo("家庭年收入 未知 ？ 660.00元/月×12＝7,920.00元/年");
        assertThat(told(family, "relief", ON, "care").values()).isEqualTo("享受护理补助——甲：未知，乙：未知");
    }

    @Test
    void aRefusalIsSaidWithTheValuesOfTheCase() {
        assertThat(told(two.income("8000.5"), "basic", ON, "income").refusal())
                .isEqualTo("家庭年收入8,000.50元/年不低于7,920.00元/年");
        assertThat(told(two, "child", ON, "age").refusal()).isEqualTo("已满18周岁（1990年1月1日出生）");
        assertThat(told(two, "basic", ON, "hukou").refusal()).isEmpty();
        assertThat(told(two, "basic", LATER, "need").refusal()).isEqualTo("没有特殊困难");
    }

    @Test
    void whoGivesWayIsToldToWhichProgramme() {
        Family family = Family.local().income("0").member("甲", "2010-01-01", "1", true);
        Node group = explain(family, "child", ON).clauses().getLast();
        assertThat(group.id()).isEqualTo("group");
        assertThat(group.ask()).isEqualTo("是否在同类补助中最高");
        assertThat(group.cites()).containsExactly("《示例救助办法》（示例令第1号）九");
        assertThat(group.evaluation().orElseThrow().refusal()).isEqualTo("已享受更高的补助：护理补助");
    }

    @Test
    void everyNumberSaysWhereItComesFrom() {
        assertThat(told(two, "basic", ON, "income").used())
                .containsExactly(
                        new Used("household.income", "家庭年收入", "5,000.00元/年", "申请家庭（表H）"),
                        new Used("param.standard", "月保障标准", "330.00元/人·月", "《示例标准通知》二（见于来源）"));
        assertThat(told(two.in("980202"), "basic", "2018-05-01", "income").used())
                .contains(new Used("param.standard", "月保障标准", "360.50元/人·月", "《示例标准通知》一（通行认知）"));
        assertThat(told(two.in("980105"), "basic", ON, "income").used())
                .contains(new Used("param.standard", "月保障标准", "未设定", "县级民政部门"));
    }

    @Test
    void aFactThatFollowsFromOthersIsTracedToWhatPeopleSaid() {
        Family family = Family.local().member("甲", Map.of("wage", Family.money("100.5")));
        assertThat(told(family, "basic", ON, "income").used())
                .contains(new Used("person.wage", "甲 月工资", "100.50元/月", "申请家庭（表甲）"));
    }

    @Test
    void anOpenDecisionSaysWhatToAskWhom() {
        Family family = new Family()
                .savingsOk(true)
                .in("980105")
                .member("甲", Map.of("wage", Family.money("100")))
                .member("乙", Map.of());
        assertThat(explain(family, "basic", ON).questions())
                .containsExactly(
                        new Question("household.hukou", "户口", "张家", "公安机关", "户口簿"),
                        new Question("person.wage", "月工资", "乙", "申请家庭", ""),
                        new Question("param.standard", "月保障标准", "", "县级民政部门", ""));
    }

    @Test
    void aFamilyWithoutMembersIsAskedForThem() {
        assertThat(explain(Family.local().income("0"), "basic", ON).questions())
                .containsExactly(new Question("household.members", "家庭成员名单", "张家", "申请家庭", "户口簿"));
    }

    @Test
    void aSettledDecisionAsksNothing() {
        assertThat(explain(two, "basic", ON).questions()).isEmpty();
        assertThat(explain(new Family().hukou("other").member("甲", Map.of()), "basic", ON)
                        .questions())
                .isEmpty();
    }

    /** Registers number households and persons separately. */
    @Test
    void aQuestionAboutTheHouseholdIsNotTakenForOneAboutAMemberOfTheSameId() {
        Family family = new Family().savingsOk(true).income("0").member("H", Map.of());
        Explainer telling = new Explainer(pack, facts -> isHousehold(facts) ? "张家" : "张三", _ -> "");
        Programme programme = programme("basic", ON);
        Assessment assessment = new Engine(pack, LocalDate.parse(ON)).assess(family.at(pack));
        assertThat(telling.explain(assessment, programme, Entitlements.HOUSEHOLD_ITSELF)
                        .questions())
                .extracting(Question::about)
                .containsExactly("张家");
    }

    private static boolean isHousehold(Facts facts) {
        return facts.given("income").isPresent();
    }

    @Test
    void anExplanationNamesWhomItIsAbout() {
        assertThat(explain(two, "basic", ON).unit()).isEqualTo("张家");
        assertThat(explain(two, "care", ON).unit()).isEqualTo("甲");
    }
}
