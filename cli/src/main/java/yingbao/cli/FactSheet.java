package yingbao.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;

/** Facts being put together by name; a pack that does not know one is given none. */
final class FactSheet {
    private static final Optional<Value> YES = Optional.of(Value.Flag.TRUE);
    private static final Optional<Value> NO = Optional.of(Value.Flag.FALSE);

    private final Pack pack;
    private final Holder holder;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Optional<Value>> codes = new HashMap<>();
    private final List<Optional<Value>> values;

    FactSheet(Pack pack, Holder holder) {
        this.pack = pack;
        this.holder = holder;
        List<Fact> facts = pack.catalogue().facts(holder);
        for (int slot = 0; slot < facts.size(); slot++) {
            slots.put(facts.get(slot).symbol().name(), slot);
        }
        this.values = new ArrayList<>(Collections.nCopies(facts.size(), Optional.empty()));
    }

    void clear() {
        values.replaceAll(_ -> Optional.empty());
    }

    private void put(String name, Optional<Value> value) {
        Integer slot = slots.get(name);
        if (slot != null) {
            values.set(slot, value);
        }
    }

    void flag(String name, boolean value) {
        put(name, value ? YES : NO);
    }

    void number(String name, long value) {
        put(name, Optional.of(new Value.Whole(value)));
    }

    void text(String name, String value) {
        put(name, Optional.of(new Value.Text(value)));
    }

    void code(String name, String code) {
        put(name, codes.computeIfAbsent(code, text -> Optional.of(new Value.Text(text))));
    }

    Facts facts(String id) {
        return Facts.ofSlots(id, holder, pack.vocabulary(), values);
    }
}
