package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yingbao.platform.kernel.UserId;

/**
 * Where a case stands.
 *
 * @param state the state it is in
 * @param applied the day of the application
 * @param history what was done so far, in order
 * @param papers titles of what is on file for the state
 * @param kin whether close kin is declared
 * @param noticeTo the last day of the notice that hangs now; empty where none does
 * @param openObjections how many objections wait for an answer
 * @param unposted where the money stands that was decided and has not reached its account; empty when all has, or where no
 *     action of the state waits for it
 */
public record Standing(
        String state,
        LocalDate applied,
        List<Done> history,
        Set<String> papers,
        boolean kin,
        Optional<LocalDate> noticeTo,
        int openObjections,
        Optional<Obstacle> unposted) {
    public Standing {
        history = List.copyOf(history);
        papers = Set.copyOf(papers);
    }

    /**
     * A step that was taken.
     *
     * @param from the state that was left
     * @param form what was entered in it
     */
    public record Done(
            int seq,
            String from,
            String action,
            String to,
            LocalDate on,
            UserId actor,
            String remarks,
            Map<String, Entry> form) {}

    /** The latest step that left a state. */
    public Optional<Done> lastFrom(String from) {
        return history.reversed().stream()
                .filter(done -> done.from().equals(from))
                .findFirst();
    }

    /**
     * Steps that led to the present state for the first time since the case rested, and all before that rest.
     *
     * @param rests whether a step ended a rest
     */
    List<Done> before(Predicate<Done> rests) {
        int begin = 0;
        for (int at = 0; at < history.size(); at++) {
            if (rests.test(history.get(at))) {
                begin = at + 1;
            }
        }
        int end = begin;
        while (end < history.size() && !history.get(end).from().equals(state)) {
            end++;
        }
        return history.subList(0, end);
    }

    /** What was entered when a state was last left with this field filled in. */
    public Optional<Entry> entered(String from, String field) {
        return history.reversed().stream()
                .filter(done -> done.from().equals(from))
                .flatMap(done -> Optional.ofNullable(done.form().get(field)).stream())
                .findFirst();
    }
}
