package yingbao.cli;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Explanation;
import yingbao.policy.decide.Node;
import yingbao.policy.decide.Question;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/** Rules and their evaluations as JSON: one shape of node for both, see {@code docs/formats.md}. */
final class Graphs {
    private Graphs() {}

    static String rules(Pack pack) {
        Explainer explainer = new Explainer(pack, facts -> facts.id(), _ -> "");
        return document(json -> {
            json.writeStartObject();
            json.writeStringProperty("pack", pack.id());
            json.writeStringProperty("pack_version", pack.version());
            json.writeArrayPropertyStart("programmes");
            for (Programme programme : pack.programmes()) {
                json.writeStartObject();
                programme(json, programme);
                nodes(json, "nodes", explainer.rule(programme));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static String explanations(Pack pack, List<Explanation> explanations) {
        return document(json -> {
            json.writeStartObject();
            json.writeStringProperty("pack", pack.id());
            json.writeStringProperty("pack_version", pack.version());
            json.writeArrayPropertyStart("decisions");
            for (Explanation explanation : explanations) {
                decision(json, explanation);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private interface Body {
        void write(JsonGenerator json);
    }

    private static String document(Body body) {
        StringWriter text = new StringWriter();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonGenerator json = new JsonFactory().createGenerator(context, text)) {
            body.write(json);
        }
        return text.toString();
    }

    private static void programme(JsonGenerator json, Programme programme) {
        json.writeStringProperty("programme", programme.id());
        json.writeStringProperty("title", programme.title());
        json.writeStringProperty("in_force", programme.range().toString());
    }

    private static void decision(JsonGenerator json, Explanation explanation) {
        Decision decision = explanation.decision();
        json.writeStartObject();
        programme(json, decision.basis().programme());
        json.writeStringProperty("unit_id", decision.basis().unitId());
        json.writeStringProperty("unit", explanation.unit());
        json.writeStringProperty("on", decision.basis().on().toString());
        json.writeStringProperty("outcome", decision.outcome());
        if (decision instanceof Decision.Eligible eligible) {
            json.writeNumberProperty("amount_fen", eligible.amount().fen());
        }
        json.writeArrayPropertyStart("nodes");
        explanation.clauses().forEach(node -> node(json, node));
        node(json, explanation.amount());
        json.writeEndArray();
        questions(json, "questions", explanation.questions());
        json.writeEndObject();
    }

    private static void nodes(JsonGenerator json, String name, List<Node> nodes) {
        json.writeArrayPropertyStart(name);
        nodes.forEach(node -> node(json, node));
        json.writeEndArray();
    }

    private static void node(JsonGenerator json, Node node) {
        json.writeStartObject();
        json.writeStringProperty("id", node.id());
        json.writeStringProperty("kind", node.kind().name());
        json.writeStringProperty("ask", node.ask());
        json.writeStringProperty("rule", node.rule());
        json.writeArrayPropertyStart("cites");
        node.cites().forEach(json::writeString);
        json.writeEndArray();
        nodes(json, "children", node.children());
        node.evaluation().ifPresent(evaluation -> {
            json.writeObjectPropertyStart("evaluation");
            json.writeStringProperty("answer", evaluation.answer().name());
            json.writeStringProperty("values", evaluation.values());
            json.writeStringProperty("refusal", evaluation.refusal());
            json.writeArrayPropertyStart("used");
            for (Node.Used used : evaluation.used()) {
                json.writeStartObject();
                json.writeStringProperty("name", used.name());
                json.writeStringProperty("label", used.label());
                json.writeStringProperty("value", used.value());
                json.writeStringProperty("source", used.source());
                json.writeEndObject();
            }
            json.writeEndArray();
            questions(json, "missing", evaluation.missing());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void questions(JsonGenerator json, String name, List<Question> questions) {
        json.writeArrayPropertyStart(name);
        for (Question question : questions) {
            json.writeStartObject();
            json.writeStringProperty("name", question.name());
            json.writeStringProperty("label", question.label());
            json.writeStringProperty("about", question.about());
            json.writeStringProperty("whom", question.whom());
            json.writeStringProperty("evidence", question.evidence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
