package yingbao.platform.cases;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.audit.Audit;
import yingbao.platform.flow.Attempt;
import yingbao.platform.flow.Flow;
import yingbao.platform.flow.Measures;
import yingbao.platform.flow.Obstacle;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.notices.Notices;
import yingbao.platform.notices.Objections;
import yingbao.platform.programmes.ExplanationView;
import yingbao.platform.programmes.Packs;
import yingbao.policy.decide.Question;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.Language;

/** Shows a case. */
@Service
class CaseViews {
    private final CaseQueries queries;
    private final DecisionQueries decisions;
    private final ProposalQueries proposals;
    private final CaseFlow caseFlow;
    private final Deciding deciding;
    private final CountedOn countedOn;
    private final CaseFiles files;
    private final Work work;
    private final Notices notices;
    private final Objections objections;
    private final Packs packs;
    private final Workings workings;
    private final Audit audit;
    private final Texts texts;
    private final Today today;

    CaseViews(
            CaseQueries queries,
            DecisionQueries decisions,
            ProposalQueries proposals,
            CaseFlow caseFlow,
            Deciding deciding,
            CountedOn countedOn,
            CaseFiles files,
            Work work,
            Notices notices,
            Objections objections,
            Packs packs,
            Workings workings,
            Audit audit,
            Texts texts,
            Today today) {
        this.queries = queries;
        this.decisions = decisions;
        this.proposals = proposals;
        this.caseFlow = caseFlow;
        this.deciding = deciding;
        this.countedOn = countedOn;
        this.files = files;
        this.work = work;
        this.notices = notices;
        this.objections = objections;
        this.packs = packs;
        this.workings = workings;
        this.audit = audit;
        this.texts = texts;
        this.today = today;
    }

    CaseRow require(CaseId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("cases.unknown"));
    }

    /** A case; that it was looked at is an entry in the log. */
    @Transactional
    CaseView view(CaseId id) {
        CaseRow row = require(id);
        List<CaseQueries.StepRow> steps = queries.steps(id);
        CaseFlow.Told told = caseFlow.told(row, steps);
        Workflow.State state = told.state();
        Optional<ExplanationView> opinion =
                row.closedOn().isPresent() ? Optional.empty() : Optional.of(deciding.opinion(packs.current(), row));
        Optional<EntitlementId> entitlement = decisions.entitlementOf(id);
        audit.record("case.open", Cases.SUBJECT, id.value(), row.area(), Map.of("number", row.number()));
        return new CaseView(
                work.line(packs.current(), row),
                row.version(),
                told.workflow().title(),
                new CaseView.Declared(
                        told.workflow().kin(), row.kinRemark(), told.workflow().authorisation(), row.authorisedOn()),
                row.payee(),
                state.clock()
                        .map(clock -> told.measures().label(clock.parameter()))
                        .orElse(""),
                row.closedOn().isEmpty() && Callers.current().actors().contains(state.actor()),
                stages(told, row),
                form(told, steps),
                papers(row, state, steps.size(), told.workflow().start().equals(row.state())),
                state.requires().stream().map(Workflow.Requirement::title).toList(),
                state.actions().stream()
                        .map(action -> choice(row, told, action, opinion))
                        .toList(),
                steps.stream().map(step -> history(told.workflow(), step)).toList(),
                notices.ofCase(id.value()),
                objections.ofCase(id.value()),
                decisions.decisions(id).stream()
                        .map(decision -> decided(row, decision))
                        .toList(),
                entitlement.map(decisions::decided).orElse(List.of()),
                deciding.givenBeside(row),
                row.closedOn().isEmpty() && entitlement.isEmpty()
                        ? countedOn.undrawn(row, files.of(row, today.date()))
                        : List.of(),
                entitlement.flatMap(proposals::open).map(proposal -> proposal(proposal, row)),
                opinion.map(chinese -> spoken(chinese, row)),
                state.cites().stream().map(packs.current()::cited).toList());
    }

    /** The opinion as the caller reads it; the reasons that it gives to begin a letter with stay Chinese, as the letter is. */
    private ExplanationView spoken(ExplanationView chinese, CaseRow row) {
        Pack spoken = packs.spoken(packs.current());
        return spoken.words().language() == Language.CHINESE ? chinese : deciding.opinion(spoken, row);
    }

    private static List<CaseView.CaseStage> stages(CaseFlow.Told told, CaseRow row) {
        Set<String> left = told.standing().history().stream()
                .map(yingbao.platform.flow.Standing.Done::from)
                .collect(Collectors.toSet());
        return told.workflow().states().values().stream()
                .map(state -> new CaseView.CaseStage(
                        state.id(),
                        state.title(),
                        state.id().equals(row.state()) ? "CURRENT" : left.contains(state.id()) ? "DONE" : "AHEAD"))
                .toList();
    }

    private List<CaseView.FormField> form(CaseFlow.Told told, List<CaseQueries.StepRow> steps) {
        Map<String, Object> last = steps.reversed().stream()
                .filter(step -> step.from().equals(told.standing().state()))
                .findFirst()
                .map(CaseQueries.StepRow::form)
                .orElse(Map.of());
        Flow.Earliest earliest = told.flow().earliest(told.standing());
        String of = earliest.of().orElseGet(() -> texts.text("cases.day-of-application"));
        Optional<CaseView.EarliestDay> first = Optional.of(new CaseView.EarliestDay(earliest.day(), of));
        return told.state().form().stream()
                .map(field -> new CaseView.FormField(
                        field.id(),
                        field.title(),
                        field.kind().name(),
                        field.required(),
                        field.choices(),
                        Optional.ofNullable(last.get(field.id())),
                        first.filter(_ -> field.kind() == Field.Kind.DATE)))
                .toList();
    }

    private List<CaseView.PaperPlace> papers(CaseRow row, Workflow.State state, int visit, boolean start) {
        List<CaseQueries.PaperRow> filed = queries.papers(row.id()).stream()
                .filter(paper -> paper.state().equals(state.id()) && (start || paper.visit() == visit))
                .toList();
        return Stream.concat(state.papers().stream(), state.papersIfAny().stream())
                .map(title -> new CaseView.PaperPlace(
                        title,
                        title,
                        state.papers().contains(title),
                        filed.stream()
                                .filter(paper -> paper.title().equals(title))
                                .map(paper -> new CaseView.FiledPaper(paper.document(), paper.at(), paper.byName()))
                                .toList()))
                .toList();
    }

    private CaseView.ActionView choice(
            CaseRow row, CaseFlow.Told told, Workflow.Action action, Optional<ExplanationView> opinion) {
        Caller caller = Callers.current();
        List<Obstacle> obstacles = new ArrayList<>(told.flow()
                .hindrances(
                        told.standing(),
                        action,
                        new Attempt(action.id(), caller.user(), caller.actors(), Map.of(), "", today.date())));
        action.decides().flatMap(effect -> deciding.hindrance(row, effect)).ifPresent(obstacles::add);
        Workflow.State to = told.workflow().state(action.to());
        boolean refusing = action.remarks() && opinion.isPresent();
        return new CaseView.ActionView(
                action.id(),
                action.title(),
                to.title(),
                to.end(),
                action.free(),
                action.remarks(),
                action.decides().map(Effect::name).orElse(""),
                obstacles.stream()
                        .map(obstacle ->
                                texts.text(obstacle.code(), obstacle.args().toArray()))
                        .toList(),
                refusing && !action.free() ? suggested(opinion.orElseThrow()) : "");
    }

    /** The reasons that the rules give, to begin a refusal in writing with. */
    private static String suggested(ExplanationView opinion) {
        if (!opinion.refusals().isEmpty()) {
            return String.join("；", opinion.refusals());
        }
        return opinion.questions().stream().map(Question::label).distinct().collect(Collectors.joining("、"));
    }

    private static CaseView.HistoryStep history(Workflow workflow, CaseQueries.StepRow step) {
        Optional<Workflow.State> from = Optional.ofNullable(workflow.states().get(step.from()));
        return new CaseView.HistoryStep(
                step.seq(),
                from.map(Workflow.State::title).orElse(step.from()),
                from.flatMap(state -> state.action(step.action()))
                        .map(Workflow.Action::title)
                        .orElse(step.action()),
                Optional.ofNullable(workflow.states().get(step.to()))
                        .map(Workflow.State::title)
                        .orElse(step.to()),
                step.on(),
                step.actorName(),
                step.remarks(),
                CaseFlow.words(workflow, step));
    }

    private CaseView.DecisionView decided(CaseRow of, DecisionQueries.DecisionRow row) {
        return new CaseView.DecisionView(
                row.id(),
                row.number(of),
                row.kind().name(),
                row.on(),
                row.by(),
                row.reason(),
                row.packVersion(),
                row.asOf(),
                row.formerNumber().orElse(""),
                decisions.amounts(row.id()));
    }

    ProposalView proposal(ProposalRow proposal, CaseRow row) {
        CaseLine line = work.line(packs.current(), row);
        return new ProposalView(
                proposal.id(),
                row.id(),
                row.number(),
                row.applicant(),
                line.areaPath(),
                line.programmeTitle(),
                line.stateTitle(),
                proposal.cause(),
                Said.words(proposal.reasons(), texts),
                proposal.kind().name(),
                proposal.fromMonth(),
                proposal.former(),
                proposal.proposed(),
                proposal.formerFen(),
                proposal.proposedFen(),
                proposal.arrearsFen(),
                proposal.madeOn(),
                ChronoUnit.DAYS.between(proposal.madeOn(), today.date()),
                proposal.dueOn(),
                proposal.dueOn()
                        .flatMap(due -> new Measures(packs.current(), row.area()).overdue(due, today.date()))
                        .orElse(0),
                proposal.closing().isEmpty() && mayLeave(row),
                proposal.closing().map(ProposalRow.Closing::state).orElse(ProposalView.State.OPEN),
                proposal.closing().map(this::closed));
    }

    private ProposalView.ProposalClosing closed(ProposalRow.Closing closing) {
        return new ProposalView.ProposalClosing(
                closing.at(),
                closing.by(),
                closing.because().isEmpty() ? closing.remark() : Said.words(closing.because(), texts));
    }

    /** Whether the caller's office looks at what is drawn again, or decides of it; who only applies or checks does not. */
    boolean mayLeave(CaseRow row) {
        Caller caller = Callers.current();
        return caller.may(Right.CASE_ACT.id())
                && packs.current().workflow(row.workflow()).orElseThrow().states().values().stream()
                        .filter(state -> state.onReview().isPresent()
                                || state.actions().stream()
                                        .anyMatch(action -> action.decides().isPresent()))
                        .map(Workflow.State::actor)
                        .anyMatch(caller.actors()::contains);
    }

    /**
     * What a decision rests on.
     *
     * @param facts the frozen facts in words
     * @param trace the frozen explanation; told again where the caller asks for another language
     * @param again whether both come out the same, byte by byte, when they are worked out again
     */
    record DecisionBasis(List<FactLine> facts, tools.jackson.databind.JsonNode trace, boolean again) {}

    /** A frozen fact in words. */
    record FactLine(String about, String label, String value, String source, String since) {}

    /**
     * What a decision rests on, worked out again to see that it comes out the same.
     *
     * @throws Refusal {@code cases.no-basis} for a decision taken before the platform
     */
    @Transactional
    DecisionBasis basis(CaseId id, DecisionId decisionId) {
        CaseRow row = require(id);
        DecisionQueries.DecisionRow decision = decisions.decisions(id).stream()
                .filter(candidate -> candidate.id().equals(decisionId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("cases.unknown"));
        DecisionQueries.Frozen frozen =
                decisions.frozen(id, decisionId).orElseThrow(() -> Refusal.notFound("cases.no-basis"));
        boolean paid = switch (decision.kind()) {
            case GRANT, ADJUST, RESUME -> true;
            case REFUSE, SUSPEND, END -> false;
        };
        Pack kept = packs.version(decision.packVersion());
        Pack spoken = packs.spoken(kept);
        Workings.Worked again = workings.again(kept, frozen.basis(), paid);
        audit.record(
                "case.basis",
                Cases.SUBJECT,
                id.value(),
                row.area(),
                Map.of("number", row.number(), "decision", decisionId.value().toString()));
        return new DecisionBasis(
                new ArrayList<>(FrozenFacts.lines(spoken, workings.present(frozen.basis()))),
                workings.tree(
                        spoken.words().language() == Language.CHINESE
                                ? frozen.trace()
                                : workings.again(spoken, frozen.basis(), paid).trace()),
                again.basis().equals(frozen.basis()) && again.trace().equals(frozen.trace()));
    }
}
