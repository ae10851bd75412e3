package yingbao.platform.radar;

import java.util.Set;
import org.springframework.stereotype.Component;
import yingbao.platform.access.Right;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.Texts;

/** A run of the radar. Begun again after a crash it starts from the beginning, for nothing of it was written. */
@Component
class RadarJob implements JobWork {
    static final String KIND = "radar.run";

    private final Radar radar;
    private final Texts texts;

    RadarJob(Radar radar, Texts texts) {
        this.radar = radar;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean canBeCancelled() {
        return true;
    }

    @Override
    public Set<Right> rightsToCancel() {
        return Set.of(Right.RADAR_RUN, Right.USER_MANAGE);
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        FindingQueries.RunRow run = radar.run(progress);
        return texts.text("radar.job-done", run.opened(), run.kept(), run.gone());
    }
}
