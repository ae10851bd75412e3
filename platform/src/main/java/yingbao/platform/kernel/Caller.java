package yingbao.platform.kernel;

import java.util.Set;
import yingbao.policy.value.AreaCode;

/**
 * On whose behalf something is done.
 *
 * @param user who
 * @param name how people call them
 * @param role id of their role in the pack
 * @param area the division they belong to
 * @param scope what they may see
 * @param rights what they may do, by name
 * @param actors whose steps of a workflow they take
 */
public record Caller(
        UserId user, String name, String role, AreaCode area, AreaScope scope, Set<String> rights, Set<String> actors) {
    public Caller {
        rights = Set.copyOf(rights);
        actors = Set.copyOf(actors);
    }

    /** The platform itself, for what happens by itself; it may see everything and has no right that people have. */
    public static Caller platform(AreaCode root) {
        return new Caller(UserId.PLATFORM, "应保", "", root, AreaScope.EVERYWHERE, Set.of(), Set.of());
    }

    public boolean may(String right) {
        return rights.contains(right);
    }

    /** The same caller looking at less. */
    public Caller within(AreaScope narrower) {
        return new Caller(user, name, role, area, scope.intersect(narrower), rights, actors);
    }
}
