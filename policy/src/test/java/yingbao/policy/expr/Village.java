package yingbao.policy.expr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.expr.Context.Owner;

/** A small vocabulary, and one household of it whose facts each test gives as far as it needs them. */
final class Village {
    static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    number("income", "fen/year", "家庭年收入"),
                    number("savings", "fen", "存款"),
                    number("size", "person", "家庭人口"),
                    flag("urban", "城镇户籍"),
                    coded("kind", "家庭类型", "ordinary", "orphans")),
            List.of(
                    number("birth_date", "date", "出生日期"),
                    text("id_number", "公民身份号码"),
                    text("name", "姓名"),
                    number("age", "year", "周岁"),
                    number("wage", "fen/month", "月工资"),
                    flag("works", "已就业"),
                    flag("ill", "患重病"),
                    coded("grade", "残疾等级", "1", "2", "3", "4")),
            List.of(
                    number("standard", "fen/person/month", "保障标准"),
                    number("line", "fen/year", "收入线"),
                    number("share", "percent", "比例"),
                    number("limit", "fen", "存款上限")),
            Map.of("aid", Holder.HOUSEHOLD, "care", Holder.PERSON));

    static final Expressions EXPRESSIONS = new Expressions(VOCABULARY);

    private static final String HOUSEHOLD_ID = "h1";
    private static final String AREA = "220381";

    private final Map<String, Value> household = new HashMap<>();
    private final Map<String, Map<String, Value>> members = new LinkedHashMap<>();
    private final Map<String, Value> parameters = new HashMap<>();
    private final Map<String, Value> lastYear = new HashMap<>();
    private final Map<Integer, Derivations.Derivation> householdDerivations = new HashMap<>();
    private final Map<Integer, Derivations.Derivation> personDerivations = new HashMap<>();
    private final List<Symbol> letSymbols = new ArrayList<>();
    private final List<Expr> lets = new ArrayList<>();
    private LocalDate asOf = LocalDate.of(2024, 6, 1);
    private Entitlements entitlements = (_, _) -> Value.Flag.FALSE;

    static Symbol number(String name, String unit, String label) {
        return Symbol.of(name, Type.WHOLE, Unit.parse(unit).orElseThrow(), label);
    }

    static Symbol flag(String name, String label) {
        return Symbol.of(name, Type.FLAG, Unit.NONE, label);
    }

    static Symbol text(String name, String label) {
        return Symbol.of(name, Type.TEXT, Unit.NONE, label);
    }

    static Symbol coded(String name, String label, String... codes) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String code : codes) {
            meanings.put(code, label + code);
        }
        return new Symbol(name, Type.TEXT, Unit.NONE, label, "", meanings);
    }

    /** A long, int, boolean or text as the value that expressions work with. */
    static Value of(Object plain) {
        return switch (plain) {
            case Integer whole -> new Value.Whole(whole);
            case Long whole -> new Value.Whole(whole);
            case Boolean flag -> Value.Flag.of(flag);
            case String text -> new Value.Text(text);
            case LocalDate day -> new Value.Whole(day.toEpochDay());
            default -> throw new IllegalArgumentException(plain.toString());
        };
    }

    static Expr compiled(String source, Context context) {
        for (Type type : Type.values()) {
            if (EXPRESSIONS.compile(source, context, type) instanceof Compilation.Accepted accepted) {
                return accepted.expr();
            }
        }
        throw new AssertionError(EXPRESSIONS.compile(source, context, Type.FLAG).toString());
    }

    static Missing missing(String name, String subject) {
        return new Missing(Missing.Kind.FACT, name, subject);
    }

    static Missing missingParameter(String name) {
        return new Missing(Missing.Kind.PARAMETER, name, AREA);
    }

    static Missing missingMembers() {
        return new Missing(Missing.Kind.MEMBERS, "household.members", HOUSEHOLD_ID);
    }

    Village household(String fact, Object value) {
        household.put(fact, of(value));
        return this;
    }

    Village member(String id) {
        members.computeIfAbsent(id, _ -> new HashMap<>());
        return this;
    }

    Village member(String id, String fact, Object value) {
        members.computeIfAbsent(id, _ -> new HashMap<>()).put(fact, of(value));
        return this;
    }

    Village parameter(String name, Object value) {
        parameters.put(name, of(value));
        return this;
    }

    Village lastYear(String name, Object value) {
        lastYear.put(name, of(value));
        return this;
    }

    Village on(LocalDate day) {
        asOf = day;
        return this;
    }

    Village entitlements(Entitlements answers) {
        entitlements = answers;
        return this;
    }

    Village let(String name, String source) {
        Expr expr = compiled(source, new Context(Owner.HOUSEHOLD, letSymbols));
        letSymbols.add(Symbol.of(name, Types.of(expr), Units.infer(expr), name));
        lets.add(expr);
        return this;
    }

    Village derive(Holder holder, String fact, boolean collectable, String source) {
        Expr expr = compiled(source, Context.of(Owner.of(holder)));
        int slot = Vocabulary.slots(VOCABULARY.facts(holder)).getOrDefault(fact, -1);
        (holder == Holder.HOUSEHOLD ? householdDerivations : personDerivations)
                .put(slot, new Derivations.Derivation(expr, collectable));
        return this;
    }

    /** What an expression about the household is worth. */
    Value value(String source) {
        Frame frame = new Frame(situation(), Entitlements.HOUSEHOLD_ITSELF, lets);
        return Evaluator.walkingTheTree().evaluate(compiled(source, new Context(Owner.HOUSEHOLD, letSymbols)), frame);
    }

    /** What an expression about one member is worth. */
    Value valueFor(int person, String source) {
        Frame frame = new Frame(situation(), person, List.of());
        return Evaluator.walkingTheTree().evaluate(compiled(source, Context.of(Owner.PERSON)), frame);
    }

    Situation situation() {
        List<Facts> people = new ArrayList<>();
        members.forEach((id, facts) -> people.add(Facts.of(id, Holder.PERSON, VOCABULARY, facts)));
        return new Situation(
                Facts.of(HOUSEHOLD_ID, Holder.HOUSEHOLD, VOCABULARY, household),
                people,
                new Derivations(householdDerivations, personDerivations),
                slot -> valueOrMissing(parameters, "param", slot),
                slot -> valueOrMissing(lastYear, "last_year", slot),
                asOf,
                entitlements);
    }

    private static Value valueOrMissing(Map<String, Value> values, String owner, int slot) {
        String name = VOCABULARY.parameters().get(slot).name();
        return values.getOrDefault(name, Value.Unknown.of(missingParameter(owner + "." + name)));
    }
}
