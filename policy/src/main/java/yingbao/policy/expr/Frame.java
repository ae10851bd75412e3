package yingbao.policy.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a programme: the situation, the person it is about, and the programme's lets, each worked out at most
 * once.
 */
public final class Frame {
    private final Situation situation;
    private final int person;
    private final List<Expr> lets;
    private final @Nullable Value[] letValues;

    /**
     * A frame.
     *
     * @param person the person's position among the members, or {@link Entitlements#HOUSEHOLD_ITSELF}
     * @param lets the lets in their order
     */
    public Frame(Situation situation, int person, List<Expr> lets) {
        this.situation = situation;
        this.person = person;
        this.lets = lets;
        this.letValues = new @Nullable Value[lets.size()];
    }

    public Situation situation() {
        return situation;
    }

    public int person() {
        return person;
    }

    Expr definition(int slot) {
        return lets.get(slot);
    }

    Value let(int slot, Evaluator evaluator) {
        Value value = letValues[slot];
        if (value == null) {
            value = evaluator.evaluate(lets.get(slot), this);
            letValues[slot] = value;
        }
        return value;
    }
}
