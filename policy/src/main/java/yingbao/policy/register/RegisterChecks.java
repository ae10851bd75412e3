package yingbao.policy.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Evaluator;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Frame;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.expr.Situation;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.RegisterCheck;
import yingbao.policy.value.AreaCode;

/**
 * The pack's conditions on the rows of a household. They are asked when all its rows have been read, so that one may
 * compare a member with the household or the members with each other; what a faulty cell left unknown violates none.
 */
final class RegisterChecks {
    private static final Value.Unknown NOT_DECIDED = Value.Unknown.of(new Missing(Missing.Kind.FACT, "receives", ""));
    private static final Value.Unknown NOT_SET = Value.Unknown.of(new Missing(Missing.Kind.PARAMETER, "param", ""));

    private final Pack pack;
    private final LocalDate on;
    private final RowReader households;
    private final RowReader persons;
    private final Evaluator evaluator = Evaluator.walkingTheTree();
    private final Map<AreaCode, ParameterValues> now = new ConcurrentHashMap<>();
    private final Map<AreaCode, ParameterValues> lastYear = new ConcurrentHashMap<>();

    RegisterChecks(Pack pack, LocalDate on, RowReader households, RowReader persons) {
        this.pack = pack;
        this.on = on;
        this.households = households;
        this.persons = persons;
    }

    /** What violates a condition; several threads may ask, each about another household. */
    List<RowFault> violations(Draft draft) {
        if (pack.catalogue().checks().isEmpty()) {
            return List.of();
        }
        List<Draft.Member> members = draft.members();
        Situation situation = new Situation(
                draft.facts(),
                members.stream().map(Draft.Member::facts).toList(),
                pack.catalogue().derivations(),
                parametersOf(draft, now, on),
                parametersOf(draft, lastYear, on.minusYears(1)),
                on,
                (_, _) -> NOT_DECIDED);
        List<RowFault> found = new ArrayList<>();
        for (RegisterCheck check : pack.catalogue().checks()) {
            switch (check.holder()) {
                case HOUSEHOLD ->
                    violation(check, situation, Entitlements.HOUSEHOLD_ITSELF, draft.origin())
                            .ifPresent(found::add);
                case PERSON -> {
                    for (int member = 0; member < members.size(); member++) {
                        violation(check, situation, member, members.get(member).origin())
                                .ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    private Optional<RowFault> violation(RegisterCheck check, Situation situation, int person, Origin origin) {
        Value value = evaluator.evaluate(check.holds(), new Frame(situation, person, List.of()));
        return switch (value) {
            case Value.Flag(boolean held) ->
                held
                        ? Optional.empty()
                        : Optional.of(fault(check, situation, person, origin, "register.check", check.say()));
            case Value.Failure(String code, String detail) ->
                Optional.of(fault(check, situation, person, origin, "register.check-failed", check.id(), code, detail));
            case Value.Unknown _, Value.Whole _, Value.Fraction _, Value.Text _ -> Optional.empty();
        };
    }

    private RowFault fault(
            RegisterCheck check, Situation situation, int person, Origin origin, String code, String... args) {
        Facts facts = person == Entitlements.HOUSEHOLD_ITSELF
                ? situation.household()
                : situation.members().get(person);
        RowReader rows = person == Entitlements.HOUSEHOLD_ITSELF ? households : persons;
        String text = facts.given(check.fact().symbol().name())
                .map(value -> Cells.write(check.fact(), value))
                .orElse("");
        String shown = check.fact().kind() == Fact.Kind.CITIZEN_ID ? Mask.citizenId(text) : Mask.anywhere(text);
        return rows.faultOf(check.fact(), origin.row(), shown, code, args);
    }

    /** Looked up when a condition first asks for one, which few do. */
    private ParameterValues parametersOf(Draft draft, Map<AreaCode, ParameterValues> lookedUp, LocalDate day) {
        return slot -> draft.area()
                .map(area -> lookedUp.computeIfAbsent(area, _ -> pack.parametersFor(area, day)))
                .map(there -> there.value(slot))
                .orElse(NOT_SET);
    }
}
