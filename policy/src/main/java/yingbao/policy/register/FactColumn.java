package yingbao.policy.register;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Cells;
import yingbao.policy.pack.Fact;
import yingbao.policy.value.ValueException;

/**
 * One column of a table that holds a fact; may be read by several threads at once. Remembers the values of its texts, most
 * of which come again and again.
 */
final class FactColumn {
    private static final int REMEMBERED_MAX = 16_384;

    private final int position;
    private final String heading;
    private final Fact fact;
    private final int slot;
    private final AreasOfTheDay areas;
    private final Map<String, Optional<Value>> remembered = new ConcurrentHashMap<>();

    /**
     * A column.
     *
     * @param position its place in the table, from zero
     * @param heading the text above it, as it stands there
     * @param slot the fact's place in the vocabulary
     */
    FactColumn(int position, String heading, Fact fact, int slot, AreasOfTheDay areas) {
        this.position = position;
        this.heading = heading;
        this.fact = fact;
        this.slot = slot;
        this.areas = areas;
    }

    int position() {
        return position;
    }

    String heading() {
        return heading;
    }

    Fact fact() {
        return fact;
    }

    int slot() {
        return slot;
    }

    /**
     * What a cell of this column states.
     *
     * @throws ValueException as {@link Cells#parse} and {@link AreasOfTheDay#onTheDay}, and {@code register.no-area}
     *     when a household's residence is not known, without which no standard applies to it
     */
    Optional<Value> value(String text) {
        Optional<Value> before = remembered.get(text);
        if (before != null) {
            return before;
        }
        Optional<Value> value = Cells.parse(fact, text).map(this::onTheDay);
        if (value.isEmpty() && AreasOfTheDay.isResidence(fact)) {
            throw new ValueException("register.no-area");
        }
        boolean recurs = fact.kind() != Fact.Kind.CITIZEN_ID;
        if (recurs && remembered.size() < REMEMBERED_MAX) {
            remembered.put(text, value);
        }
        return value;
    }

    private Value onTheDay(Value value) {
        return fact.kind() == Fact.Kind.AREA && value instanceof Value.Text(String digits)
                ? new Value.Text(areas.onTheDay(fact, digits))
                : value;
    }

    /** The text of a cell as it may be shown. */
    String shown(String text) {
        return fact.kind() == Fact.Kind.CITIZEN_ID ? Mask.citizenId(text) : Mask.anywhere(text);
    }
}
