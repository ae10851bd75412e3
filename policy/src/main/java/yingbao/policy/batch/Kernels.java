package yingbao.policy.batch;

/** The compiled steps of a plan; a hidden class that is unloaded with its plan. */
interface Kernels {
    /**
     * Works out a step for some rows of a chunk, all of the division that it has taken.
     *
     * @param step its place among the plan's steps
     * @throws RuntimeException where a row does not come out exactly; the rows before it are done
     */
    void run(int step, Chunk chunk, int from, int to);
}
