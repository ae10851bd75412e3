package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Location;

/** Collects what is wrong, so that one reading reports everything. */
final class Faults {
    private static final Set<String> UNREADABLE =
            Set.of("yaml.malformed", "yaml.empty", "pack.encoding", "pack.no-manifest", "pack.extends-depth");

    private final List<Fault> all = new ArrayList<>();

    void add(Location location, String code, String... arguments) {
        all.add(new Fault(location, code, List.of(arguments)));
    }

    void add(Location location, String code, List<String> arguments) {
        all.add(new Fault(location, code, arguments));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether a file, or the pack as a whole, could not be read at all. */
    boolean anyUnreadable() {
        return all.stream().anyMatch(Faults::isUnreadable);
    }

    /** In reading order, each once; of a file that could not be read, nothing but that. */
    List<Fault> sorted() {
        Set<String> unreadable = all.stream()
                .filter(Faults::isUnreadable)
                .map(fault -> fault.location().file())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(fault -> isUnreadable(fault)
                        || !unreadable.contains(fault.location().file()))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isUnreadable(Fault fault) {
        return UNREADABLE.contains(fault.code());
    }
}
