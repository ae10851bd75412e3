package yingbao.platform.demo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;

/** Takes steps once: what was done before is left out, and what is refused is noted and does not stop the rest. */
@Component
class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final StepQueries queries;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Texts texts;
    private final Map<String, StepQueries.Outcome> outcomes = new ConcurrentHashMap<>();

    Steps(StepQueries queries, TransactionTemplate transaction, Today today, Texts texts) {
        this.queries = queries;
        this.transaction = transaction;
        this.today = today;
        this.texts = texts;
    }

    /** Learns what was done before. */
    void recall() {
        outcomes.clear();
        outcomes.putAll(queries.all());
    }

    boolean isDone(String name) {
        return outcomes.containsKey(name);
    }

    /** What a step that was done left for later ones. */
    Optional<String> result(String name) {
        return Optional.ofNullable(outcomes.get(name))
                .filter(StepQueries.Outcome::done)
                .map(StepQueries.Outcome::result);
    }

    long done() {
        return outcomes.values().stream().filter(StepQueries.Outcome::done).count();
    }

    long refused() {
        return outcomes.size() - done();
    }

    /** Takes a step, on its day and on behalf of whose it is, unless that was done before. */
    void take(Step step) {
        if (isDone(step.name())) {
            return;
        }
        if (!today.date().equals(step.on())) {
            today.moveTo(step.on());
        }
        StepQueries.Outcome outcome = Callers.as(step.caller(), () -> outcome(step));
        outcomes.put(step.name(), outcome);
    }

    private StepQueries.Outcome outcome(Step step) {
        if (step.after().filter(other -> result(other).isEmpty()).isPresent()) {
            return noted(step, new StepQueries.Outcome("", "-"));
        }
        try {
            if (step.alone()) {
                return noted(step, new StepQueries.Outcome(step.deed().run(), ""));
            }
            return java.util.Objects.requireNonNull(transaction.execute(
                    _ -> keep(step, new StepQueries.Outcome(step.deed().run(), ""))));
        } catch (Refusal refusal) {
            String why = texts.text(refusal.code(), refusal.args().toArray());
            LOG.warn("the demonstration could not do {}: {}", step.name(), why);
            return noted(step, new StepQueries.Outcome("", why));
        }
    }

    private StepQueries.Outcome noted(Step step, StepQueries.Outcome outcome) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> keep(step, outcome)));
    }

    private StepQueries.Outcome keep(Step step, StepQueries.Outcome outcome) {
        queries.insert(step.name(), step.on(), outcome, today.instant());
        return outcome;
    }
}
