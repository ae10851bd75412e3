package yingbao.platform.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Today;
import yingbao.platform.kernel.UserId;
import yingbao.policy.pack.Role;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** Lets the first people in: an administrator with a password for once, or the sign-ins of a demonstration. */
@Component
public class FirstUsers {
    private static final String ADMINISTERS = Right.USER_MANAGE.id();

    /** What one person begins and another ends; a demonstration needs two who may. */
    private static final List<String> FOR_TWO = List.of(Right.STANDARD_CONFIRM.id(), Right.PAYMENT_PREPARE.id());

    private static final String COUNTED = "甲乙丙丁戊己庚辛壬癸";
    private static final int SHOWN_OF_A_ROLE = 2;

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
        insert("admin", role.title(), role, divisions.root(), password, true);
        return Optional.of(password);
    }

    /**
     * Makes the users of the demonstration where they are not there yet: one a role, two where one person begins what
     * another ends, and one in every township for the roles of townships.
     */
    @Transactional
    public void demonstration() {
        for (Role role : roles.all()) {
            List<AreaCode> places = places(role);
            for (int number = 0; number < places.size(); number++) {
                String login = login(role, number);
                if (queries.byLogin(login).isEmpty()) {
                    String name = places.size() == 1 ? role.title() : role.title() + COUNTED.charAt(number);
                    insert(login, name, role, places.get(number), demoPassword(login), false);
                }
            }
        }
        lockedOut();
    }

    /** The login of the demonstration's user of a role, counted from zero. */
    private static String login(Role role, int number) {
        return number == 0 ? role.id() : role.id() + "-" + (number + 1);
    }

    private static String demoPassword(String login) {
        return "demo-" + login;
    }

    private List<AreaCode> places(Role role) {
        AreaCode county = demoCounty.orElseThrow();
        return switch (role.level()) {
            case PROVINCE, PREFECTURE, COUNTY -> {
                AreaCode area = divisions.within(role.level(), county).orElseThrow();
                yield role.rights().stream().anyMatch(FOR_TWO::contains) ? List.of(area, area) : List.of(area);
            }
            case TOWNSHIP ->
                divisions.in(county, AreaScope.of(county)).reversed().stream()
                        .map(township -> new AreaCode(township.code()))
                        .limit(COUNTED.length())
                        .toList();
            case VILLAGE -> {
                AreaCode township = new AreaCode(
                        divisions.in(county, AreaScope.of(county)).getLast().code());
                yield List.of(new AreaCode(
                        divisions.in(township, AreaScope.of(township)).getLast().code()));
            }
        };
    }

    /** The demonstration's users as callers, in the order of their roles. */
    @Transactional(readOnly = true)
    public List<Caller> callers() {
        List<Caller> callers = new ArrayList<>();
        for (Role role : roles.all()) {
            for (int number = 0; number < places(role).size(); number++) {
                queries.byLogin(login(role, number)).ifPresent(account -> callers.add(Users.caller(account, role)));
            }
        }
        return callers;
    }

    /** One more of a township, who is locked out; anew at each start, because a lock opens by itself. */
    private void lockedOut() {
        Role role = roles.all().stream()
                .filter(candidate -> candidate.level() == AreaLevel.TOWNSHIP)
                .findFirst()
                .orElseThrow();
        String login = role.id() + "-locked";
        if (queries.byLogin(login).isEmpty()) {
            insert(login, role.title() + "（输错密码）", role, places(role).getFirst(), demoPassword(login), false);
        }
        queries.byLogin(login)
                .ifPresent(
                        account -> queries.failed(account.id(), 1, today.clock().plus(Users.LOCKED)));
    }

    private void insert(String login, String name, Role role, AreaCode area, String password, boolean mustChange) {
        queries.insert(
                new Account(
                        new UserId(today.newId()),
                        login,
                        name,
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

    /** The sign-ins to show, at most two of a role; none unless this is a demonstration. */
    @Transactional(readOnly = true)
    public List<DemoUser> shown() {
        List<DemoUser> shown = new ArrayList<>();
        if (!isDemo()) {
            return shown;
        }
        for (Role role : roles.all()) {
            for (int number = 0; number < SHOWN_OF_A_ROLE; number++) {
                queries.byLogin(login(role, number)).ifPresent(account -> shown.add(shown(account, role)));
            }
        }
        return shown;
    }

    private DemoUser shown(Account account, Role role) {
        return new DemoUser(
                account.login(),
                account.name(),
                role.title(),
                divisions.path(account.area()),
                demoPassword(account.login()),
                account.codeSecret().map(codes::now));
    }
}
