package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Explanation;
import yingbao.policy.decide.Node;
import yingbao.policy.decide.Question;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.Money;

/**
 * A decision with its reasons as JSON, the same from the platform as from the command line; what a decision keeps of
 * itself.
 *
 * @param programme id of the programme
 * @param inForce the days of the version that was used
 * @param packVersion the pack that was used
 * @param unitId the household's or person's id
 * @param unit whom it is about, as people call them
 * @param outcome ELIGIBLE, NOT_ELIGIBLE or UNDETERMINED
 * @param amountFen per period; only when eligible
 * @param period what the amount is per, in words
 * @param refusals what is told for each clause that is not met, in order
 * @param nodes the clauses with their answers, then the amount
 * @param questions what to ask whom; empty unless undetermined
 * @param failures what cannot be worked out from what is known
 */
public record ExplanationView(
        String programme,
        String title,
        String inForce,
        String packVersion,
        String unitId,
        String unit,
        LocalDate on,
        String outcome,
        Optional<Long> amountFen,
        String period,
        List<String> refusals,
        List<Node> nodes,
        List<Question> questions,
        List<String> failures) {

    /** What there is to tell of a decision. */
    public static ExplanationView of(Explanation explanation) {
        Decision decision = explanation.decision();
        Programme programme = decision.basis().programme();
        List<Node> nodes = new ArrayList<>(explanation.clauses());
        nodes.add(explanation.amount());
        return new ExplanationView(
                programme.id(),
                programme.title(),
                programme.range().toString(),
                decision.basis().packVersion(),
                decision.basis().unitId(),
                explanation.unit(),
                decision.basis().on(),
                decision.outcome(),
                amount(decision).map(Money::fen),
                explanation.period(),
                explanation.clauses().stream()
                        .flatMap(node -> node.evaluation().stream())
                        .map(Node.Evaluation::refusal)
                        .filter(refusal -> !refusal.isEmpty())
                        .toList(),
                nodes,
                explanation.questions(),
                decision instanceof Decision.Undetermined open ? open.failures() : List.of());
    }

    static Optional<Money> amount(Decision decision) {
        return decision instanceof Decision.Eligible eligible ? Optional.of(eligible.amount()) : Optional.empty();
    }
}
