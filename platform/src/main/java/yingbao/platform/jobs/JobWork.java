package yingbao.platform.jobs;

import java.util.Set;
import yingbao.platform.access.Right;

/** What jobs of one kind do. A job may be begun again after a crash, and must then go on where it stopped. */
public interface JobWork {

    /** The kind of jobs that this does, such as {@code registry.import}. */
    String kind();

    /** Whether such a job sees to what falls due on the days it passes through, so that nothing else may meanwhile. */
    default boolean seesToDays() {
        return false;
    }

    /** Whether people may stop such a job midway, because it leaves nothing behind then. */
    default boolean canBeCancelled() {
        return false;
    }

    /**
     * Who may stop such a job besides whoever asked for it, such as one that begins by itself: anyone in whose area whoever
     * asked for it lies, and who has one of these rights.
     */
    default Set<Right> rightsToCancel() {
        return Set.of();
    }

    /**
     * Does a job on behalf of its caller, in as many transactions as it likes.
     *
     * @param payload what {@link Jobs#submit} was given, as JSON
     * @return what there is to tell at the end, for people
     * @throws JobCancelled as {@code progress} threw it, when somebody stopped the job
     * @throws yingbao.platform.kernel.Refusal when it cannot be done; its text is shown to the caller
     */
    String run(JobId id, String payload, JobProgress progress);
}
