package yingbao.policy.expr;

import java.util.Map;
import java.util.Optional;

/**
 * How facts that nobody gave follow from others, by slot.
 *
 * @param household slot of a household fact to its derivation
 * @param person slot of a person's fact to its derivation
 */
public record Derivations(Map<Integer, Derivation> household, Map<Integer, Derivation> person) {

    /**
     * One derivation.
     *
     * @param expr what the fact follows from
     * @param collectable whether people may also give the fact itself, which then prevails
     */
    public record Derivation(Expr expr, boolean collectable) {}

    public static final Derivations NONE = new Derivations(Map.of(), Map.of());

    public Derivations {
        household = Map.copyOf(household);
        person = Map.copyOf(person);
    }

    /** How a fact follows from others, if it does. */
    public Optional<Derivation> of(Holder holder, int slot) {
        return Optional.ofNullable(
                switch (holder) {
                    case HOUSEHOLD -> household.get(slot);
                    case PERSON -> person.get(slot);
                });
    }
}
