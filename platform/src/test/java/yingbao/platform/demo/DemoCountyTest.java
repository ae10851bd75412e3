package yingbao.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackReader;
import yingbao.policy.register.Intake;
import yingbao.policy.register.RegisterReader;
import yingbao.policy.register.RegisteredHousehold;
import yingbao.policy.register.RowFault;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;
import yingbao.sheet.RegisterFiles;

/** What the made-up county is like. */
class DemoCountyTest {
    private static final AreaCode COUNTY = AreaCode.parse("229901");
    private static final int SOME = 4_000;
    private static final LocalDate OPENS = LocalDate.of(2016, 10, 1);

    private static Pack pack;
    private static List<RegisteredHousehold> households;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void read() throws IOException {
        Path home = Path.of(System.getProperty("yingbao.home"));
        pack = ((PackReader.Reading.Accepted) PackReader.read(home.resolve("packs/jilin-demo"))).pack();
        households = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        for (DemoCounty.Files files : county().register(SOME)) {
            households.addAll(taken(files, faults).register().households());
        }
        assertThat(faults).isEmpty();
    }

    private static DemoCounty county() {
        return new DemoCounty(pack, COUNTY, DemoCounty.SEED);
    }

    private static Intake.Taken taken(DemoCounty.Files files, List<RowFault> faults) throws IOException {
        Path here = Files.createDirectories(folder.resolve(files.township().shortForm()));
        Files.write(here.resolve("households.csv"), files.households());
        Files.write(here.resolve("persons.csv"), files.persons());
        try (RegisterFiles opened = RegisterFiles.open(here)) {
            return (Intake.Taken) RegisterReader.read(
                    opened.households(), opened.persons(), pack, DemoCounty.describedOn(), faults::add, _ -> {});
        }
    }

    private static List<Facts> persons() {
        return households.stream()
                .flatMap(household -> household.members().stream())
                .toList();
    }

    private static String text(Facts facts, String name) {
        return facts.given(name).orElse(new Value.Text("")) instanceof Value.Text(String text) ? text : "";
    }

    private static double percent(long part, long whole) {
        return 100.0 * part / whole;
    }

    @Test
    void the_same_seed_makes_the_same_bytes_and_another_seed_others() {
        List<DemoCounty.Files> once = county().register(300);
        List<DemoCounty.Files> again = county().register(300);
        List<DemoCounty.Files> other = new DemoCounty(pack, COUNTY, 7).register(300);

        assertThat(again).hasSameSizeAs(once);
        for (int township = 0; township < once.size(); township++) {
            assertThat(again.get(township).households())
                    .isEqualTo(once.get(township).households());
            assertThat(again.get(township).persons())
                    .isEqualTo(once.get(township).persons());
        }
        assertThat(other.getFirst().persons()).isNotEqualTo(once.getFirst().persons());
    }

    @Test
    void every_household_passes_the_reader_and_every_township_has_some() {
        Set<String> townships = new HashSet<>();
        households.forEach(household -> townships.add(household.area().digits().substring(0, 9)));

        assertThat(households).hasSize(SOME);
        assertThat(townships).hasSize(8);
        assertThat(persons().size()).isBetween(SOME * 25 / 10, SOME * 29 / 10);
    }

    @Test
    void citizen_ids_are_valid_unique_and_of_an_area_that_was_never_issued() {
        Set<String> seen = new HashSet<>();
        int unknown = 0;
        for (Facts person : persons()) {
            String number = text(person, "citizen_id");
            if (number.isEmpty()) {
                unknown++;
                continue;
            }
            assertThat(new CitizenId(number).areaPrefix()).isEqualTo("229901");
            assertThat(seen.add(number)).isTrue();
        }
        assertThat(percent(unknown, persons().size())).isBetween(0.1, 2.0);
    }

    @Test
    void age_and_disability_lie_within_what_is_usual() {
        List<Facts> persons = persons();
        LocalDate on = DemoCounty.describedOn();
        long old = persons.stream()
                .filter(person -> birth(person).until(on).getYears() >= 60)
                .count();
        long women = persons.stream()
                .filter(person -> text(person, "sex").equals("2"))
                .count();
        long disabled = persons.stream()
                .filter(person -> !text(person, "disability_kind").isEmpty())
                .filter(person -> !text(person, "disability_kind").equals("0"))
                .count();

        assertThat(percent(old, persons.size())).isBetween(16.0, 30.0);
        assertThat(percent(women, persons.size())).isBetween(47.0, 53.0);
        assertThat(percent(disabled, persons.size())).isBetween(5.5, 8.5);
    }

    private static LocalDate birth(Facts person) {
        Value.Whole days = (Value.Whole) person.given("birth_date").orElseThrow();
        return LocalDate.ofEpochDay(days.value());
    }

    @Test
    void six_to_eight_in_a_hundred_families_are_entitled_to_dibao_and_every_programme_has_somebody() {
        Engine engine = new Engine(pack, OPENS);
        Map<String, Set<String>> entitled = new HashMap<>();
        Set<String> families = new HashSet<>();
        int undetermined = 0;
        for (RegisteredHousehold household : households) {
            boolean open = false;
            for (Decision decision :
                    engine.decide(new Household(household.area(), household.facts(), household.members()))) {
                if (decision instanceof Decision.Eligible eligible) {
                    String programme = eligible.basis().programme().id();
                    entitled.computeIfAbsent(programme, _ -> new HashSet<>())
                            .add(eligible.basis().unitId());
                    if (eligible.basis().programme().holder() == Holder.HOUSEHOLD
                            && eligible.basis().programme().pay() == Programme.Pay.MONTHLY) {
                        families.add(household.id());
                    }
                }
                open |= decision instanceof Decision.Undetermined;
            }
            undetermined += open ? 1 : 0;
        }

        assertThat(entitled.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        engine.programmes().stream().map(Programme::id).toList());
        assertThat(percent(families.size(), SOME)).isBetween(6.0, 8.0);
        assertThat(percent(undetermined, SOME)).isBetween(2.0, 20.0);
    }

    @Test
    void the_faulty_file_holds_back_one_household_for_each_fault_and_lets_the_others_pass() throws IOException {
        List<RowFault> faults = new ArrayList<>();

        Intake.Taken taken = taken(county().faulty(), faults);

        assertThat(taken.householdRowsHeldBack()).isEqualTo(DemoFault.values().length);
        assertThat(taken.register().households()).hasSize(DemoFault.values().length);
        assertThat(faults).hasSizeGreaterThanOrEqualTo(DemoFault.values().length);
    }
}
