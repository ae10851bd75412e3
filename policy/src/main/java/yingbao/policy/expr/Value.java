package yingbao.policy.expr;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import yingbao.policy.value.Ratio;

/** What an expression is worth: a value, or why there is none. */
public sealed interface Value {

    /** A whole number; its unit is the expression's. */
    record Whole(long value) implements Value {}

    /** An exact fraction that waits for its rounding. */
    record Fraction(Ratio value) implements Value {}

    /** Yes or no. */
    record Flag(boolean value) implements Value {
        public static final Flag TRUE = new Flag(true);
        public static final Flag FALSE = new Flag(false);

        public static Flag of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** A code or a text. */
    record Text(String value) implements Value {}

    /**
     * Not decided, because something is missing.
     *
     * @param missing what would settle it; never empty
     */
    record Unknown(SortedSet<Missing> missing) implements Value {
        public Unknown {
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }

        public static Unknown of(Missing missing) {
            return new Unknown(new TreeSet<>(Collections.singleton(missing)));
        }

        static Unknown union(Collection<Unknown> unknowns) {
            TreeSet<Missing> all = new TreeSet<>();
            for (Unknown unknown : unknowns) {
                all.addAll(unknown.missing());
            }
            return new Unknown(all);
        }
    }

    /**
     * Not decidable from these values: a number too large for 64 bits, a text that is no citizen id.
     *
     * @param code stable name of the cause
     * @param detail the offending operation or value
     */
    record Failure(String code, String detail) implements Value {}

    /** Whether this is a value, neither unknown nor failed. */
    default boolean isKnown() {
        return !(this instanceof Unknown) && !(this instanceof Failure);
    }
}
