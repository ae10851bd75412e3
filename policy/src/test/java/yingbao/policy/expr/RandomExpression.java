package yingbao.policy.expr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Writes random sources that the rule language accepts. Numbers come in kinds that do not mix: counts (persons), factors
 * (no unit), and money, of which no literal but 0 may be written.
 */
public final class RandomExpression {
    /** A citizen id that sources compare with. */
    public static final String CITIZEN = "22010119900307101X";

    private static final int LENGTH_MAX = 900;
    private static final int NESTED_FOLDS_MAX = 2;
    private static final List<String> RELATIONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> CODES = List.of("'a'", "'b'", "'c'");

    private final RandomGenerator random;
    private final Names names;
    private final Deque<String> people = new ArrayDeque<>();
    private int folds = 0;

    /** What kind of thing a name stands for. */
    public enum Kind {
        FLAG,
        COUNT,
        FACTOR,
        MONEY,
        CODE,
        DATE,
        CITIZEN_ID
    }

    /** How much of the language is used. */
    public enum Reach {
        /** What Google's evaluator knows as well. */
        PLAIN_CEL,
        WHOLE_LANGUAGE,
        /** Without what seldom has a value: large literals, divisions by zero, deep products. */
        SMALL_NUMBERS;

        boolean isPlain() {
            return this == PLAIN_CEL;
        }

        int depth() {
            return this == SMALL_NUMBERS ? 4 : 5;
        }
    }

    /**
     * What sources may name.
     *
     * @param anywhere whole names, such as {@code household.rooms}, by kind
     * @param ofPerson names of a person's facts, by kind
     * @param householdProgrammes programmes that anybody may be asked about
     * @param personProgrammes programmes that only persons may be asked about
     */
    public record Names(
            Map<Kind, List<String>> anywhere,
            Map<Kind, List<String>> ofPerson,
            List<String> householdProgrammes,
            List<String> personProgrammes,
            Reach reach) {
        List<String> anywhere(Kind kind) {
            return anywhere.getOrDefault(kind, List.of());
        }

        List<String> ofPerson(Kind kind) {
            return ofPerson.getOrDefault(kind, List.of());
        }

        /** With one more name that may stand anywhere. */
        public Names with(Kind kind, String name) {
            return new Names(more(anywhere, kind, name), ofPerson, householdProgrammes, personProgrammes, reach);
        }

        /** With one more fact of a person. */
        public Names withFactOfPerson(Kind kind, String name) {
            return new Names(anywhere, more(ofPerson, kind, name), householdProgrammes, personProgrammes, reach);
        }

        /** With other programmes to ask about. */
        public Names withProgrammes(List<String> ofHousehold, List<String> ofPersons) {
            return new Names(anywhere, ofPerson, ofHousehold, ofPersons, reach);
        }

        private static Map<Kind, List<String>> more(Map<Kind, List<String>> names, Kind kind, String name) {
            Map<Kind, List<String>> all = new EnumMap<>(names);
            all.merge(
                    kind,
                    List.of(name),
                    (former, added) ->
                            Stream.concat(former.stream(), added.stream()).toList());
            return all;
        }
    }

    private RandomExpression(RandomGenerator random, boolean aboutPerson, Names names) {
        this.random = random;
        this.names = names;
        if (aboutPerson) {
            people.push(Expressions.PERSON);
        }
    }

    /**
     * A source over the vocabulary of {@link World}; plain CEL leaves out what only the rule language has, such as
     * {@code pct}.
     */
    static String of(Type type, RandomGenerator random, boolean aboutPerson, boolean plainCel) {
        return new RandomExpression(random, aboutPerson, World.names(plainCel ? Reach.PLAIN_CEL : Reach.WHOLE_LANGUAGE))
                .bounded(
                        switch (type) {
                            case FLAG -> Kind.FLAG;
                            case WHOLE -> random.nextBoolean() ? Kind.COUNT : Kind.MONEY;
                            case TEXT -> Kind.CODE;
                        });
    }

    /** A source of some kind over some names. */
    public static String of(Kind kind, RandomGenerator random, boolean aboutPerson, Names names) {
        return new RandomExpression(random, aboutPerson, names).bounded(kind);
    }

    private String bounded(Kind kind) {
        while (true) {
            String source = write(kind);
            if (source.length() <= LENGTH_MAX) {
                return source;
            }
        }
    }

    private String write(Kind kind) {
        return switch (kind) {
            case FLAG -> flag(names.reach().depth());
            case COUNT -> count(names.reach().depth());
            case FACTOR -> factor(names.reach().depth());
            case MONEY -> money(names.reach().depth());
            case CODE -> code(names.reach().depth());
            case DATE -> date(names.reach().depth());
            case CITIZEN_ID -> name(Kind.CITIZEN_ID);
        };
    }

    private String flag(int depth) {
        if (depth == 0) {
            return name(Kind.FLAG);
        }
        int below = depth - 1;
        return switch (random.nextInt(names.reach().isPlain() ? 13 : 18)) {
            case 0 -> oneOf("true", "false");
            case 1 -> "!" + group(flag(below));
            case 2, 3 -> group(flag(below)) + " && " + group(flag(below));
            case 4, 5 -> group(flag(below)) + " || " + group(flag(below));
            case 6 -> compare(count(below), count(below));
            case 7 -> compare(money(below), oneOf("0", money(below)));
            case 8 -> group(flag(below)) + " ? " + group(flag(below)) + " : " + group(flag(below));
            case 9, 10 -> overMembers(oneOf("all", "exists"), () -> flag(below), () -> name(Kind.FLAG));
            case 11 -> code(below) + oneOf(" == ", " != ") + code(below);
            case 12 -> code(below) + " in [" + oneOf(CODES) + ", " + oneOf(CODES) + "]";
            case 13, 14 -> receives();
            case 15 ->
                "ageYears(" + date(below) + ", " + date(below) + ") " + oneOf(RELATIONS) + " " + random.nextInt(90);
            case 16 ->
                "monthsBetween(" + date(below) + ", " + date(below) + ") " + oneOf(RELATIONS) + " "
                        + random.nextInt(900);
            default -> citizenId();
        };
    }

    /** A number of persons, or a literal. */
    private String count(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? literal() : name(Kind.COUNT);
        }
        int below = depth - 1;
        return switch (random.nextInt(names.reach().isPlain() ? 9 : 12)) {
            case 0 -> literal();
            case 1 -> name(Kind.COUNT);
            case 2 -> group(count(below)) + oneOf(" + ", " - ") + group(count(below));
            case 3 -> "-" + group(count(below));
            case 4 -> group(name(Kind.COUNT) + " + " + group(count(below))) + " * " + group(factor(below));
            case 5 -> group(flag(below)) + " ? " + group(count(below)) + " : " + group(count(below));
            case 6 -> overMembers("count", () -> flag(below), () -> name(Kind.COUNT));
            case 7 -> overMembers("sum", () -> count(below), () -> name(Kind.COUNT));
            case 8 -> oneOf("least(", "greatest(") + count(below) + ", " + count(below) + ")";
            case 9 -> oneOf("pct(", "bp(") + count(below) + ", " + random.nextInt(-50, 300) + ")";
            case 10 -> group(factor(below)) + " * one_person";
            default -> "mulDiv(" + name(Kind.COUNT) + ", " + factor(below) + ", " + divisor(below) + ")";
        };
    }

    private String factor(int depth) {
        if (depth == 0) {
            return ofPerson() ? ofPerson(Kind.FACTOR) : oneOf(oneOf(names.anywhere(Kind.FACTOR)), literal());
        }
        return switch (random.nextInt(names.reach().isPlain() ? 4 : 5)) {
            case 0 -> literal();
            case 1 -> group(factor(depth - 1)) + " * " + group(factor(depth - 1));
            case 4 -> "mulDiv(" + name(Kind.COUNT) + ", " + factor(0) + ", one_person)";
            default -> factor(0);
        };
    }

    private String divisor(int depth) {
        return names.reach() == Reach.SMALL_NUMBERS && random.nextInt(3) != 0
                ? oneOf("2", "3", "-4", "1", "12")
                : factor(depth);
    }

    private String money(int depth) {
        if (depth == 0) {
            return name(Kind.MONEY);
        }
        int below = depth - 1;
        return switch (random.nextInt(names.reach().isPlain() ? 7 : 12)) {
            case 0 -> name(Kind.MONEY);
            case 1 -> group(money(below)) + oneOf(" + ", " - ") + group(money(below));
            case 2 -> "-" + group(money(below));
            case 3 -> group(money(below)) + " * " + group(factor(below));
            case 4 -> group(flag(below)) + " ? " + group(money(below)) + " : " + oneOf("0", group(money(below)));
            case 5 -> overMembers("sum", () -> money(below), () -> name(Kind.MONEY));
            case 6 -> oneOf("least(", "greatest(") + money(below) + ", " + money(below) + ")";
            case 7 -> oneOf("pct(", "bp(") + money(below) + ", 30)";
            case 8 -> "pct(" + money(below) + ", param.share)";
            case 9 -> "mulDiv(" + money(below) + ", " + factor(below) + ", " + divisor(below) + ")";
            case 10 -> "mulDiv(" + money(below) + ", " + literal() + ", months_per_year) * months_per_year";
            default -> oneOf("ceilYuan", "floorYuan", "roundYuan", "ceilJiao") + group(money(below));
        };
    }

    private String code(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return group(
                    group(flag(depth - 1)) + " ? " + code(depth - 1) + " : " + oneOf(oneOf(CODES), code(depth - 1)));
        }
        return name(Kind.CODE);
    }

    private String date(int depth) {
        int below = depth - 1;
        return switch (depth > 0 ? random.nextInt(8) : 0) {
            case 7 -> oneOf("least(", "greatest(") + date(below) + ", " + date(below) + ")";
            case 6 -> group(group(flag(below)) + " ? " + date(below) + " : " + date(below));
            case 5 -> group(date(below) + oneOf(" + ", " - ") + random.nextInt(400));
            case 4 ->
                group(date(below) + " - mulDiv(" + date(below) + " - " + date(below) + ", 2, "
                        + oneOf("1", "1", "1", "-2", "-2", "-2", "-2", "4") + ")");
            case 2, 3 ->
                people.isEmpty() || names.ofPerson(Kind.CITIZEN_ID).isEmpty()
                        ? name(Kind.DATE)
                        : "birthDateOf(" + ofPerson(Kind.CITIZEN_ID) + ")";
            default -> name(Kind.DATE);
        };
    }

    /** Something about citizen ids; where there are none, about codes. */
    private String citizenId() {
        if (people.isEmpty() || names.ofPerson(Kind.CITIZEN_ID).isEmpty()) {
            return code(1) + oneOf(" == ", " != ") + oneOf(CODES);
        }
        String id = ofPerson(Kind.CITIZEN_ID);
        return switch (random.nextInt(5)) {
            case 0 -> "sexOf(" + id + ") == " + oneOf("'1'", "'2'");
            case 1 -> "sexOf(" + id + ") in ['2', '9']";
            case 2 -> "sexOf(" + id + ") != sexOf(" + ofPerson(Kind.CITIZEN_ID) + ")";
            case 3 -> id + oneOf(" == ", " != ") + ofPerson(Kind.CITIZEN_ID);
            default -> id + oneOf(" == ", " != ") + oneOf("'" + CITIZEN + "'", "'a'");
        };
    }

    private String receives() {
        boolean ofHousehold = people.isEmpty() || names.personProgrammes().isEmpty() || random.nextBoolean();
        List<String> programmes = ofHousehold ? names.householdProgrammes() : names.personProgrammes();
        String holder = people.isEmpty() || (ofHousehold && random.nextInt(4) == 0) ? Expressions.HOUSEHOLD : person();
        return programmes.isEmpty() ? name(Kind.FLAG) : holder + ".receives('" + oneOf(programmes) + "')";
    }

    /** Something that has a name, of the household, of somebody in it, or of the policy. */
    private String name(Kind kind) {
        return ofPerson() && !names.ofPerson(kind).isEmpty() ? ofPerson(kind) : oneOf(names.anywhere(kind));
    }

    private boolean ofPerson() {
        return !people.isEmpty() && random.nextBoolean();
    }

    private String ofPerson(Kind kind) {
        return person() + "." + oneOf(names.ofPerson(kind));
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

    private String literal() {
        return switch (names.reach() == Reach.SMALL_NUMBERS ? random.nextInt(1, 12) : random.nextInt(12)) {
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
