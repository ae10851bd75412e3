package yingbao.platform.drafts;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.audit.Audit;
import yingbao.platform.drafts.DraftView.DraftExample;
import yingbao.platform.drafts.DraftView.DraftFault;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Pack;

/** Submits drafts, and publishes them when a second person approves. */
@Service
class Publishing {
    private final RuleDraftQueries queries;
    private final DraftViews views;
    private final Packs packs;
    private final Audit audit;
    private final Today today;

    Publishing(RuleDraftQueries queries, DraftViews views, Packs packs, Audit audit, Today today) {
        this.queries = queries;
        this.views = views;
        this.packs = packs;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Submits a draft for approval.
     *
     * @param from the first day for which it is to say anything new
     * @param orderedBy the document that orders a day in the past; may be empty where the day is not
     * @throws Refusal {@code drafts.not-open} and those of a draft that is not fit to be published
     */
    @Transactional
    DraftView submit(DraftId id, LocalDate from, String orderedBy) {
        Draft draft = held(id, Draft.State.OPEN, "drafts.not-open");
        requireFit(draft, from, orderedBy.strip());
        queries.submit(id, from, orderedBy.strip());
        return done(draft, Draft.Kind.SUBMIT, "", Map.of("from", from.toString()));
    }

    /**
     * Takes a submitted draft back, to go on with it.
     *
     * @throws Refusal {@code drafts.not-waiting}
     */
    @Transactional
    DraftView withdraw(DraftId id) {
        Draft draft = held(id, Draft.State.WAITING, "drafts.not-waiting");
        queries.stand(id, Draft.State.OPEN);
        return done(draft, Draft.Kind.WITHDRAW, "", Map.of());
    }

    /**
     * Gives a draft up; it stays readable.
     *
     * @throws Refusal {@code drafts.not-open}, {@code drafts.reason}
     */
    @Transactional
    DraftView drop(DraftId id, String reason) {
        Draft draft = held(id, Draft.State.OPEN, "drafts.not-open");
        requireReason(reason);
        queries.stand(id, Draft.State.DROPPED);
        return done(draft, Draft.Kind.DROP, reason.strip(), Map.of());
    }

    /**
     * Publishes what another person submitted: it holds at once, for the days from its first one on.
     *
     * @throws Refusal {@code drafts.not-waiting}, {@code drafts.own} and those of a draft that is not fit to be published
     */
    @Transactional
    DraftView approve(DraftId id) {
        Draft draft = held(id, Draft.State.WAITING, "drafts.not-waiting");
        requireSecondPerson(draft);
        LocalDate from = draft.from().orElseThrow();
        Candidate candidate = requireFit(draft, from, draft.orderedBy());
        String version = candidate.pack().map(Pack::version).orElseThrow();
        packs.publish(candidate.texts().archive(), version, draft.base(), draft.title(), from);
        queries.publish(id, version);
        return done(draft, Draft.Kind.PUBLISH, "", Map.of("from", from.toString(), "version", version));
    }

    /**
     * Gives a submitted draft back.
     *
     * @throws Refusal {@code drafts.not-waiting}, {@code drafts.own}, {@code drafts.reason}
     */
    @Transactional
    DraftView refuse(DraftId id, String reason) {
        Draft draft = held(id, Draft.State.WAITING, "drafts.not-waiting");
        requireSecondPerson(draft);
        requireReason(reason);
        queries.stand(id, Draft.State.OPEN);
        return done(draft, Draft.Kind.REFUSE, reason.strip(), Map.of());
    }

    private Draft held(DraftId id, Draft.State wanted, String otherwise) {
        Draft draft = queries.hold(id).orElseThrow(() -> Refusal.notFound("drafts.unknown"));
        if (draft.state() != wanted) {
            throw Refusal.conflict(otherwise);
        }
        return draft;
    }

    private static void requireSecondPerson(Draft draft) {
        if (draft.isWorkOf(Callers.current().user())) {
            throw Refusal.forbidden("drafts.own");
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw Refusal.at("/reason", "drafts.reason");
        }
    }

    private DraftView done(Draft draft, Draft.Kind kind, String note, Map<String, String> detail) {
        Caller caller = Callers.current();
        queries.record(draft.id(), new Draft.Deed(kind, note, caller.user(), caller.name(), today.instant()));
        audit.record(
                "draft." + kind.name().toLowerCase(Locale.ROOT),
                Drafts.SUBJECT,
                draft.id().value(),
                draft.area(),
                detail);
        return views.view(queries.find(draft.id()).orElseThrow());
    }

    /** Refuses a draft that cannot hold as it is, and says what is to be done about it. */
    private Candidate requireFit(Draft draft, LocalDate from, String orderedBy) {
        if (!draft.base().equals(packs.holding())) {
            throw Refusal.conflict("programmes.outdated");
        }
        if (draft.files().isEmpty()) {
            throw Refusal.conflict("drafts.empty");
        }
        Candidate candidate = views.candidate(draft);
        Optional<DraftFault> fault = views.faults(candidate).stream().findFirst();
        if (fault.isPresent()) {
            DraftFault first = fault.get();
            throw Refusal.conflict("drafts.faulty", first.path(), first.line(), first.message());
        }
        Pack pack = candidate.pack().orElseThrow();
        requireSameFrame(views.base(draft), pack);
        List<DraftExample> failing = DraftExamples.of(pack).stream()
                .filter(example -> !example.kept())
                .toList();
        if (!failing.isEmpty()) {
            throw Refusal.conflict(
                    "drafts.examples", failing.size(), failing.getFirst().name());
        }
        requireDays(views.changes(draft, candidate), from, orderedBy);
        return candidate;
    }

    /** In the manifest only documents may be added. */
    private static void requireSameFrame(Pack base, Pack pack) {
        boolean same = pack.id().equals(base.id())
                && pack.title().equals(base.title())
                && pack.authority().equals(base.authority())
                && pack.demo() == base.demo()
                && pack.funds().equals(base.funds())
                && pack.calendar().equals(base.calendar())
                && pack.sources().entrySet().containsAll(base.sources().entrySet());
        if (!same) {
            throw Refusal.conflict("drafts.frame");
        }
    }

    private void requireDays(List<DraftPart> changes, LocalDate from, String orderedBy) {
        Optional<DraftPart> earlier = changes.stream()
                .filter(change ->
                        change.from().filter(day -> day.isBefore(from)).isPresent())
                .findFirst();
        if (earlier.isPresent()) {
            throw Refusal.at("/from", "drafts.earlier", earlier.get().text(), from);
        }
        if (from.isBefore(today.date()) && orderedBy.isEmpty()) {
            throw Refusal.at("/orderedBy", "drafts.past", from, today.date());
        }
    }
}
