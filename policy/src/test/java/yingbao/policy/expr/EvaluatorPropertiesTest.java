package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import yingbao.policy.expr.Context.Owner;

/** Laws of not knowing, over random expressions about random households of which only part is known. */
class EvaluatorPropertiesTest {
    private static final int EXPRESSIONS = 2_000;
    private static final int HOUSEHOLDS_EACH = 6;
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final List<Question> QUESTIONS =
            LongStream.rangeClosed(1, EXPRESSIONS).mapToObj(Question::random).toList();

    @Test
    void what_is_decided_stays_whatever_else_becomes_known() {
        AtomicInteger decided = new AtomicInteger();
        forEachCase((asked, random) -> {
            SortedMap<Missing, Value> more = asked.withGaps(random);
            SortedMap<Missing, Value> less = new TreeMap<>(more);
            less.keySet().retainAll(asked.withGaps(random).keySet());
            Value early = asked.answer(less);
            Value later = asked.answer(more);
            Value last = asked.answer(asked.truth());
            if (!(early instanceof Value.Unknown)) {
                decided.incrementAndGet();
                assertThat(later).as("%s", asked).isEqualTo(early);
            }
            if (!(later instanceof Value.Unknown)) {
                assertThat(last).as("%s", asked).isEqualTo(later);
            }
        });
        assertThat(decided).as("cases decided in spite of gaps").hasValueGreaterThan(EXPRESSIONS / 2);
    }

    @Test
    void an_open_question_names_only_what_nobody_has_told() {
        AtomicInteger open = new AtomicInteger();
        forEachCase((asked, random) -> {
            SortedMap<Missing, Value> known = asked.withGaps(random);
            if (asked.answer(known) instanceof Value.Unknown(var missing)) {
                open.incrementAndGet();
                assertThat(missing).as("%s", asked).isNotEmpty();
                assertThat(known.keySet()).as("%s", asked).doesNotContainAnyElementsOf(missing);
                assertThat(asked.truth().keySet())
                        .as("what is asked for has an answer, %s", asked)
                        .containsAll(missing);
            }
        });
        assertThat(open).as("open cases").hasValueGreaterThan(EXPRESSIONS / 2);
    }

    @Test
    void where_nothing_is_missing_nothing_is_open() {
        forEachCase((asked, _) ->
                assertThat(asked.answer(asked.truth())).as("%s", asked).isNotInstanceOf(Value.Unknown.class));
    }

    @Test
    void telling_only_what_is_asked_for_leads_to_the_full_answer() {
        forEachCase((asked, random) -> {
            SortedMap<Missing, Value> known = asked.withGaps(random);
            Value answer = asked.answer(known);
            while (answer instanceof Value.Unknown(Set<Missing> missing)) {
                SortedMap<Missing, Value> told = new TreeMap<>(asked.truth());
                told.keySet().retainAll(missing);
                told.keySet().removeAll(known.keySet());
                assertThat(told).as("asked for in vain, %s", asked).isNotEmpty();
                known.putAll(told);
                answer = asked.answer(known);
            }
            assertThat(answer).as("%s", asked).isEqualTo(asked.answer(asked.truth()));
        });
    }

    @Test
    void what_is_remembered_between_questions_changes_no_answer() {
        forEachCase((asked, random) -> {
            SortedMap<Missing, Value> known = asked.withGaps(random);
            Frame frame = asked.frame(known);
            Evaluator evaluator = Evaluator.walkingTheTree();
            Value first = evaluator.evaluate(asked.question().expr(), frame);
            assertThat(evaluator.evaluate(asked.question().expr(), frame))
                    .as("%s", asked)
                    .isEqualTo(first)
                    .isEqualTo(asked.answer(known));
        });
    }

    private static void forEachCase(Law law) {
        for (Question question : QUESTIONS) {
            for (int household = 1; household <= HOUSEHOLDS_EACH; household++) {
                long seed = question.seed() * HOUSEHOLDS_EACH + household;
                RandomGenerator random = GENERATORS.create(seed);
                law.holds(new Case(question, seed, World.random(random)), random);
            }
        }
    }

    @FunctionalInterface
    private interface Law {
        void holds(Case asked, RandomGenerator random);
    }

    /** A random expression about a household or one of its members; every other flag or text rests on a let. */
    private record Question(long seed, String source, List<Expr> lets, Expr expr, Owner owner) {
        private static final List<Type> TYPES = List.of(Type.values());

        static Question random(long seed) {
            RandomGenerator random = GENERATORS.create(seed);
            Owner owner = random.nextBoolean() ? Owner.HOUSEHOLD : Owner.PERSON;
            boolean aboutPerson = owner == Owner.PERSON;
            Context context = Context.of(owner);
            Type type = TYPES.get(random.nextInt(TYPES.size()));
            String source = RandomExpression.of(type, random, aboutPerson, false);
            if (type == Type.WHOLE || random.nextBoolean()) {
                return new Question(seed, source, List.of(), accepted(source, context, type), owner);
            }
            String basis = RandomExpression.of(Type.FLAG, random, aboutPerson, false);
            Context withLet = new Context(owner, List.of(Village.flag("basis", "依据")));
            String choice =
                    "basis ? (" + source + ") : (" + RandomExpression.of(type, random, aboutPerson, false) + ")";
            return new Question(
                    seed,
                    "basis = " + basis + "; " + choice,
                    List.of(accepted(basis, context, Type.FLAG)),
                    accepted(choice, withLet, type),
                    owner);
        }

        private static Expr accepted(String source, Context context, Type type) {
            return World.accepted(source, context, type).expr();
        }
    }

    /** A question about one household. */
    private record Case(Question question, long seed, World world) {
        SortedMap<Missing, Value> truth() {
            return world.truth();
        }

        SortedMap<Missing, Value> withGaps(RandomGenerator random) {
            return world.withGaps(random, question.owner() == Owner.PERSON);
        }

        Value answer(Map<Missing, Value> known) {
            return Evaluator.walkingTheTree().evaluate(question.expr(), frame(known));
        }

        Frame frame(Map<Missing, Value> known) {
            int person = question.owner() == Owner.PERSON ? 0 : Entitlements.HOUSEHOLD_ITSELF;
            return new Frame(world.situation(known), person, question.lets());
        }

        @Override
        public String toString() {
            return "expression seed " + question.seed() + ", household seed " + seed + ", about " + question.owner()
                    + ": " + question.source();
        }
    }
}
