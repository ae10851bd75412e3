package yingbao.platform.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import yingbao.policy.batch.Block;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;

/** What is known of one household or person as numbers by slot, read from statements as they are stored. */
final class FactRow {
    private final long[] numbers;
    private final BitSet known = new BitSet();

    /** Where facts of a holder go that rules may rest on. */
    static final class Names {
        private final FactCodec codec;
        private final Map<String, Integer> slots = new HashMap<>();
        private final int all;

        Names(FactCodec codec, Pack pack, Holder holder) {
            this.codec = codec;
            List<Fact> facts = pack.catalogue().facts(holder);
            this.all = facts.size();
            for (int slot = 0; slot < all; slot++) {
                if (Block.Builder.isKept(facts.get(slot))) {
                    slots.put(facts.get(slot).symbol().name(), slot);
                }
            }
        }

        int slots() {
            return all;
        }
    }

    FactRow(int slots) {
        this.numbers = new long[slots];
    }

    /**
     * Reads what was stated, in the order of recording; of a fact the last holds.
     *
     * @return whether every value has a number
     */
    boolean read(Names names, List<CopyQueries.Stated> stated, Block.Builder block) {
        known.clear();
        boolean plain = true;
        for (CopyQueries.Stated statement : stated) {
            plain &= read(names, statement.facts(), block);
            if (statement.sealed().isPresent()) {
                plain &= read(names, names.codec.opened(statement.sealed().get()), block);
            }
        }
        return plain;
    }

    private boolean read(Names names, ByteBuffer json, Block.Builder block) {
        boolean plain = true;
        try (JsonParser parser = names.codec.parser(json)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                Integer slot = names.slots.get(name);
                if (slot != null) {
                    plain &= take(slot, token, parser, block);
                }
            }
        }
        return plain;
    }

    private boolean take(int slot, JsonToken token, JsonParser parser, Block.Builder block) {
        if (token == JsonToken.VALUE_NULL) {
            known.clear(slot);
            return true;
        }
        known.set(slot);
        if (token == JsonToken.VALUE_NUMBER_INT) {
            numbers[slot] = parser.getLongValue();
            return true;
        }
        if (token == JsonToken.VALUE_STRING) {
            OptionalLong number = block.number(parser.getString());
            numbers[slot] = number.orElse(0);
            return number.isPresent();
        }
        numbers[slot] = token == JsonToken.VALUE_TRUE ? 1 : 0;
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
    }

    /** States what is known of the household, or member, that a block has taken last. */
    void put(Holder holder, Block.Builder block) {
        for (int slot = known.nextSetBit(0); slot >= 0; slot = known.nextSetBit(slot + 1)) {
            block.set(holder, slot, numbers[slot]);
        }
    }

    /** The same statements as facts of any value. */
    static Facts facts(FactCodec codec, Holder holder, UUID id, List<CopyQueries.Stated> stated) {
        Map<String, Value> known = new TreeMap<>();
        for (CopyQueries.Stated statement : stated) {
            Map<String, Optional<Value>> facts = codec.join(
                    StandardCharsets.UTF_8.decode(statement.facts().duplicate()).toString(),
                    statement.sealed().map(FactCodec::bytes));
            facts.forEach(
                    (name, value) -> value.ifPresentOrElse(given -> known.put(name, given), () -> known.remove(name)));
        }
        return codec.facts(id.toString(), holder, known);
    }
}
