package yingbao.platform.radar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;

/** Begins runs: when somebody wants one, and by itself once a day, soon after a new date is seen. */
@Service
class Runs {
    private final FindingQueries queries;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Texts texts;
    private final Today today;
    private final Caller platform;

    private Optional<Begun> begun = Optional.empty();

    /**
     * What was begun by itself for a day. Where it failed it is tried again, but neither at once nor for ever.
     *
     * @param again when to see whether it has to be
     */
    record Begun(LocalDate day, int times, Instant again) {
        static final int TIMES_MAX = 3;
        static final Duration WAIT = Duration.ofHours(1);

        /** After one more attempt for a day. */
        static Begun after(Optional<Begun> last, LocalDate day, Instant now) {
            int before = last.filter(some -> some.day().equals(day))
                    .map(Begun::times)
                    .orElse(0);
            return new Begun(day, before + 1, now.plus(WAIT));
        }

        /** Whether nothing is to be done for a day, at least not yet. */
        boolean isOver(LocalDate on, Instant now) {
            return day.equals(on) && (times >= TIMES_MAX || now.isBefore(again));
        }
    }

    Runs(
            FindingQueries queries,
            Jobs jobs,
            TransactionTemplate transaction,
            Audit audit,
            Texts texts,
            Today today,
            Divisions divisions) {
        this.queries = queries;
        this.jobs = jobs;
        this.transaction = transaction;
        this.audit = audit;
        this.texts = texts;
        this.today = today;
        this.platform = Caller.platform(divisions.root());
    }

    /**
     * Lets everybody be looked at now.
     *
     * @throws Refusal {@code radar.under-way} while that is being done
     */
    JobId begin() {
        if (jobs.isUnderWay(RadarJob.KIND)) {
            throw Refusal.conflict("radar.under-way");
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            JobId job = jobs.submit(RadarJob.KIND, texts.text("radar.job"), "/radar", Map.of());
            audit.record("radar.run", "job", job.value(), Callers.current().area(), Map.of());
            return job;
        }));
    }

    @Scheduled(initialDelayString = "${yingbao.radar.look:PT10S}", fixedDelayString = "${yingbao.radar.look:PT10S}")
    void look() {
        LocalDate day = today.date();
        if (begun.filter(last -> last.isOver(day, today.clock())).isEmpty()) {
            Callers.as(platform, () -> seeTo(day));
        }
    }

    private boolean wasStopped(LocalDate day) {
        return jobs.newest(RadarJob.KIND)
                .filter(last -> last.state() == JobView.State.CANCELLED)
                .flatMap(JobView::finishedAt)
                .filter(at -> Today.dayOf(at).equals(day))
                .isPresent();
    }

    /** Begins the run of a day, unless there was one, somebody stopped it, or something else sees to days meanwhile. Tells whether it did. */
    boolean seeTo(LocalDate day) {
        boolean there =
                queries.latest().filter(last -> !last.on().isBefore(day)).isPresent();
        if (!there && (jobs.seeToDays() || jobs.isUnderWay(RadarJob.KIND))) {
            return false;
        }
        // Whoever stopped it does not want it again as soon as they look away; they can begin it themselves.
        there = there || wasStopped(day);
        begun = Optional.of(
                there ? new Begun(day, Begun.TIMES_MAX, today.clock()) : Begun.after(begun, day, today.clock()));
        if (!there) {
            begin();
        }
        return !there;
    }
}
