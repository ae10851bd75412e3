package yingbao.policy.decide;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Programme.Clause;

/**
 * What one clause came to.
 *
 * @param clause the clause
 * @param answer met, not met or unknown
 * @param missing what would settle an unknown one; empty otherwise
 * @param failure why it cannot be worked out from what is known, such as a number too large
 * @param parts the answers of its parts, for a group
 */
public record ClauseAnswer(
        Clause clause,
        Answer answer,
        SortedSet<Missing> missing,
        Optional<Value.Failure> failure,
        List<ClauseAnswer> parts) {

    /** The answer to a clause's question. */
    public enum Answer {
        MET,
        NOT_MET,
        UNKNOWN
    }

    private static final SortedSet<Missing> NOTHING = Collections.emptySortedSet();

    static ClauseAnswer of(Clause clause, Value value) {
        return switch (value) {
            case Value.Flag(boolean met) ->
                new ClauseAnswer(clause, met ? Answer.MET : Answer.NOT_MET, NOTHING, Optional.empty(), List.of());
            case Value.Unknown(SortedSet<Missing> missing) ->
                new ClauseAnswer(clause, Answer.UNKNOWN, missing, Optional.empty(), List.of());
            case Value.Failure failure ->
                new ClauseAnswer(clause, Answer.UNKNOWN, NOTHING, Optional.of(failure), List.of());
            case Value.Whole _, Value.Fraction _, Value.Text _ ->
                throw new IllegalStateException("a clause yields a flag");
        };
    }

    /** A group holds when any part does, and fails only when every part does. */
    static ClauseAnswer ofAny(Clause clause, List<ClauseAnswer> parts) {
        Answer answer = Answer.NOT_MET;
        TreeSet<Missing> missing = new TreeSet<>();
        Optional<Value.Failure> failure = Optional.empty();
        for (ClauseAnswer part : parts) {
            switch (part.answer()) {
                case MET -> {
                    return new ClauseAnswer(clause, Answer.MET, NOTHING, Optional.empty(), parts);
                }
                case UNKNOWN -> {
                    answer = Answer.UNKNOWN;
                    missing.addAll(part.missing());
                    failure = failure.or(part::failure);
                }
                case NOT_MET -> {}
            }
        }
        return new ClauseAnswer(clause, answer, missing, failure, parts);
    }
}
