package yingbao.policy.decide;

import java.util.List;

/**
 * A decision with its reasons, as people read it.
 *
 * @param decision the decision
 * @param unit whom it is about, as people call them
 * @param period what an amount is per, in words
 * @param clauses every clause with its answer
 * @param amount how the amount comes about
 * @param questions what to ask whom; empty unless undetermined
 */
public record Explanation(
        Decision decision, String unit, String period, List<Node> clauses, Node amount, List<Question> questions) {}
