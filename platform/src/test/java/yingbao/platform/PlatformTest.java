package yingbao.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.database.Database;
import yingbao.platform.database.TestDatabase;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Today;
import yingbao.platform.kernel.UserId;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Role;
import yingbao.policy.value.AreaCode;

/**
 * The whole platform over a real PostgreSQL, whose tables are empty before every test. The pack is the demonstration's,
 * the day 2016-10-10, a Monday.
 */
@SpringBootTest
@AutoConfigureMockMvc
public abstract class PlatformTest {
    public static final LocalDate MONDAY = LocalDate.of(2016, 10, 10);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Database DATABASE = TestDatabase.fresh();
    private static final Path POPULATION =
            Path.of("target", "population", UUID.randomUUID().toString());
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Autowired
    protected Pack pack;

    @Autowired
    protected Today today;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected MockMvcTester mvc;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", () -> DATABASE.application().user());
        registry.add("spring.datasource.password", () -> DATABASE.application().password());
        registry.add("spring.flyway.url", DATABASE::url);
        registry.add("spring.flyway.user", () -> DATABASE.owner().user());
        registry.add("spring.flyway.password", () -> DATABASE.owner().password());
        registry.add("yingbao.key.sealing", () -> KEY);
        registry.add("yingbao.key.indexing", () -> KEY);
        registry.add("yingbao.demo.county", () -> "229901");
        // Nobody looks at everybody by itself while a test works with the tables.
        registry.add("yingbao.radar.look", () -> "PT1000H");
        registry.add("yingbao.population", POPULATION::toString);
        registry.add("springdoc.api-docs.enabled", () -> "true");
        registry.add(
                "yingbao.pack",
                () -> Path.of(System.getProperty("yingbao.home"))
                        .resolve("packs/jilin-demo")
                        .toString());
    }

    /** A connection of the owner, whom row-level security does not bind. */
    protected static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                DATABASE.url(), DATABASE.owner().user(), DATABASE.owner().password());
    }

    @BeforeEach
    protected void emptied() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            jobsAreOver(statement);
            Set<String> tables = new HashSet<>();
            try (ResultSet rows = statement.executeQuery("""
                    select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                     where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'flyway%'
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            statement.execute("truncate " + String.join(", ", tables));
        }
        today.moveTo(MONDAY);
    }

    /** What the test before has planned is forgotten, and what has begun is awaited: it ends in tables that are there. */
    private static void jobsAreOver(Statement statement) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            statement.execute("delete from jobs.scheduled_tasks where not picked");
            try (ResultSet rows = statement.executeQuery("select count(*) from jobs.scheduled_tasks")) {
                rows.next();
                if (rows.getLong(1) == 0) {
                    return;
                }
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("a job of the test before does not end");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Somebody of a role in an area, known to nobody but this test. */
    protected Caller caller(String role, String area) {
        Role found = Objects.requireNonNull(pack.roles().get(role), role);
        AreaCode code = AreaCode.parse(area);
        return new Caller(
                new UserId(UUID.nameUUIDFromBytes((role + area).getBytes(StandardCharsets.UTF_8))),
                found.title(),
                role,
                code,
                AreaScope.of(code),
                Set.copyOf(found.rights()),
                found.actors().stream().collect(Collectors.toSet()));
    }

    /** Does something on behalf of somebody of a role in an area, in one transaction. */
    protected <T> T as(String role, String area, Callers.Deed<T, RuntimeException> deed) {
        return Callers.as(caller(role, area), () -> Objects.requireNonNull(transaction.execute(_ -> deed.run())));
    }
}
