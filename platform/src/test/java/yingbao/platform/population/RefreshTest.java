package yingbao.platform.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.registry.WholeRegister;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Snapshot;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotWriter;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;

/** Of a register that was taken before, only what changed is read again. */
class RefreshTest extends PlatformTest {
    private static final long SEED = 20161129;
    private static final int HOUSEHOLDS = 400;
    private static final int ROUNDS = 25;

    @TempDir
    private Path folder;

    @Autowired
    private WholeRegister register;

    @Autowired
    private Divisions divisions;

    /** What may happen to a register between two takings; n is a random number. */
    private static final List<String> EVENTS = List.of(
            // A fact of a household, and one of a person, for a time that may begin or end after the next taking.
            """
            insert into registry.statement (id, holder, holder_id, area_code, valid, facts, source, cause,
                                            recorded_at, recorded_by, recorded_name)
            select gen_random_uuid(), 'HOUSEHOLD', id, area_code,
                   daterange(date '%2$s' + %1$d %% 60 - 30, date '%2$s' + %1$d %% 60 - 10),
                   jsonb_build_object('income_wages', %1$d), 'township', 'CORRECTION', now(), gen_random_uuid(), 'test'
              from registry.household order by md5(id::text || %1$d) limit 2
            """,
            """
            insert into registry.statement (id, holder, holder_id, area_code, valid, facts, source, cause,
                                            recorded_at, recorded_by, recorded_name)
            select gen_random_uuid(), 'PERSON', id, area_code, daterange(date '%2$s' + %1$d %% 40 - 20, null),
                   jsonb_build_object('disability_grade', (array['1', '2', 'STRANGE'])[1 + %1$d %% 3]),
                   'township', 'CORRECTION', now(), gen_random_uuid(), 'test'
              from registry.person order by md5(id::text || %1$d) limit 3
            """,
            // Somebody leaves one household for another, now or on a day to come.
            """
            with leaving as (
                delete from registry.membership where person_id in (
                    select person_id from registry.membership group by person_id
                    having count(*) = 1 and bool_and(upper_inf(valid) and lower(valid) < date '%2$s')
                     order by md5(person_id::text || %1$d) limit 1)
                returning *
            )
            insert into registry.membership (household_id, person_id, area_code, valid)
            select household_id, person_id, area_code, daterange(lower(valid), date '%2$s' + %1$d %% 15) from leaving
            union all
            select h.id, l.person_id, h.area_code, daterange(date '%2$s' + %1$d %% 15, null)
              from leaving l, (select * from registry.household order by md5(id::text || %1$d) limit 1) h
            """,
            // Somebody is struck off.
            """
            delete from registry.membership where person_id in (
                select person_id from registry.membership order by md5(person_id::text || %1$d) limit 1)
            """,
            // A household is new; another moves.
            """
            insert into registry.household (id, area_code, number, created_at)
            values (md5('new %1$d')::uuid, '229901100' || lpad((%1$d %% 999)::text, 3, '0'), 'n%1$d', now())
            """,
            """
            update registry.household set area_code = '229901001' || lpad((%1$d %% 999)::text, 3, '0'), number = 'm%1$d'
             where id = (select id from registry.household order by md5(id::text || %1$d) limit 1)
            """,
            // Two persons turn out to be one, and two others not to be.
            """
            update registry.person set merged_into = (
                    select id from registry.person where merged_into is null
                       and id not in (select merged_into from registry.person where merged_into is not null)
                     order by md5(id::text || %1$d) limit 1)
             where id = (
                    select id from registry.person where merged_into is null
                       and id not in (select merged_into from registry.person where merged_into is not null)
                     order by md5(id::text || %1$d) offset 1 limit 1)
            """,
            """
            update registry.person set merged_into = null where id = (
                select id from registry.person where merged_into is not null order by md5(id::text || %1$d) limit 1)
            """,
            // Members are put into another order.
            """
            update registry.person set number = 'p%1$d'
             where id = (select id from registry.person order by md5(id::text || %1$d) limit 1)
            """);

    private static void everybody() throws SQLException {
        run("""
                insert into registry.household (id, area_code, number, created_at)
                select md5('household ' || n)::uuid, '229901' || (array['100', '001'])[1 + n %% 2] || lpad((n %% 7)::text, 3, '0'),
                       n::text, now() from generate_series(1, %d) as n
                """.formatted(HOUSEHOLDS));
        run("""
                insert into registry.person (id, household_id, area_code, number, created_at)
                select md5(h.number || '-' || n)::uuid, h.id, h.area_code, h.number || '-' || n, now()
                  from registry.household h, generate_series(1, 3) as n
                """);
        run("""
                insert into registry.membership (household_id, person_id, area_code, valid)
                select household_id, id, area_code, '[2015-01-01,)' from registry.person
                """);
        run("""
                insert into registry.statement (id, holder, holder_id, area_code, valid, facts, source, cause,
                                                recorded_at, recorded_by, recorded_name)
                select gen_random_uuid(), 'PERSON', id, area_code, '[2015-01-01,)', '{"disability_grade": "3"}',
                       'township', 'IMPORT', now(), gen_random_uuid(), 'test'
                  from registry.person
                """);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What was taken, and how. */
    private record Take(Path file, WholeRegister.Written written) {}

    private Take take(String name, Optional<WholeRegister.Before> before) throws IOException {
        Path file = folder.resolve(name);
        LocalDate on = today.date();
        try (SnapshotWriter writer = new SnapshotWriter(file, pack, on, new SnapshotOrigin.Register())) {
            WholeRegister.Written written = Callers.as(
                    Caller.platform(divisions.root()), () -> register.write(writer, on, before, (_, _) -> {}));
            writer.finish();
            return new Take(file, written);
        }
    }

    private WholeRegister.Before opened(Take take) throws IOException {
        Snapshot snapshot = Snapshot.openWhileUsed(take.file(), pack);
        return new WholeRegister.Before(
                snapshot.population(), snapshot.on(), snapshot.mark().orElseThrow());
    }

    /** All that is known, a line for each household. */
    private List<String> told(Population population) {
        List<String> told = new ArrayList<>();
        for (int row = 0; row < population.households(); row++) {
            Household household = population.household(row);
            told.add(household.area() + " " + told(Holder.HOUSEHOLD, household.facts()) + " "
                    + household.members().stream()
                            .map(member -> told(Holder.PERSON, member))
                            .toList());
        }
        return told;
    }

    private String told(Holder holder, Facts facts) {
        return facts.id() + " "
                + IntStream.range(0, pack.catalogue().facts(holder).size())
                        .mapToObj(facts::given)
                        .flatMap(Optional::stream)
                        .toList();
    }

    @Test
    void whatever_happens_to_a_register_what_changed_is_read_again_and_nothing_else() throws Exception {
        everybody();
        Random random = new Random(SEED);
        WholeRegister.Before before = opened(taken("first", Optional.empty()));
        int read = 0;
        int readOfWhole = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int number = random.nextInt(4); number >= 0; number--) {
                run(EVENTS.get(random.nextInt(EVENTS.size())).formatted(random.nextInt(1_000_000), today.date()));
            }
            today.moveTo(today.date().plusDays(random.nextInt(12)));
            List<String> truth = statementByStatement("truth" + round);
            Take whole = take("whole" + round, Optional.empty());
            assertThat(told(opened(whole).population()))
                    .as("everybody, seed %d, round %d", SEED, round)
                    .isEqualTo(truth);
            // Whether or not everybody was taken by somebody who did not end, or who did.
            boolean settled = random.nextInt(3) == 0;
            Take next = settled ? whole : take("refreshed" + round, Optional.of(before));
            settle(next);
            before = opened(next);
            assertThat(told(before.population()))
                    .as("what changed, seed %d, round %d", SEED, round)
                    .isEqualTo(truth);
            read += settled ? 0 : next.written().households();
            readOfWhole += whole.written().households();
        }
        assertThat(read).isPositive().isLessThan(ROUNDS * HOUSEHOLDS / 10);
        assertThat(readOfWhole).isPositive().isLessThan(ROUNDS * HOUSEHOLDS / 10);
    }

    /** Everybody, with bundles neither read nor kept. */
    private List<String> statementByStatement(String name) throws Exception {
        run("create table kept_bundle as select * from registry.bundle");
        run("update registry.bundle set meaning = 'other'");
        List<String> told = told(opened(take(name, Optional.empty())).population());
        run("delete from registry.bundle where id not in (select id from kept_bundle)");
        run("update registry.bundle b set meaning = k.meaning from kept_bundle k where k.id = b.id");
        run("drop table kept_bundle");
        return told;
    }

    private void settle(Take take) {
        Callers.as(Caller.platform(divisions.root()), () -> {
            register.settle(take.written());
            return take;
        });
    }

    /** Takes and notes it. */
    private Take taken(String name, Optional<WholeRegister.Before> before) throws IOException {
        Take take = take(name, before);
        settle(take);
        return take;
    }

    @Test
    void after_a_backup_came_back_or_a_day_was_taken_back_everybody_is_read() throws Exception {
        everybody();
        WholeRegister.Before before = opened(taken("first", Optional.empty()));
        assertThat(take("nothing", Optional.of(before)).written().households()).isZero();
        today.moveTo(today.date().minusDays(1));
        assertThat(take("yesterday", Optional.of(before)).written().households())
                .isEqualTo(HOUSEHOLDS);
        today.moveTo(today.date().plusDays(1));
        run("update registry.taking set mark = '%s'".formatted(UUID.randomUUID()));
        run("update registry.bundle set meaning = 'other'");
        assertThat(take("other", Optional.of(before)).written().households()).isEqualTo(HOUSEHOLDS);
    }

    @Test
    void what_was_written_while_the_register_was_taken_is_read_the_next_time() throws Exception {
        everybody();
        Take first = take("first", Optional.empty());
        run(EVENTS.getFirst().formatted(1, today.date()));
        settle(first);
        assertThat(take("second", Optional.of(opened(first))).written().households())
                .isEqualTo(2);
    }
}
