package yingbao.platform.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;

/**
 * Takes statements back by stating anew what would hold without them; nothing that was recorded is ever changed.
 */
@Component
class Undoing {
    private final RegisterQueries queries;
    private final Register register;

    Undoing(RegisterQueries queries, Register register) {
        this.queries = queries;
        this.register = register;
    }

    /** Takes back what was stated about holders for one cause, but for what is taken back in another way. */
    void takeBack(UUID cause, Collection<UUID> holders, UUID correction, Predicate<StoredStatement> otherwise) {
        Map<UUID, List<StoredStatement>> recorded =
                queries.statements(holders, Optional.empty(), Optional.empty()).stream()
                        .collect(Collectors.groupingBy(StoredStatement::holderId));
        for (RegisterHolder holder : kinds(holders)) {
            List<StoredStatement> all = recorded.getOrDefault(holder.id(), List.of());
            List<StoredStatement> others = new ArrayList<>();
            List<StoredStatement> taken = new ArrayList<>();
            for (StoredStatement statement : all) {
                boolean back = statement.causeId().equals(Optional.of(cause)) && !otherwise.test(statement);
                (back ? taken : others).add(statement);
            }
            Map<String, Timeline<FactHistory.Stated>> without = FactHistory.of(others);
            taken.forEach(statement -> restate(holder, statement, without, correction));
        }
    }

    private record RegisterHolder(UUID id, Holder kind) {}

    private List<RegisterHolder> kinds(Collection<UUID> ids) {
        List<RegisterHolder> holders = new ArrayList<>();
        queries.households(ids)
                .forEach(row -> holders.add(new RegisterHolder(row.id().value(), Holder.HOUSEHOLD)));
        queries.persons(ids)
                .forEach(row -> holders.add(new RegisterHolder(row.id().value(), Holder.PERSON)));
        return holders;
    }

    private void restate(
            RegisterHolder holder,
            StoredStatement taken,
            Map<String, Timeline<FactHistory.Stated>> without,
            UUID correction) {
        Map<DateRange, Map<String, Optional<Value>>> anew = new HashMap<>();
        for (String name : taken.facts().keySet()) {
            Timeline<FactHistory.Stated> rest =
                    without.getOrDefault(name, Timeline.empty()).within(taken.valid());
            rest.segments()
                    .forEach(segment -> anew.computeIfAbsent(segment.range(), _ -> new TreeMap<>())
                            .put(name, segment.value().value()));
            rest.gaps(taken.valid())
                    .forEach(gap ->
                            anew.computeIfAbsent(gap, _ -> new TreeMap<>()).put(name, Optional.empty()));
        }
        anew.forEach((range, facts) -> register.take(new NewStatement(
                holder.kind(),
                holder.id(),
                range,
                facts,
                taken.source().supplier(),
                "",
                Optional.empty(),
                NewStatement.Cause.CORRECTION,
                Optional.of(correction))));
    }
}
