package yingbao.platform.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Today;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Pack;

/** Lets what rests on an entitlement be looked at when that is suspended, ended or resumed: it proposes, and decides nothing. */
@Component
class RestFollowed {
    private final CaseQueries cases;
    private final DecisionQueries decisions;
    private final ProposalQueries proposals;
    private final Reassessing reassessing;
    private final CaseFlow caseFlow;
    private final Packs packs;
    private final Today today;

    RestFollowed(
            CaseQueries cases,
            DecisionQueries decisions,
            ProposalQueries proposals,
            Reassessing reassessing,
            CaseFlow caseFlow,
            Packs packs,
            Today today) {
        this.cases = cases;
        this.decisions = decisions;
        this.proposals = proposals;
        this.reassessing = reassessing;
        this.caseFlow = caseFlow;
        this.packs = packs;
        this.today = today;
    }

    @EventListener
    void decided(CaseDecided decided) {
        switch (decided.effect()) {
            case SUSPEND -> look(decided.id(), "cases.rest-suspended", false);
            case END -> look(decided.id(), "cases.rest-ended", false);
            // Nobody needs to look at what goes on as it was.
            case RESUME, GRANT -> look(decided.id(), "cases.rest-drawn", true);
            case ADJUST, REFUSE -> {}
        }
    }

    private void look(CaseId id, String code, boolean onlyWhatWaits) {
        CaseRow row = cases.find(id).orElseThrow();
        Pack pack = packs.current();
        YearMonth next = YearMonth.from(today.date()).plusMonths(1);
        Map<String, List<Set<String>>> on = Resting.on(pack, next.atDay(1));
        List<DecisionQueries.EntitlementRow> resting = decisions
                .running(List.of(row.household().value()))
                .stream()
                .filter(other -> on.getOrDefault(other.programme(), List.of()).stream()
                        .anyMatch(needed -> needed.contains(row.programme())))
                .filter(other -> row.person().isEmpty() || row.person().equals(other.person()))
                .filter(other -> !onlyWhatWaits || proposals.open(other.id()).isPresent())
                .toList();
        if (!resting.isEmpty()) {
            LocalDate from = since(id).orElse(next).atDay(1);
            String title = caseFlow.programmeTitle(row.programme(), today.date());
            reassessing.compare(
                    resting,
                    new Reassessing.Cause(
                            ProposalView.FACTS,
                            List.of(Said.of(code, title, row.number(), YearMonth.from(from))),
                            from,
                            Optional.empty()));
        }
    }

    /** The first month of what was decided last. */
    private Optional<YearMonth> since(CaseId id) {
        return decisions.decisions(id).reversed().stream()
                .findFirst()
                .flatMap(last -> decisions.amounts(last.id()).stream().findFirst())
                .map(MonthAmount::from);
    }
}
