package yingbao.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import yingbao.policy.decide.ClauseAnswer.Answer;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Explanation;
import yingbao.policy.decide.Node;
import yingbao.policy.decide.Question;
import yingbao.policy.pack.Pack;

/** An explanation as lines that a township clerk can read aloud. */
final class ExplanationText {
    private final Pack pack;
    private final Console console;
    private final List<String> lines = new ArrayList<>();
    private String valuesCode = "explain.values";

    ExplanationText(Pack pack, Console console) {
        this.pack = pack;
        this.console = console;
    }

    /** All decisions at a glance. */
    List<String> overview(List<Explanation> explanations) {
        TextTable table = new TextTable(List.of(
                console.text("assess.programme"), console.text("explain.unit"), console.text("explain.outcome")));
        for (Explanation explanation : explanations) {
            Decision decision = explanation.decision();
            table.add(List.of(decision.basis().programme().title(), explanation.unit(), outcome(decision)));
        }
        return table.lines();
    }

    List<String> lines(Explanation explanation) {
        Decision decision = explanation.decision();
        valuesCode = switch (decision.basis().programme().holder()) {
            case HOUSEHOLD -> "explain.values";
            case PERSON -> "explain.values-person";
        };
        lines.add("■ " + decision.basis().programme().title() + "　" + explanation.unit() + "　" + outcome(decision));
        for (Node clause : explanation.clauses()) {
            node(clause, 1);
        }
        if (decision instanceof Decision.Eligible eligible) {
            amount(explanation.amount(), eligible);
        }
        if (decision instanceof Decision.Undetermined undetermined) {
            questions(explanation.questions());
            undetermined.failures().forEach(failure -> lines.add("  ！" + failure));
        }
        lines.add("");
        return lines;
    }

    private String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Eligible eligible ->
                console.text(
                        "explain.eligible",
                        eligible.basis().programme().pay().label(),
                        eligible.amount().toString());
            case Decision.NotEligible _ -> console.text("explain.not-eligible");
            case Decision.Undetermined _ -> console.text("explain.undetermined");
        };
    }

    private void node(Node node, int depth) {
        Node.Evaluation evaluation = node.evaluation().orElseThrow();
        String indent = "  ".repeat(depth);
        lines.add(indent + sign(evaluation.answer()) + " " + node.ask());
        lines.add(indent + "  " + console.text("explain.rule", node.rule()));
        if (!evaluation.values().isEmpty()) {
            lines.add(indent + "  " + console.text(valuesCode, evaluation.values()));
        }
        if (!evaluation.refusal().isEmpty() && !evaluation.refusal().equals(evaluation.values())) {
            lines.add(indent + "  " + console.text("explain.refusal", evaluation.refusal()));
        }
        if (!evaluation.used().isEmpty()) {
            lines.add(indent + "  " + console.text("explain.sources", sources(evaluation.used())));
        }
        lines.add(indent + "  " + console.text("explain.cites", String.join("；", node.cites())));
        node.children().forEach(child -> node(child, depth + 1));
    }

    /** What comes from the same source is told together. */
    private static String sources(List<Node.Used> used) {
        Map<String, Set<String>> labelsBySource = new LinkedHashMap<>();
        for (Node.Used item : used) {
            labelsBySource
                    .computeIfAbsent(item.source(), _ -> new LinkedHashSet<>())
                    .add(item.label());
        }
        StringJoiner sources = new StringJoiner("；");
        labelsBySource.forEach((source, labels) -> sources.add(String.join("、", labels) + "——" + source));
        return sources.toString();
    }

    private static String sign(Answer answer) {
        return switch (answer) {
            case MET -> "✓";
            case NOT_MET -> "✗";
            case UNKNOWN -> "？";
        };
    }

    private void amount(Node amount, Decision.Eligible eligible) {
        lines.add("  ＝ " + amount.ask() + " " + eligible.amount() + "元");
        lines.add("    " + console.text("explain.rule", amount.rule()));
        lines.add("    "
                + console.text(valuesCode, amount.evaluation().orElseThrow().values()));
        lines.add("    " + console.text("explain.cites", String.join("；", amount.cites())));
        lines.add("    "
                + console.text("explain.pay-from", eligible.basis().programme().payFrom()));
        lines.add("    "
                + console.text(
                        "explain.basis",
                        String.join(
                                "；",
                                eligible.basis().programme().cites().stream()
                                        .map(pack::cited)
                                        .toList())));
    }

    private void questions(List<Question> questions) {
        lines.add("  " + console.text("explain.ask"));
        for (Question question : questions) {
            String about = question.about().isEmpty() ? "" : question.about() + " ";
            String code = question.name().startsWith("param.") ? "explain.set" : "explain.question";
            String evidence =
                    question.evidence().isEmpty() ? "" : console.text("explain.evidence", question.evidence());
            lines.add("    · " + console.text(code, question.whom(), about + question.label(), evidence));
        }
    }
}
