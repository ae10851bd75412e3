package yingbao.platform.radar;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.areas.Divisions;
import yingbao.platform.cases.OpenCases;
import yingbao.platform.jobs.JobCancelled;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Today;
import yingbao.platform.population.Populations;
import yingbao.platform.population.Taken;
import yingbao.platform.programmes.Packs;
import yingbao.policy.batch.BatchEngine;
import yingbao.policy.batch.Watch;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/** Looks at everybody, and writes whom it found. */
@Service
class Radar {
    private final Populations populations;
    private final OpenCases cases;
    private final Packs packs;
    private final FindingQueries queries;
    private final TransactionTemplate transaction;
    private final Caller platform;
    private final Today today;

    Radar(
            Populations populations,
            OpenCases cases,
            Packs packs,
            FindingQueries queries,
            TransactionTemplate transaction,
            Divisions divisions,
            Today today) {
        this.populations = populations;
        this.cases = cases;
        this.packs = packs;
        this.queries = queries;
        this.transaction = transaction;
        this.platform = Caller.platform(divisions.root());
        this.today = today;
    }

    /**
     * Takes the register as it is now, and looks at it.
     *
     * @param progress is told of households, each of which is taken and then looked at
     * @throws JobCancelled when it is stopped; nothing was written then
     */
    FindingQueries.RunRow run(JobProgress progress) {
        String by = Callers.current().name();
        return Callers.as(platform, () -> {
            long expected = populations
                    .latest()
                    .map(before -> before.population().households())
                    .orElse(0);
            Taken taken = populations.take(
                    (done, _) -> progress.report(done, expected == 0 ? 0 : done + Math.max(expected, done)));
            return look(taken, by, progress);
        });
    }

    private static Set<String> yearly(Pack pack) {
        return pack.programmes().stream()
                .filter(programme -> programme.pay() == Programme.Pay.YEARLY)
                .map(Programme::id)
                .collect(Collectors.toSet());
    }

    /** Looks at the register as it was taken. */
    private FindingQueries.RunRow look(Taken taken, String by, JobProgress progress) {
        Pack pack = packs.current();
        List<OpenCases.OpenCase> open = cases.all(YearMonth.from(taken.on()).plusMonths(1), yearly(pack));
        BatchEngine engine = BatchEngine.compile(pack, taken.on(), taken.population());
        Reporting reporting = new Reporting(progress);
        List<Finding> found = engine.decide(new Looking(pack, taken.population(), open), reporting)
                .orElseThrow(JobCancelled::new);
        return Objects.requireNonNull(transaction.execute(_ -> {
            queries.hold();
            queries.bring(found);
            FindingQueries.Written written = queries.write(taken.on(), today.instant());
            FindingQueries.RunRow run = new FindingQueries.RunRow(
                    today.newId(),
                    taken.on(),
                    pack.version(),
                    taken.at(),
                    today.clock(),
                    by,
                    taken.population().households(),
                    taken.population().persons(),
                    written.opened(),
                    written.kept(),
                    written.gone());
            queries.insert(run);
            // The last moment at which it can be stopped.
            long all = 2L * taken.population().households();
            progress.report(all, all);
            return run;
        }));
    }

    /** Looks at what was taken last, which spares taking it. */
    FindingQueries.RunRow again(Taken taken, JobProgress progress) {
        return Callers.as(platform, () -> look(taken, platform.name(), progress));
    }

    /** Passes on how far deciding is; several threads tell it, and one at a time is listened to. */
    private static final class Reporting implements Watch {
        private final JobProgress progress;
        private boolean stopped;

        Reporting(JobProgress progress) {
            this.progress = progress;
        }

        @Override
        public synchronized boolean isStopped() {
            return stopped;
        }

        @Override
        public synchronized void at(long households, long ofAll) {
            try {
                progress.report(ofAll + households, 2 * ofAll);
            } catch (JobCancelled cancelled) {
                stopped = true;
            }
        }
    }
}
