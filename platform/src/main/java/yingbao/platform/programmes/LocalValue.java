package yingbao.platform.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yingbao.platform.kernel.UserId;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Source;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Citation;
import yingbao.policy.value.DateRange;

/**
 * A value that an area sets itself, with what became of it.
 *
 * @param range the days it was entered for; an open end reaches to the next value
 * @param amount the value, money in fen
 * @param findings what the mandates said of it when it was entered
 */
record LocalValue(
        StandardId id,
        String parameter,
        AreaCode area,
        DateRange range,
        long amount,
        Document document,
        String note,
        List<FindingView> findings,
        Deed entered,
        Optional<Verdict> verdict) {

    /** The document that sets it. */
    record Document(String title, String number, LocalDate date) {}

    /** Who did something, and when. */
    record Deed(UserId by, String name, LocalDate on, Instant at) {}

    /**
     * What a second person made of it.
     *
     * @param revision its place among all values confirmed; empty where it was refused
     * @param findings what the mandates said of it at that moment
     * @param reason why it was refused, or confirmed although a mandate is broken; otherwise empty
     */
    record Verdict(Optional<Long> revision, List<FindingView> findings, String reason, Deed decided) {}

    /** The same with what the mandates say of it. */
    LocalValue finding(List<FindingView> found) {
        return new LocalValue(id, parameter, area, range, amount, document, note, found, entered, verdict);
    }

    /** Where it stands. */
    State state() {
        return verdict.map(given -> given.revision().isPresent() ? State.CONFIRMED : State.REFUSED)
                .orElse(State.PROPOSED);
    }

    /** Where a value stands. */
    enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED
    }

    /** Its document among the sources of a pack. */
    Source source() {
        return new Source("local-" + id.value(), document.title(), document.number(), Optional.of(document.date()));
    }

    /** What a pack states for its area. */
    Setting.Stated setting() {
        return new Setting.Stated(new Value.Whole(amount), Mark.LOCAL, List.of(new Citation(source().id(), "")), note);
    }
}
