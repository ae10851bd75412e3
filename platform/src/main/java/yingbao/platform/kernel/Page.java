package yingbao.platform.kernel;

import java.util.List;

/**
 * A part of a list.
 *
 * @param rows the rows of this part
 * @param total how many rows the whole list has, as far as that was counted
 * @param more whether there are more than were counted
 */
public record Page<T>(List<T> rows, long total, boolean more) {
    /** How many rows may be asked for at once. */
    public static final int SIZE_MAX = 200;

    public Page {
        rows = List.copyOf(rows);
    }

    /** A part of a list that was counted to its end. */
    public Page(List<T> rows, long total) {
        this(rows, total, false);
    }

    /** A number of rows that may be asked for. */
    public static int bounded(int size) {
        return Math.clamp(size, 1, SIZE_MAX);
    }
}
