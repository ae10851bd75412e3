package yingbao.policy.batch;

/**
 * Takes what is decided of a population, chunk by chunk, so that nobody has to hold all of it at once.
 *
 * @param <R> what it makes of it
 */
public interface Sink<R> {
    /**
     * Takes a chunk, which is used again for others afterwards. Each comes once, in any order and on several threads at
     * once. They are begun in their order, so that few have to wait for whoever wants them in order.
     */
    void take(DecidedChunk chunk);

    /** Nothing more is taken: the watch stopped it, or something failed. Chunks that were begun before may still be taken. */
    default void abandon() {
        // Whoever waits for no chunk has nothing to do.
    }

    /**
     * What became of all chunks, once each has been taken.
     *
     * @param decidedApart how many households were decided by the evaluator that walks the tree
     */
    R result(long decidedApart);
}
