package yingbao.platform.cases;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Something to be done in a case.
 *
 * @param action id of the action
 * @param form what was entered, by the ids of the state's fields
 * @param remarks the reason in writing; empty without one
 * @param version the version of the case that was looked at; empty where nobody looked
 */
public record Act(String action, Map<String, Object> form, String remarks, OptionalInt version) {
    public Act {
        form = Map.copyOf(form);
    }

    /** An action without a form. */
    public static Act of(String action, String remarks) {
        return new Act(action, Map.of(), remarks, OptionalInt.empty());
    }

    /** An action with a form. */
    public static Act of(String action, Map<String, Object> form, String remarks) {
        return new Act(action, form, remarks, OptionalInt.empty());
    }
}
