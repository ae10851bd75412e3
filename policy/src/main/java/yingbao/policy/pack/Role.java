package yingbao.policy.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.value.AreaLevel;

/**
 * A kind of user: where such a user belongs, what the platform lets them do, and as whom they act in workflows.
 *
 * @param id its name
 * @param title how people call it
 * @param level the level of the area that a user of this role belongs to
 * @param rights names of what the platform lets them do; the platform refuses one that it does not know
 * @param actors workflow actors they act as
 * @param offices what their office is called after the name of its area, by how that name ends, or {@link #EVERY}
 * @param location where it is declared
 */
public record Role(
        String id,
        String title,
        AreaLevel level,
        List<String> rights,
        List<String> actors,
        Map<String, String> offices,
        Location location) {
    /** Stands for every name of an area that no ending of the others fits. */
    public static final String EVERY = "every";

    /** The full name of their office in an area of their level; empty where the pack does not say. */
    public Optional<String> office(String area) {
        return offices.entrySet().stream()
                .filter(office -> area.endsWith(office.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(offices.get(EVERY)))
                .map(title -> area + title);
    }
}
