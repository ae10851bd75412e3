package yingbao.policy.expr;

/** What kind of value an expression yields; money, counts and dates are all whole numbers told apart by {@link Unit}. */
public enum Type {
    /** A 64-bit whole number (or, on the way to a rounding, an exact fraction): fen, persons, years, days since 1970. */
    WHOLE,
    /** Yes or no. */
    FLAG,
    /** A code of a code list, or free text. */
    TEXT
}
