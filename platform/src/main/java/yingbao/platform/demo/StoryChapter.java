package yingbao.platform.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens from month to month: payments, cases and whatever else life brings, in the order of days. */
@Component
@Order(3)
class StoryChapter implements Chapter {
    private static final int WEIGHT = 80;

    private final PaymentStory payments;
    private final CaseStory cases;
    private final EventStory events;

    StoryChapter(PaymentStory payments, CaseStory cases, EventStory events) {
        this.payments = payments;
        this.cases = cases;
        this.events = events;
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
        return CaseStory.inOrder(story);
    }
}
