package yingbao.policy.pack;

import java.util.Map;

/**
 * An entry of the form that is filled in while a case is in a state.
 *
 * @param id its name, unique in the form
 * @param title how people call it
 * @param kind how it is written down
 * @param required whether the state may be left without it; never demanded by a free action
 * @param choices for {@link Kind#CHOICE}, id to label in the order shown; empty for any other kind
 * @param location where it is declared
 */
public record Field(
        String id, String title, Kind kind, boolean required, Map<String, String> choices, Location location) {

    /** How an entry of a form is written down. */
    public enum Kind {
        TEXT,
        /** A whole number, not negative. */
        COUNT,
        DATE,
        /** 是 or 否. */
        FLAG,
        /** Yuan with up to two decimals, kept as fen. */
        MONEY,
        /** Persons who take part: users of the platform, or names. */
        PEOPLE,
        /** One of {@code choices}. */
        CHOICE
    }
}
