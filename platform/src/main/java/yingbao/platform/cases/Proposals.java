package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.platform.programmes.RulesPublished;
import yingbao.platform.programmes.StandardConfirmed;
import yingbao.platform.registry.FactsChanged;
import yingbao.platform.registry.FactsImported;
import yingbao.platform.registry.HouseholdId;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Proposes what a changed fact or standard would change; only somebody's decision changes anything. */
@Service
public class Proposals {
    private static final int BATCHES_SHOWN = 50;

    private final ProposalQueries queries;
    private final BatchQueries batches;
    private final DecisionQueries decisions;
    private final CaseViews views;
    private final Reassessing reassessing;
    private final Packs packs;
    private final Divisions divisions;
    private final Jobs jobs;
    private final Audit audit;
    private final Texts texts;
    private final Today today;

    Proposals(
            ProposalQueries queries,
            BatchQueries batches,
            DecisionQueries decisions,
            CaseViews views,
            Reassessing reassessing,
            Packs packs,
            Divisions divisions,
            Jobs jobs,
            Audit audit,
            Texts texts,
            Today today) {
        this.queries = queries;
        this.batches = batches;
        this.decisions = decisions;
        this.views = views;
        this.reassessing = reassessing;
        this.packs = packs;
        this.divisions = divisions;
        this.jobs = jobs;
        this.audit = audit;
        this.texts = texts;
        this.today = today;
    }

    /** A changed fact proposes, in its own transaction, what it would change for whoever draws something. */
    @EventListener
    void changed(FactsChanged changed) {
        List<DecisionQueries.EntitlementRow> rows =
                decisions.running(List.of(changed.household().value()));
        if (!rows.isEmpty()) {
            reassessing.compare(
                    rows,
                    new Reassessing.Cause(
                            ProposalView.FACTS, List.of(said(changed)), changed.from(), Optional.empty()));
        }
    }

    private Said said(FactsChanged changed) {
        if (changed.facts().contains("area")) {
            return Said.of("cases.moved", changed.from());
        }
        Pack pack = packs.current();
        Holder holder = changed.person().isPresent() ? Holder.PERSON : Holder.HOUSEHOLD;
        String labels = pack.catalogue().facts(holder).stream()
                .filter(fact -> changed.facts().contains(fact.symbol().name()))
                .map(fact -> fact.symbol().label())
                .collect(Collectors.joining("、"));
        return labels.isEmpty()
                ? Said.of("cases.members-changed", changed.from())
                : Said.of("cases.facts-changed", labels, changed.from());
    }

    /** An import is compared in a job of its own, and only where somebody of it draws something. */
    @EventListener
    void imported(FactsImported imported) {
        List<UUID> drawing = decisions
                .running(imported.households().stream().map(HouseholdId::value).toList())
                .stream()
                .map(row -> row.household().value())
                .distinct()
                .toList();
        if (!drawing.isEmpty()) {
            jobs.submit(
                    ReassessJob.KIND,
                    texts.text("cases.job-import"),
                    "/proposals",
                    ReassessJob.Order.of(
                            drawing,
                            Optional.empty(),
                            Said.of("cases.import-changed", imported.from()),
                            imported.from()));
        }
    }

    /** A confirmed standard is compared with everything drawn where it holds. */
    @EventListener
    void confirmed(StandardConfirmed standard) {
        String label = packs.current()
                .parameter(standard.parameter())
                .map(parameter -> parameter.symbol().label())
                .orElse(standard.parameter());
        Said reason = Said.of("cases.standard-changed", divisions.name(standard.area()), label, standard.from());
        // Each county confirms for itself, wherever the standard was set.
        for (AreaCode county : decisions.drawingCounties(AreaScope.of(standard.area()))) {
            propose(standard.parameter(), county, standard.from(), label, reason);
        }
    }

    /** Changed rules are compared with everything drawn; such a batch is called as the draft of the rules was. */
    @EventListener
    void published(RulesPublished rules) {
        Said reason = Said.of("cases.rules-changed", rules.title(), rules.from());
        for (AreaCode county : decisions.drawingCounties(AreaScope.EVERYWHERE)) {
            propose(rules.title(), county, rules.from(), rules.title(), reason);
        }
    }

    private void propose(String what, AreaCode county, LocalDate from, String label, Said reason) {
        UUID id = today.newId();
        batches.insert(id, what, county, from, List.of(reason), today.instant());
        jobs.submit(
                ReassessJob.KIND,
                texts.text("cases.job-standard", label),
                "/proposals/batch/" + id,
                ReassessJob.Order.of(List.of(), Optional.of(id), reason, from));
    }

    /**
     * Proposals that changed facts made in the caller's area: those that wait, the overdue first and then the oldest, or
     * those of which something became, the latest first.
     */
    @Transactional(readOnly = true)
    public Page<ProposalView> list(ProposalView.State state, int offset, int size) {
        AreaScope scope = Callers.current().scope();
        if (state != ProposalView.State.OPEN) {
            return new Page<>(
                    queries.closed(scope, state, Math.max(0, offset), Page.bounded(size)).stream()
                            .map(this::view)
                            .toList(),
                    queries.countClosed(scope, state));
        }
        return new Page<>(
                queries.single(scope, today.date(), Math.max(0, offset), Page.bounded(size)).stream()
                        .map(this::view)
                        .toList(),
                queries.countSingle(scope, today.date()).all());
    }

    private ProposalView view(ProposalRow row) {
        return views.proposal(row, views.require(row.caseId()));
    }

    /**
     * Leaves something as it is, for a reason in writing.
     *
     * @throws Refusal {@code cases.proposal-gone}, {@code cases.proposal-office}, {@code cases.remark-missing}
     */
    @Transactional
    public void drop(ProposalId id, String remark) {
        ProposalRow row = queries.find(id).orElseThrow(() -> Refusal.conflict("cases.proposal-gone"));
        if (!views.mayLeave(views.require(row.caseId()))) {
            throw Refusal.forbidden("cases.proposal-office");
        }
        if (remark.isBlank()) {
            throw Refusal.at("/remark", "cases.remark-missing");
        }
        queries.close(id, ProposalView.State.DROPPED, Callers.current().name(), remark.strip(), today.instant());
        audit.record(
                "proposal.drop",
                Cases.SUBJECT,
                row.caseId().value(),
                row.area(),
                Map.of("proposal", id.value().toString()));
    }

    /** What confirmed standards would change in the caller's area, newest first. */
    @Transactional(readOnly = true)
    public List<BatchView> batches() {
        return batches.batches(Callers.current().scope(), BATCHES_SHOWN).stream()
                .map(this::view)
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Refusal {@code cases.batch-unknown}
     */
    @Transactional(readOnly = true)
    public BatchView batch(UUID id) {
        return view(requireBatch(id));
    }

    private BatchQueries.BatchRow requireBatch(UUID id) {
        return batches.batch(id).orElseThrow(() -> Refusal.notFound("cases.batch-unknown"));
    }

    private BatchView view(BatchQueries.BatchRow row) {
        return new BatchView(
                row.id(),
                packs.current()
                        .parameter(row.parameter())
                        .map(parameter -> parameter.symbol().label())
                        .orElse(row.parameter()),
                divisions.path(row.area()),
                row.from(),
                Said.words(row.reasons(), texts),
                row.state().name(),
                row.affected(),
                row.adjustable(),
                row.unchanged(),
                row.undetermined(),
                queries.countOfBatch(row.id()),
                row.formerFen(),
                row.proposedFen(),
                row.arrearsFen(),
                row.madeAt(),
                row.decidedAt(),
                row.decidedBy());
    }

    /** The proposals of a batch that still wait, the greatest change first. */
    @Transactional(readOnly = true)
    public Page<ProposalView> ofBatch(UUID id, int offset, int size) {
        requireBatch(id);
        return new Page<>(
                queries.ofBatch(id, Math.max(0, offset), Page.bounded(size)).stream()
                        .map(this::view)
                        .toList(),
                queries.countOfBatch(id));
    }

    /**
     * Confirms a batch: decides every adjustment of it, in a job. What would end something stays and goes step by step.
     *
     * @throws Refusal {@code cases.batch-unknown}, {@code cases.batch-decided}, {@code cases.not-county}
     */
    @Transactional
    public JobId confirm(UUID id) {
        BatchQueries.BatchRow row = decide(id, BatchQueries.State.CONFIRMED);
        audit.record("batch.confirm", "batch", id, row.area(), Map.of("affected", Integer.toString(row.affected())));
        return jobs.submit(
                ConfirmJob.KIND,
                Said.words(row.reasons(), texts),
                "/proposals/batch/" + id,
                new ConfirmJob.Order(id, Said.onPaper(row.reasons(), texts)));
    }

    /** Leaves everything of a batch as it is. */
    @Transactional
    public void dropBatch(UUID id) {
        BatchQueries.BatchRow row = decide(id, BatchQueries.State.DROPPED);
        batches.drop(id, today.instant());
        audit.record("batch.drop", "batch", id, row.area(), Map.of("affected", Integer.toString(row.affected())));
    }

    private BatchQueries.BatchRow decide(UUID id, BatchQueries.State state) {
        BatchQueries.BatchRow row = requireBatch(id);
        Caller caller = Callers.current();
        if (!caller.may(Right.CASE_ACT.id()) || !caller.may(Right.STANDARD_CONFIRM.id())) {
            throw Refusal.forbidden("cases.not-county");
        }
        if (row.state() != BatchQueries.State.OPEN || !batches.close(id, state, caller.name(), today.instant())) {
            throw Refusal.conflict("cases.batch-decided");
        }
        return row;
    }
}
