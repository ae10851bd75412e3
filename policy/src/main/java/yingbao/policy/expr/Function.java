package yingbao.policy.expr;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.List;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.Days;
import yingbao.policy.value.Money;
import yingbao.policy.value.Ratio;
import yingbao.policy.value.Rounding;
import yingbao.policy.value.ValueException;

/**
 * The named functions of the rule language, with exact definitions.
 *
 * <p>{@code pct}, {@code bp} and {@code mulDiv} yield exact fractions; nothing is truncated. Only the functions that say
 * so in their name round, and the programme's one stated rounding does so last.
 */
public enum Function {
    /** {@code pct(a, p)}: p per cent of a, exactly a×p/100. */
    PCT("pct", ImmutableList.of(Type.WHOLE, Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return scaled(arguments.get(0), arguments.get(1), Ratio.of(100));
        }
    },
    /** {@code bp(a, b)}: b ten-thousandths of a, exactly a×b/10000. */
    BP("bp", ImmutableList.of(Type.WHOLE, Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return scaled(arguments.get(0), arguments.get(1), Ratio.of(10_000));
        }
    },
    /** {@code mulDiv(a, b, c)}: exactly a×b/c; division by zero is a failure. */
    MUL_DIV("mulDiv", ImmutableList.of(Type.WHOLE, Type.WHOLE, Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return scaled(arguments.get(0), arguments.get(1), Numbers.ratio(arguments.get(2)));
        }
    },
    /** {@code ceilYuan(a)}: a in fen, raised to the next whole yuan. */
    CEIL_YUAN("ceilYuan", ImmutableList.of(Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return rounded(arguments, Rounding.Mode.UP, Rounding.Unit.YUAN);
        }
    },
    /** {@code floorYuan(a)}: a in fen, cut to whole yuan. */
    FLOOR_YUAN("floorYuan", ImmutableList.of(Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return rounded(arguments, Rounding.Mode.DOWN, Rounding.Unit.YUAN);
        }
    },
    /** {@code roundYuan(a)}: a in fen, to the nearest yuan, half up. */
    ROUND_YUAN("roundYuan", ImmutableList.of(Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return rounded(arguments, Rounding.Mode.HALF_UP, Rounding.Unit.YUAN);
        }
    },
    /** {@code ceilJiao(a)}: a in fen, raised to the next whole jiao. */
    CEIL_JIAO("ceilJiao", ImmutableList.of(Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return rounded(arguments, Rounding.Mode.UP, Rounding.Unit.JIAO);
        }
    },
    /** {@code least(a, b)}: the smaller. */
    LEAST("least", ImmutableList.of(Type.WHOLE, Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return Numbers.compare(arguments.get(0), arguments.get(1)) <= 0 ? arguments.get(0) : arguments.get(1);
        }
    },
    /** {@code greatest(a, b)}: the larger. */
    GREATEST("greatest", ImmutableList.of(Type.WHOLE, Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return Numbers.compare(arguments.get(0), arguments.get(1)) >= 0 ? arguments.get(0) : arguments.get(1);
        }
    },
    /** {@code ageYears(birth, on)}: completed years of age on a day. */
    AGE_YEARS("ageYears", ImmutableList.of(Type.WHOLE, Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return new Value.Whole(Days.ageYears(Numbers.date(arguments.get(0)), Numbers.date(arguments.get(1))));
        }
    },
    /** {@code monthsBetween(from, to)}: completed months from one day to another. */
    MONTHS_BETWEEN("monthsBetween", ImmutableList.of(Type.WHOLE, Type.WHOLE), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return new Value.Whole(Days.monthsBetween(Numbers.date(arguments.get(0)), Numbers.date(arguments.get(1))));
        }
    },
    /** {@code birthDateOf(id)}: the birth date inside a citizen id, GB 11643-1999. */
    BIRTH_DATE_OF("birthDateOf", ImmutableList.of(Type.TEXT), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            LocalDate birthDate = citizenId(arguments.getFirst()).birthDate();
            return new Value.Whole(birthDate.toEpochDay());
        }
    },
    /** {@code sexOf(id)}: the GB/T 2261.1 code of the sex inside a citizen id. */
    SEX_OF("sexOf", ImmutableList.of(Type.TEXT), Type.TEXT) {
        @Override
        Value apply(List<Value> arguments) {
            return new Value.Text(
                    Integer.toString(citizenId(arguments.getFirst()).sex().code()));
        }
    },
    /** {@code months_per_year}: twelve, with the unit that turns a monthly rate into a yearly one. */
    MONTHS_PER_YEAR("months_per_year", ImmutableList.of(), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return new Value.Whole(12);
        }
    },
    /** {@code one_person}: one, with the unit that turns a rate per head into the amount for one person. */
    ONE_PERSON("one_person", ImmutableList.of(), Type.WHOLE) {
        @Override
        Value apply(List<Value> arguments) {
            return new Value.Whole(1);
        }
    };

    private final String spelling;
    private final ImmutableList<Type> parameters;
    private final Type result;

    Function(String spelling, ImmutableList<Type> parameters, Type result) {
        this.spelling = spelling;
        this.parameters = ImmutableList.copyOf(parameters);
        this.result = result;
    }

    /** How expressions write it. */
    public String spelling() {
        return spelling;
    }

    /** Argument types in order; none for a named constant. */
    public List<Type> parameters() {
        return parameters;
    }

    public Type result() {
        return result;
    }

    /** Whether it is a named constant, written without parentheses. */
    boolean isConstant() {
        return parameters.isEmpty();
    }

    /**
     * The value for known arguments.
     *
     * @throws ArithmeticException on overflow or division by zero
     * @throws ValueException for a text that is no citizen id
     */
    abstract Value apply(List<Value> arguments);

    private static Value scaled(Value amount, Value factor, Ratio divisor) {
        if (divisor.equals(Ratio.ZERO)) {
            throw new ArithmeticException("division by zero");
        }
        return Numbers.simplest(
                Numbers.ratio(amount).times(Numbers.ratio(factor)).dividedBy(divisor));
    }

    private static Value rounded(List<Value> arguments, Rounding.Mode mode, Rounding.Unit unit) {
        Money money = new Rounding(mode, unit).round(Numbers.ratio(arguments.getFirst()));
        return new Value.Whole(money.fen());
    }

    private static CitizenId citizenId(Value text) {
        return CitizenId.parse(((Value.Text) text).value());
    }

    /** Whole numbers and fractions as one kind of number. */
    static final class Numbers {
        private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
        private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
        private static final ValueRange DAYS = ChronoField.EPOCH_DAY.range();

        private Numbers() {}

        static Ratio ratio(Value value) {
            return switch (value) {
                case Value.Whole whole -> Ratio.of(whole.value());
                case Value.Fraction fraction -> fraction.value();
                case Value.Flag _, Value.Text _, Value.Unknown _, Value.Failure _ ->
                    throw new IllegalStateException("not a number: " + value);
            };
        }

        static Value simplest(Ratio ratio) {
            if (!ratio.isWhole()) {
                return new Value.Fraction(ratio);
            }
            BigInteger whole = ratio.numerator();
            if (whole.compareTo(MAX) > 0 || whole.compareTo(MIN) < 0) {
                throw new ArithmeticException("long overflow");
            }
            return new Value.Whole(whole.longValueExact());
        }

        static int compare(Value left, Value right) {
            if (left instanceof Value.Whole(long leftWhole) && right instanceof Value.Whole(long rightWhole)) {
                return Long.compare(leftWhole, rightWhole);
            }
            return ratio(left).compareTo(ratio(right));
        }

        static LocalDate date(Value value) {
            if (value instanceof Value.Whole(long day) && DAYS.isValidValue(day)) {
                return LocalDate.ofEpochDay(day);
            }
            throw new ArithmeticException("not a day of the calendar");
        }
    }
}
