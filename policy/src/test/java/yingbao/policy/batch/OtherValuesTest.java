package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import yingbao.policy.Seeds;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;

/** An engine that is given other values of the parameters decides as one that was compiled for them. */
class OtherValuesTest {
    private static final int PACKS = 20;
    private static final int HOUSEHOLDS = 80;

    @Test
    void other_values_decide_as_if_they_had_been_compiled() {
        List<Integer> differences = new ArrayList<>();
        Seeds.forEach(PACKS, random -> {
            Pack pack = RandomPack.of(random, new TreeMap<>());
            Population population = Population.of(pack, RandomHouses.random(pack, HOUSEHOLDS, random));
            BatchEngine engine = BatchEngine.compile(pack, PackParts.ON, population);
            Outcomes before = engine.decide();
            for (int other = 0; other < 4; other++) {
                Pack changed = changed(pack, random);
                Outcomes expected =
                        BatchEngine.compile(changed, PackParts.ON, population).decide();
                assertThat(said(engine.with(changed).decide())).isEqualTo(said(expected));
                differences.add(said(before).equals(said(expected)) ? 0 : 1);
            }
            assertThat(said(engine.decide()))
                    .as("the engine itself is as it was")
                    .isEqualTo(said(before));
        });
        assertThat(differences.stream().mapToInt(Integer::intValue).sum())
                .as("changes that changed something")
                .isGreaterThan(PACKS / 2);
    }

    /** Some parameters are set, unset or set to something else, in some counties. */
    private static Pack changed(Pack pack, RandomGenerator random) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : pack.parameters()) {
            Map<AreaCode, Timeline<Setting>> settings = new HashMap<>(parameter.settings());
            for (AreaCode area : MadeUp.AREAS) {
                switch (random.nextInt(6)) {
                    case 0 -> settings.put(area, Timeline.of(DateRange.ALWAYS, new Setting.Unset("")));
                    case 1, 2 ->
                        settings.put(
                                area,
                                Timeline.of(
                                        DateRange.ALWAYS,
                                        new Setting.Stated(
                                                new Value.Whole(random.nextInt(40_000)), Mark.DEMO, List.of(), "")));
                    default -> {
                        // As it was.
                    }
                }
            }
            parameters.add(new Parameter(
                    parameter.symbol(),
                    parameter.level(),
                    parameter.setBy(),
                    parameter.cites(),
                    settings,
                    parameter.location()));
        }
        return pack.with(parameters, Map.of(), "changed");
    }

    static List<String> said(Outcomes outcomes) {
        List<String> said = new ArrayList<>();
        for (Programme programme : outcomes.programmes()) {
            Outcomes.OfProgramme of = outcomes.of(programme.id());
            for (int row = 0; row < of.rows(); row++) {
                List<Integer> refusedBy = new ArrayList<>();
                for (int clause = 0; clause <= programme.clauses().size(); clause++) {
                    if (of.isRefusedBy(clause, row)) {
                        refusedBy.add(clause);
                    }
                }
                said.add(programme.id() + " " + row + " " + of.outcome(row) + " " + of.amountFen(row) + " " + refusedBy
                        + " "
                        + outcomes.missing(programme.id(), row).stream()
                                .sorted()
                                .toList());
            }
        }
        return said;
    }

    @Test
    void other_rules_need_an_engine_of_their_own() {
        Seeds.forEach(1, random -> {
            Pack pack = RandomPack.of(random, new TreeMap<>());
            Population population = Population.of(pack, RandomHouses.random(pack, 5, random));
            BatchEngine engine = BatchEngine.compile(pack, PackParts.ON, population);
            Pack fewer = pack.withProgrammes(pack.programmes().subList(0, 1));
            assertThatThrownBy(() -> engine.with(fewer)).isInstanceOf(IllegalArgumentException.class);
        });
    }
}
