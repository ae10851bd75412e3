package yingbao.platform.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.policy.expr.Phrases;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.DateRange;

/** Everything that was recorded about a household: what was stated and what happened, each once. */
@Service
class HouseholdRecords {
    private static final int RECORDS_MAX = 1_000;

    private final RegisterQueries queries;
    private final EventQueries eventQueries;
    private final HouseholdViews views;
    private final Pack pack;
    private final Texts texts;
    private final JsonMapper json;

    HouseholdRecords(
            RegisterQueries queries,
            EventQueries eventQueries,
            HouseholdViews views,
            Pack pack,
            Texts texts,
            JsonMapper json) {
        this.queries = queries;
        this.eventQueries = eventQueries;
        this.views = views;
        this.pack = pack;
        this.texts = texts;
        this.json = json;
    }

    /**
     * A line of the timeline: a statement, or an event with what was stated on its occasion.
     *
     * @param who whom it concerns; empty for the household itself
     * @param text what was stated, or why an event was taken back
     */
    record RecordView(
            UUID id,
            String kind,
            String who,
            LocalDate from,
            Optional<LocalDate> to,
            String text,
            String source,
            String evidence,
            Instant recordedAt,
            String recordedBy,
            boolean undone,
            boolean canUndo) {}

    /** Everything that was recorded about a household and those who belong to it, newest first. */
    @Transactional(readOnly = true)
    List<RecordView> timeline(HouseholdId id) {
        RegisterQueries.HouseholdRow household = queries.households(List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown"));
        Map<UUID, String> names = new LinkedHashMap<>();
        queries.everybodyOf(id).forEach(row -> names.put(row.id().value(), row.name()));
        List<UUID> persons = List.copyOf(names.keySet());
        List<UUID> holders = new ArrayList<>(persons);
        holders.add(household.id().value());
        List<EventQueries.EventRow> events = eventQueries.of(id, persons);
        Set<UUID> shown = events.stream().map(EventQueries.EventRow::id).collect(Collectors.toSet());
        Map<UUID, List<StoredStatement>> onOccasion = new LinkedHashMap<>();
        List<RecordView> records = new ArrayList<>();
        for (StoredStatement statement : queries.statements(holders, Optional.empty(), Optional.empty())) {
            Optional<UUID> event = statement.causeId().filter(shown::contains);
            if (event.isPresent()) {
                onOccasion.computeIfAbsent(event.get(), _ -> new ArrayList<>()).add(statement);
            } else {
                records.add(view(statement, names));
            }
        }
        boolean mayUndo = Callers.current().may(Right.REGISTRY_WRITE.id());
        for (EventQueries.EventRow event : events) {
            records.add(view(event, onOccasion.getOrDefault(event.id(), List.of()), names, mayUndo));
        }
        records.sort(Comparator.comparing(RecordView::recordedAt).reversed());
        return records.stream().limit(RECORDS_MAX).toList();
    }

    private RecordView view(StoredStatement statement, Map<UUID, String> names) {
        DateRange valid = statement.valid();
        return new RecordView(
                statement.id().value(),
                statement.cause().name(),
                names.getOrDefault(statement.holderId(), ""),
                valid.from(),
                valid.isOpenEnded() ? Optional.empty() : Optional.of(valid.to()),
                facts(statement, names.containsKey(statement.holderId()), true),
                source(statement),
                statement.source().evidence(),
                statement.recordedAt(),
                statement.recordedBy(),
                false,
                false);
    }

    private RecordView view(
            EventQueries.EventRow event, List<StoredStatement> stated, Map<UUID, String> names, boolean mayUndo) {
        LifeEvents.Detail detail = json.readValue(event.detail(), LifeEvents.Detail.class);
        Set<String> who = new LinkedHashSet<>();
        detail.changes().stream()
                .map(change -> names.getOrDefault(change.person().value(), ""))
                .filter(name -> !name.isEmpty())
                .forEach(who::add);
        boolean undone = event.undoneBy().isPresent();
        return new RecordView(
                event.id(),
                "EVENT_" + event.kind(),
                String.join("、", who),
                event.on(),
                Optional.empty(),
                text(LifeEvents.Kind.valueOf(event.kind()), detail, stated, names, who),
                stated.stream().findFirst().map(this::source).orElse(""),
                stated.stream()
                        .findFirst()
                        .map(first -> first.source().evidence())
                        .orElse(""),
                event.recordedAt(),
                event.recordedBy(),
                undone,
                mayUndo && !undone && event.undoes().isEmpty());
    }

    /** What the event's own name, day and people do not say: its facts, the number of a new household, a reason. */
    private String text(
            LifeEvents.Kind kind,
            LifeEvents.Detail detail,
            List<StoredStatement> stated,
            Map<UUID, String> names,
            Set<String> who) {
        Phrases phrases = Phrases.in(Labels.language());
        List<String> parts = new ArrayList<>();
        switch (kind) {
            case SPLIT -> parts.add(texts.text("registry.split-into", detail.note()));
            case UNDO -> parts.add(texts.text("registry.undone-because", detail.note()));
            // Where a household moved is among its facts, and who joined, left or died stands before.
            case MOVE, BIRTH, MARRIAGE, JOIN, LEAVE, DEATH -> {}
        }
        for (StoredStatement statement : stated) {
            String name = names.getOrDefault(statement.holderId(), "");
            // An event taken back leaves much unknown again, as it was before; only what came back is news.
            String facts = facts(statement, names.containsKey(statement.holderId()), kind != LifeEvents.Kind.UNDO);
            parts.add(who.size() > 1 && !name.isEmpty() ? phrases.say("says", name, facts) : facts);
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(phrases.say("further")));
    }

    private String facts(StoredStatement statement, boolean ofPerson, boolean withUnknown) {
        Caller caller = Callers.current();
        String holder = ofPerson ? "person." : "household.";
        List<String> facts = new ArrayList<>();
        statement
                .facts()
                .forEach((name, value) -> pack.catalogue()
                        .find(holder + name)
                        .filter(_ -> withUnknown || value.isPresent())
                        .ifPresent(fact -> facts.add(texts.text(
                                "registry.fact-is",
                                fact.symbol().label(),
                                value.map(given -> views.text(fact, given, caller))
                                        .orElseGet(() -> texts.text("registry.not-known"))))));
        return String.join(Phrases.in(Labels.language()).say("also"), facts);
    }

    private String source(StoredStatement statement) {
        String supplier = statement.source().supplier();
        return pack.catalogue().suppliers().getOrDefault(supplier, supplier);
    }
}
