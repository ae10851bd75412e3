package yingbao.platform.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.access.FirstUsers;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobProgress;
import yingbao.platform.jobs.JobWork;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Texts;
import yingbao.policy.value.AreaCode;

/** Tells the whole story, chapter by chapter; begun again, it goes on where it stopped. */
@Component
class DemoLoad implements JobWork {
    static final String KIND = "demo.load";

    /** The last step; whoever finds it done need not begin. */
    static final String END = "end";

    /** The business date that a demonstration opens on, a Monday. */
    static final LocalDate OPENS_ON = LocalDate.of(2016, 10, 10);

    private static final int PER_MILLE = 1_000;

    /** Looked up when it begins, because chapters plan jobs themselves. */
    private final ObjectProvider<Chapter> told;

    private final Casting casting;
    private final Steps steps;
    private final FirstUsers users;
    private final JsonMapper json;
    private final Texts texts;

    DemoLoad(
            ObjectProvider<Chapter> told,
            Casting casting,
            Steps steps,
            FirstUsers users,
            JsonMapper json,
            Texts texts) {
        this.told = told;
        this.casting = casting;
        this.steps = steps;
        this.users = users;
        this.json = json;
        this.texts = texts;
    }

    /** What the job needs to know. */
    record Order(String county, int households) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** The story has days of its own, and shall come out the same whenever the platform looks. */
    @Override
    public boolean seesToDays() {
        return true;
    }

    @Override
    public String run(JobId id, String payload, JobProgress progress) {
        Order order = json.readValue(payload, Order.class);
        Scene scene = new Scene(
                AreaCode.parse(order.county()), order.households(), new Cast(users.callers()), Callers.current());
        steps.recall();
        casting.forget();
        List<Chapter> chapters = told.orderedStream().toList();
        int all = chapters.stream().mapToInt(Chapter::weight).sum();
        int before = 0;
        for (Chapter chapter : chapters) {
            tell(chapter, scene, progress, PER_MILLE * before / all, PER_MILLE * chapter.weight() / all);
            before += chapter.weight();
        }
        steps.take(Step.of(END, OPENS_ON, scene.owner(), () -> ""));
        progress.report(PER_MILLE, PER_MILLE);
        return texts.text("demo.done", steps.done(), steps.refused());
    }

    private void tell(Chapter chapter, Scene scene, JobProgress progress, int from, int share) {
        List<Step> story = chapter.steps(scene);
        for (int step = 0; step < story.size(); step++) {
            progress.report(from + (long) share * step / story.size(), PER_MILLE);
            steps.take(story.get(step));
        }
    }
}
