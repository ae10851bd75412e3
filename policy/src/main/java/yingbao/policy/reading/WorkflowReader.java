package yingbao.policy.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.State;

/** Reads one file of {@code workflows/}. */
final class WorkflowReader {
    private final Set<String> sources;
    private final Measures measures;
    private final Faults faults;

    WorkflowReader(Set<String> sources, Measures measures, Faults faults) {
        this.sources = sources;
        this.measures = measures;
        this.faults = faults;
    }

    Workflow read(Yaml document) {
        Entry entry = Entry.of(document, faults);
        Map<String, String> actors = entry.labels("actors");
        boolean kin = entry.flag("kin");
        StateReader reader = new StateReader(actors.keySet(), kin, sources, measures, faults);
        Map<String, State> states = new LinkedHashMap<>();
        entry.entries("states")
                .forEach((id, body) -> Entry.read(body, faults, state -> states.put(id, reader.read(id, state))));
        Workflow workflow = new Workflow(
                entry.text("workflow"),
                entry.text("title"),
                entry.citations("cites", sources),
                kin,
                entry.flag("authorisation"),
                entry.optionalScalar("changes").map(limit -> measures.in(Measures.DAYS, limit)),
                actors,
                entry.text("start"),
                states,
                entry.location());
        entry.refuseUnusedKeys();
        if (states.containsKey(workflow.start())) {
            new WorkflowLint(workflow, faults).check();
        } else if (!workflow.start().isEmpty()) {
            faults.add(entry.at("start"), "workflow.unknown-state", workflow.start());
        }
        return workflow;
    }
}
