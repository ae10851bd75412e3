package yingbao.platform.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yingbao.platform.areas.Divisions;
import yingbao.platform.flow.Flow;
import yingbao.platform.flow.FormReader;
import yingbao.platform.flow.Measures;
import yingbao.platform.flow.Samples;
import yingbao.platform.flow.Standing;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.notices.NewNotice;
import yingbao.platform.notices.NoticeView;
import yingbao.platform.notices.Notices;
import yingbao.platform.programmes.Packs;
import yingbao.platform.registry.HouseholdFile;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Review;
import yingbao.policy.pack.Role;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Money;

/** Brings what is kept of a case before the workflow, and what the workflow says into what is kept. */
@Component
class CaseFlow {
    private final CaseQueries queries;
    private final Notices notices;
    private final Packs packs;
    private final Divisions divisions;
    private final Unposted unposted;

    CaseFlow(CaseQueries queries, Notices notices, Packs packs, Divisions divisions, Unposted unposted) {
        this.unposted = unposted;
        this.queries = queries;
        this.notices = notices;
        this.packs = packs;
        this.divisions = divisions;
    }

    /** What of a case the workflow is asked about. */
    record Told(Workflow workflow, Flow flow, Measures measures, Standing standing, Samples samples) {
        Workflow.State state() {
            return workflow.state(standing.state());
        }
    }

    Workflow workflow(CaseRow row) {
        return packs.current().workflow(row.workflow()).orElseThrow();
    }

    Told told(CaseRow row, List<CaseQueries.StepRow> steps) {
        Pack pack = packs.current();
        Workflow workflow = workflow(row);
        Measures measures = new Measures(pack, row.area());
        List<Standing.Done> history =
                steps.stream().map(step -> done(workflow, step)).toList();
        Standing standing = new Standing(
                row.state(),
                row.appliedOn(),
                history,
                filed(workflow, row, history.size()),
                row.kin(),
                hanging(row).flatMap(NoticeView::to),
                notices.openObjections(row.id().value()),
                unposted.standsInTheWay(row, workflow.state(row.state())));
        AreaScope county = AreaScope.of(row.county());
        Samples samples = (state, actions, field, from, to) -> {
            queries.holdSample(row.county(), state);
            return queries.sample(county, row.programme(), state, actions, field, from, to);
        };
        return new Told(workflow, new Flow(workflow, measures), measures, standing, samples);
    }

    private Optional<NoticeView> hanging(CaseRow row) {
        return notices.ofCase(row.id().value()).stream()
                .filter(notice -> notice.closedOn().isEmpty())
                .findFirst();
    }

    private static Standing.Done done(Workflow workflow, CaseQueries.StepRow step) {
        Map<String, yingbao.platform.flow.Entry> form = Optional.ofNullable(
                        workflow.states().get(step.from()))
                .map(state -> FormReader.kept(state, step.form()))
                .orElse(Map.of());
        return new Standing.Done(
                step.seq(), step.from(), step.action(), step.to(), step.on(), step.actor(), step.remarks(), form);
    }

    /** A paper counts for the visit in which it was filed; those of the application count however often it is returned. */
    private Set<String> filed(Workflow workflow, CaseRow row, int visit) {
        return queries.papers(row.id()).stream()
                .filter(paper -> paper.state().equals(row.state()))
                .filter(paper -> row.state().equals(workflow.start()) || paper.visit() == visit)
                .map(CaseQueries.PaperRow::title)
                .collect(Collectors.toSet());
    }

    /** The place of a case that comes into a state on a day. */
    CaseQueries.Place place(CaseRow row, Flow flow, Workflow.State state, LocalDate on, HouseholdFile file) {
        Flow.Arrival arrival = flow.arrive(state.id(), on);
        return new CaseQueries.Place(
                state.id(),
                arrival.rests() ? Optional.empty() : Optional.of(state.actor()),
                on,
                arrival.readyOn(),
                arrival.dueOn(),
                state.end() ? Optional.of(on) : Optional.empty(),
                state.onReview().isPresent() ? reviewOn(row, on, file) : Optional.empty());
    }

    /** When a resting case comes back; where the fact that says how often is not known, as soon as any would. */
    Optional<LocalDate> reviewOn(CaseRow row, LocalDate on, HouseholdFile file) {
        Pack pack = packs.current();
        Measures measures = new Measures(pack, row.area());
        Optional<Review> review = row.subject().version(pack, on).flatMap(Programme::review);
        return review.flatMap(rule -> switch (rule) {
                    case Review.Same(String parameter, var _) -> measures.at(parameter, on);
                    case Review.ByFact byFact ->
                        code(byFact.fact(), row, file)
                                .flatMap(code ->
                                        Optional.ofNullable(byFact.byCode().get(code)))
                                .flatMap(parameter -> measures.at(parameter, on))
                                .or(() -> byFact.parameters().stream()
                                        .flatMap(parameter -> measures.at(parameter, on).stream())
                                        .min(Comparator.naturalOrder()));
                })
                .map(on::plusMonths);
    }

    private static Optional<String> code(String fullName, CaseRow row, HouseholdFile file) {
        String name = fullName.substring(fullName.indexOf('.') + 1);
        Optional<Facts> holder = fullName.startsWith("person.")
                ? row.person().flatMap(file::member)
                : Optional.of(file.household().facts());
        return holder.flatMap(facts -> facts.given(name))
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).value());
    }

    /** The notice that hangs while a case is in a state. */
    Optional<NewNotice> notice(
            CaseRow row, Told told, Workflow.State state, LocalDate on, HouseholdFile file, Optional<Money> amount) {
        return state.notice()
                .map(notice -> new NewNotice(
                        row.id().value(),
                        row.area(),
                        divisions.within(notice.where(), row.area()).orElse(row.area()),
                        programmeTitle(row.programme(), on),
                        state.title(),
                        office(told.workflow(), state.actor(), row.area()),
                        on,
                        told.flow().arrive(state.id(), on).noticeTo(),
                        new NoticeTexts(told.workflow(), notice, told.measures(), on)
                                .shows(row, told.standing(), file, amount, pay(row, on))));
    }

    private Programme.Pay pay(CaseRow row, LocalDate on) {
        return row.subject().version(packs.current(), on).map(Programme::pay).orElse(Programme.Pay.MONTHLY);
    }

    /** Whether a notice of a state tells an amount. */
    static boolean tellsAmount(Workflow.State state) {
        return state.notice().stream()
                .map(Notice::shows)
                .flatMap(List::stream)
                .anyMatch(shown -> shown instanceof Notice.Shown.Known known && known.item() == Notice.Item.AMOUNT);
    }

    /** The office that acts in a state for an area: as it signs, or as the workflow calls it where nobody says how. */
    String office(Workflow workflow, String actor, AreaCode area) {
        List<Role> playing = packs.current().roles().values().stream()
                .filter(role -> role.actors().contains(actor))
                .sorted(Comparator.comparing(Role::level))
                .toList();
        AreaLevel level = playing.stream().findFirst().map(Role::level).orElse(AreaLevel.COUNTY);
        String place = divisions.within(level, area).map(divisions::name).orElse("");
        return playing.stream()
                .filter(role -> role.level() == level)
                .flatMap(role -> role.office(place).stream())
                .findFirst()
                .orElseGet(() -> (place + " " + workflow.actors().getOrDefault(actor, actor)).strip());
    }

    String programmeTitle(String programme, LocalDate on) {
        Pack pack = packs.current();
        return pack.programmesOn(on).stream()
                .filter(candidate -> candidate.id().equals(programme))
                .findFirst()
                .or(() -> pack.programmes().stream()
                        .filter(candidate -> candidate.id().equals(programme))
                        .findFirst())
                .map(Programme::title)
                .orElse(programme);
    }

    /** A form as sent, with the fields in words, in their order on the form. */
    static Map<String, String> words(Workflow workflow, CaseQueries.StepRow step) {
        Map<String, String> words = new LinkedHashMap<>();
        Optional.ofNullable(workflow.states().get(step.from()))
                .ifPresent(state -> FormReader.kept(state, step.form())
                        .forEach((field, entry) -> words.put(
                                state.field(field).map(Field::title).orElse(field),
                                NoticeTexts.text(workflow, step.from(), field, entry))));
        return words;
    }
}
