package yingbao.policy.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact amount of renminbi in whole fen (1 yuan = 10 jiao = 100 fen). A negative amount is one to be recovered.
 *
 * @param fen the amount in fen
 */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    private static final int DECIMALS = 2;
    private static final Pattern YUAN =
            Pattern.compile("(-?(?:\\d{1,3}(?:,\\d{3})++|\\d++)(?:\\.(?<decimals>\\d++))?) *元?");

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /** The amount in a database column of whole fen; named as JDBC mappers look it up. */
    public static Money valueOf(Long fen) {
        return new Money(fen);
    }

    /**
     * Reads an amount in yuan as a clerk types it: {@code 4200.5}, {@code 4,200}, {@code ４２００元}, {@code -30}.
     * Full-width forms, surrounding blanks, commas between groups of three digits and a trailing 元 are accepted.
     *
     * @throws ValueException {@code money.format} (the text) when it is not such an amount, {@code money.decimals} (the
     *     text) when more than two digits follow the point, {@code money.range} (the text) when its fen do not fit a
     *     long
     */
    public static Money ofYuan(String typed) {
        Matcher amount = YUAN.matcher(TypedText.plain(typed));
        if (!amount.matches()) {
            throw new ValueException("money.format", typed);
        }
        if (amount.end("decimals") - amount.start("decimals") > DECIMALS) {
            throw new ValueException("money.decimals", typed);
        }
        BigDecimal yuan = new BigDecimal(amount.group(1).replace(",", ""));
        try {
            return new Money(yuan.movePointRight(DECIMALS).longValueExact());
        } catch (ArithmeticException tooLarge) {
            throw new ValueException("money.range", typed);
        }
    }

    /**
     * The sum of both amounts.
     *
     * @throws ArithmeticException when it does not fit a long
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /**
     * This amount less the other; negative when the other is larger.
     *
     * @throws ArithmeticException when it does not fit a long
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /**
     * This amount taken so many times.
     *
     * @throws ArithmeticException when it does not fit a long
     */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(fen, factor));
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    /** The amount in yuan for machines: a point, two decimals, no grouping, as in {@code 1234.50}. */
    public String yuan() {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** The amount in yuan for people, as in {@code 1,234.50}; {@link #ofYuan} reads it back. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, DECIMALS));
    }
}
