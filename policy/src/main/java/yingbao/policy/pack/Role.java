package yingbao.policy.pack;

import java.util.List;
import yingbao.policy.value.AreaLevel;

/**
 * A kind of user: where such a user belongs, what the platform lets them do, and as whom they act in workflows.
 *
 * @param id its name
 * @param title how people call it
 * @param level the level of the area that a user of this role belongs to
 * @param rights names of what the platform lets them do; the platform refuses one that it does not know
 * @param actors workflow actors they act as
 * @param location where it is declared
 */
public record Role(
        String id, String title, AreaLevel level, List<String> rights, List<String> actors, Location location) {}
