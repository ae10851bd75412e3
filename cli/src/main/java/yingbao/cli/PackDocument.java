package yingbao.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Node;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;

/** A pack as a document in Markdown: programmes in words, parameters over the years, workflows. */
final class PackDocument {
    private final Pack pack;
    private final Explainer explainer;
    private final List<String> lines = new ArrayList<>();

    PackDocument(Pack pack) {
        this.pack = pack;
        this.explainer = new Explainer(pack, facts -> facts.id(), _ -> "");
    }

    List<String> lines() {
        lines.add("# " + pack.title());
        lines.add("");
        lines.add(pack.authority() + "　版本 " + pack.version());
        lines.add("");
        for (Programme programme : pack.programmes()) {
            programme(programme);
        }
        lines.add("## 参数");
        lines.add("");
        pack.parameters().forEach(this::parameter);
        for (Workflow workflow : pack.workflows().values()) {
            workflow(workflow);
        }
        return lines;
    }

    private void programme(Programme programme) {
        lines.add("## " + programme.title() + "（" + period(programme.range()) + "）");
        lines.add("");
        lines.add("编号 `" + programme.id() + "`；"
                + switch (programme.holder()) {
                    case HOUSEHOLD -> "以家庭为单位";
                    case PERSON -> "以个人为单位";
                }
                + "；牵头 " + programme.lead() + "；" + programme.pay().label() + "发放，" + programme.payFrom());
        lines.add("");
        lines.add("依据：" + cited(programme.cites()));
        lines.add("");
        for (Node node : explainer.rule(programme)) {
            node(node, 0);
        }
        lines.add("- 取整：" + rounding(programme) + "　〔"
                + cited(programme.rounding().cites()) + "〕");
        for (Programme.Exclusion exclusion : programme.excludes()) {
            lines.add("- 不与“" + title(exclusion.programme()) + "”同时享受");
        }
        for (String other : programme.stacksWith()) {
            lines.add("- 可与“" + title(other) + "”同时享受");
        }
        lines.add("- 资金："
                + String.join(
                        "、",
                        programme.funds().stream()
                                .map(fund -> pack.funds().getOrDefault(fund, fund))
                                .toList()));
        lines.add("- 流程："
                + pack.workflow(programme.workflow()).map(Workflow::title).orElse(programme.workflow()));
        lines.add("");
    }

    private String title(String programme) {
        return pack.programmes().stream()
                .filter(candidate -> candidate.id().equals(programme))
                .findFirst()
                .map(Programme::title)
                .orElse(programme);
    }

    private void node(Node node, int depth) {
        String indent = "  ".repeat(depth);
        String articles = node.cites().isEmpty() ? "" : "　〔" + String.join("；", node.cites()) + "〕";
        lines.add(indent
                + switch (node.kind()) {
                    case CLAUSE -> "- " + node.ask() + " " + node.rule() + articles;
                    case ANY_OF -> "- " + node.ask() + " " + node.rule() + "：" + articles;
                    case LET -> "- 设 " + node.ask() + " ＝ " + node.rule();
                    case AMOUNT -> "- **" + node.ask() + "** ＝ " + node.rule() + articles;
                });
        node.children().forEach(child -> node(child, depth + 1));
    }

    private static String rounding(Programme programme) {
        String mode = switch (programme.rounding().rounding().mode()) {
            case UP -> "进到";
            case DOWN -> "舍到";
            case HALF_UP -> "四舍五入到";
        };
        return mode
                + switch (programme.rounding().rounding().to()) {
                    case FEN -> "分";
                    case JIAO -> "角";
                    case YUAN -> "元";
                    case TEN_YUAN -> "十元";
                };
    }

    private void parameter(Parameter parameter) {
        lines.add(
                "### " + parameter.symbol().label() + " `" + parameter.symbol().name() + "`");
        lines.add("");
        lines.add("由 " + parameter.setBy() + " 确定。依据：" + cited(parameter.cites()));
        lines.add("");
        lines.add("| 地区 | 起止 | 值 | 可信度 | 出处与说明 |");
        lines.add("|---|---|---|---|---|");
        parameter.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(AreaCode::digits)))
                .forEach(entry -> settings(parameter, entry.getKey(), entry.getValue()));
        lines.add("");
    }

    private void settings(Parameter parameter, AreaCode area, Timeline<Setting> timeline) {
        for (Timeline.Segment<Setting> segment : timeline.segments()) {
            String place = pack.areas().path(area, representative(segment.range()));
            String cells = switch (segment.value()) {
                case Setting.Stated stated ->
                    Wording.value(
                                    pack.words().language(),
                                    stated.value(),
                                    parameter.symbol().unit()) + " | "
                            + stated.mark().label() + " | "
                            + cited(stated.cites())
                            + (stated.note().isEmpty() ? "" : "　" + stated.note());
                case Setting.Unset unset -> "未设定 | 未查到 | " + unset.note();
            };
            lines.add("| " + place + " | " + period(segment.range()) + " | " + cells + " |");
        }
    }

    private static LocalDate representative(DateRange range) {
        return range.from().equals(LocalDate.MIN) ? range.to() : range.from();
    }

    private static String period(DateRange range) {
        String from = range.from().equals(LocalDate.MIN) ? "" : range.from() + " 起";
        String to = range.isOpenEnded() ? "" : "至 " + range.to();
        return from.isEmpty() && to.isEmpty() ? "一直" : (from + " " + to).strip();
    }

    private void workflow(Workflow workflow) {
        lines.add("## 流程：" + workflow.title());
        lines.add("");
        lines.add("依据：" + cited(workflow.cites()));
        lines.add("");
        lines.add("| 环节 | 由谁 | 时限 | 公示 | 可以做 |");
        lines.add("|---|---|---|---|---|");
        for (Workflow.State state : workflow.states().values()) {
            String actions = String.join(
                    "；",
                    state.actions().stream()
                            .map(action -> action.title() + " → "
                                    + workflow.state(action.to()).title())
                            .toList());
            lines.add("| " + state.title() + " | "
                    + workflow.actors().getOrDefault(state.actor(), "") + " | "
                    + state.clock().map(clock -> limit(clock.parameter())).orElse("") + " | "
                    + state.notice().map(this::posted).orElse("") + " | " + actions + " |");
        }
        lines.add("");
    }

    private String posted(Notice notice) {
        return notice.parameter().map(this::limit).orElse("长期公示");
    }

    private String limit(String parameter) {
        return pack.parameter(parameter).map(found -> found.symbol().label()).orElse(parameter);
    }

    private String cited(List<Citation> cites) {
        return String.join("；", cites.stream().map(pack::cited).toList());
    }
}
