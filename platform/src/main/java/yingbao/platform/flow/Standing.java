package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yingbao.platform.kernel.UserId;

/**
 * Where a case stands.
 *
 * @param state the state it is in
 * @param history what was done so far, in order
 * @param papers titles of what is on file for the state
 * @param kin whether close kin is declared
 * @param noticeTo the last day of the notice that hangs now; empty where none does
 * @param openObjections how many objections wait for an answer
 */
public record Standing(
        String state,
        List<Done> history,
        Set<String> papers,
        boolean kin,
        Optional<LocalDate> noticeTo,
        int openObjections) {
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

    /** What was entered when a state was last left with this field filled in. */
    public Optional<Entry> entered(String from, String field) {
        return history.reversed().stream()
                .filter(done -> done.from().equals(from))
                .flatMap(done -> Optional.ofNullable(done.form().get(field)).stream())
                .findFirst();
    }
}
