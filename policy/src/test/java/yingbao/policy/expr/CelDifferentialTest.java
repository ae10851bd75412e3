package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import yingbao.policy.expr.Context.Owner;

/** Where nothing is missing, our evaluator and Google's must agree on everything that both can say. */
class CelDifferentialTest {
    private static final int EXPRESSIONS = 2_500;
    private static final int HOUSEHOLDS_EACH = 10;
    private static final List<Type> TYPES = List.of(Type.values());
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    @Test
    void agrees_with_cel_on_random_expressions_about_random_households() {
        CelOracle oracle = new CelOracle();
        Map<String, Integer> outcomes = new HashMap<>();
        for (long seed = 1; seed <= EXPRESSIONS; seed++) {
            RandomGenerator random = GENERATORS.create(seed);
            Owner owner = random.nextBoolean() ? Owner.HOUSEHOLD : Owner.PERSON;
            Type type = TYPES.get(random.nextInt(TYPES.size()));
            String source = RandomExpression.of(type, random, owner == Owner.PERSON, true);
            Expr expr = World.accepted(source, Context.of(owner), type).expr();
            CelRuntime.Program program = oracle.program(source);
            for (int household = 0; household < HOUSEHOLDS_EACH; household++) {
                World world = World.withEveryFactGiven(random);
                Situation situation = world.situation(world.truth());
                int person = owner == Owner.PERSON ? 0 : Entitlements.HOUSEHOLD_ITSELF;
                Value ours = Evaluator.walkingTheTree().evaluate(expr, new Frame(situation, person, List.of()));
                Value theirs = CelOracle.value(program, CelOracle.input(situation));
                assertThat(comparable(ours))
                        .as("seed %d, household %d: %s", seed, household, source)
                        .isEqualTo(comparable(theirs));
                outcomes.merge(outcome(ours), 1, Integer::sum);
            }
        }
        assertThat(outcomes)
                .as("every kind of outcome is compared often")
                .containsOnlyKeys("true", "false", "failure", "number", "text")
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(1_000));
    }

    /** Errors agree when both are errors: their words differ. */
    private static Value comparable(Value value) {
        return value instanceof Value.Failure ? new Value.Failure("", "") : value;
    }

    private static String outcome(Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> Boolean.toString(flag);
            case Value.Failure _ -> "failure";
            case Value.Whole _ -> "number";
            case Value.Text _ -> "text";
            case Value.Fraction _, Value.Unknown _ -> throw new AssertionError("unforeseen result: " + value);
        };
    }
}
