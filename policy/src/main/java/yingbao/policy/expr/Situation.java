package yingbao.policy.expr;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an expression may look at: one household with its members, the parameters of its area, and the day.
 * Derived facts are remembered, so a situation belongs to one thread.
 */
public final class Situation {
    private final Facts household;
    private final List<Facts> members;
    private final Derivations derivations;
    private final ParameterValues now;
    private final ParameterValues lastYear;
    private final LocalDate asOf;
    private final Value.Whole asOfDay;
    private final Entitlements entitlements;
    private final @Nullable Value[] householdDerived;
    private final @Nullable Value[][] memberDerived;

    /**
     * A household on a day.
     *
     * @param household what is known about it
     * @param members its members; empty means that nobody has listed them, for no household is without members
     * @param derivations how missing facts follow from others
     * @param now the parameters of its area on the day
     * @param lastYear the same a year before
     * @param asOf the day asked about
     * @param entitlements what else they are entitled to
     */
    public Situation(
            Facts household,
            List<Facts> members,
            Derivations derivations,
            ParameterValues now,
            ParameterValues lastYear,
            LocalDate asOf,
            Entitlements entitlements) {
        this.household = household;
        this.members = members;
        this.derivations = derivations;
        this.now = now;
        this.lastYear = lastYear;
        this.asOf = asOf;
        this.asOfDay = new Value.Whole(asOf.toEpochDay());
        this.entitlements = entitlements;
        this.householdDerived = new @Nullable Value[household.size()];
        this.memberDerived = new @Nullable Value[members.size()][];
    }

    public Facts household() {
        return household;
    }

    public List<Facts> members() {
        return members;
    }

    public LocalDate asOf() {
        return asOf;
    }

    Value.Whole asOfDay() {
        return asOfDay;
    }

    Derivations derivations() {
        return derivations;
    }

    ParameterValues parameters(Expr.Moment moment) {
        return switch (moment) {
            case NOW -> now;
            case LAST_YEAR -> lastYear;
        };
    }

    Entitlements entitlements() {
        return entitlements;
    }

    Facts facts(int person) {
        return person == Entitlements.HOUSEHOLD_ITSELF ? household : members.get(person);
    }

    /** The memory for derived facts of the household or of one member. */
    @Nullable
    Value[] derived(int person) {
        if (person == Entitlements.HOUSEHOLD_ITSELF) {
            return householdDerived;
        }
        @Nullable Value[] derived = memberDerived[person];
        if (derived == null) {
            derived = new @Nullable Value[members.get(person).size()];
            memberDerived[person] = derived;
        }
        return derived;
    }
}
