package yingbao.policy.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import yingbao.policy.decide.ClauseAnswer.Answer;
import yingbao.policy.decide.Decision.Basis;
import yingbao.policy.decide.Decision.Eligible;
import yingbao.policy.decide.Decision.NotEligible;
import yingbao.policy.decide.Decision.Undetermined;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Frame;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.Situation;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.Programme.Wordings;
import yingbao.policy.value.Money;
import yingbao.policy.value.Ratio;

/**
 * All decisions about one household on one day. Programmes ask about one another ({@code receives}, exclusions, groups);
 * each is worked out once. An assessment belongs to one thread.
 */
public final class Assessment {
    private final Engine engine;
    private final Household household;
    private final Situation situation;
    private final Drawn drawn;
    private final Map<Key, Decision> alone = new HashMap<>();
    private final Map<Key, Decision> decided = new HashMap<>();

    private record Key(String programme, int holder) {}

    /** Says whether something that is due is drawn, where {@code receives} asks for it. */
    @FunctionalInterface
    public interface Drawn {
        /**
         * Asked only of what is due.
         *
         * @param person the person's position among the members; {@link Entitlements#HOUSEHOLD_ITSELF} for a household's
         *     programme
         */
        boolean draws(Programme programme, int person);
    }

    Assessment(Engine engine, Household household, Engine.AreaParameters parameters, Drawn drawn) {
        this.engine = engine;
        this.household = household;
        this.drawn = drawn;
        this.situation = new Situation(
                household.facts(),
                household.members(),
                engine.pack().catalogue().derivations(),
                parameters.now(),
                parameters.lastYear(),
                engine.on(),
                this::receives);
    }

    public Household household() {
        return household;
    }

    /**
     * The decision of a programme in force.
     *
     * @param person the person's position among the members; {@link Entitlements#HOUSEHOLD_ITSELF} for a household's
     *     programme
     */
    public Decision decide(Programme programme, int person) {
        Key key = new Key(programme.id(), person);
        Decision decision = decided.get(key);
        if (decision == null) {
            decision = amongItsGroup(programme, person);
            decided.put(key, decision);
        }
        return decision;
    }

    /** A frame for evaluating a programme's expressions once more, as explanations do. */
    Frame frame(Programme programme, int person) {
        return new Frame(situation, person, engine.lets(programme));
    }

    Engine engine() {
        return engine;
    }

    private Value receives(String id, int person) {
        Programme programme = engine.inForce().get(id);
        if (programme == null) {
            return Value.Flag.FALSE;
        }
        int holder = Engine.holderOf(programme, person);
        Decision decision = decide(programme, holder);
        return switch (decision) {
            case Eligible _ -> drawn.draws(programme, holder) ? Value.Flag.TRUE : Value.Flag.FALSE;
            case NotEligible _ -> Value.Flag.FALSE;
            case Undetermined undetermined -> {
                if (isEntitledToSomething(undetermined)) {
                    yield drawn.draws(programme, holder) ? Value.Flag.TRUE : Value.Flag.FALSE;
                }
                if (undetermined.missing().isEmpty()) {
                    yield new Value.Failure(
                            "depends", id + " " + undetermined.failures().getFirst());
                }
                yield new Value.Unknown(undetermined.missing());
            }
        };
    }

    /** Whoever meets every clause is entitled, also while nobody has set the standard that makes the amount. */
    private boolean isEntitledToSomething(Undetermined open) {
        return !engine.groupOf().containsKey(open.basis().programme().id())
                && open.basis().answers().stream().allMatch(answer -> answer.answer() == Answer.MET);
    }

    private Decision alone(Programme programme, int person) {
        Key key = new Key(programme.id(), person);
        Decision decision = alone.get(key);
        if (decision == null) {
            decision = workOut(programme, person);
            alone.put(key, decision);
        }
        return decision;
    }

    private Decision workOut(Programme programme, int person) {
        Frame frame = frame(programme, person);
        List<ClauseAnswer> answers = new ArrayList<>(programme.clauses().size());
        boolean refused = false;
        boolean open = false;
        for (Clause clause : programme.clauses()) {
            ClauseAnswer answer = answer(clause, frame);
            answers.add(answer);
            refused |= answer.answer() == Answer.NOT_MET;
            open |= answer.answer() == Answer.UNKNOWN;
        }
        Basis basis =
                new Basis(programme, unitId(person), engine.on(), engine.pack().version(), answers);
        if (refused) {
            return new NotEligible(basis);
        }
        return open ? Decision.undeterminedBy(basis) : withAmount(basis, frame);
    }

    private String unitId(int person) {
        return person == Entitlements.HOUSEHOLD_ITSELF
                ? household.id()
                : household.members().get(person).id();
    }

    private ClauseAnswer answer(Clause clause, Frame frame) {
        return switch (clause) {
            case Clause.Test test -> ClauseAnswer.of(test, engine.evaluator().evaluate(test.when(), frame));
            case Clause.AnyOf anyOf ->
                ClauseAnswer.ofAny(
                        anyOf,
                        anyOf.parts().stream().map(part -> answer(part, frame)).toList());
        };
    }

    private Decision withAmount(Basis basis, Frame frame) {
        Programme programme = basis.programme();
        Value value = engine.evaluator().evaluate(programme.amount().expr(), frame);
        return switch (value) {
            case Value.Whole(long fen) -> rounded(basis, Ratio.of(fen));
            case Value.Fraction(Ratio fen) -> rounded(basis, fen);
            case Value.Unknown unknown -> new Undetermined(basis, unknown.missing(), List.of());
            case Value.Failure failure ->
                new Undetermined(basis, new TreeSet<>(), List.of(failure.code() + " " + failure.detail()));
            case Value.Flag _, Value.Text _ -> throw new IllegalStateException("an amount is a number");
        };
    }

    private static Decision rounded(Basis basis, Ratio fen) {
        if (fen.compareTo(Ratio.ZERO) < 0) {
            return new Undetermined(basis, new TreeSet<>(), List.of("amount.negative " + fen));
        }
        try {
            return new Eligible(basis, basis.programme().rounding().rounding().round(fen));
        } catch (ArithmeticException tooLarge) {
            return new Undetermined(basis, new TreeSet<>(), List.of("arithmetic " + tooLarge.getMessage()));
        }
    }

    /** Of a group only the programme that pays most is drawn; while another's amount is open, so is this one. */
    private Decision amongItsGroup(Programme programme, int person) {
        Decision own = alone(programme, person);
        Group group = engine.groupOf().get(programme.id());
        if (group == null || !(own instanceof Eligible(Basis basis, Money amount))) {
            return own;
        }
        TreeSet<Missing> missing = new TreeSet<>();
        List<String> failures = new ArrayList<>();
        boolean ownPassed = false;
        for (String id : group.programmes()) {
            Programme other = engine.inForce().get(id);
            ownPassed |= id.equals(programme.id());
            if (other == null || id.equals(programme.id())) {
                continue;
            }
            switch (alone(other, person)) {
                case Eligible rival -> {
                    int order = rival.amount().compareTo(amount);
                    if (order > 0 || (order == 0 && !ownPassed)) {
                        return givingWay(basis, group, other);
                    }
                }
                case Undetermined open -> {
                    missing.addAll(open.missing());
                    failures.addAll(open.failures());
                }
                case NotEligible _ -> {}
            }
        }
        return missing.isEmpty() && failures.isEmpty() ? own : new Undetermined(basis, missing, failures);
    }

    private static Decision givingWay(Basis basis, Group group, Programme to) {
        Clause clause = new Clause.Test(
                "group",
                group.title(),
                new Expr.Constant(Value.Flag.FALSE, 0),
                new Wordings(List.of(new Wordings.Part.Words(group.refuse() + "：" + to.title()))),
                group.cites(),
                group.location());
        List<ClauseAnswer> answers = new ArrayList<>(basis.answers());
        answers.add(new ClauseAnswer(clause, Answer.NOT_MET, new TreeSet<>(), Optional.empty(), List.of()));
        return new NotEligible(new Basis(basis.programme(), basis.unitId(), basis.on(), basis.packVersion(), answers));
    }

    /** The text of a refusal or of any other wording, with the values of this household put in. */
    public String say(Wordings wordings, Programme programme, int person) {
        Frame frame = frame(programme, person);
        StringBuilder text = new StringBuilder();
        for (Wordings.Part part : wordings.parts()) {
            switch (part) {
                case Wordings.Part.Words words -> text.append(words.text());
                case Wordings.Part.Shown shown -> {
                    Value value = engine.evaluator().evaluate(shown.expr(), frame);
                    text.append(Wording.value(engine.language(), value, shown.expr(), shown.unit()));
                }
            }
        }
        return text.toString();
    }
}
