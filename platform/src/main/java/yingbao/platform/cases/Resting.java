package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.PersonId;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.RestsOn;

/**
 * What rests on another entitlement is due only in months in which that one is drawn. The rules take for drawn what is due;
 * what somebody decided to suspend or to end is not drawn, unless something else that would do is drawn in its place.
 */
@Component
class Resting {
    private final DecisionQueries decisions;
    private final RestingQueries queries;

    Resting(DecisionQueries decisions, RestingQueries queries) {
        this.decisions = decisions;
        this.queries = queries;
    }

    /** Something that rests on others. */
    private record Held(HouseholdId household, Optional<PersonId> person, List<Set<String>> on) {}

    /** Of what each programme that is in force on a day rests on one must be drawn; those that rest on nothing are left out. */
    static Map<String, List<Set<String>>> on(Pack pack, LocalDate day) {
        Map<String, List<Set<String>>> all = new HashMap<>();
        pack.programmesOn(day).forEach(version -> all.put(version.id(), RestsOn.of(version)));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** Months up to one in which nothing is due by some entitlements, for what they rest on is not drawn then. */
    Map<EntitlementId, Set<YearMonth>> stopped(
            Pack pack, Collection<DecisionQueries.EntitlementRow> rows, YearMonth until) {
        Map<String, List<Set<String>>> on = on(pack, until.atDay(1));
        Map<EntitlementId, Held> held = new HashMap<>();
        rows.stream()
                .filter(row -> on.containsKey(row.programme()))
                .forEach(row -> held.put(
                        row.id(),
                        new Held(row.household(), row.person(), on.getOrDefault(row.programme(), List.of()))));
        return stopped(held, until);
    }

    /** The same of one case. */
    Set<YearMonth> stopped(Pack pack, CaseRow row, YearMonth until) {
        List<Set<String>> on = on(pack, until.atDay(1)).getOrDefault(row.programme(), List.of());
        return on.isEmpty()
                ? Set.of()
                : stopped(Map.of(row.id(), new Held(row.household(), row.person(), on)), until)
                        .getOrDefault(row.id(), Set.of());
    }

    private <K> Map<K, Set<YearMonth>> stopped(Map<K, Held> held, YearMonth until) {
        if (held.isEmpty()) {
            return Map.of();
        }
        List<RestingQueries.Ground> grounds = queries.grounds(
                held.values().stream().map(one -> one.household().value()).collect(Collectors.toSet()),
                held.values().stream()
                        .flatMap(one -> one.on().stream())
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
        Map<EntitlementId, NavigableMap<YearMonth, DecisionQueries.Decided>> decided =
                decisions.months(grounds.stream().map(RestingQueries.Ground::id).toList(), until);
        Map<K, Set<YearMonth>> stopped = new HashMap<>();
        held.forEach((key, one) -> {
            Set<YearMonth> months = new HashSet<>();
            one.on().forEach(needed -> months.addAll(none(needed, one, grounds, decided)));
            if (!months.isEmpty()) {
                stopped.put(key, months);
            }
        });
        return stopped;
    }

    /** Months of which something was decided that would do, and nothing of it is drawn. */
    private static Set<YearMonth> none(
            Set<String> needed,
            Held held,
            List<RestingQueries.Ground> grounds,
            Map<EntitlementId, NavigableMap<YearMonth, DecisionQueries.Decided>> decided) {
        Map<YearMonth, Boolean> drawn = new TreeMap<>();
        grounds.stream()
                .filter(ground -> needed.contains(ground.programme()) && ground.bears(held.household(), held.person()))
                .map(ground -> decided.getOrDefault(ground.id(), new TreeMap<>()))
                .forEach(months -> months.forEach(
                        (month, amount) -> drawn.merge(month, amount.amount().fen() > 0, Boolean::logicalOr)));
        return drawn.entrySet().stream()
                .filter(month -> !month.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
