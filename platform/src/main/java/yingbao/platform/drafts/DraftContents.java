package yingbao.platform.drafts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.Packs;

/** What drafts say, for whoever tries them before they hold. */
@Service
public class DraftContents {
    private static final Set<Draft.Kind> CHANGES_IT = Set.of(Draft.Kind.CHANGE, Draft.Kind.REBASE);

    private final RuleDraftQueries queries;
    private final DraftViews views;
    private final Packs packs;

    DraftContents(RuleDraftQueries queries, DraftViews views, Packs packs) {
        this.queries = queries;
        this.views = views;
        this.packs = packs;
    }

    /** Whether the caller may read drafts. */
    public static boolean mayRead() {
        return Callers.current().may(Right.DRAFT_EDIT.id()) || Callers.current().may(Right.DRAFT_APPROVE.id());
    }

    private Draft require(DraftId id) {
        if (!mayRead()) {
            throw Refusal.forbidden("access.forbidden");
        }
        return queries.find(id).orElseThrow(() -> Refusal.notFound("drafts.unknown"));
    }

    /**
     * A draft as it stands, with faults or without.
     *
     * @throws Refusal {@code access.forbidden}, {@code drafts.unknown}, {@code drafts.tried-empty}, {@code
     *     drafts.tried-published}, {@code drafts.tried-dropped}, {@code drafts.tried-outdated} where other rules hold by now than those that it changes
     */
    @Transactional(readOnly = true)
    public TriedDraft tried(DraftId id) {
        Draft draft = require(id);
        if (draft.state() == Draft.State.PUBLISHED) {
            throw Refusal.conflict("drafts.tried-published", draft.title());
        }
        if (draft.state() == Draft.State.DROPPED) {
            throw Refusal.conflict("drafts.tried-dropped", draft.title());
        }
        if (!draft.base().equals(packs.holding())) {
            throw Refusal.conflict("drafts.tried-outdated", draft.title());
        }
        if (draft.files().isEmpty()) {
            throw Refusal.conflict("drafts.tried-empty", draft.title());
        }
        List<Draft.Deed> changes = draft.deeds().stream()
                .filter(deed -> CHANGES_IT.contains(deed.kind()))
                .toList();
        return new TriedDraft(
                id,
                draft.title(),
                changes.size(),
                changes.isEmpty() ? draft.madeAt() : changes.getLast().at(),
                draft.files());
    }

    /** How often the contents of a draft were changed so far; never where the caller may not read it. */
    @Transactional(readOnly = true)
    public int changes(DraftId id) {
        return mayRead() ? queries.changes(id) : 0;
    }

    /** Where a draft stands; empty where the caller may not read it. */
    @Transactional(readOnly = true)
    public Optional<DraftStanding> standing(DraftId id) {
        return mayRead()
                ? queries.find(id).map(draft -> DraftStanding.of(draft, queries.changes(id)))
                : Optional.empty();
    }

    /** What a draft would change, in words; nothing while anything is wrong with it. */
    @Transactional(readOnly = true)
    public List<DraftPart> parts(DraftId id) {
        Draft draft = require(id);
        return views.changes(draft, views.candidate(draft));
    }
}
