package yingbao.platform.trials;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import yingbao.policy.batch.Change;
import yingbao.policy.batch.Scenario;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/**
 * Both packs of a trial.
 *
 * @param version what the pack before is known by: the version that it was made of, and by which path
 * @param parameters names of what is changed
 * @param assumed what had to be assumed
 */
record Tried(Pack before, Pack after, String version, Set<String> parameters, List<Scenario.Assumed> assumed) {

    /** @param rules the pack with the texts that are tried; the one that holds where none are */
    static Tried of(Asked asked, Pack pack, Pack rules, AreaCode everywhere) {
        List<Change> changes = asked.changes(pack, everywhere);
        Scenario.Changed before = Scenario.of(pack, asked.changesBefore(pack, everywhere));
        Scenario.Changed after = Scenario.of(rules, changes);
        Set<String> parameters = new LinkedHashSet<>();
        changes.forEach(change -> parameters.add(change.parameter()));
        return new Tried(before.pack(), after.pack(), pack.version() + " " + asked.path(), parameters, after.assumed());
    }
}
