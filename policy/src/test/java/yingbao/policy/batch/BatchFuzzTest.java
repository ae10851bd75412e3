package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import yingbao.policy.Seeds;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Function;
import yingbao.policy.pack.Pack;

/** Rules that nobody would write, about households that nobody has seen: both evaluators say the same of them. */
class BatchFuzzTest {
    private static final int PACKS = 40;
    private static final int HOUSEHOLDS = 80;
    private static final int OFTEN = 20;

    @Test
    void randomRulesAreDecidedForAPopulationAsForItsHouseholds() {
        Map<String, Integer> refused = new TreeMap<>();
        Map<String, Integer> nodes = new TreeMap<>();
        Map<BothEvaluators.Kind, Integer> decisions = new TreeMap<>();
        List<Long> apart = new ArrayList<>();
        Seeds.forEach(PACKS, random -> {
            Pack pack = RandomPack.of(random, refused);
            RandomPack.count(pack, nodes);
            List<Household> households = RandomHouses.random(pack, HOUSEHOLDS, random);
            BothEvaluators said = BothEvaluators.compare(pack, PackParts.ON, households);
            said.decisions().forEach((kind, count) -> decisions.merge(kind, count, Integer::sum));
            apart.add(said.decidedApart());
        });
        assertThat(apart.stream().mapToLong(Long::longValue).sum())
                .as("households that the compiled form left to the other evaluator")
                .isBetween(PACKS * 4L, PACKS * HOUSEHOLDS * 3L / 10);
        assertThat(decisions.keySet()).containsExactly(BothEvaluators.Kind.values());
        assertThat(decisions)
                .as("decisions of each kind")
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(OFTEN * PACKS / 10));
        assertThat(nodes.keySet()).isEqualTo(kindsOfNodes());
        assertThat(nodes)
                .as("nodes of each kind in the rules that were compiled")
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(OFTEN));
        assertThat(refused)
                .as("what had no compiled form, by code")
                .allSatisfy((code, count) -> assertThat(count).as(code).isLessThan(PACKS * 3))
                .containsKeys("batch.fraction-fact", "batch.sum-of-fractions");
    }

    /** The names that {@link RandomPack#count} gives to whatever an expression may consist of. */
    private static Set<String> kindsOfNodes() {
        Set<String> kinds = new TreeSet<>(List.of("Constant", "LetRef", "AsOf", "Receives", "Not"));
        kinds.addAll(List.of("All", "Any", "Choice", "Among", "TheHousehold", "ThePerson", "TheMember"));
        for (Enum<?>[] all : List.of(
                Function.values(),
                Expr.Relation.values(),
                Expr.Operation.values(),
                Expr.Folding.values(),
                Expr.Moment.values())) {
            Arrays.stream(all).map(Enum::name).forEach(kinds::add);
        }
        return kinds;
    }

    @Test
    void aPopulationOfSeveralChunksIsDecidedAsItsHouseholds() {
        Seeds.forEach(2, random -> {
            Pack pack = RandomPack.of(random, new TreeMap<>());
            List<Household> few = RandomHouses.random(pack, HOUSEHOLDS, random);
            List<Household> many = IntStream.range(0, Chunk.HOUSEHOLDS_MAX * 2 + 7)
                    .mapToObj(number -> few.get(random.nextInt(few.size())))
                    .toList();
            BothEvaluators.compare(pack, PackParts.ON, many);
        });
    }
}
