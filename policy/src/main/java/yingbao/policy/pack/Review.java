package yingbao.policy.pack;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** When an entitled case comes back to be looked at again. Intervals are parameters in months. */
public sealed interface Review {

    /** Every parameter that says an interval. */
    Collection<String> parameters();

    Location location();

    /** The same interval for all. */
    record Same(String parameter, Location location) implements Review {
        @Override
        public Collection<String> parameters() {
            return List.of(parameter);
        }
    }

    /**
     * An interval by a coded fact. Where the fact is not known the shortest interval holds, so that nobody is forgotten.
     *
     * @param fact full name of the fact, {@code household.…} or {@code person.…}
     * @param byCode every code of the fact's list to a parameter, in the list's order
     */
    record ByFact(String fact, Map<String, String> byCode, Location location) implements Review {
        @Override
        public Collection<String> parameters() {
            return byCode.values();
        }
    }
}
