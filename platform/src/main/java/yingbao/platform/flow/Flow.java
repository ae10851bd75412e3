package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.State;

/** Moves cases by one workflow of the pack with the measures of one area. */
public final class Flow {
    private final Workflow workflow;
    private final Measures measures;

    public Flow(Workflow workflow, Measures measures) {
        this.workflow = workflow;
        this.measures = measures;
    }

    /** What became of an attempt. */
    public sealed interface Outcome {

        /**
         * It is done.
         *
         * @param form what was entered, as understood
         */
        record Moved(State from, Action action, State to, Map<String, Entry> form) implements Outcome {}

        /** Everything that stands in the way; never empty. */
        record Hindered(List<Obstacle> obstacles) implements Outcome {}
    }

    /**
     * What coming into a state means.
     *
     * @param noticeTo the last day of the public notice that begins; empty without one, or for one that stays
     * @param readyOn the first day on which the state may be left in the ordinary way
     * @param dueOn by when something must be done; empty where nothing is set
     * @param rests whether nobody has to act: the end, or drawn until a review is due
     */
    public record Arrival(Optional<LocalDate> noticeTo, LocalDate readyOn, Optional<LocalDate> dueOn, boolean rests) {}

    /** What coming into a state on a day means. A notice hangs whole days, from the day after it is put up. */
    public Arrival arrive(String stateId, LocalDate on) {
        State state = workflow.state(stateId);
        Optional<LocalDate> noticeTo =
                state.notice().flatMap(Notice::parameter).flatMap(parameter -> measures.deadline(parameter, on));
        return new Arrival(
                noticeTo,
                noticeTo.map(last -> last.plusDays(1)).orElse(on),
                state.clock().flatMap(clock -> measures.deadline(clock.parameter(), on)),
                state.end() || state.onReview().isPresent());
    }

    /** Tries an action. */
    public Outcome take(Standing standing, Attempt attempt, Samples samples) {
        State state = workflow.state(standing.state());
        Optional<Action> wanted = state.action(attempt.action());
        if (wanted.isEmpty()) {
            String code = state.end() ? "flow.ended" : "flow.action-unknown";
            return new Outcome.Hindered(List.of(Obstacle.of(code, state.title(), attempt.action())));
        }
        Action action = wanted.get();
        List<Obstacle> obstacles = new ArrayList<>(hindrances(standing, action, attempt));
        FormReader.Reading form = FormReader.read(
                state, attempt.form(), !action.free(), new FormReader.Days(earliest(standing), attempt.on()));
        obstacles.addAll(form.obstacles());
        if (action.remarks() && attempt.remarks().isBlank()) {
            obstacles.add(Obstacle.at("/remarks", "flow.remarks-missing", action.title()));
        }
        if (obstacles.isEmpty()) {
            obstacles.addAll(
                    new Checks(state, action, measures, samples).failed(form.entries(), standing.kin(), attempt.on()));
        }
        return obstacles.isEmpty()
                ? new Outcome.Moved(state, action, workflow.state(action.to()), form.entries())
                : new Outcome.Hindered(List.copyOf(obstacles));
    }

    /**
     * Before which no day of the form that is filled in now can lie: the application, or the latest day entered in a step
     * that the workflow sets before this one. A step taken again, because the case was sent back, may keep its day.
     */
    public Earliest earliest(Standing standing) {
        Earliest earliest = new Earliest(standing.applied(), Optional.empty());
        for (Standing.Done done :
                standing.before(step -> workflow.state(step.from()).onReview().isPresent())) {
            State state = workflow.state(done.from());
            for (Map.Entry<String, Entry> entry : done.form().entrySet()) {
                if (entry.getValue() instanceof Entry.Day(LocalDate day) && day.isAfter(earliest.day())) {
                    earliest = new Earliest(day, state.field(entry.getKey()).map(Field::title));
                }
            }
        }
        return earliest;
    }

    /**
     * The first day that a form takes.
     *
     * @param of what was entered with that day; empty for the application
     */
    public record Earliest(LocalDate day, Optional<String> of) {}

    /** What stands in the way of an action before any form is filled in. */
    public List<Obstacle> hindrances(Standing standing, Action action, Attempt attempt) {
        State state = workflow.state(standing.state());
        List<Obstacle> obstacles = new ArrayList<>();
        if (attempt.byItself()) {
            if (!action.free()) {
                obstacles.add(Obstacle.of("flow.not-by-itself", action.title()));
            }
            return obstacles;
        }
        if (!attempt.actors().contains(state.actor())) {
            obstacles.add(Obstacle.of("flow.not-actor", actorTitle(state.actor()), state.title()));
            return obstacles;
        }
        for (String other : state.notSameAs()) {
            standing.lastFrom(other)
                    .filter(done -> done.actor().equals(attempt.actor()))
                    .ifPresent(_ -> obstacles.add(Obstacle.of(
                            "flow.same-person", workflow.state(other).title(), state.title())));
        }
        if (clears(state, action)) {
            standing.noticeTo()
                    .filter(last -> !attempt.on().isAfter(last))
                    .ifPresent(last -> obstacles.add(Obstacle.of("flow.notice-running", last, last.plusDays(1))));
            if (standing.openObjections() > 0) {
                obstacles.add(Obstacle.of("flow.objection-open", standing.openObjections()));
            }
        }
        if (state.requires().stream().anyMatch(requirement -> requirement.waitsForMoney(action.id()))) {
            standing.unposted().ifPresent(obstacles::add);
        }
        if (!action.free()) {
            state.papers().stream()
                    .filter(title -> !standing.papers().contains(title))
                    .forEach(title -> obstacles.add(Obstacle.at("/papers", "flow.paper-missing", title)));
        }
        return obstacles;
    }

    private static boolean clears(State state, Action action) {
        return state.notice()
                .flatMap(Notice::onClear)
                .filter(action.id()::equals)
                .isPresent();
    }

    /** What people call whoever acts. */
    public String actorTitle(String actor) {
        return workflow.actors().getOrDefault(actor, actor);
    }
}
