package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import yingbao.policy.expr.Derivations.Derivation;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;

/**
 * Finds out what the programmes of a day need and in which order. The pack's reader has refused cycles, so that every
 * search ends.
 */
final class Planner {
    /** What stands for a part of an expression that is worked out before; no programme has as many lets as come before it. */
    private static final int FIRST_PART = 1_000_000;

    private static final Symbol PART = Symbol.of("part", Type.FLAG, Unit.NONE, "");

    private final Pack pack;
    private final Gaps gaps;
    private final List<Programme> programmes;
    private final Inputs inputs = new Inputs();
    private final Dictionary dictionary;
    private final List<Step> steps = new ArrayList<>();
    private final List<Vector> vectors = new ArrayList<>();
    private final Map<Fact, Vector> facts = new HashMap<>();
    private final Map<Let, Vector> lets = new HashMap<>();
    private final Map<String, Step.Decided> decided = new HashMap<>();
    private final Map<String, Vector> received = new HashMap<>();
    private final Map<Plan.ParameterUse, Integer> parameters = new LinkedHashMap<>();

    private record Fact(Holder holder, int slot) {}

    private record Let(String programme, int slot) {}

    private Planner(Pack pack, LocalDate on, Gaps gaps) {
        this.pack = pack;
        this.gaps = gaps;
        this.programmes = pack.programmesOn(on);
        this.dictionary = new Dictionary(pack.vocabulary());
    }

    /**
     * The plan of a day for a population with some gaps.
     *
     * @throws Uncompilable for an expression that has no compiled form
     */
    static Planned plan(Pack pack, LocalDate on, Gaps gaps) {
        Planner planner = new Planner(pack, on, gaps);
        planner.programmes.forEach(planner::settled);
        Plan plan = new Plan(
                pack,
                on,
                planner.programmes,
                Deferral.of(planner.steps, planner.names()),
                List.copyOf(planner.vectors),
                List.copyOf(planner.parameters.keySet()),
                planner.inputs,
                planner.dictionary);
        return new Planned(plan, planner.names());
    }

    /** A plan and where its expressions find what they name. */
    record Planned(Plan plan, Names names) {}

    private Names names() {
        Map<String, Vector> receivedNow = Map.copyOf(received);
        return new Names() {
            @Override
            public Vector fact(Holder holder, int slot) {
                return find(facts, new Fact(holder, slot));
            }

            @Override
            public Vector let(String programme, int slot) {
                return find(lets, new Let(programme, slot));
            }

            @Override
            public Optional<Vector> received(String programme) {
                return Optional.ofNullable(receivedNow.get(programme));
            }

            @Override
            public int parameter(int slot, Expr.Moment moment) {
                return find(parameters, use(slot, moment));
            }

            @Override
            public long code(String text) {
                return dictionary.number(text);
            }
        };
    }

    private static <K, V> V find(Map<K, V> in, K key) {
        return Optional.ofNullable(in.get(key)).orElseThrow(() -> new IllegalStateException("not planned: " + key));
    }

    private Vector vector(Holder level, long denominator, BitSet open) {
        Vector vector = new Vector(vectors.size(), level, denominator, open, true);
        vectors.add(vector);
        return vector;
    }

    /** The bit of what may be missing somewhere. */
    private BitSet open(Inputs.Input input) {
        BitSet open = new BitSet();
        if (gaps.of(input) != Gap.NOWHERE) {
            open.set(inputs.bit(input));
        }
        return open;
    }

    /** What may be missing of a planned expression: no more than of everything that it names. */
    private BitSet open(Expr expr, String programme) {
        BitSet open = new BitSet();
        Names names = names();
        expr.walk(node -> {
            switch (node) {
                case Expr.FactRef fact ->
                    open.or(names.fact(holder(fact.subject()), fact.slot()).open());
                case Expr.LetRef let -> open.or(names.let(programme, let.slot()).open());
                case Expr.Receives receives ->
                    names.received(receives.programme()).ifPresent(received -> open.or(received.open()));
                case Expr.ParameterRef parameter ->
                    use(parameter.slot(), parameter.moment()).bit().ifPresent(open::set);
                case Expr.Fold _ -> open.or(open(new Inputs.Input.Members()));
                case Expr.Constant _, Expr.AsOf _, Expr.Not _, Expr.All _, Expr.Any _, Expr.Choice _ -> {}
                case Expr.Comparison _, Expr.Among _, Expr.Arithmetic _, Expr.Call _ -> {}
            }
        });
        return open;
    }

    /** Plans whatever an expression names. */
    private void require(Expr expr) {
        expr.walk(node -> {
            switch (node) {
                case Expr.FactRef fact -> fact(holder(fact.subject()), fact.slot());
                case Expr.LetRef let -> {
                    // Lets are planned in their order before anything that may name them.
                }
                case Expr.ParameterRef parameter ->
                    parameters.putIfAbsent(use(parameter.slot(), parameter.moment()), parameters.size());
                case Expr.Receives receives ->
                    programmes.stream()
                            .filter(other -> other.id().equals(receives.programme()))
                            .findFirst()
                            .ifPresent(this::settled);
                case Expr.Constant(Value value, int _) -> {
                    if (value instanceof Value.Text(String text)) {
                        dictionary.number(text);
                    }
                }
                case Expr.Among among -> among.codes().forEach(dictionary::number);
                case Expr.AsOf _, Expr.Not _, Expr.All _, Expr.Any _, Expr.Choice _, Expr.Comparison _ -> {}
                case Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> {}
            }
        });
    }

    private static Holder holder(Expr.Subject subject) {
        return switch (subject) {
            case Expr.Subject.TheHousehold _ -> Holder.HOUSEHOLD;
            case Expr.Subject.ThePerson _, Expr.Subject.TheMember _ -> Holder.PERSON;
        };
    }

    private Plan.ParameterUse use(int slot, Expr.Moment moment) {
        int bit = open(new Inputs.Input.ParameterAt(slot, moment)).nextSetBit(0);
        return new Plan.ParameterUse(slot, moment, bit < 0 ? OptionalInt.empty() : OptionalInt.of(bit));
    }

    private void fact(Holder holder, int slot) {
        Fact key = new Fact(holder, slot);
        if (facts.containsKey(key)) {
            return;
        }
        if (!Population.isNumber(pack.catalogue().facts(holder).get(slot))) {
            throw new Uncompilable("batch.text-fact");
        }
        Vector given = given(key);
        Optional<Derivation> derivation = pack.catalogue().derivations().of(holder, slot);
        if (derivation.isEmpty() || given.open().isEmpty()) {
            facts.put(key, given);
            return;
        }
        Expr whole = derivation.get().expr();
        Location at = pack.catalogue().facts(holder).get(slot).location();
        if (denominator(whole, "", at) != 1) {
            throw new Uncompilable("batch.fraction-fact").at(at);
        }
        Expr expr = shortened(whole, holder, "", at);
        BitSet open = open(expr, "");
        if (derivation.get().collectable() && inputs.isAnyParameter(open)) {
            open.or(given.open());
        }
        Vector into = vector(holder, 1, open);
        Step.Derive derive = new Step.Derive(into, given, expr, derivation.get().collectable(), at);
        steps.add(counting(derive).orElse(derive));
        facts.put(key, into);
    }

    /** How members are counted, where a fact is nothing else. */
    private Optional<Step> counting(Step.Derive derive) {
        return derive.expr() instanceof Expr.Fold(Expr.Folding folding, String _, Expr.FactRef of, int _)
                        && folding == Expr.Folding.COUNT
                        && derive.into().level() == Holder.HOUSEHOLD
                        && !derive.given().stored()
                        && !derive.collectable()
                        && holder(of.subject()) == Holder.PERSON
                        && names().fact(Holder.PERSON, of.slot()).stored()
                ? Optional.of(new Step.Count(derive.into(), names().fact(Holder.PERSON, of.slot())))
                : Optional.empty();
    }

    /** What people gave of a fact. */
    private Vector given(Fact fact) {
        Inputs.Input input = new Inputs.Input.FactOf(fact.holder(), fact.slot());
        if (gaps.of(input) == Gap.EVERYWHERE) {
            return new Vector(-1, fact.holder(), 1, open(input), false);
        }
        Vector load = vector(fact.holder(), 1, open(input));
        steps.add(new Step.Load(load, fact.holder(), fact.slot()));
        return load;
    }

    private Vector settled(Programme programme) {
        Vector known = received.get(programme.id());
        if (known != null) {
            return known;
        }
        Optional<Group> group = pack.groups().stream()
                .filter(candidate -> candidate.programmes().contains(programme.id()))
                .findFirst();
        if (group.isEmpty()) {
            Step.Decided alone = decided(programme);
            received.put(programme.id(), alone.received());
            return alone.received();
        }
        List<Step.Decided> members = group.get().programmes().stream()
                .flatMap(id -> programmes.stream().filter(other -> other.id().equals(id)))
                .map(this::decided)
                .toList();
        // Whatever is open about one of them is open about the others, that may have to give way to it.
        BitSet open = new BitSet();
        for (Step.Decided member : members) {
            open.or(member.received().open());
            open.or(member.amount().open());
        }
        members.forEach(member -> member.received().open().or(open));
        for (Step.Decided member : members) {
            steps.add(new Step.Settle(member, group.get(), members));
            received.put(member.programme().id(), member.received());
        }
        return find(received, programme.id());
    }

    private Step.Decided decided(Programme programme) {
        Step.Decided known = decided.get(programme.id());
        if (known != null) {
            return known;
        }
        for (int slot = 0; slot < programme.lets().size(); slot++) {
            lets.put(
                    new Let(programme.id(), slot),
                    compute(programme, programme.lets().get(slot).expr(), programme.location()));
        }
        if (programme.clauses().size() > Outcomes.CLAUSES_MAX) {
            throw new Uncompilable("batch.too-many-clauses").at(programme.location());
        }
        List<Vector> clauses = programme.clauses().stream()
                .map(clause -> compute(programme, condition(clause), clause.location()))
                .toList();
        Vector amount =
                planned(programme, programme.amount().expr(), programme.amount().location());
        BitSet open = new BitSet();
        clauses.forEach(clause -> open.or(clause.open()));
        Step.Decided alone = new Step.Decided(
                programmes.indexOf(programme), programme, clauses, amount, vector(programme.holder(), 1, open));
        steps.add(new Step.Decide(alone));
        steps.add(new Step.Draw(alone));
        decided.put(programme.id(), alone);
        return alone;
    }

    private Vector compute(Programme programme, Expr expr, Location at) {
        Vector into = planned(programme, expr, at);
        steps.add(new Step.Compute(into, shortened(expr, programme.holder(), programme.id(), at), programme.id(), at));
        return into;
    }

    /** A planned condition, of which large parts are worked out before, as if they were lets that somebody wrote. */
    private Expr shortened(Expr expr, Holder level, String programme, Location at) {
        if (!Straight.isPossible(expr, names(), programme)) {
            return expr;
        }
        Parts parts = new Parts(name -> !open(name, programme).isEmpty(), part -> {
            Vector into = vector(level, Denominators.of(part, names(), programme), open(part, programme));
            steps.add(new Step.Compute(into, part, programme, at));
            Let let = new Let(programme, FIRST_PART + lets.size());
            lets.put(let, into);
            return new Expr.LetRef(PART, let.slot(), part.at());
        });
        return parts.shortened(expr);
    }

    private Vector planned(Programme programme, Expr expr, Location at) {
        long denominator = denominator(expr, programme.id(), at);
        return vector(programme.holder(), denominator, open(expr, programme.id()));
    }

    /** What the numbers of an expression are over, once everything that it names is planned. */
    private long denominator(Expr expr, String programme, Location at) {
        try {
            require(expr);
            return Denominators.of(expr, names(), programme);
        } catch (Uncompilable refused) {
            throw refused.at(at);
        }
    }

    /** A clause as one condition. */
    private static Expr condition(Clause clause) {
        return switch (clause) {
            case Clause.Test test -> test.when();
            case Clause.AnyOf anyOf ->
                new Expr.Any(anyOf.parts().stream().map(Planner::condition).toList(), 0);
        };
    }
}
