package yingbao.platform.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;

/** Puts households' files together, many at once. */
@Component
class FileReader {
    private static final String AREA = "area";
    private static final String ADDRESS = "address";

    private final RegisterQueries queries;
    private final FactCodec codec;

    FileReader(RegisterQueries queries, FactCodec codec) {
        this.queries = queries;
        this.codec = codec;
    }

    /** Files in the order of the rows. */
    List<HouseholdFile> read(List<RegisterQueries.HouseholdRow> households, LocalDate on, Optional<Instant> known) {
        List<UUID> ids = households.stream().map(row -> row.id().value()).toList();
        Map<HouseholdId, List<PersonId>> members = queries.members(ids, on).stream()
                .collect(Collectors.groupingBy(
                        RegisterQueries.MemberRow::household,
                        Collectors.mapping(RegisterQueries.MemberRow::person, Collectors.toList())));
        Set<UUID> holders = new HashSet<>(ids);
        members.values().forEach(persons -> persons.forEach(person -> holders.add(person.value())));
        Map<UUID, List<StoredStatement>> statements = statements(holders, on, known);
        return households.stream()
                .map(row -> file(row, members.getOrDefault(row.id(), List.of()), statements, on))
                .toList();
    }

    private Map<UUID, List<StoredStatement>> statements(
            Collection<UUID> holders, LocalDate on, Optional<Instant> known) {
        return queries.statements(holders, Optional.of(on), known).stream()
                .collect(Collectors.groupingBy(StoredStatement::holderId));
    }

    /** What is known about persons on a day, whether or not they belong to a household then. */
    Map<PersonId, Facts> persons(Collection<PersonId> persons, LocalDate on) {
        List<UUID> ids = persons.stream().map(PersonId::value).toList();
        Map<UUID, List<StoredStatement>> statements = statements(ids, on, Optional.empty());
        Map<PersonId, Facts> facts = new HashMap<>();
        Map<String, FactSource> ignored = new TreeMap<>();
        for (PersonId person : persons) {
            facts.put(person, facts(person.value(), Holder.PERSON, statements, on, ignored));
        }
        return facts;
    }

    private HouseholdFile file(
            RegisterQueries.HouseholdRow row,
            List<PersonId> members,
            Map<UUID, List<StoredStatement>> statements,
            LocalDate on) {
        Map<String, FactSource> sources = new TreeMap<>();
        Facts own = facts(row.id().value(), Holder.HOUSEHOLD, statements, on, sources);
        List<Facts> theirs = new ArrayList<>(members.size());
        for (PersonId member : members) {
            theirs.add(facts(member.value(), Holder.PERSON, statements, on, sources));
        }
        AreaCode area = text(own, AREA).map(AreaCode::new).orElse(row.area());
        return new HouseholdFile(
                row.id(),
                row.number(),
                area,
                text(own, ADDRESS).orElse(""),
                on,
                new Household(area, own, theirs),
                members,
                sources);
    }

    private Facts facts(
            UUID id,
            Holder holder,
            Map<UUID, List<StoredStatement>> statements,
            LocalDate on,
            Map<String, FactSource> sources) {
        Map<String, Value> known = new HashMap<>();
        FactHistory.on(statements.getOrDefault(id, List.of()), on)
                .forEach((name, stated) -> stated.value().ifPresent(value -> {
                    known.put(name, value);
                    sources.put(id + "." + name, stated.source());
                }));
        return codec.facts(id.toString(), holder, known);
    }

    static Optional<String> text(Facts facts, String name) {
        return facts.given(name).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value());
    }
}
