package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import yingbao.policy.batch.MadeUp.Derived;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Derivations;
import yingbao.policy.expr.Derivations.Derivation;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.RandomExpression;
import yingbao.policy.expr.RandomExpression.Kind;
import yingbao.policy.expr.RandomExpression.Names;
import yingbao.policy.expr.RandomExpression.Reach;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.World;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;
import yingbao.policy.value.Timeline.Segment;

/** Puts together a pack of random expressions over the names of {@link MadeUp}. */
final class RandomPack {
    private static final Location NOWHERE = PackParts.place("made-up");

    private final RandomGenerator random;
    private final Map<String, Integer> refused;
    private final List<String> householdProgrammes = new ArrayList<>(List.of("gone_h"));
    private final List<String> personProgrammes = new ArrayList<>(List.of("gone_p"));
    private Names names;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<Integer, Derivation> household = new HashMap<>();
    private final Map<Integer, Derivation> person = new HashMap<>();
    private final List<Programme> programmes = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    private RandomPack(RandomGenerator random, Map<String, Integer> refused) {
        this.random = random;
        this.refused = refused;
        this.names = World.names(random.nextInt(20) == 0 ? Reach.WHOLE_LANGUAGE : Reach.SMALL_NUMBERS)
                .with(Kind.DATE, "household.moved")
                .withFactOfPerson(Kind.CITIZEN_ID, "id_number");
    }

    /**
     * A random pack.
     *
     * @param refused counts, by code, what had no compiled form and was left out of it
     */
    static Pack of(RandomGenerator random, Map<String, Integer> refused) {
        RandomPack made = new RandomPack(random, refused);
        made.fill();
        return made.pack(made.programmes);
    }

    private void fill() {
        World.VOCABULARY.parameters().forEach(symbol -> parameters.add(parameter(symbol)));
        MadeUp.DERIVED.forEach(this::derive);
        programmes.add(programme("gone_h", Holder.HOUSEHOLD));
        programmes.add(programme("gone_p", Holder.PERSON));
        addProgrammes(Holder.HOUSEHOLD, "h0");
        addProgrammes(Holder.PERSON, "p0");
        MadeUp.DERIVED_LATE.forEach(this::derive);
        addProgrammes(Holder.HOUSEHOLD, "h1", "h2");
        addProgrammes(Holder.PERSON, "p1", "p2");
        addProgrammes(Holder.HOUSEHOLD, "h3");
        addProgrammes(Holder.PERSON, "p3");
        addGroup("h2", "gone_h", "h1");
        addGroup("p1", "p2", "gone_p");
    }

    private Names asking() {
        return names.withProgrammes(List.copyOf(householdProgrammes), List.copyOf(personProgrammes));
    }

    private Pack pack(List<Programme> all) {
        Catalogue catalogue = new Catalogue(
                MadeUp.facts(Holder.HOUSEHOLD),
                MadeUp.facts(Holder.PERSON),
                Map.of(),
                new Derivations(household, person),
                List.of());
        return PackParts.pack(MadeUp.VOCABULARY, catalogue, parameters, all, groups);
    }

    /** Set in some counties, in some of them only then or now. */
    private Parameter parameter(Symbol symbol) {
        Map<AreaCode, Timeline<Setting>> settings = new HashMap<>();
        for (AreaCode area : MadeUp.AREAS) {
            settings.put(
                    area,
                    Timeline.ofSegments(List.of(
                            new Segment<>(DateRange.until(PackParts.ON.minusMonths(5)), setting(symbol)),
                            new Segment<>(DateRange.from(PackParts.ON.minusMonths(4)), setting(symbol)))));
        }
        return new Parameter(symbol, AreaLevel.COUNTY, "", List.of(), settings, NOWHERE);
    }

    private Setting setting(Symbol symbol) {
        long value = symbol.unit().isMoney() ? random.nextInt(40_000) : random.nextInt(60);
        return random.nextInt(4) == 0
                ? new Setting.Unset("")
                : new Setting.Stated(new Value.Whole(value), Mark.DEMO, List.of(), "");
    }

    /** Draws until what was drawn has a compiled form. */
    private <T> T compilable(String file, Supplier<T> drawing, Function<T, Programme> asked) {
        while (true) {
            T drawn = drawing.get();
            List<Programme> all = new ArrayList<>(programmes);
            all.add(asked.apply(drawn));
            try {
                Planner.plan(pack(all), PackParts.ON, Gaps.ANYWHERE);
                return drawn;
            } catch (Uncompilable uncompilable) {
                assertThat(uncompilable.fault().location().file())
                        .as("where what has no compiled form is said to stand")
                        .isEqualTo(file);
                refused.merge(uncompilable.fault().code(), 1, Integer::sum);
            }
        }
    }

    private void derive(Derived derived) {
        boolean ofHousehold = derived.holder() == Holder.HOUSEHOLD;
        Map<Integer, Derivation> derivations = ofHousehold ? household : person;
        Context context = Context.of(Context.Owner.of(derived.holder()));
        int slot = MadeUp.VOCABULARY.facts(derived.holder()).indexOf(derived.symbol());
        compilable(
                derived.name(),
                () -> {
                    String source = RandomExpression.of(derived.kind(), random, !ofHousehold, asking());
                    boolean rounded = derived.kind() == Kind.MONEY && random.nextInt(4) != 0;
                    Expr expr = MadeUp.compiled(rounded ? "ceilJiao(" + source + ")" : source, context)
                            .expr();
                    derivations.put(slot, new Derivation(expr, derived.collectable()));
                    return expr;
                },
                _ -> RandomProgramme.naming(derived));
        names = ofHousehold
                ? names.with(derived.kind(), derived.fullName())
                : names.withFactOfPerson(derived.kind(), derived.name());
    }

    private Programme programme(String id, Holder holder) {
        return new RandomProgramme(random, id, holder, asking()).draw();
    }

    /** Adds programmes that may not ask about one another. */
    private void addProgrammes(Holder holder, String... ids) {
        for (String id : ids) {
            programmes.add(compilable(id, () -> programme(id, holder), drawn -> drawn));
        }
        (holder == Holder.HOUSEHOLD ? householdProgrammes : personProgrammes).addAll(List.of(ids));
    }

    private void addGroup(String... ids) {
        if (random.nextBoolean()) {
            groups.add(new Group(ids[0], ids[0], List.of(ids), "", List.of(), NOWHERE));
        }
    }

    /** How often each kind of node stands in the expressions of a pack: functions, relations and the like by their own name. */
    static void count(Pack pack, Map<String, Integer> into) {
        List<Expr> all = new ArrayList<>();
        pack.catalogue().derivations().household().values().forEach(derivation -> all.add(derivation.expr()));
        pack.catalogue().derivations().person().values().forEach(derivation -> all.add(derivation.expr()));
        pack.programmesOn(PackParts.ON).forEach(programme -> {
            programme.lets().forEach(let -> all.add(let.expr()));
            programme.clauses().forEach(clause -> RandomProgramme.collect(clause, all));
            all.add(programme.amount().expr());
        });
        all.forEach(expr -> expr.walk(node -> into.merge(name(node), 1, Integer::sum)));
    }

    private static String name(Expr node) {
        String kind = node.getClass().getSimpleName();
        return switch (node) {
            case Expr.Call call -> call.function().name();
            case Expr.Comparison comparison -> comparison.relation().name();
            case Expr.Arithmetic arithmetic -> arithmetic.operation().name();
            case Expr.Fold fold -> fold.folding().name();
            case Expr.ParameterRef parameter -> parameter.moment().name();
            case Expr.FactRef fact -> fact.subject().getClass().getSimpleName();
            case Expr.Constant _, Expr.LetRef _, Expr.AsOf _, Expr.Receives _, Expr.Not _ -> kind;
            case Expr.All _, Expr.Any _, Expr.Choice _, Expr.Among _ -> kind;
        };
    }
}
