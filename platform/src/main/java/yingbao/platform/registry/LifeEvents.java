package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** Records what happens in households, as of the day on which it happened. */
@Service
public class LifeEvents {
    private final EventQueries queries;
    private final RegisterQueries register;
    private final Memberships memberships;
    private final Register statements;
    private final MemberCounts counts;
    private final Undoing undoing;
    private final Homes homes;
    private final Projections projections;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    LifeEvents(
            EventQueries queries,
            RegisterQueries register,
            Memberships memberships,
            Register statements,
            MemberCounts counts,
            Undoing undoing,
            Homes homes,
            Projections projections,
            Divisions divisions,
            Audit audit,
            Today today,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.register = register;
        this.memberships = memberships;
        this.statements = statements;
        this.counts = counts;
        this.undoing = undoing;
        this.homes = homes;
        this.projections = projections;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
        this.json = json;
        this.events = events;
    }

    /** What can happen. */
    public enum Kind {
        BIRTH,
        MARRIAGE,
        JOIN,
        LEAVE,
        DEATH,
        SPLIT,
        MOVE,
        UNDO
    }

    /**
     * What is common to all events.
     *
     * @param on the day on which it happened
     * @param supplier who says so
     * @param evidence the paper that proves it; may be empty
     */
    public record Told(LocalDate on, String supplier, String evidence) {}

    /**
     * What an event changed, so that it can be taken back.
     *
     * @param household a household that the event made
     * @param formerArea where a household was before it moved
     * @param formerNumber its number then
     */
    record Detail(
            List<Memberships.Change> changes,
            String note,
            Optional<HouseholdId> household,
            Optional<String> formerArea,
            Optional<String> formerNumber) {
        static Detail of(List<Memberships.Change> changes, String note) {
            return new Detail(changes, note, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Somebody is born into a household. */
    @Transactional
    public PersonId birth(HouseholdId household, Map<String, Optional<Value>> facts, Told told) {
        return newMember(Kind.BIRTH, household, facts, told);
    }

    /** Somebody who is not registered joins a household, by marriage or otherwise. */
    @Transactional
    public PersonId newMember(Kind kind, HouseholdId household, Map<String, Optional<Value>> facts, Told told) {
        RegisterQueries.HouseholdRow home = begin(household, told);
        PersonId person = new PersonId(today.newId());
        queries.insertPerson(person, household, home.area(), freeNumber(home), today.instant());
        Memberships.Change change = memberships.join(person, household, told.on());
        UUID event = today.newId();
        state(
                NewStatement.of(person, DateRange.from(told.on()), facts, told.supplier(), NewStatement.Cause.EVENT),
                told,
                event);
        finish(event, kind, home, told, Detail.of(List.of(change), ""));
        return person;
    }

    /** Somebody of another household joins this one, by marriage or otherwise. */
    @Transactional
    public void joins(Kind kind, HouseholdId household, PersonId person, String relation, Told told) {
        RegisterQueries.HouseholdRow home = begin(household, told);
        RegisterQueries.PersonRow row = person(person);
        if (Memberships.on(memberships.of(person), told.on()).equals(Optional.of(household))) {
            throw Refusal.at("/person", "registry.member-already", row.name());
        }
        Memberships.Change change = memberships.join(person, household, told.on());
        if (!row.area().equals(home.area())) {
            queries.rehomePersons(List.of(person.value()), home.area());
        }
        UUID event = today.newId();
        if (!relation.isEmpty()) {
            state(relation(person, relation, told), told, event);
        }
        finish(event, kind, home, told, Detail.of(List.of(change), row.name()));
    }

    private static NewStatement relation(PersonId person, String relation, Told told) {
        return NewStatement.of(
                person,
                DateRange.from(told.on()),
                Map.of("relation", Optional.of(new Value.Text(relation))),
                told.supplier(),
                NewStatement.Cause.EVENT);
    }

    /** Somebody leaves for a place where they are not registered here; the day is their first outside. */
    @Transactional
    public void leaves(PersonId person, Told told) {
        RegisterQueries.PersonRow row = person(person);
        RegisterQueries.HouseholdRow home = begin(homeOn(row, told.on()), told);
        Memberships.Change change = memberships.end(person, told.on().minusDays(1));
        finish(today.newId(), Kind.LEAVE, home, told, Detail.of(List.of(change), row.name()));
    }

    /** Somebody dies; the day is the last on which they belong to the household. */
    @Transactional
    public void dies(PersonId person, Told told) {
        RegisterQueries.PersonRow row = person(person);
        RegisterQueries.HouseholdRow home = begin(homeOn(row, told.on()), told);
        row.birthDate().filter(told.on()::isBefore).ifPresent(birth -> {
            throw Refusal.at("/on", "registry.died-unborn", birth);
        });
        UUID event = today.newId();
        Memberships.Change change = memberships.end(person, told.on());
        state(
                NewStatement.of(
                        person,
                        DateRange.from(told.on()),
                        Map.of("died_on", Optional.of(new Value.Whole(told.on().toEpochDay()))),
                        told.supplier(),
                        NewStatement.Cause.EVENT),
                told,
                event);
        finish(event, Kind.DEATH, home, told, Detail.of(List.of(change), row.name()));
    }

    /**
     * What a part of a household becomes.
     *
     * @param number its number in the township
     * @param facts what is known of it besides area and address
     */
    public record Split(
            List<PersonId> persons,
            PersonId head,
            String number,
            AreaCode area,
            String address,
            Map<String, Optional<Value>> facts) {}

    /** A part of a household becomes a household of its own. */
    @Transactional
    public HouseholdId splits(HouseholdId household, Split split, Told told) {
        RegisterQueries.HouseholdRow home = begin(household, told);
        homes.require(split.area());
        if (!Callers.current().scope().contains(split.area())) {
            throw Refusal.at("/areaCode", "registry.split-outside");
        }
        homes.refuseTaken(split.area(), split.number());
        if (split.persons().isEmpty() || !split.persons().contains(split.head())) {
            throw Refusal.at("/head", "registry.split-head");
        }
        HouseholdId made = new HouseholdId(today.newId());
        queries.insertHousehold(made, split.area(), split.number(), today.instant());
        UUID event = today.newId();
        List<Memberships.Change> changes = new ArrayList<>();
        for (PersonId person : split.persons()) {
            if (!homeOn(person(person), told.on()).equals(household)) {
                throw Refusal.at("/persons", "registry.not-member", told.on());
            }
            changes.add(memberships.join(person, made, told.on()));
        }
        queries.rehomePersons(split.persons().stream().map(PersonId::value).toList(), split.area());
        Map<String, Optional<Value>> facts = new TreeMap<>(split.facts());
        facts.put("area", Optional.of(new Value.Text(split.area().digits())));
        facts.put("address", Optional.of(new Value.Text(split.address())));
        state(
                NewStatement.of(made, DateRange.from(told.on()), facts, told.supplier(), NewStatement.Cause.EVENT),
                told,
                event);
        state(relation(split.head(), Projections.HEAD, told), told, event);
        Detail detail = new Detail(changes, split.number(), Optional.of(made), Optional.empty(), Optional.empty());
        finish(event, Kind.SPLIT, home, told, detail);
        return made;
    }

    /**
     * A household moves, perhaps to where the caller does not see it any more.
     *
     * @param number its number there; empty to keep the present one
     */
    @Transactional
    public void moves(HouseholdId household, AreaCode area, String address, String number, Told told) {
        RegisterQueries.HouseholdRow home = begin(household, told);
        homes.require(area);
        homes.refuseSame(home, area, address);
        String there = number.isBlank() ? home.number() : number.strip();
        if (!home.area().equals(area) || !there.equals(home.number())) {
            homes.refuseTaken(area, there, household);
        }
        UUID event = today.newId();
        Map<String, Optional<Value>> facts = Map.of(
                "area", Optional.of(new Value.Text(area.digits())),
                "address", Optional.of(new Value.Text(address)));
        state(
                NewStatement.of(household, DateRange.from(told.on()), facts, told.supplier(), NewStatement.Cause.EVENT),
                told,
                event);
        Detail detail = new Detail(
                List.of(),
                divisions.path(area),
                Optional.empty(),
                Optional.of(home.area().digits()),
                Optional.of(home.number()));
        finish(event, Kind.MOVE, home, told, detail);
        events.publishEvent(new HouseholdMoved(household, home.area(), area, there, told.on()));
        queries.rehomeHousehold(household, area, there);
    }

    /**
     * Takes an event back, as recorded by mistake: memberships and facts are again as if it had never been recorded.
     *
     * @throws Refusal {@code registry.event-undone}, {@code registry.event-later} when a later event rests on it
     */
    @Transactional
    public void undo(UUID id, String reason) {
        EventQueries.EventRow row = queries.find(id).orElseThrow(() -> Refusal.notFound("registry.event-unknown"));
        if (row.undoneBy().isPresent() || row.undoes().isPresent()) {
            throw Refusal.conflict("registry.event-undone");
        }
        Detail detail = json.readValue(row.detail(), Detail.class);
        RegisterQueries.HouseholdRow home = household(row.household());
        UUID event = today.newId();
        List<Memberships.Change> changes = new ArrayList<>();
        for (Memberships.Change change : detail.changes().reversed()) {
            changes.add(memberships.restore(change));
        }
        Set<UUID> holders = new HashSet<>();
        changes.forEach(change -> holders.add(change.person().value()));
        holders.add(home.id().value());
        detail.household().ifPresent(made -> holders.add(made.value()));
        undoing.takeBack(id, holders, event, counts::isFollowing);
        if (!changes.isEmpty()) {
            queries.rehomePersons(
                    changes.stream().map(change -> change.person().value()).toList(), home.area());
        }
        Told told = new Told(row.on(), "", "");
        finish(event, Kind.UNDO, home, told, Detail.of(changes, reason), Optional.of(id));
        detail.formerArea().ifPresent(former -> {
            AreaCode back = new AreaCode(former);
            String number = detail.formerNumber().orElse(home.number());
            homes.refuseTaken(back, number, home.id());
            events.publishEvent(new HouseholdMoved(home.id(), home.area(), back, number, row.on()));
            queries.rehomeHousehold(home.id(), back, number);
        });
    }

    private RegisterQueries.HouseholdRow begin(HouseholdId id, Told told) {
        Register.refuseDay("/on", told.on(), today.date());
        register.hold(Holder.HOUSEHOLD, List.of(id.value()));
        return household(id);
    }

    private RegisterQueries.HouseholdRow household(HouseholdId id) {
        return register.households(List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown"));
    }

    private RegisterQueries.PersonRow person(PersonId id) {
        return register.persons(List.of(id.value())).stream()
                .filter(row -> row.mergedInto().isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown"));
    }

    private HouseholdId homeOn(RegisterQueries.PersonRow person, LocalDate day) {
        return Memberships.on(memberships.of(person.id()), day)
                .orElseThrow(() -> Refusal.at("/on", "registry.not-member", day));
    }

    /** The number after those that the household's persons bear. */
    private String freeNumber(RegisterQueries.HouseholdRow home) {
        List<String> taken = queries.personNumbers(home.id());
        int next = taken.size() + 1;
        while (taken.contains(home.number() + "-" + next)) {
            next++;
        }
        return home.number() + "-" + next;
    }

    private void state(NewStatement statement, Told told, UUID event) {
        statements.take(statement.provenBy(told.evidence(), Optional.empty()).causedBy(event));
    }

    private void finish(UUID event, Kind kind, RegisterQueries.HouseholdRow home, Told told, Detail detail) {
        finish(event, kind, home, told, detail, Optional.empty());
    }

    private void finish(
            UUID event, Kind kind, RegisterQueries.HouseholdRow home, Told told, Detail detail, Optional<UUID> undoes) {
        Map<HouseholdId, PersonId> touched = Memberships.households(detail.changes());
        Set<HouseholdId> households = new HashSet<>(touched.keySet());
        households.add(home.id());
        detail.household().ifPresent(households::add);
        Collection<PersonId> persons =
                detail.changes().stream().map(Memberships.Change::person).toList();
        List<Memberships.Change> counted = detail.changes().stream()
                .map(change -> detail.household().map(change::outside).orElse(change))
                .toList();
        counts.follow(counted, told, event);
        projections.refresh(households, persons);
        queries.insert(
                event,
                kind.name(),
                home.id(),
                home.area(),
                told.on(),
                persons.stream().map(PersonId::value).toList(),
                json.writeValueAsString(detail),
                undoes,
                Callers.current(),
                today);
        audit.record(
                "event." + kind.name().toLowerCase(java.util.Locale.ROOT),
                "household",
                home.id().value(),
                home.area(),
                Map.of("on", told.on().toString(), "event", event.toString()));
        touched.forEach((household, person) ->
                events.publishEvent(new FactsChanged(household, Optional.of(person), told.on(), Set.of())));
    }
}
