package yingbao.platform.trials;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yingbao.platform.drafts.TriedDraft;
import yingbao.policy.batch.Change;
import yingbao.policy.batch.Scenario;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * Both packs of a trial.
 *
 * @param version what the pack before is known by: the version that it was made of, and by which path
 * @param moved names of what the changes beside a draft change
 * @param parameters names of all that is changed
 * @param assumed what had to be assumed
 * @param month which is answered at once
 * @param draft whose files are tried
 */
record Tried(
        Pack before,
        Pack after,
        String version,
        Set<String> moved,
        Set<String> parameters,
        List<Scenario.Assumed> assumed,
        YearMonth month,
        Optional<TriedDraft> draft) {

    /** @param rules the pack with the texts that are tried; the one that holds where none are */
    static Tried of(Asked asked, Pack pack, Pack rules, AreaCode everywhere, Optional<TriedDraft> draft) {
        List<Change> changes = asked.changes(rules, everywhere);
        Scenario.Changed before = Scenario.of(pack, asked.changesBefore(pack, everywhere));
        Scenario.Changed after = Scenario.of(rules, changes);
        Set<String> moved = new LinkedHashSet<>();
        changes.forEach(change -> moved.add(change.parameter()));
        Set<String> parameters = new LinkedHashSet<>(moved);
        Optional<YearMonth> begun = draft.map(tried -> {
                    Drafted drafted = new Drafted(pack, rules, tried.files().keySet());
                    parameters.addAll(drafted.parameters());
                    return drafted;
                })
                .flatMap(Drafted::whole);
        return new Tried(
                before.pack(),
                after.pack(),
                pack.version() + " " + asked.path(),
                moved,
                parameters,
                after.assumed(),
                asked.month(begun),
                draft);
    }

    /** Of which state of which draft an answer speaks. */
    Optional<Answer.OfDraft> ofDraft() {
        return draft.map(tried -> new Answer.OfDraft(tried.id(), tried.title(), tried.change(), tried.changedAt()));
    }
}
