package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import yingbao.policy.Seeds;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Yardstick;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/** What a change is said to do is what comes of deciding everybody twice and holding one against the other. */
class TrialTest {
    private static final int PACKS = 8;
    private static final int HOUSEHOLDS = 120;
    /** Of several chunks. */
    private static final int MANY_HOUSEHOLDS = 3 * Chunk.HOUSEHOLDS_MAX;

    @Test
    void a_change_does_what_deciding_everybody_twice_shows() {
        AtomicInteger changes = new AtomicInteger();
        Seeds.forEach(PACKS, random -> {
            Pack pack = RandomPack.of(random, new TreeMap<>());
            Population population = Population.of(pack, RandomHouses.random(pack, HOUSEHOLDS, random));
            Trial trial = Trial.of(pack, PackParts.ON, population, population.everybody(), Watch.NOBODY)
                    .orElseThrow();
            for (int other = 0; other < 3; other++) {
                Pack changed = oneMoreValue(pack, random);
                List<String> expected = twice(pack, changed, population);
                List<ChangedRow> rows = trial.rows(changed, _ -> true, Integer.MAX_VALUE, Watch.NOBODY)
                        .orElseThrow();
                assertThat(rows.stream().map(TrialTest::said).sorted().toList()).isEqualTo(expected);
                changes.addAndGet(rows.size());
                Comparison comparison = trial.against(changed, Watch.NOBODY).orElseThrow();
                assertCounted(comparison, rows);
                assertTotals(comparison, pack, changed, population);
                assertThat(trial.rows(changed, _ -> true, 2, Watch.NOBODY).orElseThrow())
                        .isEqualTo(rows.subList(0, Math.min(2, rows.size())));
            }
        });
        assertThat(changes.get()).as("decisions that changed").isGreaterThan(PACKS * 5);
    }

    /** Those who live together follow each other, as in a register, so that most of them are passed over. */
    @Test
    void a_change_in_one_place_does_there_what_deciding_everybody_twice_shows() {
        AtomicInteger changes = new AtomicInteger();
        Seeds.forEach(2, random -> {
            Pack pack = RandomPack.of(random, new TreeMap<>());
            List<Household> houses = new ArrayList<>(RandomHouses.random(pack, MANY_HOUSEHOLDS, random));
            houses.sort(Comparator.comparing(house -> house.area().digits()));
            Population population = Population.of(pack, houses);
            Trial trial = Trial.of(pack, PackParts.ON, population, population.everybody(), Watch.NOBODY)
                    .orElseThrow();
            for (int other = 0; other < 4; other++) {
                Pack changed = oneMoreValue(pack, random);
                List<ChangedRow> rows = trial.rows(changed, _ -> true, Integer.MAX_VALUE, Watch.NOBODY)
                        .orElseThrow();
                assertThat(rows.stream().map(TrialTest::said).sorted().toList())
                        .isEqualTo(twice(pack, changed, population));
                changes.addAndGet(rows.size());
                Comparison comparison = trial.against(changed, Watch.NOBODY).orElseThrow();
                assertCounted(comparison, rows);
                assertTotals(comparison, pack, changed, population);
            }
        });
        assertThat(changes.get()).as("decisions that changed").isPositive();
    }

    private static Pack oneMoreValue(Pack pack, RandomGenerator random) {
        List<Parameter> parameters = new ArrayList<>(pack.parameters());
        int slot = random.nextInt(parameters.size());
        AreaCode area = MadeUp.AREAS.get(random.nextInt(MadeUp.AREAS.size()));
        parameters.set(
                slot,
                parameters
                        .get(slot)
                        .with(
                                area,
                                DateRange.ALWAYS,
                                new Parameter.Setting.Stated(
                                        new Value.Whole(random.nextInt(40_000)), Mark.DEMO, List.of(), "")));
        return pack.with(parameters, Map.of(), "one more value");
    }

    private static List<String> twice(Pack pack, Pack changed, Population population) {
        Outcomes before = BatchEngine.compile(pack, PackParts.ON, population).decide();
        Outcomes after = BatchEngine.compile(changed, PackParts.ON, population).decide();
        List<String> said = new ArrayList<>();
        for (Programme programme : before.programmes()) {
            Outcomes.OfProgramme was = before.of(programme.id());
            Outcomes.OfProgramme is = after.of(programme.id());
            for (int row = 0; row < was.rows(); row++) {
                boolean wasEligible = was.outcome(row) == Outcomes.Outcome.ELIGIBLE;
                boolean isEligible = is.outcome(row) == Outcomes.Outcome.ELIGIBLE;
                if (wasEligible != isEligible || was.amountFen(row) != is.amountFen(row)) {
                    String kind = !wasEligible
                            ? "ENTERS"
                            : !isEligible ? "LEAVES" : is.amountFen(row) > was.amountFen(row) ? "GAINS" : "LOSES";
                    said.add(programme.id() + " " + row + " " + kind + " " + was.amountFen(row) + " "
                            + is.amountFen(row));
                }
            }
        }
        return said.stream().sorted().toList();
    }

    private static String said(ChangedRow row) {
        return row.programme() + " " + row.row() + " " + row.kind() + " " + row.beforeFen() + " " + row.afterFen();
    }

    /** The counts are those of the listed rows. */
    private static void assertCounted(Comparison comparison, List<ChangedRow> rows) {
        for (int number = 0; number < comparison.programmes().size(); number++) {
            String programme = comparison.programmes().get(number).id();
            Comparison.Line line = comparison.everywhere(number);
            for (Comparison.Kind kind : Comparison.Kind.values()) {
                List<ChangedRow> moved = rows.stream()
                        .filter(row -> row.programme().equals(programme) && row.kind() == kind)
                        .toList();
                assertThat(line.of(kind).count()).as(programme + " " + kind).isEqualTo(moved.size());
                assertThat(line.of(kind).fen().longValueExact())
                        .isEqualTo(moved.stream()
                                .mapToLong(row -> row.afterFen() - row.beforeFen())
                                .sum());
            }
            assertThat(line.distribution().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(rows.stream()
                            .filter(row -> row.programme().equals(programme) && row.afterFen() != row.beforeFen())
                            .count());
        }
    }

    private static void assertTotals(Comparison comparison, Pack pack, Pack changed, Population population) {
        Outcomes before = BatchEngine.compile(pack, PackParts.ON, population).decide();
        Outcomes after = BatchEngine.compile(changed, PackParts.ON, population).decide();
        for (int number = 0; number < comparison.programmes().size(); number++) {
            String programme = comparison.programmes().get(number).id();
            Comparison.Line line = comparison.everywhere(number);
            assertThat(line.beforeFen().longValueExact()).isEqualTo(sum(before.of(programme)));
            assertThat(line.afterFen().longValueExact()).isEqualTo(sum(after.of(programme)));
            assertThat(line.openAfter()).isEqualTo(open(after.of(programme)));
        }
    }

    private static long sum(Outcomes.OfProgramme of) {
        long sum = 0;
        for (int row = 0; row < of.rows(); row++) {
            sum += of.amountFen(row);
        }
        return sum;
    }

    private static long open(Outcomes.OfProgramme of) {
        long open = 0;
        for (int row = 0; row < of.rows(); row++) {
            open += of.outcome(row) == Outcomes.Outcome.UNDETERMINED ? 1 : 0;
        }
        return open;
    }

    @Test
    void who_lies_under_the_poverty_line_is_counted_before_and_after() {
        Pack pack = TotalsTest.jilin();
        LocalDate on = LocalDate.of(2017, 3, 1);
        AtomicInteger moved = new AtomicInteger();
        Seeds.forEach(4, random -> {
            List<Household> households = TotalsTest.households(pack, 400, random);
            Pack low = everywhere(pack, "rural_dibao_standard", 200_000);
            Pack high = everywhere(everywhere(pack, "rural_dibao_standard", 600_000), "poverty_line", 310_000);
            Population population = Population.of(pack, households);
            Comparison comparison = Trial.of(low, on, population, population.everybody(), Watch.NOBODY)
                    .orElseThrow()
                    .against(high, Watch.NOBODY)
                    .orElseThrow();
            for (int number = 0; number < pack.yardsticks().size(); number++) {
                Comparison.Under under = comparison.underEverywhere(number);
                long[] before = under(low, pack.yardsticks().get(number), on, population);
                long[] after = under(high, pack.yardsticks().get(number), on, population);
                assertThat(List.of(under.householdsBefore(), under.personsBefore()))
                        .isEqualTo(List.of(before[0], before[1]));
                assertThat(List.of(under.householdsAfter(), under.personsAfter(), under.householdsUnknown()))
                        .isEqualTo(List.of(after[0], after[1], after[2]));
                moved.addAndGet(before[0] != after[0] ? 1 : 0);
            }
        });
        assertThat(moved.get()).isEqualTo(pack.yardsticks().isEmpty() ? 0 : 4);
    }

    @Test
    void a_new_parameter_moves_all_others_along_and_a_new_programme_gives_to_those_who_had_nothing_of_it() {
        Path folder = Path.of(System.getProperty("yingbao.home", ".."), "packs/jilin");
        byte[] archive = PackReader.archive(folder);
        String rule = PackTexts.of(archive)
                .text("programmes/rural-dibao-2014.yaml")
                .orElseThrow()
                .replace("to: 2021-06-30", "to: 2021-06-30 # tried");
        // Its name puts it before every other parameter.
        Map<String, String> texts = Map.of(
                "parameters/a-new.yaml",
                """
                        parameters:
                          - name: a_new_share
                            label: 试算系数
                            unit: piece
                            level: province
                            set_by: 省人民政府
                            cites: [jl-2016-18#二（一）]
                            values:
                              - {value: 1, from: 2000-01-01, mark: SEEN, cites: [jl-2016-18#二（一）]}
                        """,
                "examples/z-new.yaml",
                """
                        programme: z-new
                        examples:
                          - name: 谁也没有查
                            proves: amount
                            on: 2016-10-01
                            household: {area: "222401"}
                            persons: [{id: P1}]
                            expect: {outcome: UNDETERMINED, missing: [household.local]}
                        """,
                "programmes/rural-dibao-2014.yaml",
                rule.replace("household.income_12m < allowance", "household.income_12m * 2 < allowance"),
                "programmes/z-new.yaml",
                rule.replace("programme: rural-dibao", "programme: z-new")
                        .replace("when: household.local\n", "when: household.local && param.a_new_share > 0\n"));
        PackReader.Reading reading = PackReader.read(archive, texts);
        assertThat(reading).as(reading.toString()).isInstanceOf(PackReader.Reading.Accepted.class);
        if (!(reading instanceof PackReader.Reading.Accepted(Pack after))) {
            return;
        }
        LocalDate on = LocalDate.of(2017, 3, 1);
        Seeds.forEach(2, random -> {
            List<Household> households = TotalsTest.households(after, 300, random);
            Pack low = everywhere(TotalsTest.jilin(), "rural_dibao_standard", 400_000);
            Pack changed = everywhere(everywhere(after, "rural_dibao_standard", 400_000), "poverty_line", 310_000);
            Population population = Population.of(low, households);
            Trial trial = Trial.of(low, on, population, population.everybody(), Watch.NOBODY)
                    .orElseThrow();
            Comparison comparison = trial.against(changed, Watch.NOBODY).orElseThrow();
            Outcomes is = BatchEngine.compile(changed, on, population).decide();
            for (int number = 0; number < comparison.programmes().size(); number++) {
                Programme programme = comparison.programmes().get(number);
                assertThat(comparison.everywhere(number).afterFen().longValueExact())
                        .as(programme.id())
                        .isEqualTo(sum(is.of(programme.id())));
                if (programme.id().equals("z-new")) {
                    assertThat(comparison.everywhere(number).before()).isZero();
                    assertThat(comparison
                                    .everywhere(number)
                                    .of(Comparison.Kind.ENTERS)
                                    .count())
                            .as("who enters")
                            .isPositive();
                }
            }
            long[] under = under(changed, changed.yardsticks().getFirst(), on, population);
            assertThat(comparison.underEverywhere(0).personsAfter()).isEqualTo(under[1]);
        });
    }

    private static Pack everywhere(Pack pack, String name, long value) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : pack.parameters()) {
            Parameter changed = parameter;
            if (parameter.symbol().name().equals(name)) {
                Parameter.Setting.Stated stated =
                        new Parameter.Setting.Stated(new Value.Whole(value), Mark.DEMO, List.of(), "");
                changed = parameter.with(pack.areas().root().orElseThrow(), DateRange.ALWAYS, stated);
                for (AreaCode area : parameter.settings().keySet()) {
                    changed = changed.with(area, DateRange.ALWAYS, stated);
                }
            }
            parameters.add(changed);
        }
        return pack.with(parameters, Map.of(), name);
    }

    /** Households and persons short of more than they are given, and households of which that is not known. */
    private static long[] under(Pack pack, Yardstick yardstick, LocalDate on, Population population) {
        Outcomes given = BatchEngine.compile(pack, on, population).decide();
        List<Programme> all = new ArrayList<>(pack.programmes());
        all.add(yardstick.shortage());
        Outcomes measured =
                BatchEngine.compile(pack.withProgrammes(all), on, population).decide();
        Outcomes.OfProgramme shortage = measured.of(yardstick.shortage().id());
        long[] under = new long[3];
        for (int household = 0; household < population.households(); household++) {
            long yearly = 0;
            for (Programme programme : given.programmes()) {
                Outcomes.OfProgramme of = given.of(programme.id());
                if (of.holder() == Holder.HOUSEHOLD) {
                    yearly += of.amountFen(household) * 12;
                } else {
                    for (int person = population.firstPerson(household);
                            person < population.firstPerson(household + 1);
                            person++) {
                        yearly += of.amountFen(person) * 12;
                    }
                }
            }
            switch (shortage.outcome(household)) {
                case UNDETERMINED -> under[2]++;
                case ELIGIBLE -> {
                    if (shortage.amountFen(household) > yearly) {
                        under[0]++;
                        under[1] += population.firstPerson(household + 1) - population.firstPerson(household);
                    }
                }
                case NOT_ELIGIBLE -> {
                    // Not short of anything.
                }
            }
        }
        return under;
    }
}
