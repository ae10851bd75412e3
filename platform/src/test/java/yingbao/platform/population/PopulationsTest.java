package yingbao.platform.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import yingbao.platform.PlatformTest;
import yingbao.platform.access.FirstUsers;
import yingbao.platform.areas.Divisions;
import yingbao.platform.demo.Demonstration;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.registry.HouseholdFile;
import yingbao.platform.registry.Register;
import yingbao.platform.registry.WholeRegister;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Span;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Fact;
import yingbao.policy.value.AreaCode;

class PopulationsTest extends PlatformTest {
    private static final AreaCode TOWN = AreaCode.parse("229901100");

    @Autowired
    private Populations populations;

    @Autowired
    private Register register;

    @Autowired
    private WholeRegister whole;

    @Value("${yingbao.population}")
    private Path folder;

    @Autowired
    private FirstUsers users;

    @Autowired
    private Demonstration demonstration;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Divisions divisions;

    private Caller platform() {
        return Caller.platform(divisions.root());
    }

    private Taken take() {
        return populations.take((_, _) -> {});
    }

    /** Two years of a small county: imports, surveys, births, deaths, moves, merges. */
    private void tellTheStory() throws InterruptedException {
        users.demonstration();
        Caller owner = demonstration.owner();
        Callers.as(
                owner,
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> jobs.submit("demo.load", "story", "/", Map.of("county", "229901", "households", 300)))));
        while (Callers.as(owner, jobs::mine).stream()
                .map(JobView::state)
                .anyMatch(state -> state == JobView.State.WAITING || state == JobView.State.RUNNING)) {
            Thread.sleep(100);
        }
    }

    @Test
    void the_register_is_taken_as_its_files_say() throws Exception {
        tellTheStory();
        stateStrangely();
        Taken taken = take();
        LocalDate today = this.today.date();
        assertThat(taken.on()).isEqualTo(today);

        List<HouseholdFile> files = new ArrayList<>();
        Callers.as(platform(), () -> {
            register.forEachIn(AreaScope.EVERYWHERE, today, files::add);
            return files;
        });
        Population population = taken.population();
        assertThat(population.households()).isEqualTo(files.size()).isGreaterThan(300);
        for (int row = 0; row < files.size(); row++) {
            HouseholdFile file = files.get(row);
            assertThat(population.householdId(row)).isEqualTo(file.id().value().toString());
            assertThat(population.areaOf(row)).isEqualTo(file.area());
            assertSame(
                    Holder.HOUSEHOLD,
                    population.household(row).facts(),
                    file.household().facts());
            List<Facts> members = population.household(row).members();
            assertThat(members.stream().map(Facts::id))
                    .containsExactlyElementsOf(
                            file.household().members().stream().map(Facts::id).toList());
            for (int member = 0; member < members.size(); member++) {
                assertSame(
                        Holder.PERSON,
                        members.get(member),
                        file.household().members().get(member));
            }
        }
        Span town = taken.in(AreaScope.of(TOWN));
        assertThat(town.households())
                .isEqualTo((int) files.stream()
                        .filter(file -> TOWN.contains(file.area()))
                        .count())
                .isPositive();
    }

    /** A code that no list has, a fact that was withdrawn, and one stated later that was recorded before it. */
    private static void stateStrangely() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into registry.statement (id, holder, holder_id, area_code, valid, facts, source, cause,
                                                    recorded_at, recorded_by, recorded_name)
                    select gen_random_uuid(), 'HOUSEHOLD', h.id, h.area_code, '[2016-01-01,)',
                           (array['{"hukou": "STRANGE"}', '{"income_wages": null}', '{"income_wages": 1}'])[1 + n % 3]::jsonb,
                           'township', 'CORRECTION', now(), gen_random_uuid(), 'test'
                      from (select *, row_number() over (order by id) as n from registry.household) h
                     where n < 20
                    """);
        }
    }

    private void assertSame(Holder holder, Facts taken, Facts file) {
        List<Fact> facts = pack.catalogue().facts(holder);
        for (int slot = 0; slot < facts.size(); slot++) {
            if (Block.Builder.isKept(facts.get(slot))) {
                Optional<yingbao.policy.expr.Value> expected = file.given(slot);
                assertThat(taken.given(slot)).as(facts.get(slot).fullName()).isEqualTo(expected);
            }
        }
    }

    @Test
    void whoever_asks_everybody_is_taken() throws Exception {
        inTwoTowns();
        Taken taken = Callers.as(caller("township-clerk", TOWN.shortForm()), () -> populations.take((_, _) -> {}));
        assertThat(taken.population().households()).isEqualTo(2);
        assertThat(taken.in(AreaScope.of(TOWN))).isEqualTo(new Span(1, 2));
    }

    private static void inTwoTowns() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into registry.household (id, area_code, number, created_at)
                    values (gen_random_uuid(), '229901100200', '1', now()), (gen_random_uuid(), '229901001001', '2', now())
                    """);
        }
    }

    @Test
    void what_another_process_has_taken_is_there_as_well() throws Exception {
        inTwoTowns();
        Populations other = new Populations(whole, pack, today, divisions, folder);
        Taken before = take();
        Taken after = other.take((_, _) -> {});
        assertThat(after.at()).isAfter(before.at());
        assertThat(populations.latest().orElseThrow().at()).isEqualTo(after.at());
    }

    @Test
    void a_run_that_is_stopped_leaves_what_was_taken_before() throws Exception {
        inTwoTowns();
        Taken before = take();
        assertThatThrownBy(() -> populations.take((_, _) -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(populations.latest()).contains(before);
    }
}
