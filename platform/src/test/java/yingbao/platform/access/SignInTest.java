package yingbao.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.audit.Audit;
import yingbao.platform.audit.AuditFilter;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

class SignInTest extends PlatformTest {
    private static final LocalDate DAY_ONE = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);
    private static final String PASSWORD = "长白山下的第一场雪2016";

    @Autowired
    private Users users;

    @Autowired
    private FirstUsers firstUsers;

    @Autowired
    private OneTimeCodes codes;

    @Autowired
    private AccountQueries queries;

    @Autowired
    private Audit audit;

    @BeforeEach
    void demonstrationUsers() {
        firstUsers.demonstration();
    }

    private String code(String login) {
        return queries.byLogin(login)
                .flatMap(Account::codeSecret)
                .map(codes::now)
                .orElse("");
    }

    private String refusal(String login, String password, String code) {
        return switch (users.signIn(login, password, code)) {
            case Users.Attempt.Refused(Refusal refusal) -> refusal.code();
            case Users.Attempt.Welcome welcome -> welcome.toString();
        };
    }

    @Test
    void a_clerk_signs_in_with_login_and_password_and_belongs_to_a_township() {
        assertThat(users.signIn(" Township-Clerk ", "demo-township-clerk", ""))
                .isInstanceOfSatisfying(Users.Attempt.Welcome.class, welcome -> {
                    Caller caller = welcome.caller();
                    assertThat(caller.area().digits()).startsWith("229901").endsWith("000");
                    assertThat(caller.may(Right.REGISTRY_IMPORT.id())).isTrue();
                    assertThat(caller.may(Right.PAYMENT_CONFIRM.id())).isFalse();
                });
    }

    @Test
    void who_confirms_money_needs_a_one_time_code_as_well() {
        String login = firstUsers.shown().stream()
                .filter(user -> user.code().isPresent())
                .findFirst()
                .orElseThrow()
                .login();

        assertThat(refusal(login, "demo-" + login, "")).isEqualTo("access.code-needed");
        assertThat(refusal(login, "demo-" + login, "000000x")).isEqualTo("access.code-wrong");
        assertThat(users.signIn(login, "demo-" + login, code(login))).isInstanceOf(Users.Attempt.Welcome.class);
    }

    @Test
    void five_wrong_passwords_lock_the_account_even_for_the_right_one() {
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(refusal("township-clerk", "wrong", "")).isEqualTo("access.refused");
        }
        assertThat(refusal("township-clerk", "wrong", "")).isEqualTo("access.locked");
        assertThat(refusal("township-clerk", "demo-township-clerk", "")).isEqualTo("access.locked");
    }

    @Test
    void an_unknown_login_is_refused_in_the_same_words_as_a_wrong_password() {
        assertThat(refusal("nobody", "wrong", "")).isEqualTo(refusal("village-worker", "wrong", ""));
    }

    @Test
    void an_invited_user_chooses_the_password_and_the_invitation_is_used_up() {
        String token = as(
                "administrator",
                "22",
                () -> users.invite(
                        new Users.Invited("wang.clerk", "王文书", "township-clerk", AreaCode.parse("229901101"))));
        assertThat(refusal("wang.clerk", PASSWORD, "")).isEqualTo("access.refused");

        users.accept(token, PASSWORD, "");

        assertThat(users.signIn("wang.clerk", PASSWORD, "")).isInstanceOf(Users.Attempt.Welcome.class);
        AuditFilter taken = new AuditFilter("王文书", "user.accept", "", "", DAY_ONE, LAST_DAY, 0, 50);
        assertThat(as("auditor", "22", () -> audit.find(taken)).total()).isEqualTo(1);
        assertThatThrownBy(() -> users.accept(token, PASSWORD, "")).isInstanceOf(Refusal.class);
    }

    @Test
    void an_invitation_to_confirm_money_shows_the_secret_of_the_codes_as_a_picture_and_wants_the_present_code() {
        String token = as(
                "administrator",
                "22",
                () -> users.invite(
                        new Users.Invited("sun.officer", "孙审批", "county-officer", AreaCode.parse("229901"))));
        Users.Invitation invitation = users.invitationOf(token);

        assertThat(invitation.codeUri().orElseThrow())
                .startsWith("otpauth://totp/")
                .contains(":sun.officer?secret=" + invitation.codeSecret().orElseThrow());
        assertThat(mvc.get().uri("/api/invitations/{token}/code.svg", token))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("image/svg+xml")
                .bodyText()
                .startsWith("<svg");
        assertThatThrownBy(() -> users.accept(token, PASSWORD, "000000x")).hasMessageContaining("access.code-wrong");

        users.accept(token, PASSWORD, code("sun.officer"));

        assertThat(users.signIn("sun.officer", PASSWORD, code("sun.officer")))
                .isInstanceOf(Users.Attempt.Welcome.class);
    }

    @Test
    void a_closed_account_is_neither_invited_nor_closed_again() {
        UserId id = queries.byLogin("township-clerk").orElseThrow().id();
        as("administrator", "22", () -> {
            users.close(id);
            return id;
        });

        assertThatThrownBy(() -> as("administrator", "22", () -> users.inviteAgain(id)))
                .hasMessageContaining("access.user-closed");
    }

    @Test
    void nobody_is_invited_to_an_area_of_another_level_or_outside_the_inviters() {
        assertThatThrownBy(() -> as(
                        "administrator",
                        "22",
                        () -> users.invite(
                                new Users.Invited("li.clerk", "李文书", "township-clerk", AreaCode.parse("229901")))))
                .hasMessageContaining("access.area-level");
        assertThatThrownBy(() -> as(
                        "administrator",
                        "2224",
                        () -> users.invite(
                                new Users.Invited("li.clerk", "李文书", "township-clerk", AreaCode.parse("229901101")))))
                .hasMessageContaining("access.outside");
    }

    @Test
    void a_weak_password_is_refused_with_what_makes_a_good_one() {
        String token = as(
                "administrator",
                "22",
                () -> users.invite(
                        new Users.Invited("zhao.clerk", "赵文书", "township-clerk", AreaCode.parse("229901101"))));

        for (String weak : List.of("short", "aaaaaaaaaaaa", "zhao.clerk-2016")) {
            assertThatThrownBy(() -> users.accept(token, weak, "")).hasMessageContaining("access.password-weak");
        }
    }

    @Test
    void a_closed_account_is_out_at_once() {
        UserId id = queries.byLogin("township-clerk").orElseThrow().id();
        assertThat(users.callerOf(id)).isPresent();

        as("administrator", "22", () -> {
            users.close(id);
            return id;
        });

        assertThat(users.callerOf(id)).isEmpty();
        assertThat(refusal("township-clerk", "demo-township-clerk", "")).isEqualTo("access.refused");
    }

    @Test
    void the_first_administrator_gets_a_password_for_once_and_nobody_a_second_one() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate access.user_account cascade");
        }

        Optional<String> password = firstUsers.administrator();

        assertThat(users.signIn("admin", password.orElseThrow(), ""))
                .isInstanceOfSatisfying(
                        Users.Attempt.Welcome.class,
                        welcome -> assertThat(welcome.mustChange()).isTrue());
        assertThat(firstUsers.administrator()).isEmpty();
    }

    @Test
    void a_demonstration_shows_its_administrator_somebody_who_is_locked_out() {
        Caller administrator = firstUsers.callers().stream()
                .filter(caller -> caller.may(Right.USER_MANAGE.id()))
                .findFirst()
                .orElseThrow();

        List<Users.UserView> shown =
                Callers.as(administrator, () -> users.list("", 0, 100)).rows();

        assertThat(shown).anyMatch(user -> user.state().equals("ACTIVE") && user.locked());
    }

    @Test
    void users_are_found_by_what_was_typed_and_not_by_what_a_database_makes_of_it() {
        Caller administrator = firstUsers.callers().stream()
                .filter(caller -> caller.may(Right.USER_MANAGE.id()))
                .findFirst()
                .orElseThrow();

        assertThat(Callers.as(administrator, () -> users.list("%", 0, 100)).total())
                .isZero();
        assertThat(Callers.as(administrator, () -> users.list(" Township-Clerk ", 0, 100))
                        .rows())
                .isNotEmpty()
                .allMatch(user -> user.login().startsWith("township-clerk"));
    }
}
