package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;

/** A household's file as a text that is the same whenever the file is, and back. */
@Component
class FrozenFile {
    private final JsonMapper json;
    private final FactCodec codec;

    FrozenFile(JsonMapper json, FactCodec codec) {
        this.json = json;
        this.codec = codec;
    }

    String write(HouseholdFile file) {
        ObjectNode root = json.createObjectNode();
        root.put("household", file.id().value().toString());
        root.put("number", file.number());
        root.put("area", file.area().digits());
        root.put("address", file.address());
        root.put("on", file.on().toString());
        root.set("facts", facts(Holder.HOUSEHOLD, file.household().facts()));
        var members = root.putArray("members");
        for (Facts member : file.household().members()) {
            ObjectNode node = members.addObject();
            node.put("person", member.id());
            node.set("facts", facts(Holder.PERSON, member));
        }
        ObjectNode sources = root.putObject("sources");
        file.sources().forEach((key, source) -> {
            ObjectNode node = sources.putObject(key);
            node.put("supplier", source.supplier());
            node.put("from", source.from().toString());
            node.put("evidence", source.evidence());
            source.document().ifPresent(document -> node.put("document", document.toString()));
            node.put("statement", source.statement().value().toString());
        });
        return json.writeValueAsString(root);
    }

    private ObjectNode facts(Holder holder, Facts facts) {
        ObjectNode node = json.createObjectNode();
        codec.known(holder, facts).forEach((name, value) -> FactCodec.put(node, name, Optional.of(value)));
        return node;
    }

    HouseholdFile read(String text) {
        JsonNode root = json.readTree(text);
        AreaCode area = new AreaCode(text(root, "area"));
        Facts own = facts(Holder.HOUSEHOLD, text(root, "household"), root.path("facts"));
        List<Facts> members = new ArrayList<>();
        List<PersonId> ids = new ArrayList<>();
        for (JsonNode member : root.path("members")) {
            ids.add(PersonId.valueOf(text(member, "person")));
            members.add(facts(Holder.PERSON, text(member, "person"), member.path("facts")));
        }
        Map<String, FactSource> sources = new TreeMap<>();
        root.path("sources").properties().forEach(entry -> sources.put(entry.getKey(), source(entry.getValue())));
        return new HouseholdFile(
                HouseholdId.valueOf(text(root, "household")),
                text(root, "number"),
                area,
                text(root, "address"),
                LocalDate.parse(text(root, "on")),
                new Household(area, own, members),
                ids,
                sources);
    }

    private Facts facts(Holder holder, String id, JsonNode node) {
        Map<String, Value> known = new TreeMap<>();
        FactCodec.read(node).forEach((name, value) -> value.ifPresent(given -> known.put(name, given)));
        return codec.facts(id, holder, known);
    }

    private static FactSource source(JsonNode node) {
        @Nullable JsonNode document = node.get("document");
        return new FactSource(
                text(node, "supplier"),
                LocalDate.parse(text(node, "from")),
                text(node, "evidence"),
                Optional.ofNullable(document).map(id -> UUID.fromString(id.stringValue())),
                StatementId.valueOf(text(node, "statement")));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }
}
