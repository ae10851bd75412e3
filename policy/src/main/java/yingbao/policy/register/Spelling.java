package yingbao.policy.register;

import java.util.Optional;

/** Finds the heading that somebody probably meant. */
final class Spelling {
    private Spelling() {}

    /** The candidate that differs least, if at most half of the characters do. */
    static Optional<String> nearest(String typed, Iterable<String> candidates) {
        Optional<String> nearest = Optional.empty();
        int fewest = typed.length() / 2 + 1;
        for (String candidate : candidates) {
            int edits = edits(typed, candidate);
            if (edits < fewest) {
                nearest = Optional.of(candidate);
                fewest = edits;
            }
        }
        return nearest;
    }

    /** How many characters must be added, removed or replaced. */
    private static int edits(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[right.length()];
    }
}
