package yingbao.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yingbao.platform.kernel.UserId;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Workflow;
import yingbao.policy.reading.PackReader;
import yingbao.policy.value.AreaCode;

/** Laws of every workflow of the pack, and sentences about the clocks. */
class FlowTest {
    private static final Pack PACK = read();
    private static final AreaCode COUNTY = AreaCode.parse("229901");
    private static final LocalDate DAY = LocalDate.of(2016, 10, 10);
    private static final int WALKS = 60;
    private static final int STEPS = 60;
    private static final Samples NONE = (_, _, _, _, _) -> new Samples.Sample(0, 0);

    private static Pack read() {
        Path folder = Path.of(System.getProperty("yingbao.home")).resolve("packs/jilin-demo");
        return switch (PackReader.read(folder)) {
            case PackReader.Reading.Accepted(Pack pack) -> pack;
            case PackReader.Reading.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    static Stream<Workflow> workflows() {
        return PACK.workflows().values().stream();
    }

    private static Flow flow(Workflow workflow) {
        return new Flow(workflow, new Measures(PACK, COUNTY));
    }

    private static UserId user(int number) {
        return new UserId(new UUID(1, number));
    }

    /** A form with something in every field, as somebody would send it. */
    private static Map<String, Object> filled(Workflow.State state) {
        Map<String, Object> form = new HashMap<>();
        for (Field field : state.form()) {
            Object value = switch (field.kind()) {
                case TEXT -> "已核实";
                case COUNT -> 9;
                case DATE -> DAY.toString();
                case FLAG -> true;
                case MONEY -> 100;
                case PEOPLE -> List.of("赵一", "钱二", "孙三");
                case CHOICE -> field.choices().keySet().iterator().next();
            };
            form.put(field.id(), value);
        }
        return form;
    }

    /** The same, fitting an action. */
    private static Map<String, Object> filled(Workflow.State state, String action) {
        Map<String, Object> form = filled(state);
        state.requires().stream()
                .filter(requirement -> requirement.on().contains(action))
                .flatMap(requirement -> requirement.check().stream())
                .forEach(check -> {
                    if (check instanceof Workflow.Check.Says(String field, List<String> oneOf)) {
                        String said = oneOf.getFirst();
                        boolean flag = state.field(field).orElseThrow().kind() == Field.Kind.FLAG;
                        form.put(field, flag ? (Object) said.equals("yes") : said);
                    }
                });
        return form;
    }

    private static Standing standing(Workflow.State state, List<Standing.Done> history) {
        return new Standing(
                state.id(), DAY, history, new HashSet<>(state.papers()), true, Optional.empty(), 0, Optional.empty());
    }

    private static Flow.Outcome take(
            Workflow workflow, Standing standing, String action, UserId actor, Map<String, Object> form) {
        Workflow.State state = workflow.state(standing.state());
        return flow(workflow).take(standing, new Attempt(action, actor, Set.of(state.actor()), form, "理由", DAY), NONE);
    }

    @Test
    void what_waits_for_the_money_says_where_it_stands_and_goes_on_when_it_has_come() {
        Workflow workflow = PACK.workflows().values().stream()
                .filter(candidate -> candidate.states().values().stream().anyMatch(FlowTest::waits))
                .findFirst()
                .orElseThrow();
        Workflow.State state = workflow.states().values().stream()
                .filter(FlowTest::waits)
                .findFirst()
                .orElseThrow();
        Workflow.Action action = state.actions().stream()
                .filter(candidate -> state.requires().stream().anyMatch(rule -> rule.waitsForMoney(candidate.id())))
                .findFirst()
                .orElseThrow();
        Obstacle open = new Obstacle("", "cases.unposted-open", List.of("2016-10", "100.00", "2016-10", "1"));
        Set<String> papers = new HashSet<>(state.papers());
        Standing waiting =
                new Standing(state.id(), DAY, List.of(), papers, false, Optional.empty(), 0, Optional.of(open));
        Standing paid = new Standing(state.id(), DAY, List.of(), papers, false, Optional.empty(), 0, Optional.empty());

        assertThat(take(workflow, waiting, action.id(), user(1), filled(state, action.id())))
                .isEqualTo(new Flow.Outcome.Hindered(List.of(open)));
        assertThat(take(workflow, paid, action.id(), user(1), filled(state, action.id())))
                .isInstanceOf(Flow.Outcome.Moved.class);
    }

    private static boolean waits(Workflow.State state) {
        return state.actions().stream()
                .anyMatch(action -> state.requires().stream().anyMatch(rule -> rule.waitsForMoney(action.id())));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void whoever_walks_at_random_only_comes_where_the_file_leads_and_can_always_go_on(Workflow workflow) {
        Random random = new Random(42);
        for (int walk = 0; walk < WALKS; walk++) {
            Workflow.State state = workflow.state(workflow.start());
            List<Standing.Done> history = new ArrayList<>();
            for (int step = 0; step < STEPS && !state.end(); step++) {
                Workflow.Action action =
                        state.actions().get(random.nextInt(state.actions().size()));
                UserId actor = user(step);
                Flow.Outcome outcome =
                        take(workflow, standing(state, history), action.id(), actor, filled(state, action.id()));
                assertThat(outcome).as("%s %s", state.id(), action.id()).isInstanceOf(Flow.Outcome.Moved.class);
                Flow.Outcome.Moved moved = (Flow.Outcome.Moved) outcome;
                assertThat(moved.to().id()).isEqualTo(action.to());
                history.add(new Standing.Done(
                        step + 1, state.id(), action.id(), action.to(), DAY, actor, "理由", moved.form()));
                state = moved.to();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothing_is_done_where_a_case_rests_for_good(Workflow workflow) {
        workflow.states().values().stream().filter(Workflow.State::end).forEach(state -> {
            Flow.Outcome outcome = take(workflow, standing(state, List.of()), "grant", user(1), Map.of());
            assertThat(outcome).isInstanceOf(Flow.Outcome.Hindered.class);
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void whoever_took_one_step_is_refused_the_other_that_the_file_forbids(Workflow workflow) {
        for (Workflow.State state : workflow.states().values()) {
            for (String other : state.notSameAs()) {
                List<Standing.Done> history =
                        List.of(new Standing.Done(1, other, "done", state.id(), DAY, user(7), "", Map.of()));
                for (Workflow.Action action : state.actions()) {
                    assertThat(take(
                                    workflow,
                                    standing(state, history),
                                    action.id(),
                                    user(7),
                                    filled(state, action.id())))
                            .isInstanceOfSatisfying(
                                    Flow.Outcome.Hindered.class,
                                    hindered -> assertThat(hindered.obstacles())
                                            .extracting(Obstacle::code)
                                            .contains("flow.same-person"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_step_without_its_papers_is_refused_and_every_missing_one_is_named(Workflow workflow) {
        for (Workflow.State state : workflow.states().values()) {
            for (Workflow.Action action : state.actions()) {
                Standing bare = new Standing(
                        state.id(), DAY, List.of(), Set.of(), false, Optional.empty(), 0, Optional.empty());
                Flow.Outcome outcome = take(workflow, bare, action.id(), user(1), filled(state, action.id()));
                boolean demanded = !action.free() && !state.papers().isEmpty();
                if (demanded) {
                    assertThat(((Flow.Outcome.Hindered) outcome).obstacles())
                            .filteredOn(obstacle -> obstacle.code().equals("flow.paper-missing"))
                            .extracting(obstacle -> obstacle.args().getFirst())
                            .containsExactlyElementsOf(state.papers());
                } else {
                    assertThat(outcome).isInstanceOf(Flow.Outcome.Moved.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_notice_is_cleared_after_its_days_and_without_open_objections(Workflow workflow) {
        for (Workflow.State state : workflow.states().values()) {
            Optional<String> clear = state.notice().flatMap(Notice::onClear);
            clear.ifPresent(action -> {
                Set<String> papers = new HashSet<>(state.papers());
                Standing running =
                        new Standing(state.id(), DAY, List.of(), papers, false, Optional.of(DAY), 0, Optional.empty());
                Standing objected = new Standing(
                        state.id(), DAY, List.of(), papers, false, Optional.of(DAY.minusDays(1)), 1, Optional.empty());
                Standing over = new Standing(
                        state.id(), DAY, List.of(), papers, false, Optional.of(DAY.minusDays(1)), 0, Optional.empty());
                assertThat(take(workflow, running, action, user(1), filled(state, action)))
                        .isInstanceOf(Flow.Outcome.Hindered.class);
                assertThat(take(workflow, objected, action, user(1), filled(state, action)))
                        .isInstanceOf(Flow.Outcome.Hindered.class);
                assertThat(take(workflow, over, action, user(1), filled(state, action)))
                        .isInstanceOf(Flow.Outcome.Moved.class);
            });
        }
    }

    @Test
    void a_limit_of_ten_working_days_leaves_out_weekends() {
        Measures measures = new Measures(PACK, COUNTY);

        // Ten working days after Monday 2016-10-10 are over on Monday 2016-10-24.
        assertThat(measures.deadline("dibao_survey_days", DAY)).contains(LocalDate.of(2016, 10, 24));
        assertThat(measures.overdue(LocalDate.of(2016, 10, 21), LocalDate.of(2016, 10, 24)))
                .contains(1);
        assertThat(measures.overdue(LocalDate.of(2016, 10, 21), LocalDate.of(2016, 10, 21)))
                .isEmpty();
    }

    @Test
    void a_notice_of_seven_days_hangs_through_the_weekend() {
        Workflow dibao = Objects.requireNonNull(PACK.workflows().get("township-county"));
        Flow.Arrival arrival = flow(dibao).arrive("village_notice", DAY);

        assertThat(arrival.noticeTo()).contains(DAY.plusDays(7));
        assertThat(arrival.readyOn()).isEqualTo(DAY.plusDays(8));
    }

    @Test
    void five_of_nine_representatives_are_no_two_thirds() {
        Workflow dibao = Objects.requireNonNull(PACK.workflows().get("township-county"));
        Workflow.State assessment = dibao.state("assessment");
        Map<String, Object> form = filled(assessment);
        form.put("representatives", 5);

        assertThat(take(dibao, standing(assessment, List.of()), "agreed", user(1), form))
                .isInstanceOfSatisfying(
                        Flow.Outcome.Hindered.class,
                        hindered -> assertThat(hindered.obstacles())
                                .extracting(Obstacle::code)
                                .containsExactly("flow.share"));
    }

    @Test
    void the_first_case_of_a_month_is_visited_so_that_the_share_always_holds() {
        Workflow dibao = Objects.requireNonNull(PACK.workflows().get("township-county"));
        Workflow.State review = dibao.state("county_review");
        Map<String, Object> form = filled(review);
        form.put("visited", false);
        Standing standing = new Standing(
                review.id(),
                DAY,
                List.of(),
                new HashSet<>(review.papers()),
                false,
                Optional.empty(),
                0,
                Optional.empty());
        Attempt attempt = new Attempt("approve", user(1), Set.of("county"), form, "", DAY);

        assertThat(flow(dibao).take(standing, attempt, NONE)).isInstanceOf(Flow.Outcome.Hindered.class);
        assertThat(flow(dibao).take(standing, attempt, (_, _, _, _, _) -> new Samples.Sample(2, 1)))
                .isInstanceOf(Flow.Outcome.Moved.class);
    }

    @Test
    void what_is_entered_fits_what_is_done() {
        Workflow premium = Objects.requireNonNull(PACK.workflows().get("premium"));
        Workflow.State decision = premium.state("county_decision");
        Map<String, Object> form = filled(decision);
        form.put("enrolled", false);

        assertThat(refused(take(premium, standing(decision, List.of()), "grant", user(1), form)))
                .containsExactly("/form/enrolled flow.says [与参合名单一致的才能审定资助, 与新农合经办机构的参合名单一致, 审定资助]");
        assertThat(take(premium, standing(decision, List.of()), "refuse", user(1), form))
                .isInstanceOf(Flow.Outcome.Moved.class);
    }

    private static List<Object> refused(Flow.Outcome outcome) {
        return ((Flow.Outcome.Hindered) outcome)
                .obstacles().stream()
                        .<Object>map(one -> one.pointer() + " " + one.code() + " " + one.args())
                        .toList();
    }

    @Test
    void a_visit_is_not_before_the_application_nor_before_what_comes_before_it() {
        Workflow dibao = Objects.requireNonNull(PACK.workflows().get("township-county"));
        Workflow.State survey = dibao.state("household_survey");
        Map<String, Object> form = filled(survey);
        form.put("visited_on", DAY.minusDays(2).toString());
        Standing.Done checked = new Standing.Done(
                1,
                "data_check",
                "pass",
                "household_survey",
                DAY,
                user(2),
                "",
                Map.of("reported_on", new Entry.Day(DAY.minusDays(1))));
        Standing applied = new Standing(
                survey.id(),
                DAY.minusDays(3),
                List.of(checked),
                new HashSet<>(survey.papers()),
                false,
                Optional.empty(),
                0,
                Optional.empty());

        assertThat(refused(take(dibao, standing(survey, List.of()), "done", user(1), form)))
                .containsExactly("/form/visited_on flow.field-before-application [入户日期, 2016-10-10, 2016-10-10]");
        assertThat(refused(take(dibao, applied, "done", user(1), form)))
                .containsExactly("/form/visited_on flow.field-before-step [入户日期, 2016-10-09, 2016-10-10, 核对报告日期]");
        form.put("visited_on", DAY.minusDays(1).toString());
        assertThat(take(dibao, applied, "done", user(1), form)).isInstanceOf(Flow.Outcome.Moved.class);
    }

    @Test
    void a_visit_that_is_looked_into_again_may_keep_its_day_and_a_later_review_is_after_the_former() {
        Workflow dibao = Objects.requireNonNull(PACK.workflows().get("township-county"));
        Standing.Done visited = new Standing.Done(
                1,
                "household_survey",
                "done",
                "assessment",
                DAY,
                user(2),
                "",
                Map.of("visited_on", new Entry.Day(DAY.minusDays(2))));
        Standing.Done held = new Standing.Done(
                2,
                "assessment",
                "disputed",
                "household_survey",
                DAY,
                user(2),
                "",
                Map.of("held_on", new Entry.Day(DAY.minusDays(1))));
        Standing again = new Standing(
                "household_survey",
                DAY.minusDays(3),
                List.of(visited, held),
                Set.of(),
                false,
                Optional.empty(),
                0,
                Optional.empty());
        assertThat(flow(dibao).earliest(again)).isEqualTo(new Flow.Earliest(DAY.minusDays(3), Optional.empty()));

        Standing.Done reviewed = new Standing.Done(
                3,
                "review",
                "unchanged",
                "entitled",
                DAY,
                user(2),
                "",
                Map.of("reviewed_on", new Entry.Day(DAY.minusDays(1))));
        Standing.Done due = new Standing.Done(4, "entitled", "review", "review", DAY, user(2), "", Map.of());
        Standing later = new Standing(
                "review",
                DAY.minusDays(3),
                List.of(reviewed, due),
                Set.of(),
                false,
                Optional.empty(),
                0,
                Optional.empty());
        assertThat(flow(dibao).earliest(later)).isEqualTo(new Flow.Earliest(DAY.minusDays(1), Optional.of("复核日期")));
    }
}
