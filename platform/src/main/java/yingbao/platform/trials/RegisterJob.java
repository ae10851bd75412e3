package yingbao.platform.trials;

import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;
import yingbao.platform.population.Populations;

/**
 * Takes the register for trials. Whoever asks for it sees only their own part of what is taken; the platform itself takes all
 * of it.
 */
@Component
class RegisterJob implements JobWork {
    static final String KIND = "trials.register";

    private final Populations populations;
    private final Texts texts;
    private final Caller platform;

    RegisterJob(Populations populations, Texts texts, Divisions divisions) {
        this.populations = populations;
        this.texts = texts;
        this.platform = Caller.platform(divisions.root());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        int households = Callers.as(platform, () -> populations.take(progress))
                .population()
                .households();
        return texts.text("trials.job-register-done", households);
    }
}
