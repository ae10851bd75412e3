package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Notice.Shown;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.Clock;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.pack.Workflow.Requirement;
import yingbao.policy.pack.Workflow.State;
import yingbao.policy.value.AreaLevel;

/** Reads one state of a workflow. */
final class StateReader {
    private static final char FIELD = '.';

    private final Set<String> actors;
    private final boolean kin;
    private final Set<String> sources;
    private final Measures measures;
    private final Faults faults;

    StateReader(Set<String> actors, boolean kin, Set<String> sources, Measures measures, Faults faults) {
        this.actors = actors;
        this.kin = kin;
        this.sources = sources;
        this.measures = measures;
        this.faults = faults;
    }

    State read(String id, Entry entry) {
        boolean end = entry.flag("end");
        Map<String, Action> actions = actions(entry);
        List<Field> form = form(entry);
        return new State(
                id,
                entry.text("title"),
                actor(entry, end),
                List.copyOf(actions.values()),
                form,
                entry.entry("clock").map(clock -> clock(clock, actions)),
                entry.entry("notice").map(notice -> notice(notice, actions)),
                entry.texts("papers"),
                entry.texts("papers_if_any"),
                entry.texts("not_same_as"),
                requirements(entry, new CheckReader(form, kin, measures, faults), actions),
                entry.optionalScalar("on_review").map(action -> byItself(action, actions)),
                end,
                entry.citations("cites", sources),
                entry.location());
    }

    private String actor(Entry entry, boolean end) {
        Optional<Yaml.Scalar> actor = entry.optionalScalar("actor");
        if (actor.isPresent() && !actors.contains(actor.get().value())) {
            faults.add(
                    actor.get().location(),
                    "workflow.unknown-actor",
                    actor.get().value());
        }
        if (actor.isEmpty() && !end) {
            faults.add(entry.location(), "yaml.missing-key", "actor");
        }
        return actor.map(Yaml.Scalar::value).orElse("");
    }

    private Map<String, Action> actions(Entry state) {
        Map<String, Action> actions = new LinkedHashMap<>();
        state.entries("actions")
                .forEach((id, body) -> Entry.read(body, faults, entry -> actions.put(id, action(id, entry))));
        return actions;
    }

    private Action action(String id, Entry entry) {
        return new Action(
                id,
                entry.text("title"),
                entry.text("to"),
                entry.flag("free"),
                remarks(entry),
                entry.optionalChoice("decides", Effect.class),
                entry.location());
    }

    private boolean remarks(Entry entry) {
        Optional<Yaml.Scalar> remarks = entry.optionalScalar("remarks");
        if (remarks.isPresent() && !remarks.get().value().equals("required")) {
            faults.add(
                    remarks.get().location(), "yaml.not-one-of", remarks.get().value(), "required");
        }
        return remarks.isPresent();
    }

    private List<Field> form(Entry state) {
        List<Field> form = new ArrayList<>();
        state.entries("form").forEach((id, body) -> Entry.read(body, faults, entry -> form.add(field(id, entry))));
        return List.copyOf(form);
    }

    private Field field(String id, Entry entry) {
        Entry.refuseUnusableName(id, entry.location(), faults);
        Field.Kind kind = entry.choice("kind", Field.Kind.class);
        Map<String, String> choices = kind == Field.Kind.CHOICE ? entry.labels("choices") : Map.of();
        if (kind == Field.Kind.CHOICE && choices.isEmpty()) {
            faults.add(entry.at("choices"), "yaml.missing-key", "choices");
        }
        return new Field(id, entry.text("title"), kind, entry.flag("required"), choices, entry.location());
    }

    private List<Requirement> requirements(Entry state, CheckReader checks, Map<String, Action> actions) {
        List<Requirement> requirements = new ArrayList<>();
        state.entries("requires")
                .forEach((id, body) -> Entry.read(
                        body,
                        faults,
                        entry -> requirements.add(new Requirement(
                                id,
                                entry.text("title"),
                                entry.optionalScalar("measure").map(measures::any),
                                entry.entry("check").map(checks::read),
                                entry.has("check") ? checkedAt(entry, actions) : List.of(),
                                entry.location()))));
        return List.copyOf(requirements);
    }

    /** The actions that a check is made at: those listed, or all that are not free. */
    private List<String> checkedAt(Entry requirement, Map<String, Action> actions) {
        if (!requirement.has("on")) {
            return actions.values().stream()
                    .filter(action -> !action.free())
                    .map(Action::id)
                    .toList();
        }
        List<String> checked = new ArrayList<>();
        for (Yaml.Scalar action : requirement.scalars("on")) {
            if (known(action, actions).map(Action::free).orElse(false)) {
                faults.add(action.location(), "workflow.free-checked", action.value());
            }
            checked.add(action.value());
        }
        return List.copyOf(checked);
    }

    private Clock clock(Entry entry, Map<String, Action> actions) {
        Clock clock = new Clock(
                measures.in(Measures.DAYS, entry.scalar("limit")),
                entry.optionalScalar("then").map(action -> byItself(action, actions)),
                entry.location());
        entry.refuseUnusedKeys();
        return clock;
    }

    /** Hangs for a number of days, which can be objected to and run out, or as long as the case is in the state. */
    private Notice notice(Entry entry, Map<String, Action> actions) {
        boolean longList = entry.flag("long_list");
        Notice notice = new Notice(
                entry.choice("where", AreaLevel.class),
                longList ? Optional.empty() : Optional.of(measures.in(Measures.DAYS, entry.scalar("days"))),
                shows(entry),
                entry.entry("mask").map(this::mask).orElse(new Notice.Mask(Notice.Names.SURNAME, Optional.empty())),
                longList ? Optional.empty() : Optional.of(byItself(entry.scalar("on_objection"), actions)),
                longList ? Optional.empty() : Optional.of(taken(entry.scalar("on_clear"), actions)),
                entry.location());
        entry.refuseUnusedKeys();
        return notice;
    }

    private Notice.Mask mask(Entry entry) {
        Notice.Mask mask = new Notice.Mask(
                entry.choice("name", Notice.Names.class),
                entry.optionalScalar("surname_below").map(age -> measures.in(Measures.YEARS, age)));
        entry.refuseUnusedKeys();
        return mask;
    }

    private List<Shown> shows(Entry notice) {
        Map<String, Notice.Item> items = new HashMap<>();
        for (Notice.Item item : Notice.Item.values()) {
            items.put(item.name().toLowerCase(Locale.ROOT), item);
        }
        List<Shown> shows = new ArrayList<>();
        notice.entries("shows").forEach((what, written) -> {
            String title = written instanceof Yaml.Scalar scalar ? scalar.value() : "";
            if (title.isEmpty()) {
                faults.add(written.location(), "yaml.text-expected", what);
            }
            int dot = what.indexOf(FIELD);
            Notice.Item item = items.get(what);
            if (item != null) {
                shows.add(new Shown.Known(item, title, written.location()));
            } else if (dot < 0) {
                faults.add(written.location(), "workflow.shown", what);
            } else {
                shows.add(
                        new Shown.Entered(what.substring(0, dot), what.substring(dot + 1), title, written.location()));
            }
        });
        if (shows.isEmpty()) {
            faults.add(notice.at("shows"), "yaml.missing-key", "shows");
        }
        return List.copyOf(shows);
    }

    /** An action that nobody takes by hand: no one is there to fill in a form. */
    private String byItself(Yaml.Scalar name, Map<String, Action> actions) {
        if (!known(name, actions).map(Action::free).orElse(true)) {
            faults.add(name.location(), "workflow.not-free", name.value());
        }
        return name.value();
    }

    private String taken(Yaml.Scalar name, Map<String, Action> actions) {
        known(name, actions);
        return name.value();
    }

    private Optional<Action> known(Yaml.Scalar name, Map<String, Action> actions) {
        Optional<Action> action = Optional.ofNullable(actions.get(name.value()));
        if (action.isEmpty() && !name.value().isEmpty()) {
            faults.add(name.location(), "workflow.unknown-action", name.value());
        }
        return action;
    }
}
