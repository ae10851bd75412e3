package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;

/** The queue of persons who may have been registered twice. */
@Service
public class Duplicates {
    private static final int MERGED_SHOWN = 20;

    private final DuplicateQueries queries;
    private final RegisterQueries register;
    private final Register lines;
    private final FileReader files;
    private final Projections projections;
    private final Pack pack;
    private final Audit audit;
    private final Today today;
    private final ApplicationEventPublisher events;

    Duplicates(
            DuplicateQueries queries,
            RegisterQueries register,
            Register lines,
            FileReader files,
            Projections projections,
            Pack pack,
            Audit audit,
            Today today,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.register = register;
        this.lines = lines;
        this.files = files;
        this.projections = projections;
        this.pack = pack;
        this.audit = audit;
        this.today = today;
        this.events = events;
    }

    /** Two persons who may be one. */
    public record DuplicatePair(
            UUID id, String reason, String state, Register.PersonLine first, Register.PersonLine second) {}

    /** What is known of both about one fact; sealed values are shown only as equal or not. */
    public record FactDifference(String label, String first, String second, boolean same) {}

    /** A pair in full. */
    public record DuplicateComparison(DuplicatePair pair, List<FactDifference> differences) {}

    /** Pairs that wait, oldest first. */
    @Transactional(readOnly = true)
    public Page<DuplicatePair> open(int offset, int size) {
        AreaScope scope = Callers.current().scope();
        return new Page<>(views(queries.open(scope, offset, Page.bounded(size))), queries.countOpen(scope));
    }

    /** Pairs that were merged lately. */
    @Transactional(readOnly = true)
    public List<DuplicatePair> merged() {
        return views(queries.merged(Callers.current().scope(), MERGED_SHOWN));
    }

    private List<DuplicatePair> views(List<DuplicateQueries.Pair> pairs) {
        List<PersonId> persons = new ArrayList<>();
        pairs.forEach(pair -> persons.addAll(List.of(pair.first(), pair.second())));
        Map<PersonId, Register.PersonLine> found = lines.lines(persons);
        List<DuplicatePair> views = new ArrayList<>();
        for (DuplicateQueries.Pair pair : pairs) {
            Register.PersonLine first = found.get(pair.first());
            Register.PersonLine second = found.get(pair.second());
            if (first != null && second != null) {
                views.add(new DuplicatePair(pair.id(), pair.reason(), pair.state(), first, second));
            }
        }
        return views;
    }

    /** Both persons side by side, which is an entry in the log for each. */
    @Transactional
    public DuplicateComparison compare(UUID id) {
        DuplicateQueries.Pair pair = pair(id);
        DuplicatePair view = views(List.of(pair)).stream().findFirst().orElseThrow(Duplicates::unknown);
        Map<PersonId, Facts> facts = files.persons(List.of(pair.first(), pair.second()), today.date());
        List<FactDifference> differences = new ArrayList<>();
        List<Fact> all = pack.catalogue().facts(Holder.PERSON);
        for (int slot = 0; slot < all.size(); slot++) {
            Fact fact = all.get(slot);
            Optional<Value> first = given(facts, pair.first(), slot);
            Optional<Value> second = given(facts, pair.second(), slot);
            if (fact.collected() && (first.isPresent() || second.isPresent())) {
                boolean hidden = FactCodec.isSealed(fact);
                differences.add(new FactDifference(
                        fact.symbol().label(),
                        first.map(value -> hidden ? "●●●" : Cells.write(fact, value))
                                .orElse(""),
                        second.map(value -> hidden ? "●●●" : Cells.write(fact, value))
                                .orElse(""),
                        first.equals(second)));
            }
        }
        audit.record("person.compare", "person", pair.first().value(), pair.area(), Map.of());
        audit.record("person.compare", "person", pair.second().value(), pair.area(), Map.of());
        return new DuplicateComparison(view, differences);
    }

    private static Optional<Value> given(Map<PersonId, Facts> facts, PersonId person, int slot) {
        return Optional.ofNullable(facts.get(person)).flatMap(known -> known.given(slot));
    }

    /** Says that two persons are not one; the pair never comes back. */
    @Transactional
    public void distinct(UUID id) {
        DuplicateQueries.Pair pair = openPair(id);
        Caller caller = Callers.current();
        queries.settle(id, "DISTINCT", caller.user(), today.instant());
        audit.record("duplicate.distinct", "duplicate", id, pair.area(), Map.of());
    }

    /**
     * Makes one of two persons: what was stated about the loser counts as stated about the winner, and the loser's
     * memberships no longer count.
     *
     * @throws Refusal {@code registry.duplicate-settled} when somebody settled the pair, {@code registry.duplicate-gone}
     *     when one of them has been merged into somebody else
     */
    @Transactional
    public void merge(UUID id, PersonId winner) {
        DuplicateQueries.Pair pair = openPair(id);
        if (!Set.of(pair.first(), pair.second()).contains(winner)) {
            throw Refusal.at("/winner", "registry.duplicate-winner");
        }
        PersonId loser = winner.equals(pair.first()) ? pair.second() : pair.first();
        register.hold(Holder.PERSON, List.of(winner.value(), loser.value()));
        List<RegisterQueries.PersonRow> rows = register.persons(List.of(winner.value(), loser.value()));
        if (rows.size() != 2 || rows.stream().anyMatch(row -> row.mergedInto().isPresent())) {
            throw Refusal.conflict("registry.duplicate-gone");
        }
        Caller caller = Callers.current();
        List<UUID> followers = queries.point(loser, winner);
        queries.insert(today.newId(), pair, winner, loser, followers, caller.user(), today.instant());
        queries.settle(id, "MERGED", caller.user(), today.instant());
        HouseholdId home = rows.stream()
                .filter(row -> row.id().equals(loser))
                .map(RegisterQueries.PersonRow::household)
                .findFirst()
                .orElseThrow();
        changed(rows, new PersonsMerged(winner, loser, home));
        audit.record(
                "duplicate.merge",
                "person",
                winner.value(),
                pair.area(),
                Map.of("loser", loser.value().toString()));
    }

    /**
     * Takes a merge back; both persons are as if it had never been, except for what was stated meanwhile, which stays
     * the winner's.
     */
    @Transactional
    public void undo(UUID id) {
        DuplicateQueries.Pair pair = pair(id);
        DuplicateQueries.Merge merge = queries.mergeOf(id).orElseThrow(() -> Refusal.conflict("registry.merge-undone"));
        List<UUID> both = List.of(merge.winner().value(), merge.loser().value());
        register.hold(Holder.PERSON, both);
        List<RegisterQueries.PersonRow> rows = register.persons(both);
        boolean asMerged = rows.stream()
                .filter(row -> row.id().equals(merge.loser()))
                .anyMatch(row -> row.mergedInto().equals(Optional.of(merge.winner())));
        if (!asMerged) {
            throw Refusal.conflict("registry.merge-later");
        }
        Caller caller = Callers.current();
        queries.restore(merge);
        queries.undone(merge.id(), caller.user(), today.instant());
        queries.settle(id, "OPEN", caller.user(), today.instant());
        changed(rows, new MergeUndone(merge.winner(), merge.loser()));
        audit.record(
                "duplicate.undo",
                "person",
                merge.winner().value(),
                pair.area(),
                Map.of("loser", merge.loser().value().toString()));
    }

    /** Each household is touched from when its own of the two belongs to it: before, nothing is known that has changed. */
    private void changed(List<RegisterQueries.PersonRow> rows, Record what) {
        Map<HouseholdId, RegisterQueries.PersonRow> households = new HashMap<>();
        rows.forEach(row -> households.merge(
                row.household(), row, (one, other) -> since(one).isAfter(since(other)) ? other : one));
        projections.refresh(
                households.keySet(),
                rows.stream().map(RegisterQueries.PersonRow::id).toList());
        events.publishEvent(what);
        households.forEach((household, row) ->
                events.publishEvent(new FactsChanged(household, Optional.of(row.id()), since(row), Set.of())));
    }

    private LocalDate since(RegisterQueries.PersonRow row) {
        return register.memberships(List.of(row.id().value())).stream()
                .map(membership -> membership.valid().from())
                .min(LocalDate::compareTo)
                .orElse(today.date());
    }

    private DuplicateQueries.Pair pair(UUID id) {
        return queries.find(id).orElseThrow(Duplicates::unknown);
    }

    private DuplicateQueries.Pair openPair(UUID id) {
        DuplicateQueries.Pair pair = pair(id);
        if (!pair.state().equals("OPEN")) {
            throw Refusal.conflict("registry.duplicate-settled");
        }
        return pair;
    }

    private static Refusal unknown() {
        return Refusal.notFound("registry.duplicate-unknown");
    }
}
