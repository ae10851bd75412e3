package yingbao.platform.trials;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.population.Populations;
import yingbao.platform.population.Taken;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Works a scenario out over all its months, and keeps what came of it. */
@Component
class YearsJob implements JobWork {
    static final String KIND = "trials.years";

    private final TrialQueries queries;
    private final Populations populations;
    private final Packs packs;
    private final Trying trying;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Texts texts;
    private final Today today;

    YearsJob(
            TrialQueries queries,
            Populations populations,
            Packs packs,
            Trying trying,
            TransactionTemplate transaction,
            JsonMapper json,
            Texts texts,
            Today today) {
        this.queries = queries;
        this.populations = populations;
        this.packs = packs;
        this.trying = trying;
        this.transaction = transaction;
        this.json = json;
        this.texts = texts;
        this.today = today;
    }

    /** Which scenario. */
    record Order(ScenarioId scenario) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        Order order = json.readValue(payload, Order.class);
        ScenarioView.Row row = transaction.execute(
                _ -> queries.find(order.scenario(), Callers.current().scope())
                        .orElseThrow(() -> Refusal.notFound("trials.unknown")));
        Taken taken = populations.latest().orElseThrow(() -> Refusal.conflict("trials.no-register"));
        Pack pack = packs.current();
        Tried tried = trying.tried(row.asked());
        AreaScope scope = Trials.scope(row.asked(), AreaScope.of(new AreaCode(row.areaCode())));
        YearsAnswer answer = new Years(tried, taken, scope).answer(row.asked(), pack.version(), progress);
        transaction.executeWithoutResult(_ -> queries.keep(row, answer, today.instant()));
        return texts.text("trials.job-years-done", row.name());
    }
}
