package yingbao.policy.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** The tree of divisions over the years, with who succeeded whom. */
public final class Areas {
    private static final int SUCCESSIONS_MAX = 16;

    private final Map<AreaCode, List<Area>> byCode = new HashMap<>();
    private final Map<AreaCode, List<Area>> predecessors = new HashMap<>();
    private final List<AreaGroup> groups;
    private final Optional<AreaCode> root;

    /**
     * A named group of divisions that a policy speaks of.
     *
     * @param id its name inside the pack
     * @param title how people call it
     * @param prefixes leading digits of the codes of its members
     */
    public record AreaGroup(String id, String title, List<String> prefixes) {
        /** Whether a division belongs to it, itself or by what it lies in. */
        public boolean contains(AreaCode area) {
            return prefixes.stream().anyMatch(area.digits()::startsWith);
        }
    }

    /** A tree of divisions with the groups that speak of them. */
    public Areas(Collection<Area> areas, List<AreaGroup> groups) {
        this.groups = List.copyOf(groups);
        this.root = areas.stream()
                .filter(area -> area.parent().isEmpty())
                .map(Area::code)
                .findFirst();
        for (Area area : areas) {
            byCode.computeIfAbsent(area.code(), _ -> new ArrayList<>(1)).add(area);
            area.successor()
                    .ifPresent(code -> predecessors
                            .computeIfAbsent(code, _ -> new ArrayList<>(1))
                            .add(area));
        }
    }

    /** The division that bears a code on a day. */
    public Optional<Area> find(AreaCode code, LocalDate on) {
        for (Area area : byCode.getOrDefault(code, List.of())) {
            if (area.range().contains(on)) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }

    /** The division above all others; empty only where a pack has none. */
    public Optional<AreaCode> root() {
        return root;
    }

    /** Whether any division ever bore the code. */
    public boolean knows(AreaCode code) {
        return byCode.containsKey(code);
    }

    /**
     * The division on a day that a code written at another time means: the code's own, or the one that followed, or the
     * one that it follows. Where several were merged into one there is no single one that it follows.
     */
    public Optional<Area> resolve(AreaCode code, LocalDate on) {
        Optional<Area> current = find(code, on);
        AreaCode later = code;
        for (int step = 0; current.isEmpty() && step < SUCCESSIONS_MAX; step++) {
            Optional<AreaCode> next = byCode.getOrDefault(later, List.of()).stream()
                    .filter(area -> area.range().to().isBefore(on))
                    .flatMap(area -> area.successor().stream())
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            later = next.get();
            current = find(later, on);
        }
        AreaCode earlier = code;
        for (int step = 0; current.isEmpty() && step < SUCCESSIONS_MAX; step++) {
            List<Area> before = predecessors.getOrDefault(earlier, List.of());
            if (before.size() != 1) {
                break;
            }
            earlier = before.getFirst().code();
            current = find(earlier, on);
        }
        return current;
    }

    /**
     * The codes under which a division was known before it bore this one, newest first; none of those that were merged
     * into it, for it is not the same division.
     */
    List<AreaCode> formerCodes(AreaCode code) {
        List<AreaCode> former = new ArrayList<>(1);
        List<Area> before = predecessors.getOrDefault(code, List.of());
        while (before.size() == 1 && former.size() < SUCCESSIONS_MAX) {
            former.add(before.getFirst().code());
            before = predecessors.getOrDefault(former.getLast(), List.of());
        }
        return former;
    }

    /** A division and all above it on a day, the smallest first. */
    public List<Area> lineage(AreaCode code, LocalDate on) {
        List<Area> lineage = new ArrayList<>();
        Optional<Area> area = resolve(code, on);
        while (area.isPresent() && lineage.size() < AreaLevel.values().length) {
            lineage.add(area.get());
            area = area.get().parent().flatMap(parent -> find(parent, on));
        }
        return lineage;
    }

    /** The division of a level in which another lies on a day. */
    public Optional<Area> within(AreaLevel level, AreaCode code, LocalDate on) {
        return lineage(code, on).stream().filter(area -> area.level() == level).findFirst();
    }

    /** Names from the province down, for people to read; the code itself where the pack does not know it. */
    public String path(AreaCode code, LocalDate on) {
        StringBuilder path = new StringBuilder();
        for (Area area : lineage(code, on).reversed()) {
            path.append(area.name());
        }
        return path.isEmpty() ? code.shortForm() : path.toString();
    }

    /** All divisions of a level on a day, by code. */
    public List<Area> all(AreaLevel level, LocalDate on) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(area -> area.level() == level && area.range().contains(on))
                .sorted((left, right) -> left.code().compareTo(right.code()))
                .toList();
    }

    public List<AreaGroup> groups() {
        return groups;
    }

    public Optional<AreaGroup> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }
}
