package yingbao.platform.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.flow.Measures;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Today;
import yingbao.platform.notices.Objections;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.AreaCode;

/** Tells what waits for whom. */
@Service
public class Work {
    private final WorkQueries queries;
    private final ProposalQueries proposals;
    private final Objections objections;
    private final CaseFlow caseFlow;
    private final Packs packs;
    private final Divisions divisions;
    private final Today today;

    Work(
            WorkQueries queries,
            ProposalQueries proposals,
            Objections objections,
            CaseFlow caseFlow,
            Packs packs,
            Divisions divisions,
            Today today) {
        this.queries = queries;
        this.proposals = proposals;
        this.objections = objections;
        this.caseFlow = caseFlow;
        this.packs = packs;
        this.divisions = divisions;
        this.today = today;
    }

    /**
     * What a list is narrowed to.
     *
     * @param area twelve digits or fewer; empty for the caller's whole area
     * @param step {@code workflow/state}; empty for all
     * @param standing {@code open}, {@code drawn} or {@code closed}; empty for all
     * @param text begin of a name, or of the number of a case or household
     */
    public record Filter(
            String area,
            String step,
            String programme,
            String standing,
            String text,
            boolean waiting,
            boolean overdue) {
        /** Nothing left out of what waits for the caller. */
        public static Filter none() {
            return new Filter("", "", "", "", "", false, false);
        }
    }

    /**
     * A step with how many cases stand there.
     *
     * @param step {@code workflow/state}
     * @param todo how many can be acted in
     * @param waiting how many wait for a notice to be over
     * @param overdue how many of those to do are overdue
     */
    public record QueueStep(String step, String title, String workflowTitle, long todo, long waiting, long overdue) {}

    /**
     * What waits for the caller, counted.
     *
     * @param proposals what changed facts propose
     * @param proposalsOverdue how many of them should have been looked at
     */
    public record QueueSummary(
            List<QueueStep> steps,
            long todo,
            long waiting,
            long overdue,
            long proposals,
            long proposalsOverdue,
            long objections) {}

    /** What the caller must do, the most overdue first. */
    @Transactional(readOnly = true)
    public Page<CaseLine> queue(Filter filter, int offset, int size) {
        return new Page<>(queueRows(filter, offset, size), queries.countQueue(wanted(filter)));
    }

    /** The same, not counted. */
    @Transactional(readOnly = true)
    List<CaseLine> queueRows(Filter filter, int offset, int size) {
        return lines(queries.queue(wanted(filter), Math.max(0, offset), Page.bounded(size)));
    }

    /** All cases that the caller may see. */
    @Transactional(readOnly = true)
    public Page<CaseLine> all(Filter filter, int offset, int size) {
        WorkQueries.Wanted wanted = wanted(filter);
        return new Page<>(
                lines(queries.all(wanted, Math.max(0, offset), Page.bounded(size))), queries.countAll(wanted));
    }

    /** How much waits for the caller, by step in the order of the workflows. */
    @Transactional(readOnly = true)
    public QueueSummary summary() {
        Map<String, List<WorkQueries.StepCount>> counted = new HashMap<>();
        for (WorkQueries.StepCount count : queries.counts(wanted(Filter.none()))) {
            counted.computeIfAbsent(count.workflow() + "/" + count.state(), _ -> new ArrayList<>())
                    .add(count);
        }
        List<QueueStep> steps = new ArrayList<>();
        for (Workflow workflow : packs.current().workflows().values()) {
            for (Workflow.State state : workflow.states().values()) {
                String step = workflow.id() + "/" + state.id();
                Optional.ofNullable(counted.get(step))
                        .ifPresent(counts -> steps.add(step(step, workflow, state, counts)));
            }
        }
        ProposalQueries.Waiting changes =
                proposals.countSingle(Callers.current().scope(), today.date());
        return new QueueSummary(
                steps,
                steps.stream().mapToLong(QueueStep::todo).sum(),
                steps.stream().mapToLong(QueueStep::waiting).sum(),
                steps.stream().mapToLong(QueueStep::overdue).sum(),
                changes.all(),
                changes.overdue(),
                objections.list(false, 0, 1).total());
    }

    private static QueueStep step(
            String step, Workflow workflow, Workflow.State state, List<WorkQueries.StepCount> counts) {
        long todo = 0;
        long waiting = 0;
        long overdue = 0;
        for (WorkQueries.StepCount count : counts) {
            todo += count.waiting() ? 0 : count.cases();
            waiting += count.waiting() ? count.cases() : 0;
            overdue += count.waiting() ? 0 : count.overdue();
        }
        return new QueueStep(step, state.title(), workflow.title(), todo, waiting, overdue);
    }

    private WorkQueries.Wanted wanted(Filter filter) {
        Caller caller = Callers.current();
        AreaScope scope = filter.area().isBlank()
                ? caller.scope()
                : caller.scope().intersect(AreaScope.of(AreaCode.parse(filter.area())));
        return new WorkQueries.Wanted(
                scope,
                caller.actors(),
                filter.waiting(),
                filter.overdue(),
                filter.step(),
                filter.programme(),
                filter.standing(),
                filter.text().strip(),
                today.date());
    }

    List<CaseLine> lines(List<CaseRow> rows) {
        Pack pack = packs.current();
        return rows.stream().map(row -> line(pack, row)).toList();
    }

    CaseLine line(Pack pack, CaseRow row) {
        Workflow workflow = pack.workflow(row.workflow()).orElseThrow();
        Optional<Workflow.State> state = Optional.ofNullable(workflow.states().get(row.state()));
        Measures measures = new Measures(pack, row.area());
        return new CaseLine(
                row.id(),
                row.number(),
                row.programme(),
                caseFlow.programmeTitle(row.programme(), row.appliedOn()),
                row.household(),
                row.person(),
                row.householdNumber(),
                row.applicant(),
                row.area().digits(),
                divisions.shortPath(row.area()),
                row.workflow() + "/" + row.state(),
                state.map(Workflow.State::title).orElse(row.state()),
                row.actor()
                        .map(actor -> workflow.actors().getOrDefault(actor, actor))
                        .orElse(""),
                row.since(),
                row.readyOn(),
                row.dueOn(),
                row.dueOn()
                        .filter(_ -> row.closedOn().isEmpty())
                        .flatMap(due -> measures.overdue(due, today.date()))
                        .orElse(0),
                row.appliedOn(),
                row.closedOn(),
                row.reviewOn(),
                row.kin());
    }
}
