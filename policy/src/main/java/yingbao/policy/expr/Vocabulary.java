package yingbao.policy.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All names that the expressions of one pack may use. The position of a symbol in its list is its slot, by which values
 * are stored and looked up.
 *
 * @param household facts of a household
 * @param person facts of a person
 * @param parameters dated values that the policy sets
 * @param programmes programme id to who it is for, so that {@code receives} can be checked
 */
public record Vocabulary(
        List<Symbol> household, List<Symbol> person, List<Symbol> parameters, Map<String, Holder> programmes) {

    public Vocabulary {
        household = List.copyOf(household);
        person = List.copyOf(person);
        parameters = List.copyOf(parameters);
        programmes = Map.copyOf(programmes);
    }

    /** The facts of a holder, in slot order. */
    public List<Symbol> facts(Holder holder) {
        return switch (holder) {
            case HOUSEHOLD -> household;
            case PERSON -> person;
        };
    }

    /** Name to slot for one list of symbols. */
    static Map<String, Integer> slots(List<Symbol> symbols) {
        Map<String, Integer> slots = new HashMap<>();
        for (int slot = 0; slot < symbols.size(); slot++) {
            slots.put(symbols.get(slot).name(), slot);
        }
        return slots;
    }

    /** The name closest in spelling, offered when somebody mistypes one; empty when nothing is close. */
    static Optional<String> nearest(String mistyped, Iterable<String> names) {
        String best = "";
        int bestDistance = Math.clamp((mistyped.length() + 1) / 3, 0, 3) + 1;
        for (String name : names) {
            int distance = editDistance(mistyped, name);
            if (distance > 0 && distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static int editDistance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int substitution = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(substitution, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
