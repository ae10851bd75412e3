package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What depends on what: finds a cycle, or an order in which each comes after those it depends on.
 *
 * @param <T> the things
 */
final class Cycles<T> {
    private final Map<T, Collection<T>> dependencies = new LinkedHashMap<>();

    void add(T thing, Collection<T> dependsOn) {
        dependencies.computeIfAbsent(thing, _ -> new LinkedHashSet<>()).addAll(dependsOn);
    }

    /** A cycle, from a thing back to itself. */
    Optional<List<T>> find() {
        return walk().cycle().isEmpty() ? Optional.empty() : Optional.of(walk().cycle());
    }

    /** Everything, dependencies first; where there is a cycle, as far as it goes. */
    List<T> ordered() {
        return walk().order();
    }

    private record Walk<T>(List<T> order, List<T> cycle) {}

    private Walk<T> walk() {
        LinkedHashSet<T> done = new LinkedHashSet<>();
        List<T> cycle = new ArrayList<>();
        for (T thing : dependencies.keySet()) {
            visit(thing, new LinkedHashSet<>(), done, cycle);
        }
        return new Walk<>(List.copyOf(done), cycle);
    }

    private void visit(T thing, Set<T> path, Set<T> done, List<T> cycle) {
        if (done.contains(thing)) {
            return;
        }
        if (!path.add(thing)) {
            if (cycle.isEmpty()) {
                cycle.addAll(
                        path.stream().dropWhile(step -> !step.equals(thing)).toList());
                cycle.add(thing);
            }
            return;
        }
        for (T dependency : dependencies.getOrDefault(thing, List.of())) {
            visit(dependency, path, done, cycle);
        }
        path.remove(thing);
        done.add(thing);
    }
}
