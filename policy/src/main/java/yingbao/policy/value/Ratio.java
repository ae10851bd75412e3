package yingbao.policy.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact fraction, always in lowest terms with a positive denominator, so that equal fractions are equal objects.
 * Amounts stay a ratio of fen until the one {@link Rounding} that a programme states.
 *
 * @param numerator the part above the line, carrying the sign
 * @param denominator the part below the line, at least one
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
    public static final Ratio ZERO = of(0);
    public static final Ratio ONE = of(1);

    private static final Pattern PERCENT = Pattern.compile("(-?\\d++(?:\\.\\d++)?) *%?");
    private static final int PERCENT_DECIMALS = 2;
    private static final long BASIS_POINTS_IN_ONE = 10_000;

    /**
     * Any two whole numbers, which are reduced to lowest terms.
     *
     * @throws ArithmeticException when the denominator is zero
     */
    public Ratio {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a ratio whose denominator is zero");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Ratio of(long whole) {
        return of(whole, 1);
    }

    /**
     * The fraction of two whole numbers.
     *
     * @throws ArithmeticException when the denominator is zero
     */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads a percentage with any number of decimals, with or without its sign: {@code 30}, {@code 12.5%}, {@code ３０％}.
     *
     * @throws ValueException {@code ratio.percent} (the text) when it is not a percentage
     */
    public static Ratio percent(String typed) {
        Matcher percentage = PERCENT.matcher(TypedText.plain(typed));
        if (!percentage.matches()) {
            throw new ValueException("ratio.percent", typed);
        }
        BigDecimal decimal = new BigDecimal(percentage.group(1));
        return new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale() + PERCENT_DECIMALS));
    }

    /** So many hundredths of a percent: 2050 basis points are 20.5 %. */
    public static Ratio basisPoints(long points) {
        return of(points, BASIS_POINTS_IN_ONE);
    }

    public Ratio plus(Ratio other) {
        BigInteger sum = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
        return new Ratio(sum, denominator.multiply(other.denominator));
    }

    public Ratio minus(Ratio other) {
        return plus(other.negate());
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The exact quotient.
     *
     * @throws ArithmeticException when the other is zero
     */
    public Ratio dividedBy(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Ratio negate() {
        return new Ratio(numerator.negate(), denominator);
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /**
     * The whole number that this ratio is.
     *
     * @throws ArithmeticException when it is not whole or does not fit a long
     */
    public long longValueExact() {
        if (!isWhole()) {
            throw new ArithmeticException(this + " is not a whole number");
        }
        return numerator.longValueExact();
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The fraction in lowest terms, as in {@code 3/10}, or {@code 3} when it is whole. */
    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
