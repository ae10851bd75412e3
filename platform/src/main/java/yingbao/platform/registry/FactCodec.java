package yingbao.platform.registry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Sealer;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;

/** Facts as JSON objects, the sensitive ones apart, and as the engine wants them. */
@Component
class FactCodec {
    private final Pack pack;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Map<Holder, Map<String, Integer>> slots = new HashMap<>();

    /** Facts on their way into the database; nothing is sealed where none is sensitive. */
    record Split(String open, Optional<byte[]> sealed) {}

    FactCodec(Pack pack, Sealer sealer, JsonMapper json) {
        this.pack = pack;
        this.sealer = sealer;
        this.json = json;
        for (Holder holder : Holder.values()) {
            Map<String, Integer> byName = new HashMap<>();
            List<Fact> facts = pack.catalogue().facts(holder);
            for (int slot = 0; slot < facts.size(); slot++) {
                byName.put(facts.get(slot).symbol().name(), slot);
            }
            slots.put(holder, byName);
        }
    }

    /** The fact of a name that people supply. */
    Optional<Fact> find(Holder holder, String name) {
        return Optional.ofNullable(slots.getOrDefault(holder, Map.of()).get(name))
                .map(slot -> pack.catalogue().facts(holder).get(slot))
                .filter(Fact::collected);
    }

    /** Whether a fact lies sealed. */
    static boolean isSealed(Fact fact) {
        return fact.kind() == Fact.Kind.CITIZEN_ID
                || switch (fact.sensitivity()) {
                    case HEALTH, ACCOUNT -> true;
                    case PLAIN, IDENTITY, FINANCIAL -> false;
                };
    }

    /**
     * Refuses facts that the pack does not know or whose value is of another type.
     *
     * @throws Refusal {@code registry.fact-unknown} (the name), {@code registry.fact-type} (the label)
     */
    void check(Holder holder, Map<String, Optional<Value>> facts) {
        facts.forEach((name, value) -> {
            Fact fact =
                    find(holder, name).orElseThrow(() -> Refusal.at("/facts/" + name, "registry.fact-unknown", name));
            if (value.filter(given -> !fits(fact, given)).isPresent()) {
                throw Refusal.at(
                        "/facts/" + name, "registry.fact-type", fact.symbol().label());
            }
        });
    }

    private static boolean fits(Fact fact, Value value) {
        if (fact.kind() == Fact.Kind.CODE) {
            return value instanceof Value.Text(String code)
                    && fact.symbol().codes().containsKey(code);
        }
        return fact.symbol().type() == typeOf(value);
    }

    private static Type typeOf(Value value) {
        return switch (value) {
            case Value.Whole _ -> Type.WHOLE;
            case Value.Flag _ -> Type.FLAG;
            case Value.Text _ -> Type.TEXT;
            case Value.Fraction _, Value.Unknown _, Value.Failure _ ->
                throw new IllegalArgumentException("no fact: " + value);
        };
    }

    Split split(Holder holder, Map<String, Optional<Value>> facts) {
        Predicate<String> sensitive =
                name -> find(holder, name).filter(FactCodec::isSealed).isPresent();
        ObjectNode open = json.createObjectNode();
        ObjectNode closed = json.createObjectNode();
        facts.forEach((name, value) -> put(sensitive.test(name) ? closed : open, name, value));
        return new Split(
                json.writeValueAsString(open),
                closed.isEmpty() ? Optional.empty() : Optional.of(sealer.seal(json.writeValueAsString(closed))));
    }

    Map<String, Optional<Value>> join(String open, Optional<byte[]> sealed) {
        Map<String, Optional<Value>> facts = read(json.readTree(open));
        sealed.ifPresent(bytes -> facts.putAll(read(json.readTree(sealer.open(bytes)))));
        return facts;
    }

    /** The JSON object that was sealed. */
    ByteBuffer opened(ByteBuffer sealed) {
        return ByteBuffer.wrap(openedBytes(sealed));
    }

    byte[] openedBytes(ByteBuffer sealed) {
        return sealer.open(bytes(sealed));
    }

    byte[] sealed(byte[] open) {
        return sealer.seal(open);
    }

    static byte[] bytes(ByteBuffer from) {
        byte[] bytes = new byte[from.remaining()];
        from.get(from.position(), bytes);
        return bytes;
    }

    /** Reads a JSON object, which lies in an array, token by token. */
    JsonParser parser(ByteBuffer object) {
        return json.createParser(object.array(), object.arrayOffset() + object.position(), object.remaining());
    }

    static void put(ObjectNode node, String name, Optional<Value> value) {
        if (value.isEmpty()) {
            node.putNull(name);
            return;
        }
        switch (value.get()) {
            case Value.Whole(long whole) -> node.put(name, whole);
            case Value.Flag(boolean flag) -> node.put(name, flag);
            case Value.Text(String text) -> node.put(name, text);
            case Value.Fraction _, Value.Unknown _, Value.Failure _ ->
                throw new IllegalArgumentException("no fact: " + name);
        }
    }

    static Map<String, Optional<Value>> read(JsonNode node) {
        Map<String, Optional<Value>> facts = new TreeMap<>();
        node.properties().forEach(entry -> facts.put(entry.getKey(), value(entry.getValue())));
        return facts;
    }

    private static Optional<Value> value(JsonNode node) {
        if (node.isNull()) {
            return Optional.empty();
        }
        if (node.isBoolean()) {
            return Optional.of(Value.Flag.of(node.booleanValue()));
        }
        return Optional.of(node.isNumber() ? new Value.Whole(node.longValue()) : new Value.Text(node.stringValue()));
    }

    /** Facts by slot; a fact that the pack no longer knows is left out. */
    Facts facts(String id, Holder holder, Map<String, Value> known) {
        Map<String, Integer> byName = slots.getOrDefault(holder, Map.of());
        List<Optional<Value>> bySlot = new ArrayList<>(Collections.nCopies(byName.size(), Optional.empty()));
        known.forEach((name, value) -> {
            Integer slot = byName.get(name);
            if (slot != null) {
                bySlot.set(slot, Optional.of(value));
            }
        });
        return Facts.ofSlots(id, holder, pack.vocabulary(), bySlot);
    }

    /** What is known, by name in slot order. */
    Map<String, Value> known(Holder holder, Facts facts) {
        Map<String, Value> known = new TreeMap<>();
        List<Fact> all = pack.catalogue().facts(holder);
        for (int slot = 0; slot < all.size(); slot++) {
            String name = all.get(slot).symbol().name();
            facts.given(slot).ifPresent(value -> known.put(name, value));
        }
        return known;
    }
}
