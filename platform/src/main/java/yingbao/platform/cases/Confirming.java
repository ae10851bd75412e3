package yingbao.platform.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yingbao.platform.audit.Audit;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.platform.notices.Notices;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.value.Money;

/** Decides one adjustment that was proposed, while its case rests where it is. */
@Component
class Confirming {
    private final CaseQueries cases;
    private final ProposalQueries proposals;
    private final CaseFlow caseFlow;
    private final CaseFiles files;
    private final Deciding deciding;
    private final Notices notices;
    private final Audit audit;
    private final Today today;

    Confirming(
            CaseQueries cases,
            ProposalQueries proposals,
            CaseFlow caseFlow,
            CaseFiles files,
            Deciding deciding,
            Notices notices,
            Audit audit,
            Today today) {
        this.cases = cases;
        this.proposals = proposals;
        this.caseFlow = caseFlow;
        this.files = files;
        this.deciding = deciding;
        this.notices = notices;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Decides it, with what is known now.
     *
     * @return false where the rules say meanwhile that nothing is due, so that it is left to the steps of its case
     */
    boolean confirm(ProposalRow proposal, String reason) {
        CaseRow row = cases.hold(proposal.caseId()).orElseThrow();
        try {
            DecisionId decision = deciding.decide(row, Effect.ADJUST, reason);
            audit.record(
                    "case.decide",
                    Cases.SUBJECT,
                    row.id().value(),
                    row.area(),
                    Map.of(
                            "number", row.number(),
                            "kind", Effect.ADJUST.name(),
                            "decision", decision.value().toString()));
        } catch (Refusal meanwhile) {
            proposals.withdraw(
                    List.of(proposal.entitlement().value()),
                    Callers.current().name(),
                    List.of(Said.of(meanwhile.code(), meanwhile.args().toArray())),
                    today.instant());
            return false;
        }
        hangAnew(row, reason);
        return true;
    }

    /** The long-term list tells the amount that is paid now. */
    private void hangAnew(CaseRow row, String reason) {
        CaseFlow.Told told = caseFlow.told(row, cases.steps(row.id()));
        Workflow.State state = told.state();
        if (!CaseFlow.tellsAmount(state)
                || state.notice().filter(yingbao.policy.pack.Notice::longList).isEmpty()) {
            return;
        }
        Optional<Money> amount = deciding.drawn(row);
        notices.close(row.id().value(), reason);
        caseFlow.notice(row, told, state, today.date(), files.of(row, today.date()), amount)
                .ifPresent(notices::open);
    }
}
