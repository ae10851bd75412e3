package yingbao.policy.expr;

import java.util.List;

/**
 * Where an expression stands, which decides what names it may use.
 *
 * @param owner what may be asked about: only parameters, a household, or a person (and the person's household)
 * @param lets the {@code let} names declared before it, in order
 */
public record Context(Owner owner, List<Symbol> lets) {

    /** What an expression is about. */
    public enum Owner {
        /** An area on a day: mandates. */
        AREA,
        HOUSEHOLD,
        PERSON;

        public static Owner of(Holder holder) {
            return switch (holder) {
                case HOUSEHOLD -> HOUSEHOLD;
                case PERSON -> PERSON;
            };
        }
    }

    public Context {
        lets = List.copyOf(lets);
    }

    public static Context of(Owner owner) {
        return new Context(owner, List.of());
    }
}
