package yingbao.policy.decide;

import java.util.List;
import java.util.Optional;

/**
 * One node of a programme's graph. A rule and its evaluation have the same shape: the evaluation is the rule with the
 * answers filled in, so one viewer shows both.
 *
 * @param id the clause's id; {@code amount} and {@code let.…} for the others
 * @param kind what the node is
 * @param ask the question, or the name of the value
 * @param rule the condition or formula in Chinese
 * @param cites articles it rests on, in words
 * @param children parts of a group
 * @param evaluation what it came to; empty in a rule graph
 */
public record Node(
        String id,
        Kind kind,
        String ask,
        String rule,
        List<String> cites,
        List<Node> children,
        Optional<Evaluation> evaluation) {

    /** What a node is. */
    public enum Kind {
        /** A condition. */
        CLAUSE,
        /** A group of conditions of which one must hold. */
        ANY_OF,
        /** A named intermediate value. */
        LET,
        /** What is paid. */
        AMOUNT
    }

    /**
     * What a node came to.
     *
     * @param answer {@code MET}, {@code NOT_MET} or {@code UNKNOWN}
     * @param values the rule with this household's values put in
     * @param refusal what a person is told when it does not hold; empty otherwise
     * @param used what the answer rests on
     * @param missing what would settle an open answer
     */
    public record Evaluation(
            ClauseAnswer.Answer answer, String values, String refusal, List<Used> used, List<Question> missing) {}

    /**
     * A fact or parameter that an answer rests on.
     *
     * @param name its full name
     * @param label how people call it
     * @param value its value, in words
     * @param source who supplied it, or where it is stated
     */
    public record Used(String name, String label, String value, String source) {}
}
