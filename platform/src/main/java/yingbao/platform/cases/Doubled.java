package yingbao.platform.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Today;

/** Looks again at proposals to end something because the same is drawn by another case, once that case is over. */
@Component
class Doubled {
    private final DecisionQueries decisions;
    private final ProposalQueries proposals;
    private final Reassessing reassessing;
    private final Today today;

    Doubled(DecisionQueries decisions, ProposalQueries proposals, Reassessing reassessing, Today today) {
        this.decisions = decisions;
        this.proposals = proposals;
        this.reassessing = reassessing;
        this.today = today;
    }

    /** Nothing is drawn by a case any more: what its twin proposed for that alone is withdrawn, the rest worked out anew. */
    void ended(CaseRow over) {
        List<Said> because = List.of(Said.of("cases.twin-ended", over.number()));
        for (DecisionQueries.EntitlementRow twin : decisions
                .running(List.of(over.household().value()))
                .stream()
                .filter(row ->
                        row.programme().equals(over.programme()) && row.person().equals(over.person()))
                .filter(row -> !row.caseId().equals(over.id()))
                .toList()) {
            Optional<ProposalRow> waiting = proposals
                    .open(twin.id())
                    .filter(proposal -> proposal.reasons().stream().anyMatch(isThat(over)));
            waiting.ifPresent(proposal -> {
                if (proposal.reasons().stream().allMatch(isThat(over))) {
                    proposals.withdraw(
                            List.of(twin.id().value()), Callers.current().name(), because, today.instant());
                } else {
                    reassessing.compare(
                            List.of(twin),
                            new Reassessing.Cause(
                                    ProposalView.FACTS,
                                    because,
                                    proposal.fromMonth().atDay(1),
                                    Optional.empty()));
                }
            });
        }
    }

    private static Predicate<Said> isThat(CaseRow over) {
        return Said.of(Reassessing.PAID_TWICE, over.number())::equals;
    }
}
