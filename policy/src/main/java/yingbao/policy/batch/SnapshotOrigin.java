package yingbao.policy.batch;

/** Where the households of a snapshot come from. */
public sealed interface SnapshotOrigin {

    /** From a register that somebody keeps. */
    record Register() implements SnapshotOrigin {}

    /**
     * Nobody lives like this: they were drawn at random.
     *
     * @param seed from which they can be drawn again
     */
    record Synthetic(long seed) implements SnapshotOrigin {}
}
