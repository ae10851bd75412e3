package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;

/**
 * Compares many entitlements with what the rules say now, a few hundred in each transaction. Begun again, it finds the same:
 * a proposal takes the place of the one before it.
 */
@Component
class ReassessJob implements JobWork {
    static final String KIND = "cases.reassess";
    private static final int AT_ONCE = 300;

    private final Reassessing reassessing;
    private final DecisionQueries decisions;
    private final BatchQueries batches;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Texts texts;

    ReassessJob(
            Reassessing reassessing,
            DecisionQueries decisions,
            BatchQueries batches,
            TransactionTemplate transaction,
            JsonMapper json,
            Texts texts) {
        this.reassessing = reassessing;
        this.decisions = decisions;
        this.batches = batches;
        this.transaction = transaction;
        this.json = json;
        this.texts = texts;
    }

    /**
     * What to compare.
     *
     * @param households those of an import; empty for all where the batch's standard holds
     * @param text the reason in words, of a job that was planned before reasons were kept as codes
     */
    record Order(
            List<UUID> households,
            Optional<UUID> batch,
            Optional<String> text,
            Optional<List<Said>> reasons,
            LocalDate from) {
        static Order of(List<UUID> households, Optional<UUID> batch, Said reason, LocalDate from) {
            return new Order(households, batch, Optional.empty(), Optional.of(List.of(reason)), from);
        }

        List<Said> because() {
            return reasons.orElseGet(() -> text.map(Said::asIs).stream().toList());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        Order order = json.readValue(payload, Order.class);
        Reassessing.Tally tally = order.batch().isPresent()
                ? ofStandard(order, order.batch().get(), progress)
                : ofImport(order, progress);
        return texts.text("cases.job-compared", tally.proposed(), tally.unchanged(), tally.undetermined());
    }

    private Reassessing.Tally ofImport(Order order, JobProgress progress) {
        Reassessing.Cause cause =
                new Reassessing.Cause(ProposalView.FACTS, order.because(), order.from(), Optional.empty());
        Reassessing.Tally tally = new Reassessing.Tally(0, 0, 0);
        for (int first = 0; first < order.households().size(); first += AT_ONCE) {
            List<UUID> some = order.households()
                    .subList(first, Math.min(first + AT_ONCE, order.households().size()));
            tally = tally.plus(inOne(() -> reassessing.compare(decisions.running(some), cause)));
            progress.report(first + some.size(), order.households().size());
        }
        return tally;
    }

    private Reassessing.Tally ofStandard(Order order, UUID batch, JobProgress progress) {
        Reassessing.Cause cause =
                new Reassessing.Cause(ProposalView.STANDARD, order.because(), order.from(), Optional.of(batch));
        AreaScope scope = inOne(() -> batches.batch(batch)
                .map(row -> AreaScope.of(row.area()).intersect(Callers.current().scope()))
                .orElseThrow());
        Reassessing.Tally tally = new Reassessing.Tally(0, 0, 0);
        UUID after = new UUID(0, 0);
        long done = 0;
        while (true) {
            UUID begin = after;
            List<DecisionQueries.EntitlementRow> rows = inOne(() -> decisions.runningAfter(scope, begin, AT_ONCE));
            if (rows.isEmpty()) {
                break;
            }
            tally = tally.plus(inOne(() -> reassessing.compare(rows, cause)));
            after = rows.getLast().id().value();
            done += rows.size();
            progress.report(done, 0);
        }
        Reassessing.Tally whole = tally;
        inOne(() -> {
            batches.ready(batch, whole.unchanged(), whole.undetermined());
            return batch;
        });
        return tally;
    }

    private <T> T inOne(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
