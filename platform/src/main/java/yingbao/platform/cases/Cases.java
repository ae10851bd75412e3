package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.documents.DocumentId;
import yingbao.platform.flow.Attempt;
import yingbao.platform.flow.Entry;
import yingbao.platform.flow.Flow;
import yingbao.platform.flow.Obstacle;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.notices.Notices;
import yingbao.platform.notices.ObjectionId;
import yingbao.platform.notices.ObjectionView;
import yingbao.platform.notices.Objections;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.Register;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Money;

/** Opens cases and takes their steps. */
@Service
public class Cases {
    static final String SUBJECT = "case";
    private static final int REMARKS_MAX = 2000;

    private final CaseQueries queries;
    private final CaseFlow caseFlow;
    private final CaseFiles files;
    private final Register register;
    private final Deciding deciding;
    private final Applications applications;
    private final Doubled doubled;
    private final TakeOver takeOver;
    private final Notices notices;
    private final Objections objections;
    private final Packs packs;
    private final Divisions divisions;
    private final Audit audit;
    private final Texts texts;
    private final Today today;
    private final ApplicationEventPublisher events;

    Cases(
            CaseQueries queries,
            CaseFlow caseFlow,
            CaseFiles files,
            Register register,
            Deciding deciding,
            Applications applications,
            Doubled doubled,
            TakeOver takeOver,
            Notices notices,
            Objections objections,
            Packs packs,
            Divisions divisions,
            Audit audit,
            Texts texts,
            Today today,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.caseFlow = caseFlow;
        this.files = files;
        this.register = register;
        this.deciding = deciding;
        this.applications = applications;
        this.doubled = doubled;
        this.takeOver = takeOver;
        this.notices = notices;
        this.objections = objections;
        this.packs = packs;
        this.divisions = divisions;
        this.audit = audit;
        this.texts = texts;
        this.today = today;
        this.events = events;
    }

    /**
     * Opens a case with an application, which anybody whose office it is may enter for the family.
     *
     * @throws Refusal {@code cases.household-unknown}, {@code cases.programme-not-in-force} (the programme, the day),
     *     {@code cases.person-missing}, {@code cases.person-unknown}, {@code cases.applied-later},
     *     {@code cases.authorisation-missing}, {@code cases.kin-missing}, {@code cases.open-already} (the number)
     */
    @Transactional
    public CaseId apply(NewCase application) {
        LocalDate on = today.date();
        Pack pack = packs.current();
        HouseholdFile file = register.find(application.household(), on)
                .orElseThrow(() -> Refusal.notFound("cases.household-unknown"));
        Programme version = applications.check(pack, application, file, on);
        Workflow workflow = pack.workflow(version.workflow()).orElseThrow();
        queries.open(application.household(), application.programme(), application.person())
                .ifPresent(number -> {
                    throw Refusal.conflict("cases.open-already", version.title(), number);
                });
        Workflow.State start = workflow.state(workflow.start());
        String applicant = applications.applicant(application, file);
        AreaCode county = divisions.within(AreaLevel.COUNTY, file.area()).orElse(file.area());
        Flow.Arrival arrival =
                new Flow(workflow, new yingbao.platform.flow.Measures(pack, file.area())).arrive(start.id(), on);
        CaseRow row = new CaseRow(
                new CaseId(today.newId()),
                queries.nextNumber(county, on.getYear(), 1),
                county,
                application.programme(),
                workflow.id(),
                application.household(),
                application.person(),
                file.area(),
                file.number(),
                applicant,
                start.id(),
                Optional.of(start.actor()),
                on,
                arrival.readyOn(),
                arrival.dueOn(),
                on,
                application.appliedOn(),
                Optional.empty(),
                application.kin(),
                application.kinRemark().strip(),
                application.authorisedOn(),
                application.payee().isBlank() ? applicant : application.payee().strip(),
                Optional.empty(),
                0);
        try {
            queries.insert(row);
        } catch (DuplicateKeyException openedMeanwhile) {
            throw Refusal.conflict("cases.open-already", version.title(), "");
        }
        record("case.apply", row, Map.of("number", row.number(), "programme", row.programme()));
        events.publishEvent(new CaseOpened(row.id(), row.programme(), row.household(), row.person()));
        return row.id();
    }

    /**
     * Takes a step.
     *
     * @throws Refusal {@code cases.unknown}, {@code cases.changed}, what {@link Flow#take} finds in the way, or what stands
     *     in the way of a decision
     */
    @Transactional
    public void act(CaseId id, Act act) {
        CaseRow row = hold(id);
        if (act.version().isPresent() && act.version().getAsInt() != row.version()) {
            throw Refusal.conflict("cases.changed");
        }
        if (act.remarks().length() > REMARKS_MAX) {
            throw Refusal.at("/remarks", "cases.remarks-long", REMARKS_MAX);
        }
        Caller caller = Callers.current();
        step(
                row,
                new Attempt(
                        act.action(),
                        caller.user(),
                        caller.actors(),
                        act.form(),
                        act.remarks().strip(),
                        today.date()));
    }

    /** Takes a step that happens by itself, such as a review that falls due. */
    void byItself(CaseRow row, String action, String remarks) {
        step(row, Attempt.byItself(action, remarks, today.date()));
    }

    private CaseRow hold(CaseId id) {
        return queries.hold(id).orElseThrow(() -> Refusal.notFound("cases.unknown"));
    }

    private void step(CaseRow row, Attempt attempt) {
        List<CaseQueries.StepRow> before = queries.steps(row.id());
        CaseFlow.Told told = caseFlow.told(row, before);
        Flow.Outcome.Moved moved = switch (told.flow().take(told.standing(), attempt, told.samples())) {
            case Flow.Outcome.Moved done -> done;
            case Flow.Outcome.Hindered(List<Obstacle> obstacles) -> throw refusal(obstacles);
        };
        Map<String, Object> form = new java.util.TreeMap<>();
        moved.form().forEach((field, entry) -> form.put(field, plain(entry)));
        CaseQueries.StepRow step = new CaseQueries.StepRow(
                before.size() + 1,
                row.state(),
                moved.action().id(),
                moved.to().id(),
                attempt.on(),
                attempt.actor(),
                Callers.current().name(),
                attempt.remarks(),
                form);
        moved.action()
                .decides()
                .filter(effect -> deciding.decides(row, effect))
                .ifPresent(effect -> decide(row, effect, attempt.remarks(), before));
        queries.insertStep(row, step, today.instant());
        arrive(row, moved.to(), attempt.on(), moved.action());
        moved.action().decides().filter(Effect.END::equals).ifPresent(_ -> doubled.ended(row));
        record(
                "case.act",
                row,
                Map.of(
                        "number", row.number(),
                        "from", row.state(),
                        "action", moved.action().id(),
                        "to", moved.to().id()));
    }

    private static Object plain(Entry entry) {
        return entry.plain();
    }

    /** A refusal is served after it was decided, so its reason is that of the last step that had to give one. */
    private void decide(CaseRow row, Effect effect, String remarks, List<CaseQueries.StepRow> before) {
        String reason = remarks;
        for (int at = before.size() - 1; at >= 0 && reason.isBlank() && effect == Effect.REFUSE; at--) {
            reason = before.get(at).remarks();
        }
        DecisionId decision = deciding.decide(row, effect, reason);
        record(
                "case.decide",
                row,
                Map.of(
                        "number",
                        row.number(),
                        "kind",
                        effect.name(),
                        "decision",
                        decision.value().toString()));
        events.publishEvent(new CaseDecided(row.id(), effect));
    }

    private void arrive(CaseRow row, Workflow.State state, LocalDate on, Workflow.Action by) {
        CaseFlow.Told told = caseFlow.told(row, queries.steps(row.id()));
        HouseholdFile file = files.of(row, on);
        queries.move(row.id(), caseFlow.place(row, told.flow(), state, on, file));
        if (state.end()) {
            events.publishEvent(new CaseOver(row.id()));
        }
        notices.close(row.id().value(), by.title());
        Optional<Money> amount =
                CaseFlow.tellsAmount(state) ? deciding.drawn(row).or(() -> deciding.proposed(row)) : Optional.empty();
        caseFlow.notice(row, told, state, on, file, amount).ifPresent(notices::open);
    }

    private Refusal refusal(List<Obstacle> obstacles) {
        if (obstacles.size() == 1) {
            Obstacle only = obstacles.getFirst();
            return only.pointer().isEmpty()
                    ? Refusal.conflict(only.code(), only.args().toArray())
                    : Refusal.at(only.pointer(), only.code(), only.args().toArray());
        }
        return Refusal.several(
                Refusal.Kind.CONFLICT,
                obstacles.stream()
                        .map(one -> new Refusal.Part(one.pointer(), one.code(), one.args()))
                        .toList(),
                "cases.several",
                obstacles.size(),
                String.join("；", obstacles.stream().map(this::words).toList()));
    }

    private String words(Obstacle obstacle) {
        return texts.text(obstacle.code(), obstacle.args().toArray());
    }

    /**
     * Puts a paper on file for the state a case is in.
     *
     * @throws Refusal {@code cases.unknown}, {@code cases.paper-unknown} (the title, the state)
     */
    @Transactional
    public void file(CaseId id, String title, DocumentId document) {
        CaseRow row = hold(id);
        Workflow.State state = caseFlow.workflow(row).state(row.state());
        if (!state.papers().contains(title) && !state.papersIfAny().contains(title)) {
            throw Refusal.at("/title", "cases.paper-unknown", title, state.title());
        }
        Caller caller = Callers.current();
        if (!caller.actors().contains(state.actor())) {
            throw Refusal.forbidden(
                    "flow.not-actor",
                    caseFlow.workflow(row).actors().getOrDefault(state.actor(), state.actor()),
                    state.title());
        }
        int visit = queries.steps(id).size();
        queries.insertPaper(
                row,
                new CaseQueries.PaperRow(row.state(), title, visit, document.value(), today.instant(), caller.name()),
                caller.user(),
                today.newId());
        record(
                "case.paper",
                row,
                Map.of(
                        "number",
                        row.number(),
                        "title",
                        title,
                        "document",
                        document.value().toString()));
    }

    /**
     * Looks into a case again because somebody objected: takes the action that its notice names for that, or for a
     * long-term list the one of a review.
     *
     * @throws Refusal {@code cases.objection-elsewhere} when the notice it objects to is over
     */
    @Transactional
    public void takeUp(CaseId id, ObjectionId objectionId) {
        CaseRow row = hold(id);
        ObjectionView objection = objections.find(objectionId);
        Workflow.State state = caseFlow.workflow(row).state(row.state());
        String action = state.notice()
                .flatMap(Notice::onObjection)
                .or(state::onReview)
                .filter(_ -> objection.caseId().equals(id.value()))
                .orElseThrow(() -> Refusal.conflict("cases.objection-elsewhere", objection.number()));
        objections.takeUp(objectionId);
        act(id, Act.of(action, texts.text("cases.objection-remark", objection.number())));
    }

    /**
     * Takes over many who drew before the platform, in the transaction of whoever brings them; nothing of them is worked out.
     *
     * @return their entitlements, in the same order
     * @throws Refusal {@code cases.programme-not-in-force} when a programme is not known
     */
    @Transactional
    public List<EntitlementId> takeOver(List<Existing> existing) {
        return takeOver.take(existing);
    }

    private void record(String action, CaseRow row, Map<String, String> detail) {
        audit.record(action, SUBJECT, row.id().value(), row.area(), detail);
    }
}
