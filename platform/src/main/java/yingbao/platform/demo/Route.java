package yingbao.platform.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.State;

/**
 * A way through a workflow from its start.
 *
 * @param hops in order; none for a case that has only been opened
 */
record Route(Workflow workflow, List<Hop> hops) {
    Route {
        hops = List.copyOf(hops);
    }

    /** An action taken in a state. */
    record Hop(State from, Action action) {}

    /** Where it ends. */
    State end() {
        return workflow.state(
                hops.isEmpty() ? workflow.start() : hops.getLast().action().to());
    }

    /** What it is called, the same in every run. */
    String name() {
        return hops.isEmpty()
                ? workflow.start()
                : hops.getLast().from().id() + "/" + hops.getLast().action().id();
    }

    /** The shortest routes that together take every action of a workflow, and the one that takes none. */
    static List<Route> all(Workflow workflow) {
        Map<String, Route> reached = new LinkedHashMap<>();
        List<Route> all = new ArrayList<>();
        Route opened = new Route(workflow, List.of());
        reached.put(workflow.start(), opened);
        all.add(opened);
        Deque<String> open = new ArrayDeque<>(List.of(workflow.start()));
        while (!open.isEmpty()) {
            State state = workflow.state(open.removeFirst());
            for (Action action : state.actions()) {
                Route route = Objects.requireNonNull(reached.get(state.id())).and(new Hop(state, action));
                all.add(route);
                if (reached.putIfAbsent(action.to(), route) == null) {
                    open.addLast(action.to());
                }
            }
        }
        return all;
    }

    private Route and(Hop hop) {
        List<Hop> longer = new ArrayList<>(hops);
        longer.add(hop);
        return new Route(workflow, longer);
    }
}
