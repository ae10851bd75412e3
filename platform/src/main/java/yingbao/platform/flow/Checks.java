package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.Check;
import yingbao.policy.pack.Workflow.Period;
import yingbao.policy.pack.Workflow.Requirement;
import yingbao.policy.pack.Workflow.State;

/** The checks made when a state is left by one action. */
record Checks(State state, Action action, Measures measures, Samples samples) {
    private static final int WHOLE_PERCENT = 100;
    private static final int MONTHS_PER_QUARTER = 3;

    List<Obstacle> failed(Map<String, Entry> form, boolean kin, LocalDate on) {
        List<Obstacle> failed = new ArrayList<>();
        for (Requirement requirement : state.requires()) {
            if (requirement.on().contains(action.id())) {
                requirement
                        .check()
                        .flatMap(check -> failure(requirement, check, form, kin, on))
                        .ifPresent(failed::add);
            }
        }
        return failed;
    }

    private Optional<Obstacle> failure(
            Requirement requirement, Check check, Map<String, Entry> form, boolean kin, LocalDate on) {
        return switch (check) {
            case Check.AtLeast(String field, String measure) ->
                measures.at(measure, on)
                        .filter(least -> count(form, field) < least)
                        .map(least -> Obstacle.at(
                                "/form/" + field,
                                "flow.too-few",
                                requirement.title(),
                                title(field),
                                count(form, field),
                                least));
            case Check.Share share -> share(requirement, share, form, on);
            case Check.Sample sample -> sample(requirement, sample, form, on);
            case Check.AllKin(String field) ->
                kin && !flagged(form, field)
                        ? Optional.of(Obstacle.at("/form/" + field, "flow.kin", requirement.title(), title(field)))
                        : Optional.empty();
            // Stood in the way already before a form was filled in, as what is not posted is nothing to enter.
            case Check.Posted _ -> Optional.empty();
            case Check.Says(String field, List<String> oneOf) ->
                oneOf.contains(said(form, field))
                        ? Optional.empty()
                        : Optional.of(Obstacle.at(
                                "/form/" + field, "flow.says", requirement.title(), title(field), action.title()));
        };
    }

    private static String said(Map<String, Entry> form, String field) {
        return switch (form.get(field)) {
            case Entry.Flag(boolean flag) -> flag ? "yes" : "no";
            case Entry.Choice(String id) -> id;
            case null -> "";
            case Entry.Text _, Entry.Day _, Entry.Count _, Entry.Amount _, Entry.People _ -> "";
        };
    }

    private Optional<Obstacle> share(
            Requirement requirement, Check.Share share, Map<String, Entry> form, LocalDate on) {
        Optional<Long> numerator = measures.at(share.numerator(), on);
        Optional<Long> denominator = measures.at(share.denominator(), on);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        long of = count(form, share.of());
        long among = count(form, share.among());
        boolean whole = of <= among && among > 0;
        return whole && of * denominator.get() >= among * numerator.get()
                ? Optional.empty()
                : Optional.of(Obstacle.at(
                        "/form/" + share.of(),
                        "flow.share",
                        requirement.title(),
                        title(share.among()),
                        among,
                        title(share.of()),
                        of,
                        numerator.get(),
                        denominator.get()));
    }

    /** Counts this case with those that left before it in the period. */
    private Optional<Obstacle> sample(
            Requirement requirement, Check.Sample sample, Map<String, Entry> form, LocalDate on) {
        Optional<Long> measure = measures.at(sample.measure(), on);
        if (measure.isEmpty() || flagged(form, sample.field())) {
            return Optional.empty();
        }
        Samples.Sample before = samples.left(state.id(), requirement.on(), sample.field(), begin(sample.per(), on), on);
        return before.flagged() * WHOLE_PERCENT >= measure.get() * (before.all() + 1)
                ? Optional.empty()
                : Optional.of(Obstacle.at(
                        "/form/" + sample.field(),
                        "flow.sample",
                        requirement.title(),
                        before.all(),
                        before.flagged(),
                        measure.get(),
                        title(sample.field())));
    }

    private static LocalDate begin(Period period, LocalDate on) {
        return switch (period) {
            case MONTH -> on.withDayOfMonth(1);
            case QUARTER -> on.withDayOfMonth(1).minusMonths((on.getMonthValue() - 1) % MONTHS_PER_QUARTER);
            case YEAR -> on.withDayOfYear(1);
        };
    }

    private String title(String field) {
        return state.field(field).map(Field::title).orElse(field);
    }

    private static boolean flagged(Map<String, Entry> form, String field) {
        return form.get(field) instanceof Entry.Flag(boolean flag) && flag;
    }

    private static long count(Map<String, Entry> form, String field) {
        return switch (form.get(field)) {
            case Entry.People(List<String> names) -> names.size();
            case Entry.Count(long count) -> count;
            case null -> 0;
            case Entry.Text _, Entry.Day _, Entry.Flag _, Entry.Amount _, Entry.Choice _ -> 0;
        };
    }
}
