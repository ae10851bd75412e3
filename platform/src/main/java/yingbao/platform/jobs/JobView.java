package yingbao.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as people see it.
 *
 * @param link the page that shows what it works on
 * @param done how much is done
 * @param total how much there is; zero while nobody knows
 * @param canBeCancelled whether it can be stopped now
 * @param cancelledBy who stopped it; empty where nobody did
 * @param message what there is to tell at the end, or why it failed
 */
public record JobView(
        JobId id,
        String kind,
        String title,
        String link,
        State state,
        long done,
        long total,
        boolean canBeCancelled,
        String cancelledBy,
        String message,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** Where a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        /** Somebody stopped it, and it left nothing behind. */
        CANCELLED
    }

    JobView cancellable(boolean can) {
        return new JobView(
                id, kind, title, link, state, done, total, can, cancelledBy, message, createdAt, startedAt, finishedAt);
    }
}
