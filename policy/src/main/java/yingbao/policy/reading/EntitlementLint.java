package yingbao.policy.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.pack.Workflow.State;

/**
 * Follows what becomes of an entitlement through a workflow: in each state it stands one way, whichever way a case came
 * there, and what an action decides must fit it.
 */
final class EntitlementLint {
    private enum Standing {
        NONE,
        DRAWN,
        SUSPENDED
    }

    private final Workflow workflow;
    private final Faults faults;
    private final Map<String, Standing> standings = new HashMap<>();

    EntitlementLint(Workflow workflow, Faults faults) {
        this.workflow = workflow;
        this.faults = faults;
    }

    void check() {
        standings.put(workflow.start(), Standing.NONE);
        Deque<String> open = new ArrayDeque<>(Set.of(workflow.start()));
        while (!open.isEmpty()) {
            State state = workflow.state(open.pop());
            Standing standing = standings.getOrDefault(state.id(), Standing.NONE);
            if (state.end() && standing != Standing.NONE) {
                faults.add(state.location(), "workflow.ends-entitled", state.id());
            }
            if (state.onReview().isPresent() && standing != Standing.DRAWN) {
                faults.add(state.location(), "workflow.reviews-nothing", state.id());
            }
            for (Action action : state.actions()) {
                if (workflow.states().containsKey(action.to()) && reach(action, standing)) {
                    open.push(action.to());
                }
            }
        }
    }

    /** Whether the state that the action leads to is seen for the first time. */
    private boolean reach(Action action, Standing standing) {
        Set<Standing> fitting = action.decides().map(EntitlementLint::fitting).orElse(EnumSet.allOf(Standing.class));
        if (!fitting.contains(standing)) {
            faults.add(
                    action.location(),
                    "workflow.effect",
                    action.decides().map(Entry::spelling).orElse(""),
                    Entry.spelling(standing));
            return false;
        }
        Standing after = action.decides().map(EntitlementLint::after).orElse(standing);
        Standing before = standings.putIfAbsent(action.to(), after);
        if (before != null && before != after) {
            faults.add(
                    action.location(), "workflow.standing", action.to(), Entry.spelling(before), Entry.spelling(after));
        }
        return before == null;
    }

    private static Set<Standing> fitting(Effect effect) {
        return switch (effect) {
            case GRANT, REFUSE -> EnumSet.of(Standing.NONE);
            case SUSPEND, ADJUST -> EnumSet.of(Standing.DRAWN);
            case RESUME -> EnumSet.of(Standing.SUSPENDED);
            case END -> EnumSet.of(Standing.DRAWN, Standing.SUSPENDED);
        };
    }

    private static Standing after(Effect effect) {
        return switch (effect) {
            case GRANT, RESUME, ADJUST -> Standing.DRAWN;
            case REFUSE, END -> Standing.NONE;
            case SUSPEND -> Standing.SUSPENDED;
        };
    }
}
