package yingbao.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;

/** Plans long work, carries it out, and tells how far it is. */
@Service
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String TABLE = "jobs.scheduled_tasks";
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(300);
    private static final int SHOWN_MAX = 20;
    private static final int THREADS = 2;

    private final JobQueries queries;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final Map<String, JobWork> works;
    private final JsonMapper json;
    private final Today today;
    private final Texts texts;
    private final Audit audit;
    private final Caller platform;
    private final OneTimeTask<Void> task;
    private final SchedulerClient planner;
    private final Scheduler scheduler;

    Jobs(
            JobQueries queries,
            PlatformTransactionManager transactions,
            List<JobWork> works,
            JsonMapper json,
            Today today,
            Texts texts,
            Audit audit,
            Divisions divisions,
            DataSource dataSource) {
        this.queries = queries;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
        this.json = json;
        this.today = today;
        this.texts = texts;
        this.audit = audit;
        this.platform = Caller.platform(divisions.root());
        this.task = Tasks.oneTime("job", Void.class)
                .onDeadExecutionRevive()
                .execute((instance, _) -> carryOut(JobId.valueOf(instance.getId())));
        this.planner = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName(TABLE)
                .build();
        this.scheduler = Scheduler.create(dataSource, task)
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(1))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    /**
     * Plans a job in the transaction that wants it; it starts once that is committed.
     *
     * @param kind of which kind
     * @param title what people call it
     * @param link the page that shows what it works on
     * @param payload what its work needs, to be written as JSON
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public JobId submit(String kind, String title, String link, Object payload) {
        if (!works.containsKey(kind)) {
            throw new IllegalArgumentException("nobody does jobs of kind " + kind);
        }
        Caller caller = Callers.current();
        JobId id = new JobId(today.newId());
        queries.insert(
                new JobQueries.Order(id, kind, json.writeValueAsString(caller), json.writeValueAsString(payload)),
                title,
                link,
                caller,
                today.instant());
        planner.scheduleIfNotExists(task.instance(id.value().toString()), today.clock());
        return id;
    }

    /** The caller's newest jobs, and the newest of others' that the caller may stop. */
    @Transactional(readOnly = true)
    public List<JobView> mine() {
        Caller caller = Callers.current();
        List<String> stoppable = works.values().stream()
                .filter(work -> work.rightsToCancel().stream().anyMatch(right -> caller.may(right.id())))
                .map(JobWork::kind)
                .toList();
        return Stream.concat(
                        queries.newest(caller.user().value(), SHOWN_MAX).stream(),
                        queries.newestOfOthers(caller.user().value(), stoppable).stream())
                .sorted(Comparator.comparing((JobView job) -> job.id().value().toString())
                        .reversed())
                .map(this::cancellable)
                .toList();
    }

    /** The newest job of a kind, whoever asked for it. */
    public Optional<JobView> newest(String kind) {
        return onOwnBehalf(() -> queries.newest(kind));
    }

    /**
     * One job that the caller may see.
     *
     * @throws Refusal {@code jobs.unknown} when there is none
     */
    @Transactional(readOnly = true)
    public JobView find(JobId id) {
        return queries.find(id).map(this::cancellable).orElseThrow(() -> Refusal.notFound("jobs.unknown"));
    }

    private JobView cancellable(JobView view) {
        JobWork work = works.get(view.kind());
        return view.cancellable(view.canBeCancelled() && work != null && work.canBeCancelled());
    }

    /**
     * Stops one of the caller's own jobs, or one that the caller's right lets them stop; it leaves nothing behind then. It ends
     * a little later, unless it is over before.
     *
     * @throws Refusal {@code jobs.unknown} when the caller may stop no such job, {@code jobs.not-cancellable} when it is over, or
     *     one that cannot be stopped
     */
    @Transactional
    public void cancel(JobId id) {
        JobView job = mine().stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("jobs.unknown"));
        if (!job.canBeCancelled() || !queries.cancel(id, Callers.current().name(), today.instant())) {
            throw Refusal.conflict("jobs.not-cancellable");
        }
        audit.record("job.cancel", "job", id.value(), Callers.current().area(), Map.of("kind", job.kind()));
    }

    /** Whether a job of a kind waits or runs, whoever asked for it. */
    public boolean isUnderWay(String kind) {
        return onOwnBehalf(() -> queries.isUnderWay(List.of(kind)));
    }

    /** Whether a job waits or runs that itself sees to what falls due. */
    @Transactional(readOnly = true)
    public boolean seeToDays() {
        List<String> kinds = works.values().stream()
                .filter(JobWork::seesToDays)
                .map(JobWork::kind)
                .toList();
        return !kinds.isEmpty() && queries.isUnderWay(kinds);
    }

    private void carryOut(JobId id) {
        Optional<JobQueries.Order> order = onOwnBehalf(() -> {
            Optional<JobQueries.Order> unfinished = queries.unfinished(id);
            unfinished.ifPresent(_ -> queries.start(id, today.instant()));
            return unfinished;
        });
        order.ifPresent(this::carryOut);
    }

    private void carryOut(JobQueries.Order order) {
        JobId id = order.id();
        JobWork work = works.get(order.kind());
        if (work == null) {
            finish(id, JobView.State.FAILED, texts.text("jobs.kind-unknown", order.kind()));
            return;
        }
        Caller caller = json.readValue(order.caller(), Caller.class);
        try {
            String message =
                    Callers.as(caller, () -> work.run(id, order.payload(), reporter(id, work.canBeCancelled())));
            finish(id, JobView.State.DONE, message);
        } catch (JobCancelled cancelled) {
            finish(id, JobView.State.CANCELLED, "");
        } catch (Refusal refusal) {
            finish(
                    id,
                    JobView.State.FAILED,
                    texts.text(refusal.code(), refusal.args().toArray()));
        } catch (RuntimeException failure) {
            LOG.error("job {} of kind {} failed", id.value(), order.kind(), failure);
            finish(id, JobView.State.FAILED, texts.text("jobs.failed"));
        }
    }

    private void finish(JobId id, JobView.State state, String message) {
        onOwnBehalf(() -> {
            queries.finish(id, state, message, today.instant());
            return id;
        });
    }

    /** Writes at most a few reports a second, and always the last one of a known total. */
    private JobProgress reporter(JobId id, boolean canBeCancelled) {
        return new JobProgress() {
            private Instant next = Instant.MIN;

            // Work that goes on in several threads reports from each of them, on nobody's behalf.
            @Override
            public synchronized void report(long done, long total) {
                Instant now = today.clock();
                if (now.isBefore(next) && (total == 0 || done < total)) {
                    return;
                }
                next = now.plus(BETWEEN_REPORTS);
                boolean stopped = Callers.as(
                        platform, () -> Objects.requireNonNull(aside.execute(_ -> queries.progress(id, done, total))));
                if (stopped && canBeCancelled) {
                    throw new JobCancelled();
                }
            }
        };
    }

    private <T> T onOwnBehalf(Callers.Deed<T, RuntimeException> work) {
        return Callers.as(platform, () -> {
            T result = transaction.execute(_ -> work.run());
            return Objects.requireNonNull(result);
        });
    }
}
