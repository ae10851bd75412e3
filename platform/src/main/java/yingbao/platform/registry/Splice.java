package yingbao.platform.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Span;

/** Households taken before and those that changed since, in the common order of areas and ids, cut into blocks. */
final class Splice {
    private static final int ROWS_AT_ONCE = 4096;

    private final Population before;
    private final List<Part> parts = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private int room = Block.HOUSEHOLDS;

    /** What comes next in a block. */
    sealed interface Piece {
        /** Households as they were taken before. */
        record Kept(Span span) implements Piece {}

        /** One that is to be read again, or for the first time. */
        record Changed(CopyQueries.Home household) implements Piece {}
    }

    /** One block. */
    record Part(List<Piece> pieces) {
        List<CopyQueries.Home> changed() {
            List<CopyQueries.Home> changed = new ArrayList<>();
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Changed(CopyQueries.Home household)) {
                    changed.add(household);
                }
            }
            return changed;
        }
    }

    private Splice(Population before) {
        this.before = before;
    }

    /**
     * Puts them together.
     *
     * @param outdated which of those taken before are so no longer
     * @param changed those that take their place, and new ones, ordered by area and id
     */
    static List<Part> of(Population before, Set<UUID> outdated, List<CopyQueries.Home> changed) {
        int[] gone = gone(before, outdated);
        Splice splice = new Splice(before);
        int row = 0;
        int nextGone = 0;
        for (CopyQueries.Home home : changed) {
            int place = splice.place(home);
            for (; nextGone < gone.length && gone[nextGone] < place; nextGone++) {
                splice.keep(row, gone[nextGone]);
                row = gone[nextGone] + 1;
            }
            splice.keep(row, place);
            row = place;
            splice.add(new Piece.Changed(home), 1);
        }
        for (; nextGone < gone.length; nextGone++) {
            splice.keep(row, gone[nextGone]);
            row = gone[nextGone] + 1;
        }
        splice.keep(row, before.households());
        splice.cut();
        return splice.parts;
    }

    /** The rows of households that are outdated. */
    private static int[] gone(Population before, Set<UUID> outdated) {
        Set<String> ids = outdated.stream().map(UUID::toString).collect(Collectors.toSet());
        return IntStream.rangeClosed(0, before.households() / ROWS_AT_ONCE)
                .parallel()
                .flatMap(part -> {
                    int first = part * ROWS_AT_ONCE;
                    List<String> households =
                            before.householdIds(new Span(first, Math.min(first + ROWS_AT_ONCE, before.households())));
                    return IntStream.range(0, households.size())
                            .filter(row -> ids.contains(households.get(row)))
                            .map(row -> first + row);
                })
                .toArray();
    }

    /** How many of those taken before come before a household. */
    private int place(CopyQueries.Home home) {
        int low = 0;
        int high = before.households();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, home) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int row, CopyQueries.Home home) {
        int areas = before.areaOf(row).digits().compareTo(home.area().digits());
        // In hexadecimal digits ids have the order of their bytes.
        return areas != 0 ? areas : before.householdId(row).compareTo(home.id().toString());
    }

    private void keep(int from, int to) {
        for (int row = from; row < to; ) {
            Span span = new Span(row, Math.min(to, row + room));
            add(new Piece.Kept(span), span.households());
            row = span.to();
        }
    }

    private void add(Piece piece, int households) {
        pieces.add(piece);
        room -= households;
        if (room == 0) {
            cut();
        }
    }

    private void cut() {
        if (!pieces.isEmpty()) {
            parts.add(new Part(pieces));
            pieces = new ArrayList<>();
            room = Block.HOUSEHOLDS;
        }
    }
}
