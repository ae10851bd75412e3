package yingbao.policy.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Notice.Shown;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.State;

/** Checks what only the whole workflow shows: that states lead to states, and that every case can come to an end. */
final class WorkflowLint {
    /** A free text or a list of people may say what nobody may publish. */
    private static final Set<Field.Kind> PRIVATE = Set.of(Field.Kind.TEXT, Field.Kind.PEOPLE);

    private final Workflow workflow;
    private final Faults faults;

    WorkflowLint(Workflow workflow, Faults faults) {
        this.workflow = workflow;
        this.faults = faults;
    }

    void check() {
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
            state.notice().ifPresent(notice -> notice.shows().forEach(this::checkShown));
        }
        checkWays();
        new EntitlementLint(workflow, faults).check();
    }

    private void checkShown(Shown shown) {
        if (!(shown instanceof Shown.Entered entered)) {
            return;
        }
        String name = entered.state() + "." + entered.field();
        Optional<Field> field = Optional.ofNullable(workflow.states().get(entered.state()))
                .flatMap(state -> state.field(entered.field()));
        if (field.isEmpty()) {
            faults.add(shown.location(), "workflow.unknown-field", name);
        } else if (PRIVATE.contains(field.get().kind())) {
            faults.add(shown.location(), "workflow.private-shown", name);
        }
    }

    private void checkWays() {
        Set<String> reached = reachable(workflow.start());
        for (State state : workflow.states().values()) {
            if (!reached.contains(state.id())) {
                faults.add(state.location(), "workflow.unreachable", state.id());
            }
            boolean comesToRest = reachable(state.id()).stream()
                    .anyMatch(id -> workflow.state(id).end());
            if (!comesToRest) {
                faults.add(state.location(), "workflow.no-way-out", state.id());
            }
        }
    }

    private Set<String> reachable(String from) {
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
