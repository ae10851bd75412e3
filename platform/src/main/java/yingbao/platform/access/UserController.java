package yingbao.platform.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Users, roles and the tree of areas. */
@RestController
@RequestMapping("/api")
class UserController {
    private final Users users;
    private final Roles roles;
    private final Divisions divisions;

    UserController(Users users, Roles roles, Divisions divisions) {
        this.users = users;
        this.roles = roles;
        this.divisions = divisions;
    }

    record NewUser(
            @NotNull @Size(min = 2, max = 40) String login,
            @NotNull @Size(min = 1, max = 60) String name,
            @NotNull @Size(max = 60) String role,
            @NotNull @Size(max = 12) String areaCode) {}

    /** The end of an invitation's address; shown once. */
    record InvitationToken(String token) {}

    record RoleView(String id, String title, AreaLevel level, List<String> rights, boolean needsCode) {}

    @GetMapping("/users")
    @Requires(Right.USER_MANAGE)
    Page<Users.UserView> list(
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return users.list(q, Math.max(0, offset), size);
    }

    @PostMapping("/users")
    @Requires(Right.USER_MANAGE)
    InvitationToken invite(@Valid @RequestBody NewUser given) {
        return new InvitationToken(users.invite(
                new Users.Invited(given.login(), given.name(), given.role(), AreaCode.parse(given.areaCode()))));
    }

    @PostMapping("/users/{id}/invitation")
    @Requires(Right.USER_MANAGE)
    InvitationToken inviteAgain(@PathVariable UserId id) {
        return new InvitationToken(users.inviteAgain(id));
    }

    @DeleteMapping("/users/{id}")
    @Requires(Right.USER_MANAGE)
    void close(@PathVariable UserId id) {
        users.close(id);
    }

    @GetMapping("/roles")
    @Requires(Right.USER_MANAGE)
    List<RoleView> roles() {
        return roles.all().stream()
                .map(role -> new RoleView(role.id(), role.title(), role.level(), role.rights(), Roles.needsCode(role)))
                .toList();
    }

    /** What lies directly in a division, as far as the caller may see; without a parent, the caller's own area. */
    @GetMapping("/areas")
    @SignedIn
    List<Divisions.AreaChoice> areas(
            @RequestParam(defaultValue = "") @Size(max = 12) String parent,
            @RequestParam(defaultValue = "false") boolean everywhere) {
        Caller caller = Callers.current();
        if (parent.isEmpty()) {
            return divisions.choice(everywhere ? divisions.root() : caller.area()).stream()
                    .toList();
        }
        return divisions.in(AreaCode.parse(parent), everywhere ? AreaScope.EVERYWHERE : caller.scope());
    }
}
