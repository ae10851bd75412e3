package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import yingbao.platform.kernel.UserId;

/**
 * What somebody wants to do in a case.
 *
 * @param action id of the action
 * @param actor who
 * @param actors as whom they act in workflows
 * @param form what they entered, as sent
 * @param remarks their reason in writing; empty without one
 * @param on the day
 */
public record Attempt(
        String action, UserId actor, Set<String> actors, Map<String, ?> form, String remarks, LocalDate on) {

    /** What happens by itself, which nobody's office or person stands in the way of. */
    public static Attempt byItself(String action, String remarks, LocalDate on) {
        return new Attempt(action, UserId.PLATFORM, Set.of(), Map.of(), remarks, on);
    }

    boolean byItself() {
        return actor.equals(UserId.PLATFORM);
    }
}
