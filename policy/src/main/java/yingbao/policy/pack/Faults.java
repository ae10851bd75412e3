package yingbao.policy.pack;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one reading reports everything. */
final class Faults {
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

    /** In reading order, each once. */
    List<Fault> sorted() {
        return all.stream().distinct().sorted().toList();
    }
}
