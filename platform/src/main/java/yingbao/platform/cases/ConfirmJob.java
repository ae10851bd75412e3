package yingbao.platform.cases;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.Texts;

/** Decides the adjustments of a confirmed batch. Begun again, it goes on with those that are still open. */
@Component
class ConfirmJob implements JobWork {
    static final String KIND = "cases.confirm";
    private static final int AT_ONCE = 100;

    private final ProposalQueries proposals;
    private final Confirming confirming;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Texts texts;

    ConfirmJob(
            ProposalQueries proposals,
            Confirming confirming,
            TransactionTemplate transaction,
            JsonMapper json,
            Texts texts) {
        this.proposals = proposals;
        this.confirming = confirming;
        this.transaction = transaction;
        this.json = json;
        this.texts = texts;
    }

    /** Which batch, and why everything of it is decided. */
    record Order(UUID batch, String reason) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        Order order = json.readValue(payload, Order.class);
        long total = Objects.requireNonNull(transaction.execute(_ -> proposals.countOfBatch(order.batch())));
        long done = 0;
        long left = 0;
        while (true) {
            List<Boolean> decided = Objects.requireNonNull(transaction.execute(
                    _ -> proposals.adjustable(order.batch(), AT_ONCE).stream()
                            .map(row -> confirming.confirm(row, order.reason()))
                            .toList()));
            if (decided.isEmpty()) {
                break;
            }
            left += decided.stream().filter(changed -> !changed).count();
            done += decided.size();
            progress.report(done, total);
        }
        return texts.text("cases.job-confirmed", done - left, left);
    }
}
