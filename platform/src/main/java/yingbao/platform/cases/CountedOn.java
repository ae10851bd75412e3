package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.pack.Programme;

/**
 * Finds what a case counts on that nobody draws. The rules take for drawn what is due; where somebody is due one thing
 * because of another that was never applied for, or was stopped, the other comes first.
 */
@Component
class CountedOn {
    private final DecisionQueries decisions;
    private final Packs packs;
    private final Today today;

    CountedOn(DecisionQueries decisions, Packs packs, Today today) {
        this.decisions = decisions;
        this.packs = packs;
        this.today = today;
    }

    /** Titles of programmes that are due but not drawn, without which a case would come to less; empty where there are none. */
    List<String> undrawn(CaseRow row, HouseholdFile file) {
        LocalDate on = today.date();
        Engine engine = packs.engine(packs.current(), on);
        for (Programme version : engine.programmes()) {
            OptionalInt holder = version.id().equals(row.programme())
                    ? Workings.holder(version, row.person(), file)
                    : OptionalInt.empty();
            if (holder.isPresent()
                    && engine.assess(file.household()).decide(version, holder.getAsInt())
                            instanceof Decision.Eligible due) {
                return lacking(engine, version, holder.getAsInt(), due, file);
            }
        }
        return List.of();
    }

    private List<String> lacking(
            Engine engine, Programme version, int holder, Decision.Eligible due, HouseholdFile file) {
        Set<String> lacking = new LinkedHashSet<>();
        Set<String> drawn = drawn(file);
        Decision alone = engine.assess(file.household(), (asked, person) -> {
                    boolean draws = drawn.contains(unit(asked.id(), person, file));
                    if (!draws) {
                        lacking.add(asked.title());
                    }
                    return draws;
                })
                .decide(version, holder);
        boolean less =
                !(alone instanceof Decision.Eligible left) || left.amount().compareTo(due.amount()) < 0;
        return less ? List.copyOf(lacking) : List.of();
    }

    /** What the household and its members draw this month, or will from the next. */
    private Set<String> drawn(HouseholdFile file) {
        List<DecisionQueries.EntitlementRow> rows =
                decisions.running(List.of(file.id().value()));
        YearMonth next = YearMonth.from(today.date()).plusMonths(1);
        Map<EntitlementId, NavigableMap<YearMonth, DecisionQueries.Decided>> months = decisions.months(
                rows.stream().map(DecisionQueries.EntitlementRow::id).toList(), next);
        Set<String> drawn = new HashSet<>();
        for (DecisionQueries.EntitlementRow row : rows) {
            Collection<DecisionQueries.Decided> present = months.containsKey(row.id())
                    ? months.get(row.id()).tailMap(next.minusMonths(1)).values()
                    : List.of();
            if (present.stream().anyMatch(decided -> decided.amount().fen() > 0)) {
                drawn.add(CaseQueries.unit(row.programme(), row.person()));
            }
        }
        return drawn;
    }

    private static String unit(String programme, int person, HouseholdFile file) {
        return CaseQueries.unit(
                programme,
                person == Entitlements.HOUSEHOLD_ITSELF
                        ? Optional.empty()
                        : Optional.of(file.memberIds().get(person)));
    }
}
