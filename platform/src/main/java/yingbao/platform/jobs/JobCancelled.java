package yingbao.platform.jobs;

/** A job is stopped because somebody cancelled it. Whoever works on it leaves nothing behind and lets this pass. */
public final class JobCancelled extends RuntimeException {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    /** Without a place in the code: that it happens is no fault. */
    public JobCancelled() {
        super("cancelled", null, false, false);
    }
}
