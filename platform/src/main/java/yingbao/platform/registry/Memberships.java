package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.expr.Holder;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** Changes who belongs to which household when, and remembers how it was. */
@Component
class Memberships {
    private final EventQueries queries;
    private final RegisterQueries register;

    Memberships(EventQueries queries, RegisterQueries register) {
        this.queries = queries;
        this.register = register;
    }

    /** Somebody's days in one household; without a last day they are in it still. */
    record Span(HouseholdId household, LocalDate from, Optional<LocalDate> to) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
        }

        DateRange range() {
            return new DateRange(from, to.orElse(LocalDate.MAX));
        }
    }

    /** How somebody's memberships were and how they are. */
    record Change(PersonId person, List<Span> before, List<Span> after) {

        /** The same without a household that was made along with it, whose facts were stated as it began. */
        Change outside(HouseholdId made) {
            return new Change(person, without(before, made), without(after, made));
        }

        private static List<Span> without(List<Span> spans, HouseholdId made) {
            return spans.stream().filter(span -> !span.household().equals(made)).toList();
        }
    }

    /** Somebody's memberships from the first to the last, held against other changes. */
    List<Span> of(PersonId person) {
        register.hold(Holder.PERSON, List.of(person.value()));
        return register.memberships(List.of(person.value())).stream()
                .map(row -> new Span(
                        row.household(),
                        row.valid().from(),
                        row.valid().isOpenEnded()
                                ? Optional.empty()
                                : Optional.of(row.valid().to())))
                .toList();
    }

    /** The household to which somebody belongs on a day. */
    static Optional<HouseholdId> on(List<Span> spans, LocalDate day) {
        return spans.stream()
                .filter(span -> span.contains(day))
                .map(Span::household)
                .findFirst();
    }

    /** The same memberships up to and including a day. */
    static List<Span> until(List<Span> spans, LocalDate last) {
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            if (span.contains(last)) {
                kept.add(new Span(span.household(), span.from(), Optional.of(last)));
            } else if (!span.from().isAfter(last)) {
                kept.add(span);
            }
        }
        return List.copyOf(kept);
    }

    /** Ends somebody's memberships with a day. */
    Change end(PersonId person, LocalDate last) {
        List<Span> before = of(person);
        return write(new Change(person, before, until(before, last)));
    }

    /** Takes somebody into a household from a day on, out of any other. */
    Change join(PersonId person, HouseholdId household, LocalDate first) {
        List<Span> before = of(person);
        List<Span> after = new ArrayList<>(until(before, first.minusDays(1)));
        after.add(new Span(household, first, Optional.empty()));
        return write(new Change(person, before, after));
    }

    /**
     * Puts memberships back as they were.
     *
     * @throws Refusal {@code registry.event-later} when they have been changed since
     */
    Change restore(Change change) {
        if (!of(change.person()).equals(change.after())) {
            throw Refusal.conflict("registry.event-later");
        }
        return write(new Change(change.person(), /* before= */ change.after(), /* after= */ change.before()));
    }

    private Change write(Change change) {
        queries.deleteMemberships(change.person());
        Map<HouseholdId, AreaCode> areas = areas(change.after());
        RegisterQueries.PersonRow row =
                register.persons(List.of(change.person().value())).getFirst();
        for (Span span : change.after()) {
            AreaCode area = areas.getOrDefault(span.household(), row.area());
            queries.insertMembership(span.household(), change.person(), area, span.range());
        }
        Optional<Span> last = change.after().stream().reduce((_, later) -> later);
        HouseholdId home = last.map(Span::household).orElse(row.household());
        queries.place(change.person(), home, last.flatMap(Span::to).map(day -> day.plusDays(1)));
        return change;
    }

    private Map<HouseholdId, AreaCode> areas(List<Span> spans) {
        List<UUID> ids = spans.stream().map(span -> span.household().value()).toList();
        Map<HouseholdId, AreaCode> areas = new HashMap<>();
        register.households(ids).forEach(row -> areas.put(row.id(), row.area()));
        return areas;
    }

    /** Every household that changes touch, with one of the persons concerned. */
    static Map<HouseholdId, PersonId> households(List<Change> changes) {
        Map<HouseholdId, PersonId> touched = new LinkedHashMap<>();
        for (Change change : changes) {
            change.before().forEach(span -> touched.put(span.household(), change.person()));
            change.after().forEach(span -> touched.put(span.household(), change.person()));
        }
        return touched;
    }
}
