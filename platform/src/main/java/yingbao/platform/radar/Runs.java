package yingbao.platform.radar;

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

    /** The day for which one was begun; where it failed, it is not tried again and again. */
    private Optional<LocalDate> begun = Optional.empty();

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
        if (!begun.equals(Optional.of(day))) {
            Callers.as(platform, () -> seeTo(day));
        }
    }

    /** Begins the run of a day, unless there was one or something else sees to days meanwhile. Tells whether it did. */
    boolean seeTo(LocalDate day) {
        boolean there =
                queries.latest().filter(last -> !last.on().isBefore(day)).isPresent();
        if (!there && (jobs.seeToDays() || jobs.isUnderWay(RadarJob.KIND))) {
            return false;
        }
        begun = Optional.of(day);
        if (!there) {
            begin();
        }
        return !there;
    }
}
