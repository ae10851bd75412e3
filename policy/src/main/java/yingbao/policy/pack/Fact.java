package yingbao.policy.pack;

import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;

/**
 * An entry of the catalogue of facts: something that can be known about a household or a person.
 *
 * @param holder whose fact it is
 * @param symbol name, type, unit, label and codes
 * @param kind how it is written down
 * @param supplier id of whom to ask
 * @param evidence what paper proves it; empty when none is asked for
 * @param sensitivity how carefully it must be kept
 * @param collected whether people supply it; a fact that only follows from others is never typed
 * @param countsMembers whether it says how many belong to the household, so that it changes when somebody comes or goes
 * @param location where the catalogue declares it
 */
public record Fact(
        Holder holder,
        Symbol symbol,
        Kind kind,
        String supplier,
        String evidence,
        Sensitivity sensitivity,
        boolean collected,
        boolean countsMembers,
        Location location) {

    /** How a fact is written down. */
    public enum Kind {
        /** Yuan with up to two decimals, kept as fen. */
        MONEY,
        /** A whole number of something. */
        COUNT,
        /** 是 or 否. */
        FLAG,
        /** A code of a code list, or its label. */
        CODE,
        DATE,
        TEXT,
        /** A statistical division code. */
        AREA,
        /** A citizen id of 18 characters, or an old one of 15. */
        CITIZEN_ID
    }

    /** How carefully a fact must be kept. */
    public enum Sensitivity {
        PLAIN,
        /** Tells who somebody is. */
        IDENTITY,
        FINANCIAL,
        HEALTH,
        /** A number by which somebody is paid or reached. */
        ACCOUNT
    }

    /** The heading of its column; a place is written there as a code, which its label need not say. */
    public String heading() {
        return kind == Kind.AREA ? symbol.label() + "区划代码" : symbol.label();
    }

    /** The name as expressions write it, {@code household.hukou}. */
    public String fullName() {
        return switch (holder) {
            case HOUSEHOLD -> "household." + symbol.name();
            case PERSON -> "person." + symbol.name();
        };
    }
}
