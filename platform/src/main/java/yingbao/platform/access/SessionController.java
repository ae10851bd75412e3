package yingbao.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Qr;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.kernel.UserId;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Role;

/** Signing in and out, taking up an invitation, and what the page must know of who is there. */
@RestController
@RequestMapping("/api")
class SessionController {
    private static final LocalDate DEMO_FIRST = LocalDate.of(2014, 1, 1);
    private static final LocalDate DEMO_LAST = LocalDate.of(2026, 12, 31);

    private final Users users;
    private final FirstUsers firstUsers;
    private final Roles roles;
    private final Divisions divisions;
    private final Pack pack;
    private final Today today;

    SessionController(Users users, FirstUsers firstUsers, Roles roles, Divisions divisions, Pack pack, Today today) {
        this.users = users;
        this.firstUsers = firstUsers;
        this.roles = roles;
        this.divisions = divisions;
        this.pack = pack;
        this.today = today;
    }

    /** What the first page shows to anybody. */
    record Welcome(
            boolean demo, LocalDate today, String packTitle, String authority, List<FirstUsers.DemoUser> demoUsers) {}

    record SignIn(
            @NotNull @Size(max = 40) String login,
            @NotNull @Size(max = 128) String password,
            @NotNull @Size(max = 10) String code) {}

    record UserPart(UserId id, String login, String name, String role, String roleTitle) {}

    record AreaPart(String code, String name, String path) {}

    /** Who has signed in. */
    record Session(
            UserPart user,
            AreaPart area,
            Set<String> rights,
            Set<String> actors,
            LocalDate today,
            boolean demo,
            boolean mustChange) {}

    record NewPassword(
            @NotNull @Size(max = 128) String former,
            @NotNull @Size(max = 128) String password) {}

    record Accept(
            @NotNull @Size(max = 128) String password,
            @NotNull @Size(max = 10) String code) {}

    record BusinessDate(@NotNull LocalDate today) {}

    @GetMapping("/welcome")
    @OpenToAll
    Welcome welcome(CsrfToken token) {
        // Asking for the token makes the answer carry its cookie.
        token.getToken();
        return new Welcome(firstUsers.isDemo(), today.date(), pack.title(), pack.authority(), firstUsers.shown());
    }

    @PostMapping("/session")
    @OpenToAll
    Session signIn(@Valid @RequestBody SignIn given, HttpServletRequest request) {
        return switch (users.signIn(given.login(), given.password(), given.code())) {
            case Users.Attempt.Refused(Refusal refusal) -> throw refusal;
            case Users.Attempt.Welcome(Caller caller, boolean mustChange) -> {
                HttpSession session = request.getSession(true);
                request.changeSessionId();
                session.setAttribute(CallerFilter.USER, caller.user());
                yield session(caller, mustChange);
            }
        };
    }

    @GetMapping("/session")
    @SignedIn(beforeChange = true)
    Session session(HttpServletRequest request) {
        return session(Callers.current(), CallerFilter.mustChange(request));
    }

    @DeleteMapping("/session")
    @OpenToAll
    void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @PutMapping("/session/password")
    @SignedIn(beforeChange = true)
    void changePassword(@Valid @RequestBody NewPassword given) {
        users.changePassword(given.former(), given.password());
    }

    @GetMapping("/invitations/{token}")
    @OpenToAll
    Users.Invitation invitation(@PathVariable String token) {
        return users.invitationOf(token);
    }

    /** The one-time codes' secret for an authenticator to photograph. */
    @GetMapping(path = "/invitations/{token}/code.svg", produces = "image/svg+xml")
    @OpenToAll
    String codePicture(@PathVariable String token) {
        return users.invitationOf(token).codeUri().map(Qr::svg).orElseThrow(() -> Refusal.notFound("access.no-code"));
    }

    @PostMapping("/invitations/{token}")
    @OpenToAll
    void accept(@PathVariable String token, @Valid @RequestBody Accept given) {
        users.accept(token, given.password(), given.code());
    }

    @PutMapping("/demo/today")
    @Requires(Right.DEMO_DATE)
    BusinessDate moveTo(@Valid @RequestBody BusinessDate given) {
        if (!firstUsers.isDemo()) {
            throw Refusal.conflict("access.no-demo");
        }
        if (given.today().isBefore(DEMO_FIRST) || given.today().isAfter(DEMO_LAST)) {
            throw Refusal.at("/today", "access.demo-date", DEMO_FIRST, DEMO_LAST);
        }
        today.moveTo(given.today());
        return new BusinessDate(today.date());
    }

    private Session session(Caller caller, boolean mustChange) {
        String roleTitle = roles.find(caller.role()).map(Role::title).orElse(caller.role());
        return new Session(
                new UserPart(caller.user(), users.loginOf(caller.user()), caller.name(), caller.role(), roleTitle),
                new AreaPart(caller.area().digits(), divisions.name(caller.area()), divisions.path(caller.area())),
                caller.rights(),
                caller.actors(),
                today.date(),
                firstUsers.isDemo(),
                mustChange);
    }
}
