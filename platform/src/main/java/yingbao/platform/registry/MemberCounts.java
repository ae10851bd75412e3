package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;

/**
 * Lets the facts that count a household's members follow an event that changes them: what was stated for the day on which
 * it happened goes up or down with it, until the day for which somebody stated it anew. Only the difference is taken, so that
 * a count that says that a member is missing goes on saying so.
 */
@Component
class MemberCounts {
    private final RegisterQueries queries;
    private final Register register;
    private final List<String> counts;

    MemberCounts(RegisterQueries queries, Register register, Pack pack) {
        this.queries = queries;
        this.register = register;
        this.counts = pack.catalogue().facts(Holder.HOUSEHOLD).stream()
                .filter(Fact::countsMembers)
                .map(fact -> fact.symbol().name())
                .toList();
    }

    /**
     * Restates them on the occasion of an event.
     *
     * @param told who says so; for an event that is taken back nobody, and it is as of whoever stated the count before
     */
    void follow(List<Memberships.Change> changes, LifeEvents.Told told, UUID event) {
        Map<HouseholdId, NavigableMap<LocalDate, Long>> steps = steps(changes);
        Set<UUID> ids = steps.keySet().stream().map(HouseholdId::value).collect(Collectors.toSet());
        if (counts.isEmpty() || ids.isEmpty()) {
            return;
        }
        Map<UUID, List<StoredStatement>> recorded = queries.statements(ids, Optional.empty(), Optional.empty()).stream()
                .collect(Collectors.groupingBy(StoredStatement::holderId));
        // A household that the caller does not see is not theirs to count.
        queries.households(ids).forEach(row -> {
            List<StoredStatement> stated = recorded.getOrDefault(row.id().value(), List.of());
            List<Step> parts = parts(steps.getOrDefault(row.id(), new TreeMap<>()));
            counts.forEach(count -> restated(row.id(), count, stated, parts, told)
                    .forEach(anew -> register.takeAlong(anew.causedBy(event))));
        });
    }

    /**
     * Whether a statement only lets a count follow an event. Taken back, the event lets it follow again, the other way;
     * what was stated before it has been counted on since.
     */
    boolean isFollowing(StoredStatement statement) {
        return statement.cause() == NewStatement.Cause.EVENT
                && counts.containsAll(statement.facts().keySet());
    }

    /** How many more belong to a household on some days. */
    private record Step(DateRange days, long more) {}

    /** By household, on which days how many more belong to it than on the day before, compared with how it was. */
    private static Map<HouseholdId, NavigableMap<LocalDate, Long>> steps(List<Memberships.Change> changes) {
        Map<HouseholdId, NavigableMap<LocalDate, Long>> steps = new HashMap<>();
        for (Memberships.Change change : changes) {
            change.before().forEach(span -> add(steps, span, -1));
            change.after().forEach(span -> add(steps, span, 1));
        }
        return steps;
    }

    private static void add(Map<HouseholdId, NavigableMap<LocalDate, Long>> steps, Memberships.Span span, long one) {
        NavigableMap<LocalDate, Long> days = steps.computeIfAbsent(span.household(), _ -> new TreeMap<>());
        days.merge(span.from(), one, Long::sum);
        span.to().ifPresent(last -> days.merge(last.plusDays(1), -one, Long::sum));
    }

    private static List<Step> parts(NavigableMap<LocalDate, Long> steps) {
        List<Step> parts = new ArrayList<>();
        long more = 0;
        for (Map.Entry<LocalDate, Long> step : steps.entrySet()) {
            more += step.getValue();
            if (more != 0) {
                Optional<LocalDate> next = Optional.ofNullable(steps.higherKey(step.getKey()));
                parts.add(new Step(
                        next.map(day -> new DateRange(step.getKey(), day.minusDays(1)))
                                .orElseGet(() -> DateRange.from(step.getKey())),
                        more));
            }
        }
        return parts;
    }

    private static List<NewStatement> restated(
            HouseholdId household, String count, List<StoredStatement> stated, List<Step> parts, LifeEvents.Told told) {
        Set<StatementId> byEvents = stated.stream()
                .filter(statement -> statement.cause() == NewStatement.Cause.EVENT)
                .map(StoredStatement::id)
                .collect(Collectors.toSet());
        List<NewStatement> anew = new ArrayList<>();
        for (Step part : parts) {
            FactHistory.of(stated)
                    .getOrDefault(count, Timeline.empty())
                    .within(part.days())
                    .segments()
                    .forEach(segment -> {
                        FactSource source = segment.value().source();
                        boolean moves = byEvents.contains(source.statement())
                                || !source.from().isAfter(part.days().from());
                        if (moves && segment.value().value().orElse(null) instanceof Value.Whole(long was)) {
                            Value now = new Value.Whole(Math.max(0, was + part.more()));
                            String supplier = told.supplier().isEmpty() ? source.supplier() : told.supplier();
                            anew.add(NewStatement.of(
                                            household,
                                            segment.range(),
                                            Map.of(count, Optional.of(now)),
                                            supplier,
                                            NewStatement.Cause.EVENT)
                                    .provenBy(told.evidence(), Optional.empty()));
                        }
                    });
        }
        return anew;
    }
}
