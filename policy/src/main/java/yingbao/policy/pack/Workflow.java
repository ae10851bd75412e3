package yingbao.policy.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.value.Citation;

/**
 * The steps of a case as data: states, who acts in them, what they may do, until when, what is shown in public.
 *
 * @param id its name
 * @param title how people call it
 * @param cites what it rests on
 * @param actors actor id to label
 * @param start the first state
 * @param states state id to state, in order
 * @param location where it is declared
 */
public record Workflow(
        String id,
        String title,
        List<Citation> cites,
        Map<String, String> actors,
        String start,
        Map<String, State> states,
        Location location) {

    /**
     * The state with an id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public State state(String id) {
        State state = states.get(id);
        if (state == null) {
            throw new IllegalArgumentException("no such state: " + id);
        }
        return state;
    }

    /**
     * A state of a case.
     *
     * @param id its name
     * @param title how people call it
     * @param actor who acts in it; empty in an end state
     * @param actions what may be done
     * @param clock by when something must be done
     * @param notice what is shown in public while the case is here
     * @param papers what must be on file before it is left
     * @param notSameAs states whose actor must be another person
     * @param requires further rules in force here, id to words (a quorum, a sample rate)
     * @param end whether a case rests here
     * @param cites what it rests on
     */
    public record State(
            String id,
            String title,
            String actor,
            List<Action> actions,
            Optional<Clock> clock,
            Optional<Notice> notice,
            List<String> papers,
            List<String> notSameAs,
            List<Requirement> requires,
            boolean end,
            List<Citation> cites,
            Location location) {}

    /** Something that may be done, and where it leads. */
    public record Action(String id, String title, String to, Location location) {}

    /**
     * A time limit.
     *
     * @param parameter the parameter that holds it, in days or working days
     * @param then the action that happens by itself when it ends; empty where only an alarm is raised
     */
    public record Clock(String parameter, Optional<String> then, Location location) {}

    /**
     * A public notice.
     *
     * @param where at which level it hangs
     * @param parameter the parameter that holds its days
     * @param shows what it tells of a case
     */
    public record Notice(String where, String parameter, List<String> shows, Location location) {}

    /**
     * A rule of a step whose measure is a parameter.
     *
     * @param id what is required
     * @param title in words
     * @param parameter the measure; empty where it has none
     */
    public record Requirement(String id, String title, Optional<String> parameter, Location location) {}
}
