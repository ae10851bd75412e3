package yingbao.platform.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.documents.DocumentId;
import yingbao.platform.documents.Documents;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Sealer;
import yingbao.platform.kernel.Today;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;

/** Gives files of households as of a day, and takes statements of facts. */
@Service
public class Register {
    /** Nothing is stated from an earlier day on, which is what programs write for "none". */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final int BATCH = 500;
    private static final String CITIZEN_ID = "citizen_id";
    private static final List<String> HAPPENED = List.of("birth_date", "died_on");

    private final RegisterQueries queries;
    private final FileReader files;
    private final FrozenFile frozen;
    private final FactCodec codec;
    private final Projections projections;
    private final Sealer sealer;
    private final Pack pack;
    private final Divisions divisions;
    private final Documents documents;
    private final Audit audit;
    private final Today today;
    private final ApplicationEventPublisher events;

    Register(
            RegisterQueries queries,
            FileReader files,
            FrozenFile frozen,
            FactCodec codec,
            Projections projections,
            Sealer sealer,
            Pack pack,
            Divisions divisions,
            Documents documents,
            Audit audit,
            Today today,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.files = files;
        this.frozen = frozen;
        this.codec = codec;
        this.projections = projections;
        this.sealer = sealer;
        this.pack = pack;
        this.divisions = divisions;
        this.documents = documents;
        this.audit = audit;
        this.today = today;
        this.events = events;
    }

    /**
     * A person on one line, {@code 姓名 · 性别 · 年龄 · 村}.
     *
     * @param household the present or the last one
     * @param citizenMasked empty where no id is known
     * @param sex the label; empty where it is not known
     * @param age in completed years today; empty where the birth date is not known
     */
    public record PersonLine(
            PersonId id,
            HouseholdId household,
            String name,
            String citizenMasked,
            String sex,
            Optional<Integer> age,
            Optional<LocalDate> diedOn,
            AreaCode area,
            String areaPath) {}

    /** A household's file on a day as known now; empty when there is none that the caller may see. */
    @Transactional(readOnly = true)
    public Optional<HouseholdFile> find(HouseholdId id, LocalDate on) {
        return find(List.of(id), on).stream().findFirst();
    }

    /** A household's file on a day as it was known at a moment. */
    @Transactional(readOnly = true)
    public Optional<HouseholdFile> find(HouseholdId id, LocalDate on, Instant known) {
        return files.read(queries.households(List.of(id.value())), on, Optional.of(known)).stream()
                .findFirst();
    }

    /** Files of many households; those that the caller may not see are left out. */
    @Transactional(readOnly = true)
    public List<HouseholdFile> find(Collection<HouseholdId> ids, LocalDate on) {
        List<UUID> wanted = ids.stream().map(HouseholdId::value).distinct().toList();
        List<HouseholdFile> found = new ArrayList<>(wanted.size());
        for (int first = 0; first < wanted.size(); first += BATCH) {
            List<UUID> batch = wanted.subList(first, Math.min(first + BATCH, wanted.size()));
            found.addAll(files.read(queries.households(batch), on, Optional.empty()));
        }
        return found;
    }

    /** Hands over every household of a scope, area by area, without holding more than a few hundred at once. */
    @Transactional(readOnly = true)
    public void forEachIn(AreaScope scope, LocalDate on, Consumer<HouseholdFile> consumer) {
        AreaScope seen = scope.intersect(Callers.current().scope());
        List<RegisterQueries.HouseholdRow> batch = queries.householdsAfter(seen, "", new UUID(0, 0), BATCH);
        while (!batch.isEmpty()) {
            files.read(batch, on, Optional.empty()).forEach(consumer);
            RegisterQueries.HouseholdRow last = batch.getLast();
            batch = queries.householdsAfter(
                    seen, last.area().digits(), last.id().value(), BATCH);
        }
    }

    /** The household to which somebody belongs on a day. */
    @Transactional(readOnly = true)
    public Optional<HouseholdId> householdOf(PersonId person, LocalDate on) {
        PersonId kept = queries.persons(List.of(person.value())).stream()
                .findFirst()
                .flatMap(RegisterQueries.PersonRow::mergedInto)
                .orElse(person);
        return queries.memberships(List.of(kept.value())).stream()
                .filter(membership -> membership.valid().contains(on))
                .map(RegisterQueries.Membership::household)
                .findFirst();
    }

    /** The households to which some persons belong on a day; whoever belongs to none, or is not seen, is left out. */
    @Transactional(readOnly = true)
    public Map<PersonId, HouseholdId> householdsOf(Collection<PersonId> persons, LocalDate on) {
        Map<PersonId, HouseholdId> households = new HashMap<>();
        queries.memberships(persons.stream().map(PersonId::value).distinct().toList()).stream()
                .filter(membership -> membership.valid().contains(on))
                .forEach(membership -> households.put(membership.person(), membership.household()));
        return households;
    }

    /** Persons as lists show them; those that the caller may not see are left out. */
    @Transactional(readOnly = true)
    public Map<PersonId, PersonLine> lines(Collection<PersonId> persons) {
        Map<PersonId, PersonLine> lines = new HashMap<>();
        List<UUID> ids = persons.stream().map(PersonId::value).distinct().toList();
        for (RegisterQueries.PersonRow row : queries.persons(ids)) {
            lines.put(row.id(), line(row));
        }
        return lines;
    }

    /** A household as lists show it. */
    public record HouseholdLine(HouseholdId id, String number, String headName, AreaCode area) {}

    /** Households as lists show them; those that the caller may not see are left out. */
    @Transactional(readOnly = true)
    public Map<HouseholdId, HouseholdLine> households(Collection<HouseholdId> households) {
        List<UUID> ids = households.stream().map(HouseholdId::value).distinct().toList();
        Map<HouseholdId, HouseholdLine> lines = new HashMap<>();
        queries.households(ids)
                .forEach(row ->
                        lines.put(row.id(), new HouseholdLine(row.id(), row.number(), row.headName(), row.area())));
        return lines;
    }

    PersonLine line(RegisterQueries.PersonRow row) {
        String sex = codec.find(Holder.PERSON, "sex")
                .map(fact -> fact.symbol().codes().getOrDefault(row.sex(), ""))
                .orElse("");
        return new PersonLine(
                row.id(),
                row.household(),
                row.name(),
                row.citizenMasked(),
                sex,
                row.birthDate().map(birth -> birth.until(today.date()).getYears()),
                row.diedOn(),
                row.area(),
                divisions.shortPath(row.area()));
    }

    /**
     * A file as a text to be kept with a decision: the same bytes for the same facts, sources and day. It holds sealed
     * facts in the open, so whoever keeps it seals it.
     */
    public String frozen(HouseholdFile file) {
        return frozen.write(file);
    }

    /** The file that {@link #frozen} wrote. */
    public HouseholdFile thawed(String json) {
        return frozen.read(json);
    }

    /**
     * Takes one act of stating.
     *
     * @throws Refusal {@code registry.unknown} when the caller sees no such holder, {@code registry.future} when it is
     *     to hold from a day that has not come, {@code registry.source-unknown}, {@code registry.fact-unknown},
     *     {@code registry.fact-type}, {@code registry.nothing-stated}, {@code registry.move-instead} for the area, which
     *     only a move changes, {@code registry.document-unknown} when the caller sees no such paper, and {@code registry.citizen-taken} (the masked id, the area) when somebody else bears it
     */
    @Transactional
    public StatementId state(NewStatement given) {
        if (given.holder() == Holder.HOUSEHOLD && given.facts().containsKey("area")) {
            throw Refusal.at("/facts/area", "registry.move-instead");
        }
        refuseDay("/from", given.valid().from(), today.date());
        if (given.document()
                .map(DocumentId::new)
                .filter(paper -> documents.find(List.of(paper)).isEmpty())
                .isPresent()) {
            throw Refusal.at("/documentId", "registry.document-unknown");
        }
        return take(given);
    }

    /**
     * Refuses a day on which nothing can take effect.
     *
     * @throws Refusal {@code registry.future}, {@code registry.too-early}
     */
    static void refuseDay(String pointer, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Refusal.at(pointer, "registry.future", today);
        }
        if (day.isBefore(FIRST_DAY)) {
            throw Refusal.at(pointer, "registry.too-early", FIRST_DAY);
        }
    }

    /** The same without asking whether people may state it so. */
    @Transactional(propagation = Propagation.MANDATORY)
    StatementId take(NewStatement given) {
        StatementId id = takeAlong(given);
        Whose whose = whose(given.holder(), given.holderId());
        events.publishEvent(new FactsChanged(
                whose.household(),
                whose.person(),
                given.valid().from(),
                given.facts().keySet()));
        return id;
    }

    /** The same as a part of something that says itself what has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    StatementId takeAlong(NewStatement given) {
        if (given.facts().isEmpty()) {
            throw Refusal.at("/facts", "registry.nothing-stated");
        }
        if (!pack.catalogue().suppliers().containsKey(given.supplier())) {
            throw Refusal.at("/source", "registry.source-unknown");
        }
        codec.check(given.holder(), given.facts());
        refuseToCome(given);
        queries.hold(given.holder(), List.of(given.holderId()));
        Whose whose = whose(given.holder(), given.holderId());
        refuseTakenCitizenId(given);
        StatementId id = new StatementId(today.newId());
        queries.insert(id, given, whose.area(), today.instant(), Callers.current());
        projections.refresh(List.of(whose.household()), whose.person().stream().toList());
        audit.record(
                "fact.state",
                given.holder() == Holder.HOUSEHOLD ? "household" : "person",
                given.holderId(),
                whose.area(),
                Map.of(
                        "facts", String.join(" ", given.facts().keySet()),
                        "from", given.valid().from().toString(),
                        "cause", given.cause().name(),
                        "household", whose.household().value().toString()));
        return id;
    }

    /** Whose facts are stated, and which household they concern. */
    private record Whose(HouseholdId household, Optional<PersonId> person, AreaCode area) {}

    private Whose whose(Holder holder, UUID id) {
        Optional<Whose> found = switch (holder) {
            case HOUSEHOLD ->
                queries.households(List.of(id)).stream()
                        .map(row -> new Whose(row.id(), Optional.empty(), row.area()))
                        .findFirst();
            case PERSON ->
                queries.persons(List.of(id)).stream()
                        .filter(row -> row.mergedInto().isEmpty())
                        .map(row -> new Whose(row.household(), Optional.of(row.id()), row.area()))
                        .findFirst();
        };
        return found.orElseThrow(() -> Refusal.notFound("registry.unknown"));
    }

    /** Nobody is born or dies on a day that has not come. */
    private void refuseToCome(NewStatement given) {
        for (String name : HAPPENED) {
            if (given.facts().getOrDefault(name, Optional.empty()).orElse(null) instanceof Value.Whole(long day)
                    && LocalDate.ofEpochDay(day).isAfter(today.date())) {
                throw Refusal.at("/facts/" + name, "registry.to-come", today.date());
            }
        }
    }

    private void refuseTakenCitizenId(NewStatement given) {
        if (given.holder() == Holder.PERSON
                && given.facts().getOrDefault(CITIZEN_ID, Optional.empty()).orElse(null)
                        instanceof Value.Text(String number)) {
            CitizenId citizenId = new CitizenId(number);
            queries.registered(List.of(HexFormat.of().formatHex(sealer.blindIndex(number)))).values().stream()
                    .filter(registered -> !registered.person().value().equals(given.holderId()))
                    .findFirst()
                    .ifPresent(registered -> {
                        throw Refusal.at(
                                "/facts/citizen_id",
                                "registry.citizen-taken",
                                citizenId.masked(),
                                divisions.path(registered.area()));
                    });
        }
    }
}
