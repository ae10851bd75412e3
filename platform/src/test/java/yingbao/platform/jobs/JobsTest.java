package yingbao.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import yingbao.platform.PlatformTest;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;

@Import({JobsTest.Works.class, JobsTest.EndlessWorks.class})
class JobsTest extends PlatformTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SLOW = Duration.ofMillis(700);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final List<String> DONE = Collections.synchronizedList(new ArrayList<>());

    @Autowired
    private Jobs jobs;

    /** Work of a kind that only tests have. */
    @TestConfiguration
    static class Works {
        @Bean
        JobWork noting() {
            return new JobWork() {
                @Override
                public String kind() {
                    return "test.note";
                }

                @Override
                public String run(JobId id, String payload, JobProgress progress) {
                    progress.report(1, 2);
                    if (payload.contains("slow")) {
                        LockSupport.parkNanos(SLOW.toNanos());
                    }
                    DONE.add(Callers.current().area().shortForm() + payload);
                    if (payload.contains("bad")) {
                        throw Refusal.invalid("access.forbidden");
                    }
                    progress.report(2, 2);
                    return "完成";
                }
            };
        }
    }

    /** Work that goes on until it is stopped, or for a few seconds. */
    @TestConfiguration
    static class EndlessWorks {
        @Bean
        JobWork counting() {
            return new JobWork() {
                @Override
                public String kind() {
                    return "test.count";
                }

                @Override
                public boolean canBeCancelled() {
                    return true;
                }

                @Override
                public String run(JobId id, String payload, JobProgress progress) {
                    long deadline = System.nanoTime() + PATIENCE.toNanos();
                    for (long count = 0; System.nanoTime() < deadline; count++) {
                        progress.report(count, 0);
                        LockSupport.parkNanos(SHORT.toNanos());
                    }
                    return "数完了";
                }
            };
        }
    }

    private JobView await(JobId id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JobView view = as("township-clerk", "229901100", () -> jobs.find(id));
        while (view.state() == JobView.State.WAITING || view.state() == JobView.State.RUNNING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
            view = as("township-clerk", "229901100", () -> jobs.find(id));
        }
        return view;
    }

    @Test
    void a_job_is_done_on_behalf_of_who_asked_and_tells_how_far_it_came() {
        JobId id = as("township-clerk", "229901100", () -> jobs.submit("test.note", "记一笔", "/", "good"));

        JobView done = await(id);

        assertThat(done.state()).isEqualTo(JobView.State.DONE);
        assertThat(done.message()).isEqualTo("完成");
        assertThat(done.done()).isEqualTo(2);
        assertThat(DONE).contains("229901100\"good\"");
    }

    @Test
    void tables_are_emptied_only_when_the_job_that_writes_to_them_is_over() throws SQLException {
        JobId id = as("township-clerk", "229901100", () -> jobs.submit("test.note", "记一笔", "/", "slow"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (as("township-clerk", "229901100", () -> jobs.find(id)).state() == JobView.State.WAITING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }

        emptied();

        assertThat(DONE).contains("229901100\"slow\"");
    }

    @Test
    void a_job_that_is_refused_says_why() {
        JobId id = as("township-clerk", "229901100", () -> jobs.submit("test.note", "记一笔", "/", "bad"));

        JobView failed = await(id);

        assertThat(failed.state()).isEqualTo(JobView.State.FAILED);
        assertThat(failed.message()).contains("权限");
    }

    @Test
    void nobody_sees_a_job_of_another_area() {
        JobId id = as("township-clerk", "229901100", () -> jobs.submit("test.note", "记一笔", "/", "good"));

        assertThat(await(id).state()).isEqualTo(JobView.State.DONE);
        assertThatThrownBy(() -> as("township-clerk", "229901101", () -> jobs.find(id)))
                .hasMessageContaining("jobs.unknown");
    }

    private JobView running(String kind) {
        JobId id = as("township-clerk", "229901100", () -> jobs.submit(kind, "数一数", "/", "slow"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JobView view = as("township-clerk", "229901100", () -> jobs.find(id));
        while (view.state() == JobView.State.WAITING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
            view = as("township-clerk", "229901100", () -> jobs.find(id));
        }
        return view;
    }

    private void cancel(String town, JobId id) {
        as("township-clerk", town, () -> {
            jobs.cancel(id);
            return id;
        });
    }

    @Test
    void a_job_that_can_be_stopped_ends_soon_after_who_asked_for_it_stops_it() {
        JobView running = running("test.count");
        assertThat(running.canBeCancelled()).isTrue();

        cancel("229901100", running.id());

        assertThat(await(running.id()).state()).isEqualTo(JobView.State.CANCELLED);
        assertThatThrownBy(() -> cancel("229901100", running.id())).hasMessageContaining("jobs.not-cancellable");
    }

    @Test
    void nobody_stops_a_job_of_somebody_else_or_one_that_would_leave_half_of_its_work() {
        JobView running = running("test.count");
        JobView noting = running("test.note");

        assertThatThrownBy(() -> cancel("229901101", running.id())).hasMessageContaining("jobs.unknown");
        assertThatThrownBy(() -> cancel("229901100", noting.id())).hasMessageContaining("jobs.not-cancellable");

        assertThat(await(noting.id()).state()).isEqualTo(JobView.State.DONE);
        cancel("229901100", running.id());
        await(running.id());
    }
}
