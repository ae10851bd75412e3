package yingbao.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.platform.Platform;

/**
 * Kills all processes of the platform at random moments while a small demonstration is loaded by the platform's own
 * verbs: imports, cases, payment runs, the bank's return files. In the end the register and the ledger must be those of
 * a platform that was never killed.
 */
class CrashTest {
    private static final int HOUSEHOLDS = 300;
    private static final int KILLS = 8;
    private static final String LOADED = """
            select to_regclass('jobs.job') is not null
               and coalesce((select bool_and(state in ('DONE', 'FAILED')) from jobs.job where kind = 'demo.load'), false)
            """;

    /** What the register, the cases and the ledger hold, without ids and moments. */
    private static final List<String> HELD = List.of(
            "select count(*) from registry.household",
            "select count(*) from registry.person",
            "select string_agg(cause || '=' || n, ' ' order by cause) from"
                    + " (select cause, count(*) n from registry.statement group by cause) s",
            "select string_agg(programme || '/' || state || '=' || n, ' ' order by programme, state) from"
                    + " (select programme, state, count(*) n from cases.case_file group by programme, state) s",
            "select count(*) || ' ' || sum(amount_fen) from cases.decided_amount",
            "select string_agg(month || '/' || number || '/' || state || '=' || pay_fen, ' ' order by month, number)"
                    + " from payments.run",
            "select string_agg(kind || '=' || n || '/' || fen, ' ' order by kind) from"
                    + " (select kind, count(*) n, sum(amount_fen) fen from payments.transfer group by kind) s");

    @TempDir
    private Path scratch;

    @BeforeEach
    void letTheServerPass() throws IOException {
        // PostgreSQL runs as another user where the tests run as root.
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private PlatformProcess start(String name) throws IOException {
        return PlatformProcess.start(
                scratch.resolve(name),
                scratch.resolve(name + ".log"),
                "--demo",
                "--households",
                Integer.toString(HOUSEHOLDS));
    }

    private static List<String> held(PlatformProcess platform) throws SQLException {
        List<String> held = new ArrayList<>();
        for (String question : HELD) {
            held.add(platform.ask(question).orElse(""));
        }
        return held;
    }

    @Test
    void however_often_the_platform_is_killed_nothing_is_lost_and_nothing_is_there_twice() throws Exception {
        List<String> undisturbed;
        Duration loading;
        try (PlatformProcess platform = start("undisturbed")) {
            platform.awaitUp();
            long begun = System.nanoTime();
            platform.awaitTrue(LOADED);
            loading = Duration.ofNanos(System.nanoTime() - begun);
            undisturbed = held(platform);
        }
        assertThat(undisturbed).noneMatch(String::isEmpty);

        long seed = Long.getLong("yingbao.seed", RandomGenerator.getDefault().nextLong());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            PlatformProcess platform = start("killed");
            platform.awaitUp();
            Thread.sleep(random.nextLong(Math.max(1, loading.toMillis() / KILLS * 2)));
            platform.kill();
        }

        try (PlatformProcess platform = start("killed")) {
            platform.awaitUp();
            platform.awaitTrue(LOADED);
            assertThat(held(platform)).as("seed %d", seed).isEqualTo(undisturbed);
            assertThat(platform.ask("select sum(posted_fen) || ' ' || sum(pending_fen) from payments.balance"))
                    .as("the ledger sums to zero, seed %d", seed)
                    .contains("0 0");
            assertThat(Platform.run(
                            "audit",
                            "verify",
                            "--demo",
                            "--data",
                            scratch.resolve("killed").toString()))
                    .as("the log is whole, seed %d", seed)
                    .isZero();
        }
    }
}
