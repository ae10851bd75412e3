package yingbao.platform.kernel;

import java.util.List;

/**
 * A part of a list.
 *
 * @param rows the rows of this part
 * @param total how many rows the whole list has
 */
public record Page<T>(List<T> rows, long total) {
    /** How many rows may be asked for at once. */
    public static final int SIZE_MAX = 200;

    public Page {
        rows = List.copyOf(rows);
    }

    /** A number of rows that may be asked for. */
    public static int bounded(int size) {
        return Math.clamp(size, 1, SIZE_MAX);
    }
}
