package yingbao.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as people see it.
 *
 * @param link the page that shows what it works on
 * @param done how much is done
 * @param total how much there is; zero while nobody knows
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
        String message,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** Where a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
