package yingbao.policy.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.expr.Unit;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Source;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.Clock;
import yingbao.policy.pack.Workflow.Notice;
import yingbao.policy.pack.Workflow.Requirement;
import yingbao.policy.pack.Workflow.State;

/** Reads one file of {@code workflows/} and checks that every case can come to an end. */
final class WorkflowReader {
    private static final List<String> DAYS = List.of("day", "working-day");

    private final Map<String, Source> sources;
    private final Map<String, Parameter> parameters;
    private final Faults faults;

    WorkflowReader(Map<String, Source> sources, Map<String, Parameter> parameters, Faults faults) {
        this.sources = sources;
        this.parameters = parameters;
        this.faults = faults;
    }

    Workflow read(Yaml document) {
        Entry entry = Entry.of(document, faults);
        Map<String, String> actors = new LinkedHashMap<>();
        entry.entries("actors").forEach((id, label) -> {
            if (label instanceof Yaml.Scalar scalar) {
                actors.put(id, scalar.value());
            }
        });
        Map<String, State> states = new LinkedHashMap<>();
        entry.entries("states")
                .forEach((id, body) -> Entry.read(body, faults, state -> states.put(id, state(id, state, actors))));
        Workflow workflow = new Workflow(
                entry.text("workflow"),
                entry.text("title"),
                entry.citations("cites", sources.keySet()),
                actors,
                entry.text("start"),
                states,
                entry.location());
        entry.refuseUnusedKeys();
        check(workflow, entry);
        return workflow;
    }

    private State state(String id, Entry entry, Map<String, String> actors) {
        boolean end = entry.text("end", "no").equals("yes");
        Optional<Yaml.Scalar> actor = entry.optionalScalar("actor");
        if (actor.isPresent() && !actors.containsKey(actor.get().value())) {
            faults.add(
                    actor.get().location(),
                    "workflow.unknown-actor",
                    actor.get().value());
        }
        if (actor.isEmpty() && !end) {
            faults.add(entry.location(), "yaml.missing-key", "actor");
        }
        List<Action> actions = new ArrayList<>();
        entry.entries("actions")
                .forEach((actionId, body) -> Entry.read(
                        body,
                        faults,
                        action -> actions.add(
                                new Action(actionId, action.text("title"), action.text("to"), action.location()))));
        List<Requirement> requirements = new ArrayList<>();
        entry.entries("requires")
                .forEach((requirementId, body) -> Entry.read(
                        body,
                        faults,
                        requirement -> requirements.add(new Requirement(
                                requirementId,
                                requirement.text("title"),
                                requirement.optionalScalar("measure").map(this::parameter),
                                requirement.location()))));
        return new State(
                id,
                entry.text("title"),
                actor.map(Yaml.Scalar::value).orElse(""),
                List.copyOf(actions),
                entry.entry("clock").map(this::clock),
                entry.entry("notice").map(this::notice),
                entry.texts("papers"),
                entry.texts("not_same_as"),
                List.copyOf(requirements),
                end,
                entry.citations("cites", sources.keySet()),
                entry.location());
    }

    private Clock clock(Entry entry) {
        Clock clock = new Clock(
                days(entry.scalar("limit")), entry.optionalScalar("then").map(Yaml.Scalar::value), entry.location());
        entry.refuseUnusedKeys();
        return clock;
    }

    private Notice notice(Entry entry) {
        Notice notice =
                new Notice(entry.text("where"), days(entry.scalar("days")), entry.texts("shows"), entry.location());
        entry.refuseUnusedKeys();
        return notice;
    }

    private String parameter(Yaml.Scalar name) {
        if (!parameters.containsKey(name.value()) && !name.value().isEmpty()) {
            faults.add(name.location(), "parameters.unknown", name.value());
        }
        return name.value();
    }

    private String days(Yaml.Scalar name) {
        Parameter parameter = parameters.get(parameter(name));
        if (parameter != null) {
            Unit unit = parameter.symbol().unit();
            if (!DAYS.contains(unit.toString())) {
                faults.add(name.location(), "workflow.not-days", name.value(), unit.toString());
            }
        }
        return name.value();
    }

    private void check(Workflow workflow, Entry entry) {
        if (!workflow.states().containsKey(workflow.start())) {
            if (!workflow.start().isEmpty()) {
                faults.add(entry.at("start"), "workflow.unknown-state", workflow.start());
            }
            return;
        }
        for (State state : workflow.states().values()) {
            for (Action action : state.actions()) {
                if (!workflow.states().containsKey(action.to())) {
                    faults.add(action.location(), "workflow.unknown-state", action.to());
                }
            }
            for (String other : state.notSameAs()) {
                if (!workflow.states().containsKey(other)) {
                    faults.add(state.location(), "workflow.unknown-state", other);
                }
            }
            state.clock().flatMap(Clock::then).ifPresent(then -> {
                if (state.actions().stream().noneMatch(action -> action.id().equals(then))) {
                    faults.add(state.location(), "workflow.unknown-action", then);
                }
            });
        }
        Set<String> reached = reachable(workflow, workflow.start());
        for (State state : workflow.states().values()) {
            if (!reached.contains(state.id())) {
                faults.add(state.location(), "workflow.unreachable", state.id());
            }
            boolean comesToRest = reachable(workflow, state.id()).stream()
                    .anyMatch(id -> workflow.state(id).end());
            if (!comesToRest) {
                faults.add(state.location(), "workflow.no-way-out", state.id());
            }
        }
    }

    private static Set<String> reachable(Workflow workflow, String from) {
        Set<String> reached = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Action action : workflow.state(open.pop()).actions()) {
                if (workflow.states().containsKey(action.to()) && reached.add(action.to())) {
                    open.push(action.to());
                }
            }
        }
        return reached;
    }
}
