package yingbao.platform.trials;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.population.Taken;
import yingbao.policy.batch.Trial;
import yingbao.policy.batch.Watch;
import yingbao.policy.pack.Pack;

/** What holds before, for those who moved a slider last: to decide it anew for every move would take as long again. */
@Component
class Grounds {
    private static final int KEPT = 6;

    private final Map<Key, Trial> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(Instant taken, String pack, LocalDate on, AreaScope scope) {}

    /** What holds in a scope on a day; empty where the watch stopped it. */
    Optional<Trial> of(Taken taken, Pack before, String version, LocalDate on, AreaScope scope, Watch watch) {
        Key key = new Key(taken.at(), version, on, scope);
        synchronized (kept) {
            Trial known = kept.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<Trial> made = Trial.of(before, on, taken.population(), taken.in(scope), watch);
        made.ifPresent(trial -> {
            synchronized (kept) {
                kept.put(key, trial);
                while (kept.size() > KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
        });
        return made;
    }
}
