package yingbao.platform.radar;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yingbao.platform.cases.CaseDecided;
import yingbao.platform.cases.CaseOpened;
import yingbao.platform.cases.CaseOver;
import yingbao.platform.kernel.Today;
import yingbao.platform.registry.PersonId;

/** Lets a case settle the leads that it is about: an application takes them up, its decision closes them. */
@Component
class CasesFollowed {
    private final LeadQueries queries;
    private final Today today;

    CasesFollowed(LeadQueries queries, Today today) {
        this.queries = queries;
        this.today = today;
    }

    @EventListener
    void opened(CaseOpened opened) {
        queries.apply(
                opened.id(),
                opened.programme(),
                opened.person()
                        .map(PersonId::value)
                        .orElseGet(() -> opened.household().value()));
    }

    /** What is adjusted may go on for the same cause: only the next run knows. */
    @EventListener
    void decided(CaseDecided decided) {
        switch (decided.effect()) {
            case GRANT, REFUSE ->
                queries.closeByCase(decided.id(), List.of(Kind.NOT_RECEIVING), today.date(), today.instant());
            case END, SUSPEND ->
                queries.closeByCase(
                        decided.id(), List.of(Kind.NO_LONGER_ELIGIBLE, Kind.TWICE), today.date(), today.instant());
            case RESUME, ADJUST -> {}
        }
    }

    /** An application that was withdrawn leaves its lead to whoever looks next. */
    @EventListener
    void over(CaseOver over) {
        queries.letGo(over.id());
    }
}
