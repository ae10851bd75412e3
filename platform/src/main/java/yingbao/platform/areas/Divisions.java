package yingbao.platform.areas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Areas;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** The divisions of the day, for lists, pickers and names. */
@Service
public class Divisions {
    private final Areas areas;
    private final Today today;
    private volatile Children children;

    /** Who lies directly in whom on a day; made anew when the day changes. */
    private record Children(LocalDate on, Map<AreaCode, List<Area>> byParent) {}

    /**
     * A division in a picker.
     *
     * @param code twelve digits
     * @param leaf whether nothing lies in it
     */
    public record AreaChoice(String code, String name, AreaLevel level, boolean leaf) {}

    Divisions(Pack pack, Today today) {
        this.areas = pack.areas();
        this.today = today;
        this.children = childrenOn(today.date());
    }

    private Children childrenOn(LocalDate day) {
        Map<AreaCode, List<Area>> byParent = new HashMap<>();
        for (AreaLevel level : AreaLevel.values()) {
            for (Area area : areas.all(level, day)) {
                area.parent()
                        .ifPresent(parent -> byParent.computeIfAbsent(parent, _ -> new ArrayList<>())
                                .add(area));
            }
        }
        return new Children(day, byParent);
    }

    private Map<AreaCode, List<Area>> byParent() {
        LocalDate day = today.date();
        if (!children.on().equals(day)) {
            children = childrenOn(day);
        }
        return children.byParent();
    }

    /** What lies directly in a division and at least partly in a scope, by code. */
    public List<AreaChoice> in(AreaCode parent, AreaScope scope) {
        return byParent().getOrDefault(parent, List.of()).stream()
                .filter(area -> overlaps(AreaScope.of(area.code()), scope))
                .map(this::choice)
                .toList();
    }

    private static boolean overlaps(AreaScope area, AreaScope scope) {
        return area.from().compareTo(scope.to()) <= 0 && area.to().compareTo(scope.from()) >= 0;
    }

    private AreaChoice choice(Area area) {
        return new AreaChoice(
                area.code().digits(), area.name(), area.level(), !byParent().containsKey(area.code()));
    }

    /** The divisions around one, from the widest. */
    public List<AreaChoice> above(AreaCode code) {
        return areas.lineage(code, today.date()).reversed().stream()
                .filter(area -> !area.code().equals(code))
                .map(this::choice)
                .toList();
    }

    /** All divisions of a level inside a scope, by code. */
    public List<Area> all(AreaLevel level, AreaScope scope) {
        return areas.all(level, today.date()).stream()
                .filter(area -> scope.contains(area.code()))
                .toList();
    }

    /** A division as a picker shows it. */
    public Optional<AreaChoice> choice(AreaCode code) {
        return areas.find(code, today.date()).map(this::choice);
    }

    /** The division above all others. */
    public AreaCode root() {
        return areas.root().orElseThrow();
    }

    /** The name of a division alone; its code where nobody knows it. */
    public String name(AreaCode code) {
        return areas.resolve(code, today.date()).map(Area::name).orElse(code.shortForm());
    }

    /** Names from the province down. */
    public String path(AreaCode code) {
        return areas.path(code, today.date());
    }

    /** Names from the township down, as people are shown in lists. */
    public String shortPath(AreaCode code) {
        StringBuilder path = new StringBuilder();
        for (Area area : areas.lineage(code, today.date()).reversed()) {
            if (area.level().compareTo(AreaLevel.TOWNSHIP) >= 0) {
                path.append(area.name());
            }
        }
        return path.isEmpty() ? name(code) : path.toString();
    }

    /** The division of a level in which another lies. */
    public Optional<AreaCode> within(AreaLevel level, AreaCode code) {
        return areas.within(level, code, today.date()).map(Area::code);
    }

    /** Whether nothing lies in a division, so that people can live in it and in no smaller one. */
    public boolean isSmallest(AreaCode code) {
        return areas.find(code, today.date()).isPresent() && !byParent().containsKey(code);
    }

    /**
     * A division of the day.
     *
     * @throws Refusal {@code areas.unknown} (the code) when no division bears it today
     */
    public Area require(AreaCode code) {
        return areas.find(code, today.date()).orElseThrow(() -> Refusal.invalid("areas.unknown", code.shortForm()));
    }
}
