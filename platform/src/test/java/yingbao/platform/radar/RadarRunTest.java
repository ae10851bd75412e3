package yingbao.platform.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.jobs.JobCancelled;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.registry.HouseholdId;
import yingbao.policy.expr.Value;

/** One run of the radar after another. */
class RadarRunTest extends RadarTest {
    @Autowired
    private Jobs jobs;

    private static String written() {
        return text("""
                select coalesce(string_agg(id::text || state || xmin::text, ' ' order by id), '') || (select count(*) from radar.run)
                  from radar.lead
                """);
    }

    @Test
    void a_second_run_over_the_same_register_writes_no_lead() {
        couple("H1", VILLAGE, 1_000);
        drawing(DIBAO, couple("H2", VILLAGE, 90_000), Optional.empty(), 20_000);
        FindingQueries.RunRow first = look();
        String leads = written().substring(0, written().length() - 1);

        FindingQueries.RunRow second = look();

        assertThat(first.opened()).isEqualTo(2);
        assertThat(second.opened()).isZero();
        assertThat(second.kept()).isEqualTo(2);
        assertThat(second.gone()).isZero();
        assertThat(written()).isEqualTo(leads + "2");
    }

    @Test
    void a_lead_whose_cause_is_gone_closes_by_itself() {
        HouseholdId home = couple("H1", VILLAGE, 1_000);
        look();
        state(home, "income_business", new Value.Whole(9_000_000));

        assertThat(look().gone()).isEqualTo(1);

        assertThat(open()).isEmpty();
        assertThat(list("village-worker", VILLAGE, with(Standing.CLOSED)))
                .singleElement()
                .satisfies(lead -> assertThat(lead.closing())
                        .hasValueSatisfying(closing -> assertThat(closing.how()).isEqualTo(Closing.How.GONE)));
    }

    @Test
    void a_lead_that_somebody_closed_does_not_open_again_while_its_cause_goes_on() {
        couple("H1", VILLAGE, 1_000);
        look();
        close(open().getFirst(), Closing.Reason.DECLINED, "老人不愿申请");
        today.moveTo(MONDAY.plusDays(1));

        assertThat(look().opened()).isZero();

        assertThat(open()).isEmpty();
        assertThat(list("village-worker", VILLAGE, with(Standing.CLOSED))).hasSize(1);
    }

    @Test
    void another_cause_opens_another_lead_although_the_first_was_closed() {
        HouseholdId home = couple("H1", VILLAGE, 90_000);
        drawing(DIBAO, home, Optional.empty(), 20_000);
        look();
        close(open().getFirst(), Closing.Reason.WRONG_FACTS, "");
        state(home, "property_within_limit", Value.Flag.of(false));

        look();

        assertThat(open())
                .singleElement()
                .satisfies(lead ->
                        assertThat(lead.cause()).extracting(Leads.CauseView::id).containsExactly("income", "property"));
    }

    @Test
    void a_cause_that_was_gone_and_arises_anew_is_another() {
        HouseholdId home = couple("H1", VILLAGE, 1_000);
        look();
        close(open().getFirst(), Closing.Reason.DECLINED, "");
        state(home, "income_business", new Value.Whole(9_000_000));
        look();
        state(home, "income_business", new Value.Whole(0));

        assertThat(look().opened()).isEqualTo(1);

        assertThat(open()).hasSize(1);
    }

    @Test
    void a_run_that_is_stopped_at_any_time_leaves_nothing() {
        couple("H1", VILLAGE, 1_000);
        look();
        couple("H2", VILLAGE, 1_000);
        String before = written();
        AtomicInteger reports = new AtomicInteger();
        Callers.as(caller("province-officer", "22"), () -> radar.run((_, _) -> reports.incrementAndGet()));
        couple("H3", NEXT_VILLAGE, 1_000);
        String then = written();

        assertThat(then).isNotEqualTo(before);
        for (int stopAt = 1; stopAt <= reports.get(); stopAt++) {
            AtomicInteger left = new AtomicInteger(stopAt);
            assertThatThrownBy(() -> Callers.as(
                            caller("province-officer", "22"),
                            () -> radar.run((_, _) -> {
                                if (left.decrementAndGet() <= 0) {
                                    throw new JobCancelled();
                                }
                            })))
                    .as("stopped at report %s", stopAt)
                    .isInstanceOf(JobCancelled.class);
            assertThat(written()).as("stopped at report %s", stopAt).isEqualTo(then);
        }
    }

    @Test
    void a_province_lets_everybody_be_looked_at_and_sees_what_came_of_it() {
        couple("H1", VILLAGE, 1_000);
        Caller officer = caller("province-officer", "22");

        JobId id = Callers.as(officer, runs::begin);

        JobView done = await(officer, id);
        assertThat(done.state()).as(done.message()).isEqualTo(JobView.State.DONE);
        assertThat(done.message()).contains("新线索 1 条");
        assertThat(Callers.as(officer, () -> overview.of(Leads.Filter.none())).run())
                .hasValueSatisfying(run -> assertThat(run.on()).isEqualTo(MONDAY));
    }

    private JobView await(Caller caller, JobId id) {
        JobView view = Callers.as(caller, () -> jobs.find(id));
        for (int attempt = 0; attempt < 600 && view.finishedAt().isEmpty(); attempt++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            view = Callers.as(caller, () -> jobs.find(id));
        }
        return view;
    }

    @Test
    void the_run_that_begins_by_itself_is_stopped_by_who_may_begin_one_for_the_province_and_not_begun_again_that_day() {
        Caller platform = Caller.platform(caller("province-officer", "22").area());
        Caller officer = caller("province-officer", "22");
        couple("H1", VILLAGE, 1_000);
        JobId id = stopped(platform, officer);

        JobView seen = await(officer, id);
        assertThat(seen.state()).isEqualTo(JobView.State.CANCELLED);
        assertThat(seen.cancelledBy()).isEqualTo(officer.name());
        assertThat(Callers.as(officer, jobs::mine)).extracting(JobView::id).contains(id);
        assertThat(open()).isEmpty();
        assertThat(text("select count(*)::text from radar.run")).isEqualTo("0");
        assertThat(Callers.as(platform, () -> runs.seeTo(MONDAY))).isFalse();
        assertThat(Callers.as(platform, () -> runs.seeTo(MONDAY.plusDays(1))))
                .as("the next day begins with a run as any other")
                .isTrue();
    }

    /** Begins a run on nobody's behalf, and lets somebody stop it at once. */
    private JobId stopped(Caller platform, Caller officer) {
        Callers.as(platform, () -> runs.seeTo(MONDAY));
        JobId begun = Callers.as(platform, jobs::mine).getFirst().id();
        cancel(officer, begun);
        return begun;
    }

    private void cancel(Caller caller, JobId id) {
        Callers.as(caller, () -> {
            jobs.cancel(id);
            return id;
        });
    }

    @Test
    void whoever_begins_runs_only_for_a_county_cannot_stop_it() {
        Caller platform = Caller.platform(caller("province-officer", "22").area());
        Callers.as(platform, () -> runs.seeTo(MONDAY));
        JobId begun = Callers.as(platform, jobs::mine).getFirst().id();

        assertThatThrownBy(() -> cancel(caller("county-officer", COUNTY), begun))
                .hasMessageContaining("jobs.unknown");
        assertThatThrownBy(() -> cancel(caller("township-clerk", TOWN), begun)).hasMessageContaining("jobs.unknown");
        assertThatThrownBy(() -> cancel(caller("auditor", "22"), begun)).hasMessageContaining("jobs.unknown");
        assertThat(await(platform, begun).state()).isEqualTo(JobView.State.DONE);
    }

    @Test
    void an_administrator_may_stop_it_too_but_not_begin_it() {
        Caller platform = Caller.platform(caller("province-officer", "22").area());
        couple("H1", VILLAGE, 1_000);

        JobId id = stopped(platform, caller("administrator", "22"));

        assertThat(await(platform, id).state()).isEqualTo(JobView.State.CANCELLED);
    }

    @Test
    void a_day_begins_with_one_run_and_no_other() {
        Caller platform = Caller.platform(caller("province-officer", "22").area());
        couple("H1", VILLAGE, 1_000);

        assertThat(Callers.as(platform, () -> runs.seeTo(MONDAY))).isTrue();
        JobView done =
                await(platform, Callers.as(platform, jobs::mine).getFirst().id());

        assertThat(done.state()).isEqualTo(JobView.State.DONE);
        assertThat(Callers.as(platform, () -> runs.seeTo(MONDAY))).isFalse();
        assertThat(open()).hasSize(1);
    }
}
