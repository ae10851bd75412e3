package yingbao.platform.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.PlatformTest;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.registry.Registration;
import yingbao.platform.registry.WholeRegister;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Snapshot;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.batch.SnapshotWriter;

/** Whoever comes into the register can be taken into columns without being read statement by statement. */
class BundlesTest extends PlatformTest {
    private static final String VILLAGE = "229901100200";
    private static final int TYPED_IN = 70;

    @TempDir
    private Path folder;

    @Autowired
    private WholeRegister register;

    @Autowired
    private Registration registration;

    @Autowired
    private Divisions divisions;

    private void typeIn(int number) {
        Callers.as(
                caller("township-clerk", "229901100"),
                () -> registration.register(
                        new Registration.NewHousehold(
                                "N" + number,
                                Map.of("area", VILLAGE, "income_wages", "" + number),
                                List.of(
                                        Map.of("name", "赵小虎", "relation", "户主", "birth_date", "1980-01-01"),
                                        Map.of("name", "钱大妮", "relation", "配偶", "birth_date", "1982-02-02"))),
                        MONDAY,
                        "township"));
    }

    /** What was taken, and how. */
    private record Take(Snapshot snapshot, WholeRegister.Written written) {
        Population population() {
            return snapshot.population();
        }

        WholeRegister.Before before() {
            return new WholeRegister.Before(
                    population(), snapshot.on(), snapshot.mark().orElseThrow());
        }
    }

    private Take take(String name) throws IOException {
        return take(name, Optional.empty());
    }

    private Take take(String name, Optional<WholeRegister.Before> before) throws IOException {
        Path file = folder.resolve(name);
        try (SnapshotWriter writer = new SnapshotWriter(file, pack, today.date(), new SnapshotOrigin.Register())) {
            WholeRegister.Written written = Callers.as(Caller.platform(divisions.root()), () -> {
                WholeRegister.Written all = register.write(writer, today.date(), before, (_, _) -> {});
                writer.finish();
                register.settle(all);
                return all;
            });
            return new Take(Snapshot.openWhileUsed(file, pack), written);
        }
    }

    private static List<String> wages(Population population) {
        return IntStream.range(0, population.households())
                .mapToObj(row -> population.household(row).facts().given("income_wages") + " of "
                        + population.household(row).members().size())
                .toList();
    }

    private static List<String> wagesOf(int households) {
        return IntStream.range(0, households)
                .mapToObj(number -> Optional.of(new yingbao.policy.expr.Value.Whole(number * 100L)) + " of 2")
                .toList();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void nobody_who_is_new_is_read_statement_by_statement() throws Exception {
        IntStream.range(0, 3).forEach(this::typeIn);
        assertThat(number("select count(*) from registry.change where holders is not null"))
                .isZero();
        Take taken = take("new");
        assertThat(wages(taken.population())).isEqualTo(wagesOf(3));
        assertThat(taken.written().households()).isZero();
        assertThat(number("select count(*) from registry.change")).isZero();
    }

    @Test
    void where_many_came_in_one_by_one_they_are_put_together() throws Exception {
        List<String> expected = new ArrayList<>(wagesOf(TYPED_IN));
        IntStream.range(0, TYPED_IN).forEach(this::typeIn);
        assertThat(number("select count(*) from registry.bundle")).isEqualTo(TYPED_IN);
        assertThat(wages(take("first").population())).isEqualTo(expected);
        assertThat(number("select count(*) from registry.bundle")).isEqualTo(1);
        Take again = take("again");
        assertThat(wages(again.population())).isEqualTo(expected);
        assertThat(again.written().households()).isZero();
    }

    @Test
    void what_bundles_tell_of_other_facts_is_read_anew_and_they_go() throws Exception {
        IntStream.range(0, 3).forEach(this::typeIn);
        run("update registry.bundle set meaning = 'other'");
        Take taken = take("other");
        assertThat(wages(taken.population())).isEqualTo(wagesOf(3));
        assertThat(taken.written().households()).isEqualTo(3);
        assertThat(number("select count(*) from registry.bundle where meaning = 'other'"))
                .isZero();
        assertThat(take("again").written().households()).isZero();
    }

    @Test
    void where_bundles_have_become_too_many_everybody_is_taken_by_which_they_become_few() throws Exception {
        IntStream.range(0, 3).forEach(this::typeIn);
        Take first = take("first");
        run("""
                insert into registry.bundle (first_area, first_id, last_area, last_id, from_day, meaning, households)
                select first_area, first_id, first_area, first_id, from_day, meaning, array[first_id]
                  from registry.bundle, generate_series(1, 20001)
                """);
        Take taken = take("second", Optional.of(first.before()));
        assertThat(wages(taken.population())).isEqualTo(wagesOf(3));
        assertThat(number("select count(*) from registry.bundle")).isEqualTo(1);
    }

    @Test
    void what_bundles_tell_lies_sealed() throws Exception {
        typeIn(1);
        // In the open, columns begin with the first id as text.
        assertThat(number("""
                select count(*) from registry.bundle b join registry.household h on h.id = b.first_id
                 where position(convert_to(h.id::text, 'UTF8') in b.content) > 0
                """)).isZero();
        assertThat(number("select count(*) from registry.bundle where content is not null"))
                .isEqualTo(1);
    }
}
