package yingbao.platform.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.platform.access.Right;
import yingbao.platform.drafts.DraftView.DraftChange;
import yingbao.platform.drafts.DraftView.DraftDeed;
import yingbao.platform.drafts.DraftView.DraftFault;
import yingbao.platform.drafts.DraftView.DraftFile;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Texts;
import yingbao.platform.programmes.Packs;
import yingbao.policy.expr.Unit;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackTexts;

/** Drafts as people see them, in the caller's language. */
@Component
class DraftViews {
    private static final int FAULTS_SHOWN = 100;
    private static final String UNITS = "expr.units";

    private final Packs packs;
    private final Texts texts;

    DraftViews(Packs packs, Texts texts) {
        this.packs = packs;
        this.texts = texts;
    }

    /** The rules that a draft changes, in the caller's language. */
    Pack base(Draft draft) {
        return packs.spoken(packs.version(draft.base()));
    }

    /** All texts with those of a draft. */
    PackTexts texts(Draft draft) {
        return PackTexts.of(packs.archive(draft.base())).with(draft.files());
    }

    Candidate candidate(Draft draft) {
        return candidate(draft, draft.files());
    }

    Candidate candidate(Draft draft, Map<String, String> files) {
        return Candidate.of(packs.archive(draft.base()), files, Labels.language());
    }

    /** What it would change; nothing while anything is wrong with it. */
    List<DraftPart> changes(Draft draft, Candidate candidate) {
        return candidate
                .pack()
                .map(pack -> Changes.of(base(draft), candidate, pack, draft.files(), texts))
                .orElse(List.of());
    }

    DraftView view(Draft draft) {
        Caller caller = Callers.current();
        Candidate candidate = candidate(draft);
        boolean open = draft.state() == Draft.State.OPEN;
        boolean mine = draft.isWorkOf(caller.user());
        boolean waits = open || draft.state() == Draft.State.WAITING;
        return new DraftView(
                draft.id(),
                draft.title(),
                draft.state().name(),
                draft.revision(),
                waits && !draft.base().equals(packs.holding()),
                draft.from(),
                draft.orderedBy(),
                draft.published(),
                files(draft, candidate).stream().filter(DraftFile::changed).toList(),
                faults(candidate),
                changes(draft, candidate).stream()
                        .map(change -> new DraftChange(
                                change.text(), change.from().filter(day -> !day.equals(java.time.LocalDate.MIN))))
                        .toList(),
                draft.deeds().stream()
                        .map(deed -> new DraftDeed(deed.kind().name(), deed.note(), deed.name(), deed.at()))
                        .toList(),
                open && caller.may(Right.DRAFT_EDIT.id()),
                open && caller.may(Right.DRAFT_RULES.id()),
                draft.state() == Draft.State.WAITING && !mine && caller.may(Right.DRAFT_APPROVE.id()),
                mine);
    }

    List<DraftFault> faults(Candidate candidate) {
        return candidate.faults().stream().limit(FAULTS_SHOWN).map(this::fault).toList();
    }

    private DraftFault fault(Fault fault) {
        return new DraftFault(
                fault.location().file(),
                fault.location().line(),
                fault.location().column(),
                texts.text(fault.code(), arguments(fault)));
    }

    /** What the text mentions; units are said as people say them. */
    private static Object[] arguments(Fault fault) {
        return fault.code().equals(UNITS)
                ? fault.arguments().stream().map(DraftViews::unit).toArray()
                : fault.arguments().toArray();
    }

    private static String unit(String written) {
        return Unit.parse(written)
                .filter(unit -> !unit.equals(Unit.NONE))
                .map(unit -> unit.label(Labels.language(), true))
                .orElse(written);
    }

    /** Every file that may be drafted, those of programmes by the programme's name. */
    List<DraftFile> files(Draft draft) {
        return files(draft, candidate(draft));
    }

    private List<DraftFile> files(Draft draft, Candidate candidate) {
        Caller caller = Callers.current();
        Map<String, String> titles = candidate.pack().orElseGet(() -> base(draft)).programmes().stream()
                .collect(Collectors.toMap(programme -> programme.location().file(), this::title));
        Map<String, Boolean> paths = new TreeMap<>();
        candidate.base().texts(path -> FileKind.of(path).isPresent()).keySet().forEach(path -> paths.put(path, false));
        draft.files().keySet().forEach(path -> paths.put(path, true));
        List<DraftFile> files = new ArrayList<>();
        paths.forEach((path, changed) -> {
            FileKind kind = FileKind.of(path).orElseThrow();
            files.add(new DraftFile(
                    path, kind.name(), titles.getOrDefault(path, ""), changed, isWritable(draft, kind, caller)));
        });
        files.sort(java.util.Comparator.comparing((DraftFile file) -> FileKind.valueOf(file.kind()))
                .thenComparing(DraftFile::path));
        return List.copyOf(files);
    }

    static boolean isWritable(Draft draft, FileKind kind, Caller caller) {
        return draft.state() == Draft.State.OPEN
                && caller.may(Right.DRAFT_EDIT.id())
                && caller.may(kind.right().id());
    }

    private String title(Programme programme) {
        java.time.LocalDate from = programme.range().from();
        return from.equals(java.time.LocalDate.MIN)
                ? programme.title()
                : texts.text("drafts.version", programme.title(), from);
    }
}
