package yingbao.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.pack.Pack;

/** What holds of every register, however badly it was filled in. */
class RegisterReaderLawsTest {
    private static final int REGISTERS = 500;
    private static final int HOUSEHOLDS = 12;
    private static final List<String> AREAS = List.of("990101", "990181", "990103", "", "999999", "旧县", "99018");
    private static final List<String> CODES = List.of("农业", "URBAN", "urban", "", "城镇", "?");
    private static final List<String> MONEY = List.of("3200", "1,200.50", "-3", "", "abc", "#REF!", "0");
    private static final List<String> NUMBERS =
            List.of("", "22990119560701006X", "229901195607010019", "229901560701006", "2.29901E+17", "1234");
    private static final List<String> DATES = List.of("", "1956-07-01", "1956年7月1日", "20637", "56-7-1", "1956-13-01");

    @Test
    void counts_add_up_and_no_household_with_a_faulty_row_is_let_through(@TempDir Path folder) throws IOException {
        Pack pack = RegisterPack.in(folder);
        int letThrough = 0;
        for (long seed = 1; seed <= REGISTERS; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            TypedTable households = households(random);
            TypedTable persons = persons(random);
            List<RowFault> faults = new ArrayList<>();
            Intake intake = BothReaders.read(households, persons, pack, LocalDate.of(2016, 10, 1), faults);

            assertThat(intake).as("seed %d", seed).isInstanceOf(Intake.Taken.class);
            if (intake instanceof Intake.Taken taken) {
                assertCountsAddUp(taken, households, persons, faults);
                assertNoneIsFaulty(taken, faults);
                letThrough += taken.register().households().size();
            }
        }
        assertThat(letThrough).isGreaterThan(REGISTERS);
    }

    private static void assertCountsAddUp(
            Intake.Taken taken, TypedTable households, TypedTable persons, List<RowFault> faults) {
        Register register = taken.register();
        assertThat(taken.householdRows()).isEqualTo(households.rows().size());
        assertThat(taken.personRows()).isEqualTo(persons.rows().size());
        assertThat(register.households().size() + taken.householdRowsHeldBack()).isEqualTo(taken.householdRows());
        assertThat(register.persons() + taken.personRowsHeldBack()).isEqualTo(taken.personRows());
        assertThat(taken.householdRowsHeldBack() + taken.personRowsHeldBack() > 0)
                .isEqualTo(!faults.isEmpty());
    }

    private static void assertNoneIsFaulty(Intake.Taken taken, List<RowFault> faults) {
        Set<Origin> faulty = new HashSet<>();
        faults.forEach(fault -> faulty.add(new Origin(fault.file(), fault.row())));
        for (RegisteredHousehold household : taken.register().households()) {
            assertThat(household.members())
                    .hasSameSizeAs(household.memberOrigins())
                    .isNotEmpty();
            assertThat(faulty)
                    .doesNotContain(household.origin())
                    .doesNotContainAnyElementsOf(household.memberOrigins());
        }
    }

    private static TypedTable households(RandomGenerator random) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < HOUSEHOLDS; row++) {
            rows.add(String.join(
                    "|",
                    mostly(random, "H" + row, "H" + random.nextInt(HOUSEHOLDS)),
                    mostly(random, "990101", any(random, AREAS)),
                    mostly(random, "农业", any(random, CODES)),
                    mostly(random, "1", any(random, MONEY))));
        }
        return new TypedTable("households.csv", List.of("户编号", "所在地", "户口性质", "家庭年收入"), rows);
    }

    private static TypedTable persons(RandomGenerator random) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 2 * HOUSEHOLDS; row++) {
            rows.add(String.join(
                    "|",
                    mostly(random, "H" + row / 2, any(random, List.of("", "H99", "H1"))),
                    mostly(random, "P" + row, any(random, List.of("P1", "P2"))),
                    mostly(random, " ", any(random, NUMBERS)),
                    mostly(random, " ", any(random, DATES))));
        }
        return new TypedTable("persons.csv", List.of("户编号", "人员编号", "身份证号", "出生日期"), rows);
    }

    private static String mostly(RandomGenerator random, String usual, String seldom) {
        return random.nextInt(20) == 0 ? seldom : usual;
    }

    private static String any(RandomGenerator random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
