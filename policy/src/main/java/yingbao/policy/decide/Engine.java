package yingbao.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Evaluator;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Language;

/**
 * Decides on one day by one pack. What it says depends on nothing but the pack, the day and the facts; it may be asked
 * about any number of households, by several threads at once.
 */
public final class Engine {
    private final Pack pack;
    private final LocalDate on;
    private final Evaluator evaluator;
    private final List<Programme> programmes;
    private final Map<String, Programme> inForce = new HashMap<>();
    private final Map<String, Group> groupOf = new HashMap<>();
    private final Map<String, List<Expr>> lets = new HashMap<>();
    private final Map<AreaCode, AreaParameters> parameters = new ConcurrentHashMap<>();

    /** An area's parameters on the day and a year before. */
    record AreaParameters(ParameterValues now, ParameterValues lastYear) {}

    public Engine(Pack pack, LocalDate on) {
        this(pack, on, Evaluator.walkingTheTree());
    }

    public Engine(Pack pack, LocalDate on, Evaluator evaluator) {
        this.pack = pack;
        this.on = on;
        this.evaluator = evaluator;
        this.programmes = pack.programmesOn(on);
        for (Programme programme : programmes) {
            inForce.put(programme.id(), programme);
            lets.put(
                    programme.id(),
                    programme.lets().stream().map(Programme.Let::expr).toList());
        }
        for (Group group : pack.groups()) {
            group.programmes().forEach(id -> groupOf.put(id, group));
        }
    }

    /** The programmes in force on the day. */
    public List<Programme> programmes() {
        return programmes;
    }

    /** Everything about one household; decisions are worked out when they are asked for. */
    public Assessment assess(Household household) {
        return assess(household, (_, _) -> true);
    }

    /** The same where {@code receives} holds only for what is due and drawn as well. */
    public Assessment assess(Household household, Assessment.Drawn drawn) {
        return new Assessment(this, household, parametersOf(household), drawn);
    }

    /** The same with other parameters than those in force. */
    public Assessment assess(Household household, UnaryOperator<ParameterValues> instead) {
        AreaParameters inForceThere = parametersOf(household);
        return new Assessment(
                this,
                household,
                new AreaParameters(instead.apply(inForceThere.now()), instead.apply(inForceThere.lastYear())),
                (_, _) -> true);
    }

    private AreaParameters parametersOf(Household household) {
        return parameters.computeIfAbsent(pack.parameterArea(household.area(), on), this::parametersFor);
    }

    /** Whom a programme is decided for in a household, as {@link Assessment#decide} takes them. */
    public static int[] holders(Programme programme, Household household) {
        return switch (programme.holder()) {
            case HOUSEHOLD -> new int[] {Entitlements.HOUSEHOLD_ITSELF};
            case PERSON -> IntStream.range(0, household.members().size()).toArray();
        };
    }

    /** Decisions of every programme in force for the household and each of its members, in programme order. */
    public List<Decision> decide(Household household) {
        Assessment assessment = assess(household);
        List<Decision> decisions = new ArrayList<>();
        for (Programme programme : programmes) {
            for (int holder : holders(programme, household)) {
                decisions.add(assessment.decide(programme, holder));
            }
        }
        return decisions;
    }

    private AreaParameters parametersFor(AreaCode area) {
        return new AreaParameters(pack.parametersFor(area, on), pack.parametersFor(area, on.minusYears(1)));
    }

    Pack pack() {
        return pack;
    }

    LocalDate on() {
        return on;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** The language in which its pack speaks. */
    Language language() {
        return pack.words().language();
    }

    Map<String, Programme> inForce() {
        return inForce;
    }

    Map<String, Group> groupOf() {
        return groupOf;
    }

    List<Expr> lets(Programme programme) {
        return lets.getOrDefault(programme.id(), List.of());
    }

    /** Whom a programme is asked about when somebody's entitlement under it is wanted. */
    static int holderOf(Programme programme, int person) {
        return programme.holder() == Holder.HOUSEHOLD ? Entitlements.HOUSEHOLD_ITSELF : person;
    }
}
