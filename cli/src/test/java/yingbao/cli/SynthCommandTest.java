package yingbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Snapshot;
import yingbao.policy.batch.SnapshotOrigin;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.CitizenId;

class SynthCommandTest {
    private static final Path HOME = Path.of(System.getProperty("yingbao.home", ".."));
    private static final int HOUSEHOLDS = Block.HOUSEHOLDS + 7_000;

    @TempDir
    Path folder = Path.of(".");

    private record Outcome(int exit, String out, String err) {}

    private static Outcome yingbao(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Path drawn(String name, int seed, int threads) {
        Path file = folder.resolve(name);
        Outcome drawn = yingbao(
                "synth",
                "--households",
                Integer.toString(HOUSEHOLDS),
                "--seed",
                Integer.toString(seed),
                "--threads",
                Integer.toString(threads),
                "--out",
                file.toString());
        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.exit()).isZero();
        assertThat(drawn.out()).contains("生成 39,768 户");
        return file;
    }

    @Test
    void one_seed_gives_the_same_file_on_any_number_of_threads_and_another_seed_another() throws IOException {
        Path one = drawn("one.snapshot", 7, 1);
        assertThat(drawn("three.snapshot", 7, 3)).hasSameBinaryContentAs(one);
        assertThat(Files.mismatch(one, drawn("other.snapshot", 8, 2)))
                .as("where a file of another seed differs")
                .isPositive();
        Outcome decided = yingbao("assess", "--snapshot", one.toString(), "--on", "2016-10-01");
        assertThat(decided.exit()).isZero();
        assertThat(decided.err()).contains("种子 7").contains("并无其人");
    }

    private Path register(String name, int threads) {
        Path to = folder.resolve(name);
        Outcome drawn = yingbao(
                "synth",
                "--households",
                Integer.toString(HOUSEHOLDS),
                "--seed",
                "7",
                "--threads",
                Integer.toString(threads),
                "--csv",
                to.toString());
        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.out()).contains("39,768 户").contains("2016-10-01");
        return to;
    }

    private Path totals(Path snapshot, String name) {
        Path to = folder.resolve(name);
        Outcome decided =
                yingbao("assess", "--snapshot", snapshot.toString(), "--on", "2016-10-01", "--out", to.toString());
        assertThat(decided.exit()).isZero();
        return to.resolve("totals.csv");
    }

    @Test
    void the_same_province_as_a_register_is_taken_without_a_fault_and_decided_as_the_snapshot_is() throws IOException {
        Path register = register("register", 3);
        Path again = register("again", 1);
        for (String table : List.of("households.csv", "persons.csv")) {
            assertThat(again.resolve(table)).hasSameBinaryContentAs(register.resolve(table));
        }
        assertThat(register.toFile().list()).containsExactlyInAnyOrder("households.csv", "persons.csv");
        Path snapshot = folder.resolve("of-register.snapshot");
        Outcome made =
                yingbao("snapshot", "--in", register.toString(), "--on", "2016-10-01", "--out", snapshot.toString());
        assertThat(made.err()).isEmpty();
        assertThat(made.exit()).isZero();
        Path drawn = drawn("drawn.snapshot", 7, 2);
        assertThat(totals(snapshot, "of-register")).hasSameBinaryContentAs(totals(drawn, "of-snapshot"));
        assertThat(snapshot).hasSize(Files.size(drawn));
        assertThat(Files.readAllLines(register.resolve("persons.csv")).get(1)).contains(",虚构S1-1,2299");
    }

    @Test
    void the_province_is_about_as_assumed_and_nobody_in_it_is_anybody() throws IOException {
        Pack pack = Packs.read(
                "jilin",
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Locale.CHINESE));
        try (Snapshot snapshot = Snapshot.open(drawn("one.snapshot", 7, 2), pack)) {
            assertThat(snapshot.origin()).isEqualTo(new SnapshotOrigin.Synthetic(7));
            Population population = snapshot.population();
            Map<String, Integer> counts = new TreeMap<>();
            Set<String> ids = new HashSet<>();
            for (int row = 0; row < population.households(); row++) {
                Household household = population.household(row);
                String prefecture = household.area().at(AreaLevel.PREFECTURE).shortForm();
                counts.merge(prefecture, 1, Integer::sum);
                for (Facts member : household.members()) {
                    String id = text(member, "citizen_id");
                    assertThat(ids.add(id)).as("citizen id %s once", id).isTrue();
                    assertThat(new CitizenId(id).areaPrefix()).startsWith("2299");
                    counts.merge("disabled", text(member, "disability_kind").equals("0") ? 0 : 1, Integer::sum);
                }
            }
            assertThat(perMille(counts, "2201", population.households())).isBetween(365, 390);
            assertThat(perMille(counts, "disabled", population.persons())).isBetween(23, 31);
            assertThat(population.persons() * 1_000L / population.households()).isBetween(2_650L, 2_750L);
        }
    }

    private static int perMille(Map<String, Integer> counts, String key, int of) {
        return (int) (counts.getOrDefault(key, 0) * 1_000L / of);
    }

    private static String text(Facts facts, String name) {
        return facts.given(name).orElseThrow() instanceof Value.Text(String text) ? text : "";
    }

    @Test
    void shares_of_a_thousand_are_shares_and_incomes_have_the_mean_that_is_stated() {
        Assumptions assumptions = new Assumptions();
        for (String whole :
                List.of("size", "age", "disability-kind", "disability-grade", "parts-rural", "parts-urban")) {
            assertThat(assumptions.of(whole).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("shares of %s", whole)
                    .isEqualTo(1_000);
        }
        for (String place : List.of("income-rural", "income-urban")) {
            long sum = 0;
            for (int quantile = 0; quantile < 100; quantile += 20) {
                sum += assumptions.number(place, Integer.toString(quantile));
                sum += assumptions.number(place, Integer.toString(quantile + 20));
            }
            assertThat(sum / 10)
                    .as("mean of the quantiles of %s, in thousandths", place)
                    .isBetween(1_030L, 1_080L);
        }
    }

    @Test
    void every_assumption_is_documented_with_its_source() throws IOException {
        String document = Files.readString(HOME.resolve("docs/synthetic-province.md"));
        try (InputStream in = Objects.requireNonNull(Assumptions.class.getResourceAsStream(Assumptions.RESOURCE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> assertThat(document).contains("| " + line.replace(",", " | ") + " |"));
        }
    }

    @Test
    void a_number_that_no_file_can_hold_is_refused() {
        for (String households : List.of("0", "30000000")) {
            Outcome refused = yingbao("synth", "--households", households, "--out", "nowhere");
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("26,214,400");
        }
        Outcome nowhere = yingbao("synth", "--households", "5");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--out").contains("--csv");
    }
}
