package yingbao.policy.expr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one household or one person: a value for some slots, nothing for the others. An empty slot is not
 * a "no"; it is a question nobody has asked yet.
 */
public final class Facts {
    private final String id;
    private final Holder holder;
    private final List<Symbol> symbols;
    // One compact array a person keeps a whole county's register in memory; null is an empty slot and never leaves.
    private final @Nullable Value[] values;

    private Facts(String id, Holder holder, List<Symbol> symbols, @Nullable Value[] values) {
        this.id = id;
        this.holder = holder;
        this.symbols = symbols;
        this.values = values;
    }

    /**
     * Facts by name.
     *
     * @param id the household's or person's id as the register gives it
     * @throws IllegalArgumentException for a name that the vocabulary does not hold
     */
    public static Facts of(String id, Holder holder, Vocabulary vocabulary, Map<String, Value> known) {
        List<Symbol> symbols = vocabulary.facts(holder);
        @Nullable Value[] values = new @Nullable Value[symbols.size()];
        Map<String, Integer> slots = Vocabulary.slots(symbols);
        known.forEach((name, value) -> {
            Integer slot = slots.get(name);
            if (slot == null) {
                throw new IllegalArgumentException("no such fact: " + name);
            }
            values[slot] = value;
        });
        return new Facts(id, holder, symbols, values);
    }

    /**
     * Facts by slot, for readers of many rows.
     *
     * @param id the household's or person's id as the register gives it
     * @param bySlot what is known of each fact, in the order of the vocabulary; copied
     * @throws IllegalArgumentException when there are more or fewer of them than facts in the vocabulary
     */
    public static Facts ofSlots(String id, Holder holder, Vocabulary vocabulary, List<Optional<Value>> bySlot) {
        List<Symbol> symbols = vocabulary.facts(holder);
        if (bySlot.size() != symbols.size()) {
            throw new IllegalArgumentException(bySlot.size() + " values for " + symbols.size() + " facts");
        }
        @Nullable Value[] values = new @Nullable Value[symbols.size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = bySlot.get(slot).orElse(null);
        }
        return new Facts(id, holder, symbols, values);
    }

    public String id() {
        return id;
    }

    /** The same facts of whoever has another id elsewhere. */
    public Facts withId(String other) {
        return new Facts(other, holder, symbols, values);
    }

    /** The value somebody gave, if anybody did. */
    public Optional<Value> given(int slot) {
        return Optional.ofNullable(values[slot]);
    }

    /** The value somebody gave, if anybody did. */
    public Optional<Value> given(String name) {
        for (int slot = 0; slot < symbols.size(); slot++) {
            if (symbols.get(slot).name().equals(name)) {
                return given(slot);
            }
        }
        return Optional.empty();
    }

    int size() {
        return values.length;
    }

    @Nullable
    Value valueAt(int slot) {
        return values[slot];
    }

    Missing missing(int slot) {
        String owner = switch (holder) {
            case HOUSEHOLD -> Expressions.HOUSEHOLD;
            case PERSON -> Expressions.PERSON;
        };
        return new Missing(Missing.Kind.FACT, owner + "." + symbols.get(slot).name(), id);
    }
}
