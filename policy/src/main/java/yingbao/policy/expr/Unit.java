package yingbao.policy.expr;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import yingbao.policy.value.Language;

/**
 * What a number counts: a product of base units with exponents, so that fen per person and year times persons is fen per
 * year, and fen plus persons is refused.
 *
 * @param exponents base unit to its exponent, none of them zero
 */
public record Unit(Map<Base, Integer> exponents) {

    /** The base units of the rule language. */
    public enum Base {
        /** 分, a hundredth of a yuan. */
        FEN,
        PERSON,
        MONTH,
        YEAR,
        /** A span of calendar days. */
        DAY,
        WORKING_DAY,
        /** A point in time, as days since 1970-01-01. */
        DATE,
        PERCENT,
        SQUARE_METRE,
        /** Things that are counted: vehicles, houses, rooms. */
        PIECE;

        /** Whether English counts more than one by another word. */
        boolean hasPlural() {
            return switch (this) {
                case PERSON, MONTH, YEAR, DAY, WORKING_DAY -> true;
                case FEN, DATE, PERCENT, SQUARE_METRE, PIECE -> false;
            };
        }
    }

    public static final Unit NONE = new Unit(Map.of());
    public static final Unit FEN = of(Base.FEN);
    public static final Unit PERSON = of(Base.PERSON);
    public static final Unit MONTH = of(Base.MONTH);
    public static final Unit YEAR = of(Base.YEAR);
    public static final Unit DAY = of(Base.DAY);
    public static final Unit DATE = of(Base.DATE);
    public static final Unit PERCENT = of(Base.PERCENT);
    public static final Unit FEN_PER_MONTH = FEN.per(MONTH);

    public Unit {
        EnumMap<Base, Integer> sorted = new EnumMap<>(Base.class);
        exponents.forEach((base, exponent) -> {
            if (exponent != 0) {
                sorted.put(base, exponent);
            }
        });
        exponents = Collections.unmodifiableMap(sorted);
    }

    private static Unit of(Base base) {
        return new Unit(Map.of(base, 1));
    }

    /** Reads {@code fen/person/year}, {@code person*day}, {@code 1/year}, {@code none}; empty when a word is not a base unit. */
    public static Optional<Unit> parse(String text) {
        if (text.equals("none")) {
            return Optional.of(NONE);
        }
        String[] words = text.split("/", -1);
        Unit unit = NONE;
        try {
            if (words.length == 1 || !words[0].strip().equals("1")) {
                for (String factor : words[0].split("\\*", -1)) {
                    unit = unit.times(of(base(factor)));
                }
            }
            for (int index = 1; index < words.length; index++) {
                unit = unit.per(of(base(words[index])));
            }
        } catch (IllegalArgumentException notABase) {
            return Optional.empty();
        }
        return Optional.of(unit);
    }

    private static Base base(String word) {
        return Base.valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public Unit times(Unit other) {
        EnumMap<Base, Integer> sum = new EnumMap<>(Base.class);
        sum.putAll(exponents);
        other.exponents.forEach((base, exponent) -> sum.merge(base, exponent, Integer::sum));
        return new Unit(sum);
    }

    public Unit per(Unit other) {
        EnumMap<Base, Integer> negated = new EnumMap<>(Base.class);
        other.exponents.forEach((base, exponent) -> negated.put(base, -exponent));
        return times(new Unit(negated));
    }

    /** Whether the number is an amount of money or a rate of it. */
    public boolean isMoney() {
        return exponents.containsKey(Base.FEN);
    }

    /** What follows a number in Chinese: {@code 元/人·年}; money is shown in yuan. */
    public String label() {
        return label(Language.CHINESE, true);
    }

    /**
     * What follows a number for people to read.
     *
     * @param many whether the number is another one than one
     */
    public String label(Language language, boolean many) {
        Phrases phrases = Phrases.in(language);
        if (equals(YEAR)) {
            // A bare number of years is an age; spans of time are told in months.
            return phrases.say("unit-age");
        }
        StringJoiner over = new StringJoiner("·");
        StringJoiner under = new StringJoiner("·");
        exponents.forEach((base, exponent) -> {
            boolean counted = exponent > 0 && many && base.hasPlural();
            (exponent > 0 ? over : under).add(phrases.say("unit-" + base.name() + (counted ? "S" : "")));
        });
        return under.length() == 0 ? over.toString() : over + "/" + under;
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        if (exponents.isEmpty()) {
            return "none";
        }
        StringJoiner over = new StringJoiner("*");
        StringBuilder under = new StringBuilder();
        exponents.forEach((base, exponent) -> {
            String word = base.name().toLowerCase(Locale.ROOT).replace('_', '-');
            for (int count = 0; count < Math.abs(exponent); count++) {
                if (exponent > 0) {
                    over.add(word);
                } else {
                    under.append('/').append(word);
                }
            }
        });
        return (over.length() == 0 ? "1" : over.toString()) + under;
    }
}
