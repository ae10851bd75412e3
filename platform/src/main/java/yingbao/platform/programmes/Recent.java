package yingbao.platform.programmes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The things of one kind that were used last, made where they are not at hand. */
final class Recent<K, V> {
    private final LinkedHashMap<K, V> kept;

    Recent(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @java.io.Serial
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized V get(K key, Function<K, V> make) {
        V found = kept.get(key);
        if (found == null) {
            found = make.apply(key);
            kept.put(key, found);
        }
        return found;
    }
}
