package yingbao.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.kernel.UserId;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Role;
import yingbao.policy.value.AreaCode;

/** Users of the platform: invited, signed in, closed. */
@Service
public class Users {
    private static final String SUBJECT = "user";
    private static final int FAILURES_MAX = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);
    private static final Duration INVITED = Duration.ofDays(7);

    private final AccountQueries queries;
    private final Roles roles;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;

    Users(
            AccountQueries queries,
            Roles roles,
            Passwords passwords,
            OneTimeCodes codes,
            Divisions divisions,
            Audit audit,
            Today today) {
        this.queries = queries;
        this.roles = roles;
        this.passwords = passwords;
        this.codes = codes;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
    }

    /** Whom an administrator asks to join. */
    public record Invited(String login, String name, String role, AreaCode area) {}

    /** What became of an attempt to sign in. */
    sealed interface Attempt {
        record Welcome(Caller caller, boolean mustChange) implements Attempt {}

        record Refused(Refusal refusal) implements Attempt {}
    }

    /** A user as lists show them. */
    public record UserView(
            UserId id,
            String login,
            String name,
            String role,
            String roleTitle,
            String areaCode,
            String areaPath,
            String state,
            boolean locked,
            Optional<Instant> lastSeenAt) {}

    /** Tries to sign somebody in; a failure is counted, so it is told and not thrown. */
    @Transactional
    Attempt signIn(String login, String password, String code) {
        Optional<Account> found = queries.byLogin(login.strip().toLowerCase(Locale.ROOT))
                .filter(account -> account.state() == Account.State.ACTIVE);
        if (found.isEmpty()) {
            passwords.pretend(password);
            return refused("access.refused");
        }
        Account account = found.get();
        Instant now = today.clock();
        if (account.lockedUntil().filter(now::isBefore).isPresent()) {
            return refused("access.locked", LOCKED.toMinutes());
        }
        if (!passwords.fits(password, account.passwordHash().orElseThrow())) {
            return failed(account, "access.refused");
        }
        Role role = roles.find(account.role()).orElseThrow();
        if (Roles.needsCode(role)) {
            if (code.isBlank()) {
                return refused("access.code-needed");
            }
            if (account.codeSecret().filter(secret -> codes.fits(secret, code)).isEmpty()) {
                return failed(account, "access.code-wrong");
            }
        }
        queries.seen(account.id(), today.instant());
        Caller caller = caller(account, role);
        Callers.as(caller, () -> {
            record("session.begin", account);
            return caller;
        });
        return new Attempt.Welcome(caller, account.mustChange());
    }

    private static Attempt refused(String code, Object... args) {
        return new Attempt.Refused(new Refusal(Refusal.Kind.NOT_SIGNED_IN, code, args));
    }

    private Attempt failed(Account account, String code) {
        queries.failed(account.id(), FAILURES_MAX, today.clock().plus(LOCKED));
        Callers.as(Caller.platform(divisions.root()), () -> {
            record("session.refused", account);
            return code;
        });
        return account.failures() + 1 >= FAILURES_MAX ? refused("access.locked", LOCKED.toMinutes()) : refused(code);
    }

    private void record(String action, Account account) {
        audit.record(action, SUBJECT, account.id().value(), account.area(), Map.of("login", account.login()));
    }

    static Caller caller(Account account, Role role) {
        return new Caller(
                account.id(),
                account.name(),
                role.id(),
                account.area(),
                AreaScope.of(account.area()),
                Set.copyOf(role.rights()),
                new HashSet<>(role.actors()));
    }

    /**
     * Somebody who has signed in.
     *
     * @param mustChange whether the password was given to them and must be replaced before anything else
     */
    record Present(Caller caller, boolean mustChange) {}

    /** Who a user is at this moment; empty for one who may no longer sign in. */
    @Transactional(readOnly = true)
    Optional<Present> present(UserId id) {
        return queries.find(id)
                .filter(account -> account.state() == Account.State.ACTIVE)
                .flatMap(account -> roles.find(account.role())
                        .map(role -> new Present(caller(account, role), account.mustChange())));
    }

    /** By what name somebody who is there signs in. */
    @Transactional(readOnly = true)
    String loginOf(UserId id) {
        return queries.find(id).orElseThrow().login();
    }

    /** The caller that a user is today; empty for one who may no longer sign in. */
    @Transactional(readOnly = true)
    public Optional<Caller> callerOf(UserId id) {
        return present(id).map(Present::caller);
    }

    /**
     * Invites somebody.
     *
     * @return the token that the invitation's address ends in; it is told once and kept nowhere
     * @throws Refusal {@code access.login-taken}, {@code access.role-unknown}, {@code access.area-level} (the role, the
     *     area) when somebody of that role does not belong to such an area, {@code access.outside} when it is not the
     *     caller's
     */
    @Transactional
    public String invite(Invited invited) {
        Caller caller = Callers.current();
        Role role = roles.find(invited.role()).orElseThrow(() -> Refusal.at("/role", "access.role-unknown"));
        Area area = divisions.require(invited.area());
        if (!caller.scope().contains(invited.area())) {
            throw Refusal.at("/areaCode", "access.outside", area.name());
        }
        if (area.level() != role.level()) {
            throw Refusal.at("/areaCode", "access.area-level", role.title(), area.name());
        }
        String login = invited.login().strip().toLowerCase(Locale.ROOT);
        if (!login.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            throw Refusal.at("/login", "access.login-format");
        }
        if (queries.byLogin(login).isPresent()) {
            throw Refusal.at("/login", "access.login-taken", login);
        }
        Account account = new Account(
                new UserId(today.newId()),
                login,
                invited.name().strip(),
                role.id(),
                invited.area(),
                Account.State.INVITED,
                Optional.empty(),
                Roles.needsCode(role) ? Optional.of(codes.newSecret()) : Optional.empty(),
                false,
                0,
                Optional.empty(),
                Optional.empty());
        queries.insert(account, today.instant());
        record("user.invite", account);
        return invitation(account.id());
    }

    private String invitation(UserId id) {
        String token = passwords.once() + passwords.once();
        queries.invite(id, tokenHash(token), today.clock().plus(INVITED));
        return token;
    }

    /** A new invitation for somebody who has lost the password; it takes effect once it is taken up. */
    @Transactional
    public String inviteAgain(UserId id) {
        Account account = own(id);
        record("user.invite-again", account);
        return invitation(id);
    }

    /** Closes an account; whoever is signed in with it is out at the next call. */
    @Transactional
    public void close(UserId id) {
        Account account = own(id);
        if (id.equals(Callers.current().user())) {
            throw Refusal.conflict("access.close-oneself");
        }
        queries.setState(id, Account.State.CLOSED);
        record("user.close", account);
    }

    private Account own(UserId id) {
        Account account = queries.find(id)
                .filter(found -> Callers.current().scope().contains(found.area()))
                .orElseThrow(() -> Refusal.notFound("access.user-unknown"));
        if (account.state() == Account.State.CLOSED) {
            throw Refusal.conflict("access.user-closed", account.name());
        }
        return account;
    }

    /** Who is invited by a token, with the secret for one-time codes where they need any. */
    @Transactional(readOnly = true)
    Invitation invitationOf(String token) {
        Account account = taken(token);
        return new Invitation(
                account.login(),
                account.name(),
                roles.find(account.role()).map(Role::title).orElse(account.role()),
                divisions.path(account.area()),
                account.codeSecret().map(codes::typed),
                account.codeSecret().map(secret -> codes.uri(secret, account.login())));
    }

    /**
     * What an invitation shows.
     *
     * @param codeSecret the secret of the one-time codes in base 32, where the role needs them
     * @param codeUri the same as the address that authenticators understand
     */
    public record Invitation(
            String login,
            String name,
            String roleTitle,
            String areaPath,
            Optional<String> codeSecret,
            Optional<String> codeUri) {}

    /** Takes up an invitation with a password of one's own. */
    @Transactional
    void accept(String token, String password, String code) {
        Account account = taken(token);
        passwords.refuseWeak(password, account.login());
        if (account.codeSecret().filter(secret -> !codes.fits(secret, code)).isPresent()) {
            throw Refusal.at("/code", "access.code-wrong");
        }
        queries.setPassword(account.id(), passwords.hash(password));
        queries.takeUp(tokenHash(token));
        Role role = roles.find(account.role()).orElseThrow();
        Callers.as(caller(account, role), () -> {
            record("user.accept", account);
            return account;
        });
    }

    private Account taken(String token) {
        return queries.invited(tokenHash(token), today.clock())
                .flatMap(queries::find)
                .filter(account -> account.state() != Account.State.CLOSED)
                .orElseThrow(() -> Refusal.notFound("access.invitation-gone", INVITED.toDays()));
    }

    /** Replaces the caller's own password. */
    @Transactional
    void changePassword(String former, String password) {
        Account account = queries.find(Callers.current().user()).orElseThrow();
        if (!passwords.fits(former, account.passwordHash().orElseThrow())) {
            throw Refusal.at("/former", "access.password-wrong");
        }
        if (password.equals(former)) {
            throw Refusal.at("/password", "access.password-same");
        }
        passwords.refuseWeak(password, account.login());
        queries.setPassword(account.id(), passwords.hash(password));
        record("user.password", account);
    }

    /** Users in the caller's area. */
    @Transactional(readOnly = true)
    public Page<UserView> list(String wanted, int offset, int size) {
        AreaScope scope = Callers.current().scope();
        String sought = wanted.strip();
        List<UserView> rows = queries.in(scope, sought, offset, Page.bounded(size)).stream()
                .map(this::view)
                .toList();
        return new Page<>(rows, queries.count(scope, sought));
    }

    private UserView view(Account account) {
        return new UserView(
                account.id(),
                account.login(),
                account.name(),
                account.role(),
                roles.find(account.role()).map(Role::title).orElse(account.role()),
                account.area().digits(),
                divisions.path(account.area()),
                account.state().name(),
                account.lockedUntil().filter(today.clock()::isBefore).isPresent(),
                account.lastSeenAt());
    }

    static byte[] tokenHash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
