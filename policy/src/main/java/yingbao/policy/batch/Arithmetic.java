package yingbao.policy.batch;

/**
 * What kernels call. Whatever does not come out exactly in 64 bits throws, and the household is decided by the other
 * evaluator.
 */
final class Arithmetic {
    /** Where the sign of a number stands among its bits. */
    private static final int SIGN = Long.SIZE - 1;

    private static final int DAY = 100;
    private static final long SEQUENCE = 1_000;

    private Arithmetic() {}

    /** Compares a/b with c/d; denominators are positive. */
    static long compare(long a, long b, long c, long d) {
        return Long.compare(Math.multiplyExact(a, d), Math.multiplyExact(c, b));
    }

    /** One where any bit is set, zero elsewhere; like what follows without a branch. */
    static long isAny(long bits) {
        return (bits | -bits) >>> SIGN;
    }

    /** One where two numbers differ. */
    static long differ(long left, long right) {
        return isAny(left ^ right);
    }

    /** One where a number is less than another, also where their difference does not fit. */
    static long isLess(long left, long right) {
        long difference = left - right;
        return (difference ^ ((left ^ right) & (difference ^ left))) >>> SIGN;
    }

    /** A denominator that came out of the data: refused where it is zero. */
    static long divisor(long denominator) {
        if (denominator == 0) {
            throw new ArithmeticException("division by zero");
        }
        return denominator;
    }

    /** Away from zero to the next multiple of a unit. */
    static long roundUp(long number, long denominator, long unit) {
        long whole = Math.multiplyExact(denominator, unit);
        long quotient = number / whole;
        return Math.multiplyExact(number % whole == 0 ? quotient : Math.addExact(quotient, sign(number)), unit);
    }

    /** Towards zero to a multiple of a unit. */
    static long roundDown(long number, long denominator, long unit) {
        return Math.multiplyExact(number / Math.multiplyExact(denominator, unit), unit);
    }

    /** To the nearest multiple of a unit, exactly half of it away from zero. */
    static long roundHalfUp(long number, long denominator, long unit) {
        long whole = Math.multiplyExact(denominator, unit);
        long quotient = number / whole;
        boolean up = Math.multiplyExact(Math.absExact(number % whole), 2) >= whole;
        return Math.multiplyExact(up ? Math.addExact(quotient, sign(number)) : quotient, unit);
    }

    private static long sign(long number) {
        return number < 0 ? -1 : 1;
    }

    static long ageYears(long birth, long on) {
        return CivilDays.ageYears(birth, on);
    }

    static long monthsBetween(long from, long to) {
        return CivilDays.monthsBetween(from, to);
    }

    /** The birth date inside the first seventeen digits of a citizen id. */
    static long birthDate(long digits) {
        int date = (int) (digits / SEQUENCE % 100_000_000);
        int months = date / DAY;
        return CivilDays.day(months / DAY, months % DAY, date % DAY);
    }

    /** One where the first seventeen digits of a citizen id are those of a male. */
    static long isMale(long digits) {
        // A code in the place of a citizen id has no birth date, and throws there.
        birthDate(digits);
        return digits % 2;
    }

    /** The whole number that a fraction is. */
    static long whole(long number, long denominator) {
        if (number % denominator != 0) {
            throw new ArithmeticException("not a whole number");
        }
        return number / denominator;
    }

    /** The number above a line whose lower number is made positive. */
    static long signed(long number, long denominator) {
        return denominator < 0 ? Math.negateExact(number) : number;
    }

    static long absExact(long number) {
        return Math.absExact(number);
    }
}
