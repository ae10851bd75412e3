package yingbao.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import yingbao.policy.decide.ClauseAnswer.Answer;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.Money;

/** What one version of a programme says to one household or person on one day, with the answer to every clause. */
public sealed interface Decision {

    /** What was asked and how every clause came out. */
    Basis basis();

    /**
     * What every decision rests on.
     *
     * @param programme the version in force
     * @param unitId the household's or person's id
     * @param on the day asked about
     * @param packVersion the pack that was used
     * @param answers the clauses in their order
     */
    record Basis(Programme programme, String unitId, LocalDate on, String packVersion, List<ClauseAnswer> answers) {
        public Basis {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Every clause is met.
     *
     * @param amount what is due per period of the programme, after its rounding
     */
    record Eligible(Basis basis, Money amount) implements Decision {}

    /** At least one clause is known not to be met. */
    record NotEligible(Basis basis) implements Decision {

        /** The clauses that are not met, in order. */
        public List<ClauseAnswer> refused() {
            return basis.answers().stream()
                    .filter(answer -> answer.answer() == Answer.NOT_MET)
                    .toList();
        }
    }

    /**
     * No clause is known to fail, but not all are known to hold, or the amount is open.
     *
     * @param missing what would settle it; empty when only failures stand in the way
     * @param failures what cannot be worked out from what is known
     */
    record Undetermined(Basis basis, SortedSet<Missing> missing, List<String> failures) implements Decision {
        public Undetermined {
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
            failures = List.copyOf(failures);
        }
    }

    /** The outcome as files and examples name it. */
    default String outcome() {
        return switch (this) {
            case Eligible _ -> "ELIGIBLE";
            case NotEligible _ -> "NOT_ELIGIBLE";
            case Undetermined _ -> "UNDETERMINED";
        };
    }

    /** The decision that the answers lead to before any amount is worked out; eligible ones still need theirs. */
    static Decision undeterminedBy(Basis basis) {
        TreeSet<Missing> missing = new TreeSet<>();
        List<String> failures = new ArrayList<>();
        for (ClauseAnswer answer : basis.answers()) {
            missing.addAll(answer.missing());
            answer.failure().ifPresent(failure -> failures.add(failure.code() + " " + failure.detail()));
        }
        return new Undetermined(basis, missing, failures);
    }
}
