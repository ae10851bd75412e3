package yingbao.policy.pack;

import java.util.Comparator;
import java.util.List;

/**
 * Something wrong with a pack: what, and where.
 *
 * @param location where it stands
 * @param code stable name of the fault, the key of its message
 * @param arguments what the message needs, in order
 */
public record Fault(Location location, String code, List<String> arguments) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::location).thenComparing(Fault::code).thenComparing(Fault::toString);

    public Fault {
        arguments = List.copyOf(arguments);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }
}
