package yingbao.platform.demo;

import java.util.List;
import java.util.function.Predicate;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Caller;
import yingbao.policy.value.AreaCode;

/** Who acts in the demonstration: its users, found by what they may do and where. */
final class Cast {
    private final List<Caller> users;

    Cast(List<Caller> users) {
        this.users = List.copyOf(users);
    }

    /** The first user with a right whose area is the given one or lies around it. */
    Caller holding(Right right, AreaCode area) {
        return holding(right, area, 0);
    }

    /** One of those with a right, counted from zero; the last where there are fewer. */
    Caller holding(Right right, AreaCode area, int number) {
        List<Caller> found = found(area, user -> user.may(right.id()));
        if (found.isEmpty()) {
            throw new IllegalStateException("nobody in " + area + " may " + right.id());
        }
        return found.get(Math.min(number, found.size() - 1));
    }

    /** Those who act as somebody in workflows for a place, the nearest to it first. */
    List<Caller> acting(String actor, AreaCode place) {
        return found(place, user -> user.actors().contains(actor));
    }

    private List<Caller> found(AreaCode area, Predicate<Caller> wanted) {
        return users.stream()
                .filter(user -> user.area().contains(area))
                .filter(wanted)
                .toList();
    }

    /** Where the first user with the right to bring files belongs. */
    AreaCode clerkPlace() {
        return users.stream()
                .filter(user -> user.may(Right.REGISTRY_IMPORT.id()))
                .findFirst()
                .map(Caller::area)
                .orElseThrow();
    }
}
