package yingbao.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.UserId;
import yingbao.policy.value.AreaCode;

/** All SQL about users. */
@Component
class AccountQueries {
    private static final String COLUMNS = """
            id, login, name, role, area_code, state, password_hash, code_secret, must_change, failures, locked_until,
            last_seen_at
            """;

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> byLogin(String login) {
        return jdbc.sql("select " + COLUMNS + " from access.user_account where login = :login")
                .param("login", login)
                .query(AccountQueries::account)
                .optional();
    }

    Optional<Account> find(UserId id) {
        return jdbc.sql("select " + COLUMNS + " from access.user_account where id = :id")
                .param("id", id.value())
                .query(AccountQueries::account)
                .optional();
    }

    List<Account> in(AreaScope scope, String wanted, int offset, int size) {
        return jdbc.sql("select " + COLUMNS + """
                  from access.user_account
                 where area_code between :from and :to
                   and (starts_with(login, lower(:wanted)) or position(:wanted in name) > 0)
                 order by area_code, login
                offset :offset limit :size
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("wanted", wanted)
                .param("offset", offset)
                .param("size", size)
                .query(AccountQueries::account)
                .list();
    }

    long count(AreaScope scope, String wanted) {
        return jdbc.sql("""
                select count(*) from access.user_account
                 where area_code between :from and :to
                   and (starts_with(login, lower(:wanted)) or position(:wanted in name) > 0)
                """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("wanted", wanted)
                .query(Long.class)
                .single();
    }

    boolean anybody() {
        return jdbc.sql("select exists (select from access.user_account)")
                .query(Boolean.class)
                .single();
    }

    void insert(Account account, Instant at) {
        jdbc.sql("""
                insert into access.user_account
                    (id, login, name, role, area_code, state, password_hash, code_secret, must_change, created_at)
                values (:id, :login, :name, :role, :area, :state, :hash, :secret, :mustChange, :at)
                """)
                .param("id", account.id().value())
                .param("login", account.login())
                .param("name", account.name())
                .param("role", account.role())
                .param("area", account.area().digits())
                .param("state", account.state().name())
                .param("hash", account.passwordHash().orElse(null))
                .param("secret", account.codeSecret().orElse(null))
                .param("mustChange", account.mustChange())
                .param("at", Timestamp.from(at))
                .update();
    }

    void setPassword(UserId id, String hash) {
        jdbc.sql("""
                update access.user_account
                   set password_hash = :hash, must_change = false, state = 'ACTIVE', failures = 0, locked_until = null
                 where id = :id
                """).param("hash", hash).param("id", id.value()).update();
    }

    void setCodeSecret(UserId id, byte[] sealed) {
        jdbc.sql("update access.user_account set code_secret = :sealed where id = :id")
                .param("sealed", sealed)
                .param("id", id.value())
                .update();
    }

    void setState(UserId id, Account.State state) {
        jdbc.sql("update access.user_account set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void failed(UserId id, int mostFailures, Instant lockedUntil) {
        jdbc.sql("""
                update access.user_account
                   set failures = failures + 1,
                       locked_until = case when failures + 1 >= :most then :until else locked_until end
                 where id = :id
                """)
                .param("most", mostFailures)
                .param("until", Timestamp.from(lockedUntil))
                .param("id", id.value())
                .update();
    }

    void seen(UserId id, Instant at) {
        jdbc.sql("update access.user_account set failures = 0, locked_until = null, last_seen_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    void invite(UserId id, byte[] tokenHash, Instant expiresAt) {
        jdbc.sql("""
                with former as (delete from access.invitation where user_id = :id)
                insert into access.invitation (token_hash, user_id, expires_at) values (:hash, :id, :expires)
                """)
                .param("hash", tokenHash)
                .param("id", id.value())
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    Optional<UserId> invited(byte[] tokenHash, Instant now) {
        return jdbc.sql("select user_id from access.invitation where token_hash = :hash and expires_at > :now")
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    void takeUp(byte[] tokenHash) {
        jdbc.sql("delete from access.invitation where token_hash = :hash")
                .param("hash", tokenHash)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                row.getString("role"),
                new AreaCode(row.getString("area_code")),
                Account.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("password_hash")),
                Optional.ofNullable(row.getBytes("code_secret")),
                row.getBoolean("must_change"),
                row.getInt("failures"),
                Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("last_seen_at")).map(Timestamp::toInstant));
    }
}
