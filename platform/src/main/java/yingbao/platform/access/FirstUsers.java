package yingbao.platform.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Today;
import yingbao.platform.kernel.UserId;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Role;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Lets the first people in: an administrator with a password for once, or the sign-ins of a demonstration. */
@Component
public class FirstUsers {
    private static final String ADMINISTERS = Right.USER_MANAGE.id();

    private final AccountQueries queries;
    private final Roles roles;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Divisions divisions;
    private final Today today;
    private final Optional<AreaCode> demoCounty;

    /** A sign-in of a demonstration, shown on its first page. */
    public record DemoUser(
            String login, String name, String roleTitle, String areaPath, String password, Optional<String> code) {}

    FirstUsers(
            AccountQueries queries,
            Roles roles,
            Passwords passwords,
            OneTimeCodes codes,
            Divisions divisions,
            Today today,
            @Value("${yingbao.demo.county:}") String demoCounty) {
        this.queries = queries;
        this.roles = roles;
        this.passwords = passwords;
        this.codes = codes;
        this.divisions = divisions;
        this.today = today;
        this.demoCounty = demoCounty.isEmpty() ? Optional.empty() : Optional.of(AreaCode.parse(demoCounty));
    }

    public boolean isDemo() {
        return demoCounty.isPresent();
    }

    /** Makes an administrator where there is no user at all, and tells the password; it must be replaced at once. */
    @Transactional
    public Optional<String> administrator() {
        if (queries.anybody()) {
            return Optional.empty();
        }
        Role role = roles.all().stream()
                .filter(candidate -> candidate.rights().contains(ADMINISTERS))
                .findFirst()
                .orElseThrow();
        String password = passwords.once();
        insert("admin", role, divisions.root(), password, true);
        return Optional.of(password);
    }

    /** Makes one user a role for the demonstration's county, where they are not there yet. */
    @Transactional
    public void demonstration() {
        AreaCode county = demoCounty.orElseThrow();
        for (Role role : roles.all()) {
            if (queries.byLogin(role.id()).isEmpty()) {
                insert(role.id(), role, place(role.level(), county), demoPassword(role), false);
            }
        }
    }

    private static String demoPassword(Role role) {
        return "demo-" + role.id();
    }

    private AreaCode place(AreaLevel level, AreaCode county) {
        if (level.compareTo(AreaLevel.COUNTY) <= 0) {
            return divisions.within(level, county).orElseThrow();
        }
        AreaCode lowest = county;
        while (divisions.require(lowest).level() != level) {
            List<Divisions.AreaChoice> inside = divisions.in(lowest, AreaScope.of(county));
            lowest = new AreaCode(inside.getLast().code());
        }
        return lowest;
    }

    private void insert(String login, Role role, AreaCode area, String password, boolean mustChange) {
        queries.insert(
                new Account(
                        new UserId(today.newId()),
                        login,
                        role.title(),
                        role.id(),
                        area,
                        Account.State.ACTIVE,
                        Optional.of(passwords.hash(password)),
                        Roles.needsCode(role) ? Optional.of(codes.newSecret()) : Optional.empty(),
                        mustChange,
                        0,
                        Optional.empty(),
                        Optional.empty()),
                today.instant());
    }

    /** The sign-ins to show; none unless this is a demonstration. */
    @Transactional(readOnly = true)
    public List<DemoUser> shown() {
        List<DemoUser> shown = new ArrayList<>();
        if (!isDemo()) {
            return shown;
        }
        for (Role role : roles.all()) {
            queries.byLogin(role.id()).ifPresent(account -> {
                Area area = divisions.require(account.area());
                shown.add(new DemoUser(
                        account.login(),
                        account.name(),
                        role.title(),
                        divisions.path(area.code()),
                        demoPassword(role),
                        account.codeSecret().map(codes::now)));
            });
        }
        return shown;
    }
}
