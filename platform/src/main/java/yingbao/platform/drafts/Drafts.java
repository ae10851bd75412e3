package yingbao.platform.drafts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.areas.Divisions;
import yingbao.platform.audit.Audit;
import yingbao.platform.drafts.DraftController.DraftValue;
import yingbao.platform.drafts.DraftView.DraftCheck;
import yingbao.platform.drafts.DraftView.DraftExample;
import yingbao.platform.drafts.DraftView.DraftFile;
import yingbao.platform.drafts.DraftView.DraftLine;
import yingbao.platform.drafts.DraftView.DraftList;
import yingbao.platform.drafts.DraftView.DraftName;
import yingbao.platform.drafts.DraftView.DraftText;
import yingbao.platform.drafts.DraftView.PublicationLine;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.policy.decide.Explainer;
import yingbao.policy.expr.Facts;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.AreaCode;

/** Keeps drafts of the rules while they are being made. */
@Service
public class Drafts {
    static final String SUBJECT = "draft";
    private static final int LISTED_MAX = 100;

    private final RuleDraftQueries queries;
    private final DraftViews views;
    private final Packs packs;
    private final Divisions divisions;
    private final Audit audit;
    private final Today today;
    private final Texts texts;

    Drafts(
            RuleDraftQueries queries,
            DraftViews views,
            Packs packs,
            Divisions divisions,
            Audit audit,
            Today today,
            Texts texts) {
        this.queries = queries;
        this.views = views;
        this.packs = packs;
        this.divisions = divisions;
        this.audit = audit;
        this.today = today;
        this.texts = texts;
    }

    /** All drafts, those that are still to be decided first, with what was published and whether the files were upgraded. */
    @Transactional(readOnly = true)
    DraftList list() {
        return new DraftList(
                queries.list(LISTED_MAX).stream()
                        .map(draft -> new DraftLine(
                                draft.id(),
                                draft.title(),
                                draft.state().name(),
                                draft.from(),
                                draft.deeds().getFirst().name(),
                                draft.madeAt()))
                        .toList(),
                packs.publications().stream()
                        .map(made ->
                                new PublicationLine(made.version(), made.title(), made.from(), made.name(), made.at()))
                        .toList(),
                packs.isUpgraded());
    }

    /** Begins a draft on the rules in force. */
    @Transactional
    DraftView make(String title) {
        Instant now = today.instant();
        Draft draft = new Draft(
                new DraftId(today.newId()),
                title.strip(),
                divisions.root(),
                packs.holding(),
                Draft.State.OPEN,
                0,
                Optional.empty(),
                "",
                Optional.empty(),
                now,
                Map.of(),
                List.of());
        queries.insert(draft);
        record(draft.id(), Draft.Kind.MAKE, "");
        return show(draft.id());
    }

    @Transactional(readOnly = true)
    DraftView show(DraftId id) {
        return views.view(require(id));
    }

    /**
     * A draft as it stands.
     *
     * @throws Refusal {@code drafts.unknown}
     */
    @Transactional(readOnly = true)
    Draft require(DraftId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("drafts.unknown"));
    }

    /** A draft that nobody else changes until the transaction ends, if the caller may change it. */
    private Draft open(DraftId id) {
        Draft draft = queries.hold(id).orElseThrow(() -> Refusal.notFound("drafts.unknown"));
        if (draft.state() != Draft.State.OPEN) {
            throw Refusal.conflict("drafts.not-open");
        }
        return draft;
    }

    @Transactional(readOnly = true)
    List<DraftFile> files(DraftId id) {
        return views.files(require(id));
    }

    /** A file with its text in the draft and in the rules that are changed. */
    @Transactional(readOnly = true)
    DraftText file(DraftId id, String path) {
        Draft draft = require(id);
        FileKind kind = kind(path);
        Optional<String> base = PackTexts.of(packs.archive(draft.base())).text(path);
        String text =
                Optional.ofNullable(draft.files().get(path)).or(() -> base).orElse("");
        return new DraftText(path, base, text, draft.revision(), DraftViews.isWritable(draft, kind, Callers.current()));
    }

    private static FileKind kind(String path) {
        return FileKind.of(path).orElseThrow(() -> Refusal.at("/path", "drafts.not-drafted", path));
    }

    /**
     * Keeps a text, with faults or without.
     *
     * @param revision that of the draft when it was read
     * @throws Refusal {@code drafts.not-open}, {@code drafts.not-drafted} (the path), {@code drafts.may-not}, {@code
     *     drafts.changed-meanwhile}
     */
    @Transactional
    DraftCheck write(DraftId id, String path, String text, long revision) {
        Draft draft = open(id, revision);
        keep(draft, Map.of(path, text));
        return checked(require(id), path);
    }

    /**
     * A draft that is to be changed, held until the transaction ends.
     *
     * @param revision that of the draft when it was read
     * @throws Refusal {@code drafts.unknown}, {@code drafts.not-open}, {@code drafts.changed-meanwhile}
     */
    @Transactional
    Draft open(DraftId id, long revision) {
        Draft draft = open(id);
        if (draft.revision() != revision) {
            throw Refusal.conflict("drafts.changed-meanwhile");
        }
        return draft;
    }

    /**
     * Takes a file out of a draft, which says nothing of it any more.
     *
     * @param revision that of the draft when it was read
     * @throws Refusal {@code drafts.not-open}, {@code drafts.not-drafted} (the path), {@code drafts.may-not}, {@code
     *     drafts.changed-meanwhile}, {@code drafts.file-unchanged} (the path)
     */
    @Transactional
    DraftView takeOut(DraftId id, String path, long revision) {
        Draft draft = open(id, revision);
        requireRight(path);
        if (!draft.files().containsKey(path)) {
            throw Refusal.at("/path", "drafts.file-unchanged", path);
        }
        queries.remove(id, path);
        record(id, Draft.Kind.CHANGE, path);
        return show(id);
    }

    private static void requireRight(String path) {
        if (!Callers.current().may(kind(path).right().id())) {
            throw Refusal.forbidden("drafts.may-not");
        }
    }

    /**
     * Keeps texts by path.
     *
     * @throws Refusal {@code drafts.not-drafted} (the path), {@code drafts.may-not}
     */
    @Transactional
    void keep(Draft draft, Map<String, String> changed) {
        PackTexts base = PackTexts.of(packs.archive(draft.base()));
        changed.forEach((path, text) -> {
            requireRight(path);
            // A text that says what the rules say anyhow is no change of them.
            if (base.text(path).filter(text::equals).isPresent()) {
                queries.remove(draft.id(), path);
            } else {
                queries.write(draft.id(), path, text);
            }
        });
        record(draft.id(), Draft.Kind.CHANGE, String.join(" ", changed.keySet()));
    }

    private void record(DraftId id, Draft.Kind kind, String note) {
        Caller caller = Callers.current();
        queries.record(id, new Draft.Deed(kind, note, caller.user(), caller.name(), today.instant()));
        audit.record(
                "draft." + kind.name().toLowerCase(java.util.Locale.ROOT),
                SUBJECT,
                id.value(),
                divisions.root(),
                note.isEmpty() ? Map.of() : Map.of("file", note));
    }

    /** What a text would come to; nothing is kept. */
    @Transactional(readOnly = true)
    DraftCheck check(DraftId id, String path, String text) {
        Draft draft = require(id);
        kind(path);
        Map<String, String> files = new HashMap<>(draft.files());
        files.put(path, text);
        return checked(draft, path, views.candidate(draft, files));
    }

    private DraftCheck checked(Draft draft, String path) {
        return checked(draft, path, views.candidate(draft));
    }

    private DraftCheck checked(Draft draft, String path, Candidate candidate) {
        Optional<Pack> pack = candidate.pack();
        Optional<Programme> programme = pack.flatMap(whole -> whole.programmes().stream()
                .filter(one -> one.location().file().equals(path))
                .findFirst());
        return new DraftCheck(
                draft.revision(),
                views.faults(candidate),
                programme
                        .map(one -> new Explainer(pack.orElseThrow(), Facts::id, _ -> "").rule(one))
                        .orElse(List.of()),
                programme.map(DraftNames::lets).orElse(List.of()));
    }

    /** The names that expressions may use: those of the draft, or of the rules it changes while anything is wrong. */
    @Transactional(readOnly = true)
    List<DraftName> names(DraftId id) {
        Draft draft = require(id);
        return DraftNames.of(views.candidate(draft).pack().orElseGet(() -> views.base(draft)), texts);
    }

    /** The golden cases, decided just now; none while anything is wrong. */
    @Transactional(readOnly = true)
    List<DraftExample> examples(DraftId id) {
        return views.candidate(require(id)).pack().map(DraftExamples::of).orElse(List.of());
    }

    /**
     * Begins a new version of a programme from a day on; the one in force then ends the day before.
     *
     * @throws Refusal {@code drafts.not-open}, {@code drafts.may-not}
     * @throws yingbao.policy.value.ValueException those of {@link PackTexts#newVersion}
     */
    @Transactional
    DraftView version(DraftId id, String programme, java.time.LocalDate from) {
        Draft draft = open(id);
        keep(draft, views.candidate(draft).texts().newVersion(programme, from));
        return show(id);
    }

    /**
     * Writes a value of a parameter from a day on, with its document.
     *
     * @throws Refusal {@code drafts.not-open}, {@code drafts.may-not}, {@code drafts.document-date} (its date, today)
     * @throws yingbao.policy.value.ValueException those of {@link PackTexts#newValue}
     */
    @Transactional
    DraftView value(DraftId id, DraftValue given) {
        Draft draft = open(id);
        if (given.documentDate().isAfter(today.date())) {
            throw Refusal.at("/documentDate", "drafts.document-date", given.documentDate(), today.date());
        }
        AreaCode area = AreaCode.parse(given.areaCode());
        divisions.require(area);
        PackTexts.Document document =
                DraftForms.document(given.documentTitle(), given.documentNumber(), given.documentDate());
        keep(
                draft,
                views.candidate(draft)
                        .texts()
                        .newValue(new PackTexts.NewValue(
                                given.parameter(),
                                area,
                                given.from(),
                                given.value().strip().replace(",", ""),
                                document,
                                given.note())));
        return show(id);
    }

    /**
     * Puts a draft on the rules that hold by now, where nobody else has changed the same files.
     *
     * @throws Refusal {@code drafts.not-open}, {@code drafts.both-changed} (the files)
     */
    @Transactional
    DraftView rebase(DraftId id) {
        Draft draft = open(id);
        PackTexts former = PackTexts.of(packs.archive(draft.base()));
        PackTexts present = PackTexts.of(packs.archive(packs.holding()));
        List<String> both = draft.files().keySet().stream()
                .filter(path -> !former.text(path).equals(present.text(path)))
                .sorted()
                .toList();
        if (!both.isEmpty()) {
            throw Refusal.conflict("drafts.both-changed", String.join(" ", both));
        }
        queries.rebase(id, packs.holding());
        record(id, Draft.Kind.REBASE, "");
        return show(id);
    }
}
