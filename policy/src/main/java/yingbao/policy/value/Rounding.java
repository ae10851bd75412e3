package yingbao.policy.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The one stated rounding of a programme: the direction, and the unit that the result is a whole multiple of.
 *
 * @param mode the direction
 * @param to the unit of the result
 */
public record Rounding(Mode mode, Unit to) {
    /**
     * The direction of rounding; all are symmetric about zero, so that a recovery mirrors the payment it takes back.
     */
    public enum Mode {
        /** Away from zero to the next unit, 进位: for amounts from zero up this is the ceiling. */
        UP(RoundingMode.UP),
        /** Towards zero to the unit before, 舍去: for amounts from zero up this is the floor. */
        DOWN(RoundingMode.DOWN),
        /** To the nearest unit, exactly half a unit away from zero, 四舍五入. */
        HALF_UP(RoundingMode.HALF_UP);

        private final RoundingMode arithmetic;

        Mode(RoundingMode arithmetic) {
            this.arithmetic = arithmetic;
        }
    }

    /** What the rounded amount is a whole multiple of. */
    public enum Unit {
        FEN(1),
        JIAO(10),
        YUAN(100),
        TEN_YUAN(1000);

        private final long fen;

        Unit(long fen) {
            this.fen = fen;
        }

        /** The size of the unit in fen. */
        public long fen() {
            return fen;
        }
    }

    /**
     * Rounds an exact amount in fen; an amount that already is a multiple of the unit is unchanged.
     *
     * @throws ArithmeticException when the result does not fit a long
     */
    public Money round(Ratio fen) {
        BigInteger unit = BigInteger.valueOf(to.fen);
        BigDecimal units = new BigDecimal(fen.numerator())
                .divide(new BigDecimal(fen.denominator().multiply(unit)), 0, mode.arithmetic);
        return new Money(units.toBigIntegerExact().multiply(unit).longValueExact());
    }
}
