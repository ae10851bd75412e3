package yingbao.policy.batch;

/**
 * Households of a population that follow each other.
 *
 * @param from row of the first one
 * @param to row after the last one; the same as the first where there are none
 */
public record Span(int from, int to) {
    /** @throws IllegalArgumentException where it ends before it begins */
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    public int households() {
        return to - from;
    }
}
