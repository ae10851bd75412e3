package yingbao.policy.expr;

import java.util.Map;

/**
 * A name that an expression may use: a fact, a parameter, or a {@code let} of the programme.
 *
 * @param name the name without its owner, for example {@code income_12m}
 * @param type what it yields
 * @param unit what its number counts; {@link Unit#NONE} for flags and texts
 * @param label how people call it, in Chinese
 * @param negative how people say that a flag does not hold; empty where "not" before the label does
 * @param codes for a coded text, code to meaning in the list's order; empty for any other symbol
 */
public record Symbol(String name, Type type, Unit unit, String label, String negative, Map<String, String> codes) {

    /** A symbol without a negative wording and without codes. */
    public static Symbol of(String name, Type type, Unit unit, String label) {
        return new Symbol(name, type, unit, label, "", Map.of());
    }
}
