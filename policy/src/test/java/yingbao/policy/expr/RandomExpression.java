package yingbao.policy.expr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes random sources that the rule language accepts, over the vocabulary of {@link World}. Numbers come in three kinds
 * that do not mix: counts (persons), factors (no unit), and money, of which no literal but 0 may be written.
 */
final class RandomExpression {
    private static final int DEPTH = 5;
    private static final int LENGTH_MAX = 900;
    private static final int NESTED_FOLDS_MAX = 2;
    private static final List<String> RELATIONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> CODES = List.of("'a'", "'b'", "'c'");

    private final RandomGenerator random;
    private final boolean plainCel;
    private final Deque<String> people = new ArrayDeque<>();
    private int folds = 0;

    private RandomExpression(RandomGenerator random, boolean aboutPerson, boolean plainCel) {
        this.random = random;
        this.plainCel = plainCel;
        if (aboutPerson) {
            people.push(Expressions.PERSON);
        }
    }

    /** A source of the given type; plain CEL leaves out what only the rule language has, such as {@code pct}. */
    static String of(Type type, RandomGenerator random, boolean aboutPerson, boolean plainCel) {
        while (true) {
            String source = new RandomExpression(random, aboutPerson, plainCel).write(type);
            if (source.length() <= LENGTH_MAX) {
                return source;
            }
        }
    }

    private String write(Type type) {
        return switch (type) {
            case FLAG -> flag(DEPTH);
            case WHOLE -> random.nextBoolean() ? count(DEPTH) : money(DEPTH);
            case TEXT -> code(DEPTH);
        };
    }

    private String flag(int depth) {
        if (depth == 0) {
            return flagFact();
        }
        int below = depth - 1;
        return switch (random.nextInt(plainCel ? 13 : 15)) {
            case 0 -> oneOf("true", "false");
            case 1 -> "!" + group(flag(below));
            case 2, 3 -> group(flag(below)) + " && " + group(flag(below));
            case 4, 5 -> group(flag(below)) + " || " + group(flag(below));
            case 6 -> compare(count(below), count(below));
            case 7 -> compare(money(below), oneOf("0", money(below)));
            case 8 -> group(flag(below)) + " ? " + group(flag(below)) + " : " + group(flag(below));
            case 9, 10 -> overMembers(oneOf("all", "exists"), () -> flag(below), this::flagFact);
            case 11 -> code(below) + oneOf(" == ", " != ") + code(below);
            case 12 -> code(below) + " in [" + oneOf(CODES) + ", " + oneOf(CODES) + "]";
            case 13 -> holder() + ".receives('aid')";
            default -> "ageYears(" + date() + ", as_of) " + oneOf(RELATIONS) + " " + random.nextInt(90);
        };
    }

    private String flagFact() {
        return people.isEmpty() || random.nextBoolean()
                ? oneOf("household.urban", "household.rented", "household.needy")
                : person() + oneOf(".works", ".ill", ".poor");
    }

    /** A number of persons, or a literal. */
    private String count(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? literal() : countFact();
        }
        int below = depth - 1;
        return switch (random.nextInt(plainCel ? 9 : 11)) {
            case 0 -> literal();
            case 1 -> countFact();
            case 2 -> group(count(below)) + oneOf(" + ", " - ") + group(count(below));
            case 3 -> "-" + group(count(below));
            case 4 -> group(countFact() + " + " + group(count(below))) + " * " + group(factor(below));
            case 5 -> group(flag(below)) + " ? " + group(count(below)) + " : " + group(count(below));
            case 6 -> overMembers("count", () -> flag(below), this::countFact);
            case 7 -> overMembers("sum", () -> count(below), this::countFact);
            case 8 -> oneOf("least(", "greatest(") + count(below) + ", " + count(below) + ")";
            case 9 -> oneOf("pct(", "bp(") + count(below) + ", " + random.nextInt(-50, 300) + ")";
            default -> "mulDiv(" + countFact() + ", " + factor(below) + ", " + factor(below) + ")";
        };
    }

    private String countFact() {
        return people.isEmpty() || random.nextBoolean()
                ? oneOf("household.rooms", "household.guests", "param.quota", "last_year.quota")
                : person() + oneOf(".children", ".jobs");
    }

    private String factor(int depth) {
        if (depth == 0) {
            return people.isEmpty() || random.nextBoolean()
                    ? oneOf("household.factor", literal())
                    : person() + ".points";
        }
        return switch (random.nextInt(4)) {
            case 0 -> literal();
            case 1 -> group(factor(depth - 1)) + " * " + group(factor(depth - 1));
            default -> factor(0);
        };
    }

    private String money(int depth) {
        if (depth == 0) {
            return moneyFact();
        }
        int below = depth - 1;
        return switch (random.nextInt(plainCel ? 7 : 11)) {
            case 0 -> moneyFact();
            case 1 -> group(money(below)) + oneOf(" + ", " - ") + group(money(below));
            case 2 -> "-" + group(money(below));
            case 3 -> group(money(below)) + " * " + group(factor(below));
            case 4 -> group(flag(below)) + " ? " + group(money(below)) + " : " + oneOf("0", group(money(below)));
            case 5 -> overMembers("sum", () -> money(below), this::moneyFact);
            case 6 -> oneOf("least(", "greatest(") + money(below) + ", " + money(below) + ")";
            case 7, 8 -> "pct(" + money(below) + ", " + oneOf("param.share", "30") + ")";
            case 9 -> "mulDiv(" + money(below) + ", " + factor(below) + ", " + factor(below) + ")";
            default -> oneOf("ceilYuan", "floorYuan", "roundYuan", "ceilJiao") + group(money(below));
        };
    }

    private String moneyFact() {
        return people.isEmpty() || random.nextBoolean()
                ? oneOf("household.income", "household.savings", "param.line", "last_year.line")
                : person() + oneOf(".wage", ".means");
    }

    private String code(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return group(
                    group(flag(depth - 1)) + " ? " + code(depth - 1) + " : " + oneOf(oneOf(CODES), code(depth - 1)));
        }
        return people.isEmpty() || random.nextBoolean() ? "household.kind" : person() + ".grade";
    }

    private String date() {
        return people.isEmpty() ? "as_of" : person() + ".born";
    }

    private String overMembers(String macro, Writer body, Writer instead) {
        if (folds == NESTED_FOLDS_MAX) {
            return instead.write();
        }
        String member = "m" + folds;
        folds++;
        people.push(member);
        try {
            return "household.members." + macro + "(" + member + ", " + body.write() + ")";
        } finally {
            people.pop();
            folds--;
        }
    }

    private String person() {
        return oneOf(List.copyOf(people));
    }

    private String holder() {
        return people.isEmpty() ? Expressions.HOUSEHOLD : person();
    }

    private String literal() {
        return switch (random.nextInt(12)) {
            case 0 -> oneOf("9223372036854775807", "-9223372036854775808", "4611686018427387904", "3037000500");
            case 1 -> "-" + random.nextInt(1, 4);
            default -> Integer.toString(random.nextInt(6));
        };
    }

    private String compare(String left, String right) {
        return group(left) + " " + oneOf(RELATIONS) + " " + group(right);
    }

    private static String group(String source) {
        return "(" + source + ")";
    }

    private String oneOf(String... choices) {
        return oneOf(List.of(choices));
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @FunctionalInterface
    private interface Writer {
        String write();
    }
}
