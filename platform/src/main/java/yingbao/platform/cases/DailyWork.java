package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yingbao.platform.areas.Divisions;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Workflow;

/**
 * What happens by itself on a day: reviews that fall due, and limits whose end the workflow gives an action. It is done once
 * a day, soon after a new date is seen, wherever the date came from; stopped midway, it is done again and finds what was left.
 */
@Component
public class DailyWork {
    private static final Logger LOG = LoggerFactory.getLogger(DailyWork.class);

    private final CaseQueries queries;
    private final CaseFlow caseFlow;
    private final Cases cases;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Caller platform;
    private final Texts texts;
    private final Today today;

    DailyWork(
            CaseQueries queries,
            CaseFlow caseFlow,
            Cases cases,
            Jobs jobs,
            TransactionTemplate transaction,
            Divisions divisions,
            Texts texts,
            Today today) {
        this.queries = queries;
        this.caseFlow = caseFlow;
        this.cases = cases;
        this.jobs = jobs;
        this.transaction = transaction;
        this.platform = Caller.platform(divisions.root());
        this.texts = texts;
        this.today = today;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT10S")
    void look() {
        LocalDate day = today.date();
        boolean waits = Callers.as(platform, () -> !queries.isSeenTo(day) && !jobs.seeToDays());
        if (waits) {
            seeTo(day);
        }
    }

    /** Takes every step that falls due by itself on a day, each in a transaction of its own, and then notes the day. */
    public int seeTo(LocalDate day) {
        return Callers.as(platform, () -> {
            List<CaseRow> due = Objects.requireNonNull(transaction.execute(_ -> queries.fallenDue(day)));
            int done = 0;
            for (CaseRow row : due) {
                done += step(row) ? 1 : 0;
            }
            transaction.executeWithoutResult(_ -> queries.noteSeenTo(day));
            return done;
        });
    }

    private boolean step(CaseRow row) {
        Workflow.State state = caseFlow.workflow(row).state(row.state());
        boolean review = row.reviewOn().isPresent() && row.actor().isEmpty();
        Optional<String> action = review ? state.onReview() : state.clock().flatMap(Workflow.Clock::then);
        if (action.isEmpty()) {
            return false;
        }
        String remarks = texts.text(review ? "cases.review-due" : "cases.limit-over");
        try {
            transaction.executeWithoutResult(_ -> queries.hold(row.id())
                    .filter(held -> held.version() == row.version())
                    .ifPresent(held -> cases.byItself(held, action.get(), remarks)));
            return true;
        } catch (Refusal refused) {
            LOG.warn("case {} could not go on by itself: {}", row.number(), refused.getMessage());
            return false;
        }
    }
}
