package yingbao.policy.expr;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import yingbao.policy.expr.Context.Owner;
import yingbao.policy.expr.RandomExpression.Kind;
import yingbao.policy.expr.RandomExpression.Names;
import yingbao.policy.expr.RandomExpression.Reach;

/**
 * A random household of which everything is known, and the situations in which only part of it is. What is known is a map
 * from what would be missing without it, so that a gap is a key left out.
 *
 * @param truth a value for everything that can be asked for
 * @param members how many members there are
 */
public record World(SortedMap<Missing, Value> truth, int members) {
    public static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    Village.number("rooms", "person", "间"),
                    Village.number("guests", "person", "客"),
                    Village.number("factor", "none", "系数"),
                    Village.number("income", "fen", "收入"),
                    Village.number("savings", "fen", "存款"),
                    Village.flag("urban", "城镇"),
                    Village.flag("rented", "租房"),
                    Village.flag("needy", "困难"),
                    Village.coded("kind", "类型", "a", "b", "c")),
            List.of(
                    Village.number("children", "person", "子女"),
                    Village.number("jobs", "person", "工作"),
                    Village.number("points", "none", "分"),
                    Village.number("wage", "fen", "工资"),
                    Village.number("means", "fen", "财力"),
                    Village.number("born", "date", "出生"),
                    Village.flag("works", "就业"),
                    Village.flag("ill", "患病"),
                    Village.flag("poor", "低收入"),
                    Village.coded("grade", "等级", "a", "b", "c")),
            List.of(
                    Village.number("quota", "person", "名额"),
                    Village.number("line", "fen", "线"),
                    Village.number("share", "percent", "比例")),
            Map.of("aid", Holder.HOUSEHOLD));

    static final Expressions EXPRESSIONS = new Expressions(VOCABULARY);

    private static final String HOUSEHOLD_ID = "h";
    private static final String AREA = "220381";
    private static final LocalDate AS_OF = LocalDate.of(2024, 2, 29);
    private static final Missing MEMBER_LIST = new Missing(Missing.Kind.MEMBERS, "household.members", HOUSEHOLD_ID);
    private static final int MEMBERS_MAX = 3;

    /** The one derived fact that nobody may give. */
    private static final String MEANS = "means";

    private static final Derivations DERIVATIONS = derivations();

    /** What random sources over this vocabulary name. */
    public static Names names(Reach reach) {
        return new Names(
                Map.of(
                        Kind.FLAG, List.of("household.urban", "household.rented", "household.needy"),
                        Kind.COUNT, List.of("household.rooms", "household.guests", "param.quota", "last_year.quota"),
                        Kind.FACTOR, List.of("household.factor"),
                        Kind.MONEY, List.of("household.income", "household.savings", "param.line", "last_year.line"),
                        Kind.CODE, List.of("household.kind"),
                        Kind.DATE, List.of("as_of")),
                Map.of(
                        Kind.FLAG, List.of("works", "ill", "poor"),
                        Kind.COUNT, List.of("children", "jobs"),
                        Kind.FACTOR, List.of("points"),
                        Kind.MONEY, List.of("wage", "means"),
                        Kind.CODE, List.of("grade"),
                        Kind.DATE, List.of("born")),
                List.of("aid"),
                List.of(),
                reach);
    }

    /** Everything about a random household; derived facts that people may give agree with their derivation. */
    static World random(RandomGenerator random) {
        World world = withEveryFactGiven(random);
        world.settleDerivedFacts();
        return world;
    }

    /** Everything about a random household; no fact is derived, for every one is given. */
    static World withEveryFactGiven(RandomGenerator random) {
        SortedMap<Missing, Value> truth = new TreeMap<>();
        int members = random.nextInt(1, MEMBERS_MAX + 1);
        truth.put(MEMBER_LIST, new Value.Whole(members));
        for (Symbol symbol : VOCABULARY.household()) {
            truth.put(fact(Holder.HOUSEHOLD, symbol.name(), HOUSEHOLD_ID), value(symbol, random));
        }
        truth.put(fact(Holder.HOUSEHOLD, "applied", HOUSEHOLD_ID), Value.Flag.of(random.nextBoolean()));
        for (int person = 0; person < members; person++) {
            for (Symbol symbol : VOCABULARY.person()) {
                truth.put(fact(Holder.PERSON, symbol.name(), personId(person)), value(symbol, random));
            }
            truth.put(fact(Holder.PERSON, "applied", personId(person)), Value.Flag.of(random.nextBoolean()));
        }
        for (Symbol symbol : VOCABULARY.parameters()) {
            truth.put(parameter("param", symbol.name()), value(symbol, random));
            truth.put(parameter("last_year", symbol.name()), value(symbol, random));
        }
        return new World(truth, members);
    }

    /** The truth without some of it; the member list stays where somebody must be pointed at. */
    SortedMap<Missing, Value> withGaps(RandomGenerator random, boolean keepMembers) {
        SortedMap<Missing, Value> known = new TreeMap<>(truth);
        int share = random.nextInt(1, 10);
        known.keySet().removeIf(key -> !(keepMembers && key.equals(MEMBER_LIST)) && random.nextInt(10) < share);
        return known;
    }

    /** What an expression sees for whoever knows just this much. */
    Situation situation(Map<Missing, Value> known) {
        int listed = known.containsKey(MEMBER_LIST) ? members : 0;
        return new Situation(
                facts(Holder.HOUSEHOLD, HOUSEHOLD_ID, known),
                IntStream.range(0, listed)
                        .mapToObj(person -> facts(Holder.PERSON, personId(person), known))
                        .toList(),
                DERIVATIONS,
                slot -> lookUp(
                        parameter("param", VOCABULARY.parameters().get(slot).name()), known),
                slot -> lookUp(
                        parameter("last_year", VOCABULARY.parameters().get(slot).name()), known),
                AS_OF,
                (_, person) -> lookUp(
                        person == Entitlements.HOUSEHOLD_ITSELF
                                ? fact(Holder.HOUSEHOLD, "applied", HOUSEHOLD_ID)
                                : fact(Holder.PERSON, "applied", personId(person)),
                        known));
    }

    private void settleDerivedFacts() {
        for (Symbol symbol : VOCABULARY.person()) {
            for (int person = 0; person < members; person++) {
                settle(Holder.PERSON, symbol.name(), person, personId(person));
            }
        }
        for (Symbol symbol : VOCABULARY.household()) {
            settle(Holder.HOUSEHOLD, symbol.name(), Entitlements.HOUSEHOLD_ITSELF, HOUSEHOLD_ID);
        }
    }

    private void settle(Holder holder, String name, int person, String id) {
        int slot = Vocabulary.slots(VOCABULARY.facts(holder)).getOrDefault(name, -1);
        DERIVATIONS.of(holder, slot).ifPresent(derivation -> {
            truth.remove(fact(holder, name, id));
            if (derivation.collectable()) {
                Frame frame = new Frame(situation(truth), person, List.of());
                truth.put(fact(holder, name, id), Evaluator.walkingTheTree().evaluate(derivation.expr(), frame));
            }
        });
    }

    private static Derivations derivations() {
        Map<Integer, Derivations.Derivation> person = new HashMap<>();
        person.put(
                Vocabulary.slots(VOCABULARY.person()).getOrDefault(MEANS, -1),
                derivation("least(person.wage, household.savings)", Owner.PERSON, Type.WHOLE, false));
        person.put(
                Vocabulary.slots(VOCABULARY.person()).getOrDefault("poor", -1),
                derivation("person.means < param.line && !person.works", Owner.PERSON, Type.FLAG, true));
        Map<Integer, Derivations.Derivation> household = Map.of(
                Vocabulary.slots(VOCABULARY.household()).getOrDefault("needy", -1),
                derivation(
                        "household.rented && household.members.exists(m, m.poor)", Owner.HOUSEHOLD, Type.FLAG, true));
        return new Derivations(household, person);
    }

    private static Derivations.Derivation derivation(String source, Owner owner, Type type, boolean collectable) {
        return new Derivations.Derivation(
                accepted(source, Context.of(owner), type).expr(), collectable);
    }

    static Compilation.Accepted accepted(String source, Context context, Type type) {
        return switch (EXPRESSIONS.compile(source, context, type)) {
            case Compilation.Accepted accepted -> accepted;
            case Compilation.Refused refused -> throw new AssertionError(source + " is refused: " + refused);
        };
    }

    private static Facts facts(Holder holder, String id, Map<Missing, Value> known) {
        Map<String, Value> given = new HashMap<>();
        for (Symbol symbol : VOCABULARY.facts(holder)) {
            Value value = known.get(fact(holder, symbol.name(), id));
            if (value != null) {
                given.put(symbol.name(), value);
            }
        }
        return Facts.of(id, holder, VOCABULARY, given);
    }

    private static Value lookUp(Missing key, Map<Missing, Value> known) {
        return known.getOrDefault(key, Value.Unknown.of(key));
    }

    private static Missing fact(Holder holder, String name, String id) {
        String owner = holder == Holder.HOUSEHOLD ? "household." : "person.";
        return new Missing(Missing.Kind.FACT, owner + name, id);
    }

    private static Missing parameter(String owner, String name) {
        return new Missing(Missing.Kind.PARAMETER, owner + "." + name, AREA);
    }

    private static String personId(int person) {
        return "p" + person;
    }

    private static Value value(Symbol symbol, RandomGenerator random) {
        return switch (symbol.type()) {
            case FLAG -> Value.Flag.of(random.nextBoolean());
            case TEXT ->
                new Value.Text(List.copyOf(symbol.codes().keySet())
                        .get(random.nextInt(symbol.codes().size())));
            case WHOLE ->
                new Value.Whole(symbol.unit().equals(Unit.DATE) ? random.nextInt(-20_000, 20_000) : number(random));
        };
    }

    private static long number(RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(3);
            case 1 -> Long.MIN_VALUE + random.nextInt(3);
            case 2 -> random.nextLong(-10_000_000_000L, 10_000_000_000L);
            case 3, 4, 5 -> random.nextInt(-200, 100_000);
            default -> random.nextInt(5);
        };
    }
}
