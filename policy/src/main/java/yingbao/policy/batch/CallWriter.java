package yingbao.policy.batch;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import yingbao.policy.batch.Operand.Place;
import yingbao.policy.expr.Expr;

/** Writes the code of the named functions. */
final class CallWriter {
    private static final long JIAO_FEN = 10;
    private static final long YUAN_FEN = 100;
    private static final long HUNDRED = 100;
    private static final long TEN_THOUSAND = 10_000;
    private static final long MONTHS = 12;

    private final Code code;
    private final Names names;
    private final KernelWriter expressions;
    private final Straight straight;

    CallWriter(Code code, Names names, KernelWriter expressions) {
        this.code = code;
        this.straight = new Straight(code);
        this.names = names;
        this.expressions = expressions;
    }

    Operand write(Expr.Call call) {
        List<Operand> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(expressions.write(argument)));
        return switch (call.function()) {
            case PCT -> scaled(arguments, new Place.Constant(HUNDRED));
            case BP -> scaled(arguments, new Place.Constant(TEN_THOUSAND));
            case MUL_DIV -> divided(arguments, Denominators.divisor(call));
            case CEIL_YUAN -> rounded("roundUp", YUAN_FEN, arguments.getFirst());
            case FLOOR_YUAN -> rounded("roundDown", YUAN_FEN, arguments.getFirst());
            case ROUND_YUAN -> rounded("roundHalfUp", YUAN_FEN, arguments.getFirst());
            case CEIL_JIAO -> rounded("roundUp", JIAO_FEN, arguments.getFirst());
            case LEAST -> chosen(arguments, true);
            case GREATEST -> chosen(arguments, false);
            case AGE_YEARS -> dates("ageYears", arguments);
            case MONTHS_BETWEEN -> dates("monthsBetween", arguments);
            case BIRTH_DATE_OF -> ofCitizenId(arguments.getFirst());
            case SEX_OF -> sex(arguments.getFirst());
            case MONTHS_PER_YEAR -> expressions.known(new Place.Constant(MONTHS));
            case ONE_PERSON -> expressions.known(Operand.ONE);
        };
    }

    private Operand scaled(List<Operand> arguments, Place over) {
        Operand amount = arguments.get(0);
        Operand factor = arguments.get(1);
        return new Operand(
                code.exactly("multiplyExact", amount.number(), factor.number()),
                expressions.over(expressions.over(amount.denominator(), factor.denominator()), over),
                code.or(amount.missing(), factor.missing()));
    }

    private Operand divided(List<Operand> arguments, OptionalLong constant) {
        if (constant.isPresent()) {
            return scaled(arguments, new Place.Constant(constant.getAsLong()));
        }
        Operand divisor = arguments.get(2);
        Operand product = scaled(arguments, Operand.ONE);
        List<Place> missing = code.or(product.missing(), divisor.missing());
        Place.Local number = code.local(0);
        Place.Local denominator = code.local(1);
        Label end = code.label();
        // What is not known is zero, by which nobody shall divide.
        code.ifMissing(missing, end);
        Place over = code.call("divisor", divisor.number());
        Place top = code.exactly("multiplyExact", product.number(), divisor.denominator());
        Place bottom = code.exactly("multiplyExact", product.denominator(), over);
        code.set(number, code.call("signed", top, bottom));
        code.set(denominator, code.call("absExact", bottom));
        code.bind(end);
        return new Operand(number, denominator, missing);
    }

    private Operand rounded(String function, long unitFen, Operand amount) {
        return new Operand(
                code.call(function, amount.number(), amount.denominator(), new Place.Constant(unitFen)),
                Operand.ONE,
                amount.missing());
    }

    private Operand chosen(List<Operand> arguments, boolean smaller) {
        Operand left = arguments.get(0);
        Operand right = arguments.get(1);
        Place isRight = smaller ? straight.isLess(right, left) : straight.isLess(left, right);
        return new Operand(
                code.chosen(isRight, right.number(), left.number()),
                code.chosen(isRight, right.denominator(), left.denominator()),
                code.or(left.missing(), right.missing()));
    }

    private Operand dates(String function, List<Operand> arguments) {
        return new Operand(
                code.call(function, whole(arguments.get(0)), whole(arguments.get(1))),
                Operand.ONE,
                code.or(arguments.get(0).missing(), arguments.get(1).missing()));
    }

    /** A number that has to come out whole, as a day does even where half of a span was added to it. */
    private Place whole(Operand operand) {
        return operand.isWhole() ? operand.number() : code.call("whole", operand.number(), operand.denominator());
    }

    private Operand ofCitizenId(Operand digits) {
        Place.Local date = code.local(0);
        Label end = code.label();
        code.ifMissing(digits.missing(), end);
        code.set(date, code.call("birthDate", digits.number()));
        code.bind(end);
        return new Operand(date, Operand.ONE, digits.missing());
    }

    private Operand sex(Operand digits) {
        Place.Local result = code.local(names.code("2"));
        Label end = code.label();
        code.ifMissing(digits.missing(), end);
        Place male = code.call("isMale", digits.number());
        code.ifZero(male, end);
        code.set(result, new Place.Constant(names.code("1")));
        code.bind(end);
        return new Operand(result, Operand.ONE, digits.missing());
    }
}
