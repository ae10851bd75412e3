package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yingbao.policy.expr.Value;
import yingbao.policy.value.Timeline;

/** The one fold of statements into facts: of those that name a fact and cover a day, the last recorded holds. */
final class FactHistory {

    /** A value and where it is from; the value is empty on days for which it was withdrawn. */
    record Stated(Optional<Value> value, FactSource source) {}

    private FactHistory() {}

    /**
     * Every fact's value on every day.
     *
     * @param recorded statements about one holder, in the order in which they were recorded
     */
    static Map<String, Timeline<Stated>> of(List<StoredStatement> recorded) {
        Map<String, Timeline<Stated>> history = new TreeMap<>();
        for (StoredStatement statement : recorded) {
            statement.facts().forEach((name, value) -> {
                Timeline<Stated> newer = Timeline.of(statement.valid(), new Stated(value, statement.source()));
                Timeline<Stated> before = history.getOrDefault(name, Timeline.empty());
                history.put(name, before.merge(newer, (_, stated) -> stated));
            });
        }
        return history;
    }

    /** The same for one day, without cutting any timeline. */
    static Map<String, Stated> on(List<StoredStatement> recorded, LocalDate day) {
        Map<String, Stated> facts = new HashMap<>();
        for (StoredStatement statement : recorded) {
            if (statement.valid().contains(day)) {
                statement.facts().forEach((name, value) -> facts.put(name, new Stated(value, statement.source())));
            }
        }
        return facts;
    }
}
