package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import yingbao.policy.expr.Context.Owner;

/** Laws of not knowing, over random expressions about random households of which only part is known. */
class EvaluatorPropertiesTest {
    private static final int SEEDS = 8_000;
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    @Test
    void what_is_decided_stays_whatever_else_becomes_known() {
        int[] decided = new int[1];
        forEachQuestion((question, random) -> {
            SortedMap<Missing, Value> more = question.world().withGaps(random, question.aboutPerson());
            SortedMap<Missing, Value> less = new TreeMap<>(more);
            less.keySet().retainAll(question.world().withGaps(random, question.aboutPerson()).keySet());
            Value early = question.answer(less);
            Value later = question.answer(more);
            Value last = question.answer(question.world().truth());
            if (!(early instanceof Value.Unknown)) {
                decided[0]++;
                assertThat(later).as("%s", question).isEqualTo(early);
            }
            if (!(later instanceof Value.Unknown)) {
                assertThat(last).as("%s", question).isEqualTo(later);
            }
        });
        assertThat(decided[0]).as("questions decided in spite of gaps").isGreaterThan(SEEDS / 20);
    }

    @Test
    void an_open_question_names_only_what_nobody_has_told() {
        int[] open = new int[1];
        forEachQuestion((question, random) -> {
            SortedMap<Missing, Value> known = question.world().withGaps(random, question.aboutPerson());
            if (question.answer(known) instanceof Value.Unknown(var missing)) {
                open[0]++;
                assertThat(missing).as("%s", question).isNotEmpty();
                assertThat(known.keySet()).as("%s", question).doesNotContainAnyElementsOf(missing);
                assertThat(question.world().truth().keySet())
                        .as("what is asked for can be answered, %s", question)
                        .containsAll(missing);
            }
        });
        assertThat(open[0]).as("open questions").isGreaterThan(SEEDS / 20);
    }

    @Test
    void where_nothing_is_missing_nothing_is_open() {
        forEachQuestion((question, _) -> assertThat(question.answer(question.world().truth()))
                .as("%s", question)
                .isNotInstanceOf(Value.Unknown.class));
    }

    @Test
    void telling_only_what_is_asked_for_leads_to_the_full_answer() {
        forEachQuestion((question, random) -> {
            SortedMap<Missing, Value> truth = question.world().truth();
            SortedMap<Missing, Value> known = question.world().withGaps(random, question.aboutPerson());
            Value answer = question.answer(known);
            while (answer instanceof Value.Unknown(var missing)) {
                Set<Missing> asked = missing;
                truth.forEach((key, value) -> {
                    if (asked.contains(key)) {
                        known.put(key, value);
                    }
                });
                assertThat(known.keySet()).as("%s", question).containsAll(asked);
                answer = question.answer(known);
            }
            assertThat(answer).as("%s", question).isEqualTo(question.answer(truth));
        });
    }

    @Test
    void asking_twice_gives_the_same_answer() {
        forEachQuestion((question, random) -> {
            SortedMap<Missing, Value> known = question.world().withGaps(random, question.aboutPerson());
            assertThat(question.answer(known)).as("%s", question).isEqualTo(question.answer(known));
            Frame frame = new Frame(
                    question.world().situation(known),
                    question.aboutPerson() ? 0 : Entitlements.HOUSEHOLD_ITSELF,
                    question.lets());
            Evaluator evaluator = Evaluator.walkingTheTree();
            Value first = evaluator.evaluate(question.expr(), frame);
            assertThat(evaluator.evaluate(question.expr(), frame))
                    .as("with lets and derived facts remembered, %s", question)
                    .isEqualTo(first);
        });
    }

    private static void forEachQuestion(Law law) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator random = GENERATORS.create(seed);
            law.holds(Question.random(seed, random), random);
        }
    }

    @FunctionalInterface
    private interface Law {
        void holds(Question question, RandomGenerator random);
    }

    /** A random expression that uses two lets, about a random household or one of its members. */
    private record Question(long seed, String source, List<Expr> lets, Expr expr, Owner owner, World world) {
        private static final List<Type> TYPES = List.of(Type.values());

        static Question random(long seed, RandomGenerator random) {
            Owner owner = random.nextBoolean() ? Owner.HOUSEHOLD : Owner.PERSON;
            boolean aboutPerson = owner == Owner.PERSON;
            String let = RandomExpression.of(Type.FLAG, random, aboutPerson, false);
            List<Expr> lets =
                    List.of(World.accepted(let, Context.of(owner), Type.FLAG).expr());
            Type type = TYPES.get(random.nextInt(TYPES.size()));
            String plain = RandomExpression.of(type, random, aboutPerson, false);
            String source = random.nextBoolean() ? plain : "!basis ? (" + plain + ") : (" + plain + ")";
            Context withLet = new Context(owner, List.of(Village.flag("basis", "依据")));
            Expr expr = World.accepted(source, withLet, type).expr();
            return new Question(seed, "basis = " + let + "; " + source, lets, expr, owner, World.random(random));
        }

        boolean aboutPerson() {
            return owner == Owner.PERSON;
        }

        Value answer(Map<Missing, Value> known) {
            return world.value(expr, owner, lets, known);
        }

        @Override
        public String toString() {
            return "seed " + seed + ", about " + owner + ": " + source;
        }
    }
}
