package yingbao.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yingbao.policy.Seeds;
import yingbao.policy.SmallPack;
import yingbao.policy.decide.ClauseAnswer.Answer;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackReader.Reading;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Days;

/** What holds of every decision, tried on random households of the small pack and of the packs that we publish. */
class EnginePropertiesTest {
    private static final int SEEDS = 250;
    private static final LocalDate FIRST = LocalDate.of(2016, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    /**
     * Programmes that end where another begins: who earns more may lose the other and so be entitled to these.
     */
    private static final List<String> GIVING_WAY = List.of("relief", "care");

    private static final Map<Path, Optional<Pack>> READ = new HashMap<>();

    static Stream<Named<Pack>> packs() {
        Path published = Path.of(System.getProperty("yingbao.home", ".."), "packs");
        return Stream.of(SmallPack.folder(), published.resolve("jilin"), published.resolve("jilin-demo"))
                .filter(Files::isDirectory)
                .flatMap(folder -> READ.computeIfAbsent(folder, EnginePropertiesTest::read).stream())
                .map(pack -> Named.of(pack.id(), pack));
    }

    /** A pack whose faults lint has yet to show is no matter of the engine. */
    private static Optional<Pack> read(Path folder) {
        return PackReader.read(folder) instanceof Reading.Accepted(Pack pack) ? Optional.of(pack) : Optional.empty();
    }

    /** A household in an area for which something is stated, on a day. */
    private record Case(Pack pack, LocalDate on, RandomHousehold complete) {
        static Case random(Pack pack, RandomGenerator random) {
            LocalDate on = FIRST.plusDays(random.nextLong(ChronoUnit.DAYS.between(FIRST, LAST)));
            List<AreaCode> stated = pack.parameters().stream()
                    .flatMap(parameter -> parameter.settings().keySet().stream())
                    .distinct()
                    .sorted()
                    .flatMap(code -> pack.areas().resolve(code, on).stream())
                    .filter(area -> area.level() == AreaLevel.COUNTY)
                    .map(Area::code)
                    .toList();
            AreaCode area = stated.get(random.nextInt(stated.size()));
            return new Case(pack, on, RandomHousehold.complete(pack, area, on, random));
        }

        Map<String, Decision> decide(RandomHousehold household) {
            return EnginePropertiesTest.decide(pack, on, household);
        }
    }

    private static Map<String, Decision> decide(Pack pack, LocalDate on, RandomHousehold household) {
        Map<String, Decision> decisions = new TreeMap<>();
        for (Decision decision : new Engine(pack, on).decide(household.household())) {
            decisions.put(
                    decision.basis().programme().id() + " for "
                            + decision.basis().unitId(),
                    decision);
        }
        return decisions;
    }

    /** Everything that a decision says but its day. */
    private static String said(Decision decision) {
        return EngineTest.outcome(decision) + " because " + EngineTest.answers(decision);
    }

    private static Map<String, String> said(Map<String, Decision> decisions) {
        Map<String, String> said = new TreeMap<>();
        decisions.forEach((what, decision) -> said.put(what, said(decision)));
        return said;
    }

    /** What is settled in the one is settled in the same way in the other. */
    private static void assertStillSettled(Map<String, Decision> before, Map<String, Decision> after) {
        before.forEach((what, decision) -> {
            Decision later =
                    Optional.ofNullable(after.get(what)).orElseThrow(() -> new AssertionError(what + " is gone"));
            if (!(decision instanceof Decision.Undetermined)) {
                assertThat(later.outcome())
                        .as("%s, before: %s", what, said(decision))
                        .isEqualTo(decision.outcome());
            }
            if (decision instanceof Decision.Eligible eligible) {
                assertThat(later)
                        .as(what)
                        .isInstanceOfSatisfying(
                                Decision.Eligible.class,
                                still -> assertThat(still.amount()).isEqualTo(eligible.amount()));
            }
            Map<String, Answer> answers = new HashMap<>();
            later.basis()
                    .answers()
                    .forEach(answer -> answers.put(answer.clause().id(), answer.answer()));
            for (ClauseAnswer answer : decision.basis().answers()) {
                if (answer.answer() != Answer.UNKNOWN) {
                    assertThat(answers)
                            .as("%s: %s", what, answer.clause().ask())
                            .containsEntry(answer.clause().id(), answer.answer());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theSampleHoldsEveryOutcome(Pack pack) {
        Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        Map<String, Integer> outcomes = new TreeMap<>();
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            one.decide(one.complete()).values().forEach(decision -> {
                outcomes.merge(decision.outcome(), 1, Integer::sum);
                decision.basis().answers().forEach(answer -> answers.merge(answer.answer(), 1, Integer::sum));
            });
        });
        assertThat(outcomes).containsOnlyKeys("ELIGIBLE", "NOT_ELIGIBLE", "UNDETERMINED");
        assertThat(answers).containsOnlyKeys(Answer.values());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void anUnknownNeverBecomesARefusalOrAPayment(Pack pack) {
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            RandomHousehold partial = one.complete().withGaps(random);
            SortedSet<RandomHousehold.Key> gaps = partial.gapsAgainst(one.complete());
            Map<String, Decision> decided = one.decide(partial);
            assertStillSettled(decided, one.decide(one.complete()));
            for (int way = 0; way < 4; way++) {
                assertStillSettled(decided, one.decide(partial.filled(gaps, one.on(), random)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aFamilyWhoseMembersNobodyHasListedIsNotRefusedForThem(Pack pack) {
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            assertStillSettled(one.decide(one.complete().withoutMembers()), one.decide(one.complete()));
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aFactMoreOnlySettlesAndNeverUnsettles(Pack pack) {
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            RandomHousehold known = one.complete().withGaps(random);
            List<RandomHousehold.Key> gaps = new ArrayList<>(known.gapsAgainst(one.complete()));
            while (!gaps.isEmpty()) {
                RandomHousehold.Key learned = gaps.remove(random.nextInt(gaps.size()));
                RandomHousehold more = known.learning(learned, one.complete());
                assertStillSettled(one.decide(known), one.decide(more));
                known = more;
            }
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void whatIsAskedForIsNotKnownYet(Pack pack) {
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            RandomHousehold partial = one.complete().withGaps(random);
            SortedSet<Missing> known = new TreeSet<>();
            partial.known()
                    .keySet()
                    .forEach(key -> known.add(new Missing(
                            Missing.Kind.FACT,
                            key.fact(pack).fullName(),
                            key.member() < 0 ? "H" : "P" + key.member())));
            one.decide(partial).forEach((what, decision) -> {
                if (decision instanceof Decision.Undetermined open) {
                    assertThat(open.missing()).as(what).isNotEmpty().doesNotContainAnyElementsOf(known);
                    assertThat(open.failures()).as(what).isEmpty();
                }
            });
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void whoeverEarnsMoreNeverGetsMore(Pack pack) {
        int[] compared = {0};
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            long more = random.nextLong(1, 400_000);
            Map<String, Decision> richer =
                    one.decide(one.complete().withMoney(EnginePropertiesTest::isIncome, fen -> fen + more));
            one.decide(one.complete()).forEach((what, decision) -> {
                boolean givesWay =
                        GIVING_WAY.contains(decision.basis().programme().id());
                if (!givesWay && richer.get(what) instanceof Decision.Eligible with) {
                    assertThat(decision).as(what).isNotInstanceOf(Decision.NotEligible.class);
                    if (decision instanceof Decision.Eligible without) {
                        assertThat(with.amount()).as(what).isLessThanOrEqualTo(without.amount());
                        compared[0]++;
                    }
                }
            });
        });
        assertThat(compared[0]).isPositive();
    }

    private static boolean isIncome(Fact fact) {
        return fact.kind() == Fact.Kind.MONEY
                && (fact.symbol().name().startsWith("income")
                        || fact.symbol().name().startsWith("wage"));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyDayOfOneVersionAndPeriodHasTheSameAnswer(Pack pack) {
        NavigableSet<LocalDate> changes = changes(pack);
        int[] compared = {0};
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            LocalDate from = changes.headSet(one.on(), true).last();
            LocalDate to = changes.tailSet(one.on(), false).first().minusDays(1);
            LocalDate other = from.plusDays(random.nextLong(ChronoUnit.DAYS.between(from, to) + 1));
            RandomHousehold household = one.complete();
            boolean sameAges = household.dates().stream()
                    .allMatch(birth -> Days.ageYears(birth, one.on()) == Days.ageYears(birth, other));
            if (sameAges) {
                Map<String, Decision> there = decide(pack, other, household);
                assertThat(said(there)).as("%s and %s", one.on(), other).isEqualTo(said(one.decide(household)));
                compared[0]++;
            }
        });
        assertThat(compared[0]).isGreaterThan(SEEDS / 10);
    }

    /** The days on which anything that a decision rests on begins to differ; a parameter's again a year later. */
    private static NavigableSet<LocalDate> changes(Pack pack) {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(FIRST, LAST.plusDays(1)));
        List<DateRange> ranges = new ArrayList<>();
        pack.programmes().stream().map(Programme::range).forEach(ranges::add);
        for (AreaLevel level : AreaLevel.values()) {
            for (LocalDate day : List.of(FIRST, LAST)) {
                pack.areas().all(level, day).forEach(area -> ranges.add(area.range()));
            }
        }
        for (Parameter parameter : pack.parameters()) {
            parameter.settings().values().stream()
                    .flatMap(timeline -> timeline.segments().stream())
                    .map(segment -> segment.range())
                    .forEach(range -> {
                        ranges.add(range);
                        ranges.add(aYearLater(range));
                    });
        }
        for (DateRange range : ranges) {
            days.add(range.from());
            if (!range.isOpenEnded()) {
                days.add(range.to().plusDays(1));
            }
        }
        return days;
    }

    private static DateRange aYearLater(DateRange range) {
        return new DateRange(
                range.from().equals(LocalDate.MIN) ? range.from() : range.from().plusYears(1),
                range.isOpenEnded() ? range.to() : range.to().plusYears(1));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theOrderOfTheMembersDoesNotMatter(Pack pack) {
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            RandomHousehold household = one.complete().withGaps(random);
            assertThat(said(one.decide(household.shuffled(random)))).isEqualTo(said(one.decide(household)));
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyDecisionIsExplainedAndEveryGapIsAskedFor(Pack pack) {
        Explainer explainer = new Explainer(pack, Facts::id, _ -> "");
        Seeds.forEach(SEEDS, random -> {
            Case one = Case.random(pack, random);
            Household household = one.complete().withGaps(random).household();
            Engine engine = new Engine(pack, one.on());
            Assessment assessment = engine.assess(household);
            for (Programme programme : engine.programmes()) {
                int holder = programme.holder() == Holder.HOUSEHOLD ? Entitlements.HOUSEHOLD_ITSELF : 0;
                Explanation explanation = explainer.explain(assessment, programme, holder);
                int missing = explanation.decision() instanceof Decision.Undetermined open
                        ? open.missing().size()
                        : 0;
                assertThat(explanation.questions()).as(programme.id()).hasSize(missing);
                for (Node node : explanation.clauses()) {
                    Node.Evaluation evaluation = node.evaluation().orElseThrow();
                    boolean refused = evaluation.answer() == Answer.NOT_MET;
                    assertThat(evaluation.refusal().isEmpty()).as(node.id()).isEqualTo(!refused);
                    assertThat(evaluation.refusal() + evaluation.values() + node.rule())
                            .as(node.id())
                            .doesNotContain("null", "未知元", "household.", "person.", "param.", "无法计算");
                }
            }
        });
    }
}
