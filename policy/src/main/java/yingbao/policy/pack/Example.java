package yingbao.policy.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Money;

/**
 * A golden case: a household on a day, and what must be decided.
 *
 * @param name what it shows, readable by policy staff
 * @param programme the programme it is about
 * @param clause the clause or part that it proves
 * @param on the day
 * @param area where the household lives
 * @param household its facts
 * @param persons its members' facts
 * @param about the member the decision is about; the first where the programme is a person's
 * @param set parameters set for this case alone, by slot
 * @param expected what must come out
 * @param location where it stands
 */
public record Example(
        String name,
        String programme,
        String clause,
        LocalDate on,
        AreaCode area,
        Facts household,
        List<Facts> persons,
        int about,
        Map<Integer, Value> set,
        Expected expected,
        Location location) {

    /**
     * What must come out.
     *
     * @param outcome ELIGIBLE, NOT_ELIGIBLE or UNDETERMINED
     * @param amount the amount, where eligible
     * @param refused ids of exactly the clauses that do not hold, where not eligible
     * @param missing names of exactly what is missing, where undetermined
     */
    public record Expected(String outcome, Optional<Money> amount, List<String> refused, List<String> missing) {}
}
