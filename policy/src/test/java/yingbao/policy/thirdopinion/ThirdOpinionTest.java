package yingbao.policy.thirdopinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackReader;
import yingbao.policy.thirdopinion.Family.Person;
import yingbao.policy.thirdopinion.PlainRules.Standards;
import yingbao.policy.value.AreaCode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThirdOpinionTest {
    /** The programmes that {@link PlainRules} knows; the others are held by their golden examples. */
    private static final Set<String> WRITTEN_BY_HAND =
            Set.of("rural-dibao", "urban-dibao", "tekun", "disability-living", "disability-nursing");

    private static final int FAMILIES = 4_000;
    private static final AreaCode COUNTY = AreaCode.parse("222401");

    private Pack pack = read();

    private static Pack read() {
        Path folder = Path.of(System.getProperty("yingbao.home", "..")).resolve("packs/jilin");
        return switch (PackReader.read(folder)) {
            case PackReader.Reading.Accepted accepted -> accepted.pack();
            case PackReader.Reading.Refused refused ->
                throw new AssertionError(refused.faults().toString());
        };
    }

    @BeforeAll
    void thePackHasTheFiveProgrammes() {
        assertThat(pack.vocabulary().programmes()).containsKeys(WRITTEN_BY_HAND.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-03-01", "2016-10-01", "2021-06-30", "2021-07-01", "2025-08-01"})
    void the_five_programmes_decide_random_families_as_the_regulation_written_by_hand_does(String day) {
        LocalDate on = LocalDate.parse(day);
        long seed = on.toEpochDay();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Engine engine = new Engine(pack, on);
        Map<String, Integer> eligible = new TreeMap<>();
        for (int count = 0; count < FAMILIES; count++) {
            Family family = Family.random(random);
            Standards standards = standards(random);
            String which = "seed " + seed + " family " + count;
            compare(engine, family, new PlainRules(on, standards), which, eligible);
        }
        assertThat(eligible.keySet()).hasSize(WRITTEN_BY_HAND.size());
        assertThat(eligible.values())
                .as("entitled under each programme, so that the comparison means something: %s", eligible)
                .allMatch(count -> count > 100);
    }

    private static Standards standards(RandomGenerator random) {
        return new Standards(
                200_000 + random.nextLong(500_000),
                30_000 + random.nextLong(60_000),
                20_000 + random.nextLong(60_000),
                30_000 + random.nextLong(60_000),
                10_000 + random.nextLong(50_000),
                5_000 + random.nextLong(20_000),
                1_000 + random.nextLong(10_000),
                8_000 + random.nextLong(3_000),
                8_000 + random.nextLong(3_000));
    }

    private void compare(Engine engine, Family family, PlainRules rules, String which, Map<String, Integer> eligible) {
        List<Facts> members = family.members(pack.vocabulary());
        Household household = new Household(COUNTY, family.facts(pack.vocabulary()), members);
        Map<Integer, Value> set = set(rules.standards());
        Assessment assessment = engine.assess(household, values -> slot -> {
            Value overridden = set.get(slot);
            return overridden == null ? values.value(slot) : overridden;
        });
        for (Programme programme : engine.programmes()) {
            if (!WRITTEN_BY_HAND.contains(programme.id())) {
                continue;
            }
            int holders = programme.holder() == Holder.HOUSEHOLD ? 1 : members.size();
            for (int holder = 0; holder < holders; holder++) {
                int position = programme.holder() == Holder.HOUSEHOLD ? Entitlements.HOUSEHOLD_ITSELF : holder;
                Decision decision = assessment.decide(programme, position);
                OptionalLong expected =
                        expected(programme.id(), rules, family, family.persons().get(holder));
                assertThat(describe(decision))
                        .as("%s, %s of holder %d: %s", which, programme.id(), holder, family)
                        .isEqualTo(expected.isPresent() ? "ELIGIBLE " + expected.getAsLong() : "NOT_ELIGIBLE");
                if (expected.isPresent()) {
                    eligible.merge(programme.id(), 1, Integer::sum);
                }
            }
        }
    }

    private static String describe(Decision decision) {
        return switch (decision) {
            case Decision.Eligible entitled -> "ELIGIBLE " + entitled.amount().fen();
            case Decision.NotEligible _ -> "NOT_ELIGIBLE";
            case Decision.Undetermined open -> "UNDETERMINED " + open.missing() + open.failures();
        };
    }

    private static OptionalLong expected(String programme, PlainRules rules, Family family, Person person) {
        return switch (programme) {
            case "rural-dibao" -> rules.ruralDibao(family);
            case "urban-dibao" -> rules.urbanDibao(family);
            case "tekun" -> rules.tekun(person);
            case "disability-living" -> rules.livingSubsidy(family, person);
            case "disability-nursing" -> rules.nursingSubsidy(person);
            default -> throw new AssertionError("no third opinion on " + programme);
        };
    }

    private Map<Integer, Value> set(Standards standards) {
        Map<String, Long> fen = Map.of(
                "rural_dibao_standard", standards.ruralYearFen(),
                "urban_dibao_standard", standards.urbanMonthFen(),
                "tekun_basic_standard_rural", standards.tekunRuralMonthFen(),
                "tekun_basic_standard_urban", standards.tekunUrbanMonthFen(),
                "tekun_care_full", standards.careFullMonthFen(),
                "tekun_care_half", standards.careHalfMonthFen(),
                "tekun_care_self", standards.careSelfMonthFen(),
                "disability_living_subsidy", standards.livingFen(),
                "disability_nursing_subsidy", standards.nursingFen());
        Map<Integer, Value> bySlot = new HashMap<>();
        for (int slot = 0; slot < pack.parameters().size(); slot++) {
            Long value = fen.get(pack.parameters().get(slot).symbol().name());
            if (value != null) {
                bySlot.put(slot, new Value.Whole(value));
            }
        }
        assertThat(bySlot).hasSize(fen.size());
        return bySlot;
    }
}
