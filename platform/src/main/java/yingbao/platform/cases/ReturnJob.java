package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.areas.Divisions;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;
import yingbao.platform.registry.HouseholdMoved;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/**
 * Works out anew what a household draws in a county to which it comes back, or which it never left because its move was
 * recorded by mistake. Whoever says so sits in the other county and sees nothing of it, so the platform does it by itself.
 */
@Component
class ReturnJob implements JobWork {
    static final String KIND = "cases.return";

    private final Reassessing reassessing;
    private final DecisionQueries decisions;
    private final TransactionTemplate transaction;
    private final Caller platform;
    private final JsonMapper json;
    private final Texts texts;

    ReturnJob(
            Reassessing reassessing,
            DecisionQueries decisions,
            TransactionTemplate transaction,
            Divisions divisions,
            JsonMapper json,
            Texts texts) {
        this.reassessing = reassessing;
        this.decisions = decisions;
        this.transaction = transaction;
        this.platform = Caller.platform(divisions.root());
        this.json = json;
        this.texts = texts;
    }

    /** Who came back where, and the first day on which they had lived elsewhere. */
    record Order(UUID household, AreaCode to, LocalDate on) {}

    /** Plans the job where a household comes into a county. */
    @Component
    static class Planning {
        private final Jobs jobs;
        private final Divisions divisions;
        private final Texts texts;

        Planning(Jobs jobs, Divisions divisions, Texts texts) {
            this.jobs = jobs;
            this.divisions = divisions;
            this.texts = texts;
        }

        @EventListener
        void moved(HouseholdMoved moved) {
            if (!county(moved.from()).equals(county(moved.to()))) {
                jobs.submit(
                        KIND,
                        texts.text("cases.job-came-back"),
                        "/proposals",
                        new Order(moved.household().value(), moved.to(), moved.on()));
            }
        }

        private Optional<AreaCode> county(AreaCode area) {
            return divisions.within(AreaLevel.COUNTY, area);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        Order order = json.readValue(payload, Order.class);
        Reassessing.Cause cause = new Reassessing.Cause(
                ProposalView.FACTS, List.of(Said.of("cases.came-back", order.on())), order.on(), Optional.empty());
        Callers.as(platform, () -> {
            transaction.executeWithoutResult(_ -> {
                List<DecisionQueries.EntitlementRow> rows = decisions.running(List.of(order.household())).stream()
                        .filter(row -> AreaScope.of(row.county()).contains(order.to()))
                        .toList();
                reassessing.compare(rows, cause);
            });
            return id;
        });
        return texts.text("cases.job-came-back-done");
    }
}
