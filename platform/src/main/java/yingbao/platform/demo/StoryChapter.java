package yingbao.platform.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import yingbao.platform.cases.DailyWork;

/** What happens from month to month: payments, cases and whatever else life brings, in the order of days. */
@Component
@Order(3)
class StoryChapter implements Chapter {
    private static final int WEIGHT = 80;

    private final PaymentStory payments;
    private final CaseStory cases;
    private final EventStory events;
    private final DailyWork daily;

    StoryChapter(PaymentStory payments, CaseStory cases, EventStory events, DailyWork daily) {
        this.payments = payments;
        this.cases = cases;
        this.events = events;
        this.daily = daily;
    }

    @Override
    public int weight() {
        return WEIGHT;
    }

    @Override
    public List<Step> steps(Scene scene) {
        List<Step> story = new ArrayList<>(payments.steps(scene));
        story.addAll(cases.steps(scene));
        story.addAll(events.steps(scene));
        story.add(Step.waiting("day", DemoLoad.OPENS_ON, scene.owner(), this::fallenDue));
        return CaseStory.inOrder(story);
    }

    private String fallenDue() {
        daily.seeTo(DemoLoad.OPENS_ON);
        return "";
    }
}
