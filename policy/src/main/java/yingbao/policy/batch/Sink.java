package yingbao.policy.batch;

/**
 * Takes what is decided of a population, chunk by chunk, so that nobody has to hold all of it at once.
 *
 * @param <R> what it makes of it
 */
public interface Sink<R> {
    /**
     * Takes a chunk, which is used again for others afterwards. Each comes once, in any order and on several threads at
     * once.
     */
    void take(DecidedChunk chunk);

    /**
     * What became of all chunks, once each has been taken.
     *
     * @param decidedApart how many households were decided by the evaluator that walks the tree
     */
    R result(long decidedApart);
}
