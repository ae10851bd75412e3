package yingbao.policy.pack;

import java.util.Comparator;

/**
 * A place in a file of a pack.
 *
 * @param file path relative to the pack's folder, with forward slashes
 * @param line counted from one
 * @param column counted from one, in characters
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
