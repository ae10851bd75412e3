package yingbao.policy.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Derivations;
import yingbao.policy.expr.Holder;

/**
 * The catalogue of facts.
 *
 * @param household facts of a household, in slot order
 * @param person facts of a person, in slot order
 * @param suppliers supplier id to label, in the order declared
 * @param derivations how facts that nobody gave follow from others
 * @param checks what the facts of one row must not contradict
 */
public record Catalogue(
        List<Fact> household,
        List<Fact> person,
        Map<String, String> suppliers,
        Derivations derivations,
        List<RegisterCheck> checks) {

    public List<Fact> facts(Holder holder) {
        return switch (holder) {
            case HOUSEHOLD -> household;
            case PERSON -> person;
        };
    }

    /** The fact with the full name {@code household.…} or {@code person.…}. */
    public Optional<Fact> find(String fullName) {
        for (Holder holder : Holder.values()) {
            for (Fact fact : facts(holder)) {
                if (fact.fullName().equals(fullName)) {
                    return Optional.of(fact);
                }
            }
        }
        return Optional.empty();
    }

    /** The label of the one who supplies a fact. */
    public String supplierLabel(Fact fact) {
        return suppliers.getOrDefault(fact.supplier(), fact.supplier());
    }
}
