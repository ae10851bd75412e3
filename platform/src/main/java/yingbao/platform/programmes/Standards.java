package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.value.AreaCode;

/** Takes values that areas set themselves, from their documents, and lets a second person decide about each. */
@Service
public class Standards {
    private static final String SUBJECT = "standard";
    private static final int HISTORY_MAX = 200;

    private final Packs packs;
    private final StandardQueries queries;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;
    private final ApplicationEventPublisher events;

    Standards(
            Packs packs,
            StandardQueries queries,
            Divisions divisions,
            Audit audit,
            Today today,
            ApplicationEventPublisher events) {
        this.packs = packs;
        this.queries = queries;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
        this.events = events;
    }

    /** What would be entered, with what the mandates say of it; nothing is kept. */
    @Transactional(readOnly = true)
    public EnteredView check(StandardEntry entry) {
        Pack pack = packs.current();
        return view(examined(entry, pack), pack);
    }

    /**
     * Enters a value; it holds once a second person has confirmed it.
     *
     * @throws Refusal when the value, its days, its area or its document are not in order
     */
    @Transactional
    public EnteredView enter(StandardEntry entry) {
        queries.holdValues();
        Pack pack = packs.current();
        LocalValue value = examined(entry, pack);
        queries.insert(value);
        record("standard.enter", value, Map.of("number", value.document().number()));
        return view(value, pack);
    }

    private LocalValue examined(StandardEntry entry, Pack pack) {
        Caller caller = Callers.current();
        Parameter parameter = entry.parameterIn(pack);
        AreaCode area = entry.area(parameter, caller, divisions, pack);
        LocalValue value = new LocalValue(
                new StandardId(today.newId()),
                parameter.symbol().name(),
                area,
                entry.range(),
                entry.amount(parameter.symbol().unit()),
                entry.document(today.date()),
                entry.note().strip(),
                List.of(),
                deed(caller),
                Optional.empty());
        StandardEntry.refuseOverlap(
                value, pack, queries.waiting(value.area().digits(), value.area().digits()));
        return value.finding(findings(value, pack));
    }

    private LocalValue.Deed deed(Caller caller) {
        return new LocalValue.Deed(caller.user(), caller.name(), today.date(), today.instant());
    }

    private List<FindingView> findings(LocalValue value, Pack pack) {
        return Demands.of(value, Packs.withValues(packs.spoken(pack), List.of(value), "trial"), today.date());
    }

    private void record(String action, LocalValue value, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("parameter", value.parameter());
        detail.put("value", Long.toString(value.amount()));
        detail.put("from", value.range().from().toString());
        audit.record(action, SUBJECT, value.id().value(), value.area(), detail);
    }

    /**
     * Confirms a value, which takes effect at once.
     *
     * @param reason why, although a mandate is broken; may be empty where none is
     * @throws Refusal {@code standards.own} when the caller entered it, {@code standards.decided}, {@code
     *     standards.reason-broken} (how many are broken), {@code standards.overlap}
     */
    @Transactional
    public EnteredView confirm(StandardId id, String reason) {
        queries.holdValues();
        LocalValue value = undecided(id);
        Pack pack = packs.current();
        StandardEntry.refuseOverlap(value, pack, List.of());
        List<FindingView> findings = findings(value, pack);
        long broken = Demands.broken(findings);
        if (broken > 0 && reason.isBlank()) {
            throw Refusal.at("/reason", "standards.reason-broken", broken);
        }
        long revision = queries.nextRevision();
        queries.insert(
                value,
                new LocalValue.Verdict(Optional.of(revision), findings, reason.strip(), deed(Callers.current())),
                broken > 0);
        record("standard.confirm", value, Map.of("broken", Long.toString(broken)));
        Optional<LocalDate> to = value.range().isOpenEnded()
                ? Optional.empty()
                : Optional.of(value.range().to());
        events.publishEvent(new StandardConfirmed(
                id, value.parameter(), value.area(), value.range().from(), to));
        return find(id);
    }

    /**
     * Refuses a value; it never takes effect.
     *
     * @throws Refusal {@code standards.own}, {@code standards.decided}, {@code standards.reason} when none is given
     */
    @Transactional
    public EnteredView refuse(StandardId id, String reason) {
        queries.holdValues();
        LocalValue value = undecided(id);
        if (reason.isBlank()) {
            throw Refusal.at("/reason", "standards.reason");
        }
        List<FindingView> findings = findings(value, packs.current());
        queries.insert(
                value,
                new LocalValue.Verdict(Optional.empty(), findings, reason.strip(), deed(Callers.current())),
                Demands.broken(findings) > 0);
        record("standard.refuse", value, Map.of());
        return find(id);
    }

    private LocalValue undecided(StandardId id) {
        Caller caller = Callers.current();
        LocalValue value = queries.find(id)
                .filter(found -> caller.scope().contains(found.area()))
                .orElseThrow(() -> Refusal.notFound("standards.unknown"));
        if (value.verdict().isPresent()) {
            throw Refusal.conflict(
                    "standards.decided", value.verdict().get().decided().name());
        }
        if (value.entered().by().equals(caller.user())) {
            throw Refusal.forbidden("standards.own");
        }
        return value;
    }

    private EnteredView find(StandardId id) {
        return view(queries.find(id).orElseThrow(), packs.current());
    }

    /** What waits for a second person in the caller's area, oldest first. */
    @Transactional(readOnly = true)
    public List<EnteredView> waiting() {
        AreaScope scope = Callers.current().scope();
        Pack pack = packs.current();
        return queries.waiting(scope.from(), scope.to()).stream()
                .map(value -> view(value.finding(findings(value, pack)), pack))
                .toList();
    }

    /** Everything that was entered for a parameter and one area, newest first; it is public policy. */
    @Transactional(readOnly = true)
    public List<EnteredView> entered(String parameter, AreaCode area) {
        Pack pack = packs.current();
        return queries.history(parameter, area.digits(), area.digits(), HISTORY_MAX).stream()
                .map(value -> view(value, pack))
                .toList();
    }

    private EnteredView view(LocalValue value, Pack pack) {
        Caller caller = Callers.current();
        Optional<Parameter> parameter = pack.parameter(value.parameter());
        Optional<LocalValue.Verdict> verdict = value.verdict();
        boolean mine = value.entered().by().equals(caller.user());
        boolean open = verdict.isEmpty() && caller.scope().contains(value.area());
        return new EnteredView(
                value.id(),
                value.parameter(),
                parameter.map(found -> found.symbol().label()).orElse(value.parameter()),
                value.area().digits(),
                divisions.path(value.area()),
                parameter
                        .map(found -> Wording.value(
                                Labels.language(),
                                new Value.Whole(value.amount()),
                                found.symbol().unit()))
                        .orElse(Long.toString(value.amount())),
                parameter
                        .filter(_ -> verdict.isEmpty())
                        .flatMap(found -> pack.setting(
                                        found, value.area(), value.range().from())
                                .map(setting -> StandardEntry.words(setting, found)))
                        .orElse(""),
                value.range().from(),
                value.range().isOpenEnded()
                        ? Optional.empty()
                        : Optional.of(value.range().to()),
                value.document().title(),
                value.document().number(),
                value.document().date(),
                value.note(),
                value.state().name(),
                verdict.map(LocalValue.Verdict::findings).orElse(value.findings()),
                value.entered().name(),
                value.entered().on(),
                verdict.map(given -> given.decided().name()),
                verdict.map(given -> given.decided().on()),
                verdict.map(LocalValue.Verdict::reason).orElse(""),
                mine,
                open && !mine && caller.may(Right.STANDARD_CONFIRM.id()));
    }
}
