package yingbao.platform.radar;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yingbao.platform.registry.HouseholdMoved;

/** Lets leads follow those whom they are about: whoever looks them up is the village where they live now. */
@Component
class HouseholdsFollowed {
    private final LeadQueries queries;

    HouseholdsFollowed(LeadQueries queries) {
        this.queries = queries;
    }

    @EventListener
    void moved(HouseholdMoved moved) {
        queries.follow(moved.household(), moved.to());
    }
}
