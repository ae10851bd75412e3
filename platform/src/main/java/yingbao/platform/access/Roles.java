package yingbao.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Role;

/** The roles of the pack. */
@Component
class Roles {
    private final Map<String, Role> roles;

    /**
     * Takes the pack's roles.
     *
     * @throws IllegalStateException when one names a right that there is not
     */
    Roles(Pack pack) {
        this.roles = pack.roles();
        for (Role role : roles.values()) {
            List<String> unknown =
                    role.rights().stream().filter(id -> Right.of(id).isEmpty()).toList();
            if (!unknown.isEmpty()) {
                throw new IllegalStateException(role.location() + ": no such right: " + unknown);
            }
        }
    }

    Optional<Role> find(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    List<Role> all() {
        return List.copyOf(roles.values());
    }

    /** Whether who holds it must sign in with a one-time code. */
    static boolean needsCode(Role role) {
        return role.rights().stream().flatMap(id -> Right.of(id).stream()).anyMatch(Right::needsCode);
    }
}
