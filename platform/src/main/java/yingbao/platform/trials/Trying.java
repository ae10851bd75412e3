package yingbao.platform.trials;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.drafts.DraftContents;
import yingbao.platform.drafts.TriedDraft;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Texts;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;

/** Makes both packs of what is asked: the one that holds, and the one that is tried. */
@Component
class Trying {
    private final Packs packs;
    private final DraftContents drafts;
    private final Divisions divisions;
    private final Texts texts;

    Trying(Packs packs, DraftContents drafts, Divisions divisions, Texts texts) {
        this.packs = packs;
        this.drafts = drafts;
        this.divisions = divisions;
        this.texts = texts;
    }

    /**
     * Both packs, of a draft as it stands now.
     *
     * @throws Refusal with file and line where a text is no rule, and those of a draft that cannot be tried
     */
    Tried tried(Asked asked) {
        Pack current = packs.current();
        Optional<TriedDraft> draft = asked.draft().map(drafts::tried);
        Map<String, String> changed = new HashMap<>(draft.map(TriedDraft::files).orElse(Map.of()));
        asked.texts().forEach(text -> changed.put(text.path(), text.text()));
        if (changed.isEmpty()) {
            return Tried.of(asked, current, current, divisions.root(), draft);
        }
        Packs.Tried rules = packs.tried(changed);
        rules.fault().ifPresent(fault -> {
            throw draft.isPresent()
                    ? refused("/draft", "trials.draft-faulty", fault)
                    : refused("/texts", "trials.text", fault);
        });
        return Tried.of(asked, current, rules.pack(), divisions.root(), draft);
    }

    private Refusal refused(String pointer, String code, Fault fault) {
        return Refusal.at(
                pointer,
                code,
                fault.location().file(),
                fault.location().line(),
                texts.text(fault.code(), fault.arguments().toArray()));
    }
}
