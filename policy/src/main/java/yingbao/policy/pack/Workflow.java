package yingbao.policy.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.value.Citation;

/**
 * The steps of a case as data: states, who acts in them, what they may do, what they enter, until when, what is shown in
 * public.
 *
 * @param id its name
 * @param title how people call it
 * @param cites what it rests on
 * @param kin whether the application asks for the declaration of close kin (近亲属申明)
 * @param authorisation whether the application asks for the authorisation to check finances (授权核查)
 * @param changes the parameter that holds, in days or working days, by when a changed fact of somebody who draws is looked at
 * @param actors actor id to label
 * @param start the first state
 * @param states state id to state, in order
 * @param location where it is declared
 */
public record Workflow(
        String id,
        String title,
        List<Citation> cites,
        boolean kin,
        boolean authorisation,
        Optional<String> changes,
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
     * @param form what is entered, in order
     * @param clock by when something must be done
     * @param notice what is shown in public while the case is here
     * @param papers titles of what must be on file before it is left
     * @param papersIfAny titles of what is on file where it applies, and is never demanded
     * @param notSameAs states whose actor must be another person
     * @param requires further rules in force here
     * @param onReview the action taken by itself when the review of an entitled case is due
     * @param end whether a case rests here
     * @param cites what it rests on
     */
    public record State(
            String id,
            String title,
            String actor,
            List<Action> actions,
            List<Field> form,
            Optional<Clock> clock,
            Optional<Notice> notice,
            List<String> papers,
            List<String> papersIfAny,
            List<String> notSameAs,
            List<Requirement> requires,
            Optional<String> onReview,
            boolean end,
            List<Citation> cites,
            Location location) {

        /** The action with an id. */
        public Optional<Action> action(String action) {
            return actions.stream()
                    .filter(candidate -> candidate.id().equals(action))
                    .findFirst();
        }

        /** The field of the form with an id. */
        public Optional<Field> field(String field) {
            return form.stream()
                    .filter(candidate -> candidate.id().equals(field))
                    .findFirst();
        }
    }

    /**
     * Something that may be done, and where it leads.
     *
     * @param id its name, unique in its state
     * @param title how people call it
     * @param to the state it leads to
     * @param free whether form, papers and checks are not demanded, as for a withdrawal
     * @param remarks whether a reason in writing is demanded
     * @param decides what it decides about the entitlement; empty when nothing
     */
    public record Action(
            String id,
            String title,
            String to,
            boolean free,
            boolean remarks,
            Optional<Effect> decides,
            Location location) {}

    /** What an action decides about an entitlement. */
    public enum Effect {
        /** It begins. */
        GRANT,
        /** There is none. */
        REFUSE,
        /** Payment stops until it is resumed. */
        SUSPEND,
        /** Payment goes on. */
        RESUME,
        /** It is over. */
        END,
        /** It goes on with the amount worked out anew. */
        ADJUST
    }

    /**
     * A time limit.
     *
     * @param parameter the parameter that holds it, in days or working days
     * @param then the action that happens by itself when it ends; empty where only an alarm is raised
     */
    public record Clock(String parameter, Optional<String> then, Location location) {}

    /**
     * A rule of a step. Without a check it is words shown to whoever acts.
     *
     * @param id what is required
     * @param title in words
     * @param parameter the measure that the words speak of; empty where they have none
     * @param check what is verified when the state is left; empty for words only
     * @param on ids of the actions at which the check is made; empty without a check
     */
    public record Requirement(
            String id,
            String title,
            Optional<String> parameter,
            Optional<Check> check,
            List<String> on,
            Location location) {

        /** Whether an action waits for the money that was decided. */
        public boolean waitsForMoney(String action) {
            return on.contains(action)
                    && check.filter(Check.Posted.class::isInstance).isPresent();
        }
    }

    /**
     * What is verified when a state is left: on its form, or of the money that was decided. A check whose parameter is not set demands nothing: nobody is
     * held to a measure that nobody has fixed.
     */
    public sealed interface Check {

        /**
         * At least so many: {@code field ≥ measure}.
         *
         * @param field people, who are counted, or a count
         * @param measure parameter
         */
        record AtLeast(String field, String measure) implements Check {}

        /**
         * At least such a share, multiplied out: {@code of × denominator ≥ among × numerator}, and among is not none.
         *
         * @param of people or a count
         * @param among people or a count
         * @param numerator parameter
         * @param denominator parameter
         */
        record Share(String of, String among, String numerator, String denominator) implements Check {}

        /**
         * Of the cases that leave the state by these actions in one period, at least such a share has the flag.
         *
         * @param field flag
         * @param measure parameter, in per cent
         * @param per the period
         */
        record Sample(String field, String measure, Period per) implements Check {}

        /**
         * A case with a declared close kin has the flag.
         *
         * @param field flag
         */
        record AllKin(String field) implements Check {}

        /**
         * What is entered fits what is done: one of these is said.
         *
         * @param field flag or choice
         * @param oneOf {@code yes} or {@code no} of a flag, ids of a choice's choices
         */
        record Says(String field, List<String> oneOf) implements Check {}

        /** What was decided by now has reached the account that it goes to: the bank reported every month of it as paid. */
        record Posted() implements Check {}
    }

    /** A period of the calendar. */
    public enum Period {
        MONTH,
        QUARTER,
        YEAR
    }
}
