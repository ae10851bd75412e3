package yingbao.policy.register;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The households of a register that can be decided, in memory.
 *
 * @param households in the order of their ids, so that the order of rows in the files never matters
 */
public record Register(List<RegisteredHousehold> households) {
    /** Shorter ids first, so that numbered ones come in the order of their numbers. */
    static final Comparator<String> BY_ID =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    public Register {
        households = households.stream()
                .sorted(Comparator.comparing(RegisteredHousehold::id, BY_ID))
                .toList();
    }

    /** How many persons belong to the households. */
    public long persons() {
        return households.stream()
                .mapToLong(household -> household.members().size())
                .sum();
    }

    /** The household with an id; takes time logarithmic in their number. */
    public Optional<RegisteredHousehold> find(String id) {
        int low = 0;
        int high = households.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            RegisteredHousehold household = households.get(middle);
            int order = BY_ID.compare(household.id(), id);
            if (order == 0) {
                return Optional.of(household);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
