package yingbao.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;

/** Every citizen number here is synthetic: no area 2299xx was ever issued. */
class RegisterReaderTest {
    private static final String NUMBER = "22990119560701006X";
    private static final LocalDate IN_2016 = LocalDate.of(2016, 10, 1);
    private static final LocalDate IN_2021 = LocalDate.of(2021, 10, 1);
    private static final String HOUSEHOLDS = "户编号|所在地|户口性质|家庭年收入";
    private static final String PERSONS = "户编号|人员编号|姓名|身份证号|出生日期|有残疾";

    @SuppressWarnings("NullAway.Init") // set before every test
    private static Pack pack;

    private final List<RowFault> faults = new ArrayList<>();

    @BeforeAll
    static void readPack(@TempDir Path folder) {
        pack = RegisterPack.in(folder);
    }

    @Test
    void a_household_is_read_with_its_members_and_where_they_stand() {
        Intake.Taken taken = taken(
                households("H1|990101|农业|3200"), persons("H1|H1-1|甲|" + NUMBER + "|1956-07-01|是", "H1|H1-2|乙| | | "));

        assertThat(faults).isEmpty();
        RegisteredHousehold household = taken.register().find("H1").orElseThrow();
        assertThat(household.area().shortForm()).isEqualTo("990101");
        assertThat(household.facts().given("income")).contains(new Value.Whole(320_000));
        assertThat(household.facts().given("vehicles")).isEmpty();
        assertThat(household.members()).extracting(facts -> facts.id()).containsExactly("H1-1", "H1-2");
        assertThat(household.members().get(0).given("citizen_id")).contains(new Value.Text(NUMBER));
        assertThat(household.members().get(1).given("disabled")).isEmpty();
        assertThat(household.origin()).isEqualTo(new Origin("households.csv", 2));
        assertThat(household.memberOrigins())
                .containsExactly(new Origin("persons.csv", 2), new Origin("persons.csv", 3));
    }

    @Test
    void columns_are_named_by_fact_or_label_in_any_order() {
        Intake.Taken taken = taken(
                TypedTable.of("households.csv", " household.INCOME |hukou|Household_ID|所在地||", "3200|农业|H1|990101||"),
                TypedTable.of("persons.csv", "姓名|person_id|household_id", "甲|P1|H1"));

        assertThat(faults).isEmpty();
        RegisteredHousehold household = taken.register().find("H1").orElseThrow();
        assertThat(household.facts().given("income")).contains(new Value.Whole(320_000));
        assertThat(household.facts().given("hukou")).contains(new Value.Text("RURAL"));
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        Intake.Taken sorted = taken(
                households("H2|990101|农业|1", "H10|990101|农业|2"),
                persons("H2|a|甲| | | ", "H2|b|乙| | | ", "H10|c|丙| | | "));
        Intake.Taken shuffled = taken(
                households("H10|990101|农业|2", "H2|990101|农业|1"),
                persons("H2|b|乙| | | ", "H10|c|丙| | | ", "H2|a|甲| | | "));

        assertThat(described(shuffled)).isEqualTo(described(sorted));
        assertThat(sorted.register().households())
                .extracting(RegisteredHousehold::id)
                .containsExactly("H2", "H10");
    }

    @Test
    void blank_rows_are_passed_over() {
        Intake.Taken taken = taken(households("H1|990101| | ", " | | | "), persons(" | | | | | ", "H1|P1| | | | "));

        assertThat(faults).isEmpty();
        assertThat(taken.householdRows()).isEqualTo(1);
        assertThat(taken.personRows()).isEqualTo(1);
        assertThat(taken.register().find("H1").orElseThrow().memberOrigins())
                .containsExactly(new Origin("persons.csv", 3));
    }

    @Test
    void a_misspelt_column_refuses_the_file_and_names_the_nearest() {
        Intake intake = read(
                TypedTable.of("households.csv", "户编号|所在地|户口性制|水费|head_cuont", "H1|990101|农业|1|1"),
                persons("H1|P1| | | | "));

        assertThat(intake).isEqualTo(new Intake.Refused());
        assertThat(faults)
                .containsExactly(
                        headings("households.csv", "户口性制", "register.column-misspelt", "户口性质"),
                        headings("households.csv", "水费", "register.column-unknown"),
                        headings("households.csv", "head_cuont", "register.column-misspelt", "head_count"));
    }

    @Test
    void columns_that_are_missing_double_computed_or_elsewhere_are_told_at_once() {
        Intake intake =
                read(TypedTable.of("households.csv", "人口数|姓名|hukou|户口性质"), TypedTable.of("persons.csv", "户编号|户编号"));

        assertThat(intake).isEqualTo(new Intake.Refused());
        assertThat(faults)
                .containsExactly(
                        headings("households.csv", "人口数", "register.column-computed"),
                        headings("households.csv", "姓名", "register.column-elsewhere"),
                        headings("households.csv", "户口性质", "register.column-twice"),
                        headings("households.csv", "户编号", "register.column-missing", "户编号", "household_id"),
                        headings("households.csv", "所在地区划代码", "register.column-missing", "所在地区划代码", "area"),
                        headings("persons.csv", "户编号", "register.column-twice"),
                        headings("persons.csv", "人员编号", "register.column-missing", "人员编号", "person_id"));
    }

    @Test
    void a_household_with_a_bad_cell_is_held_back_whole_and_the_others_are_not() {
        Intake.Taken taken = taken(
                households("H1|990101|城镇|3200", "H2|990101|农业|3200", "H3|990101|农业|-1"),
                persons("H1|P1| | | | ", "H2|P2| | |1956-13-01| ", "H2|P3| | | | ", "H3|P4| | | | "));

        assertThat(faults)
                .containsExactly(
                        household(2, "户口性质", "城镇", "cell.code", "RURAL=农业 URBAN=非农业"),
                        household(4, "家庭年收入", "-1", "cell.negative"),
                        person(3, "出生日期", "1956-13-01", "cell.date-impossible"));
        assertThat(taken.register().households()).isEmpty();
        assertCounts(taken, 0, 3, 0, 4);
    }

    @Test
    void counts_add_up() {
        Intake.Taken taken = taken(
                households("H1|990101| | ", "H2|bad| | ", " |990101| | "),
                persons("H1|P1| | | | ", "H1|P2| | | | ", "H2|P3| | | | ", "H9|P4| | | | "));

        assertCounts(taken, 1, 2, 2, 2);
    }

    @Test
    void the_same_household_twice_is_held_back_and_both_rows_are_named() {
        Intake.Taken taken = taken(
                households("H1|990101| | ", "H2|990101| | ", "H1|990101| | "),
                persons("H1|P1| | | | ", "H2|P2| | | | "));

        assertThat(faults).containsExactly(household(4, "户编号", "H1", "register.household-twice", "2"));
        assertThat(taken.register().households())
                .extracting(RegisteredHousehold::id)
                .containsExactly("H2");
        assertCounts(taken, 1, 2, 1, 1);
    }

    @Test
    void a_person_in_two_households_holds_both_back() {
        Intake.Taken byId = taken(
                households("H1|990101| | ", "H2|990101| | ", "H3|990101| | "),
                persons("H1|P1| | | | ", "H2|P1| | | | ", "H3|P3| | | | "));
        assertThat(faults).containsExactly(person(3, "人员编号", "P1", "register.person-twice", "2"));
        assertThat(byId.register().households())
                .extracting(RegisteredHousehold::id)
                .containsExactly("H3");

        Intake.Taken byNumber = taken(
                households("H1|990101| | ", "H2|990101| | ", "H3|990101| | "),
                persons("H1|P1| |" + NUMBER + "| | ", "H2|P2| |229901560701006| | ", "H3|P3| | | | "));
        assertThat(faults).containsExactly(person(3, "身份证号", "229901********006X", "register.citizen-twice", "2"));
        assertThat(byNumber.register().households())
                .extracting(RegisteredHousehold::id)
                .containsExactly("H3");
    }

    @Test
    void a_person_may_be_the_guardian_of_several() {
        taken(
                households("H1|990101| | "),
                TypedTable.of(
                        "persons.csv",
                        "户编号|人员编号|身份证号|监护人身份证号",
                        "H1|P1|" + NUMBER + "| ",
                        "H1|P2| |" + NUMBER,
                        "H1|P3| |" + NUMBER));

        assertThat(faults).isEmpty();
    }

    @Test
    void a_person_of_no_household_and_a_household_without_persons_are_told() {
        Intake.Taken taken = taken(households("H1|990101| | "), persons("H2|P1| | | | "));

        assertThat(faults)
                .containsExactly(
                        person(2, "户编号", "H2", "register.household-unknown"),
                        household(2, "户编号", "H1", "register.no-persons"));
        assertCounts(taken, 0, 1, 0, 1);
    }

    @Test
    void missing_and_destroyed_ids_are_told() {
        taken(
                households("H1|990101| | ", " |990101|农业| ", "2.20101E+17|990101| | "),
                persons("H1| |甲| | | ", " |P2|乙| | | "));

        assertThat(faults)
                .containsExactly(
                        household(3, "户编号", "", "register.no-id"),
                        household(4, "户编号", "2.20101E+17", "cell.number-destroyed"),
                        person(2, "人员编号", "", "register.no-id"),
                        person(3, "户编号", "", "register.no-id"));
    }

    @Test
    void an_area_written_at_another_time_gets_its_code_of_the_day() {
        Intake.Taken later = taken(IN_2021, households("H1|990181| | "), persons("H1|P1| | | | "));
        assertThat(later.register().find("H1").orElseThrow().area().shortForm()).isEqualTo("990284");
        assertThat(later.register().find("H1").orElseThrow().facts().given("area"))
                .contains(new Value.Text("990284000000"));

        Intake.Taken earlier = taken(IN_2016, households("H1|990284| | "), persons("H1|P1| | | | "));
        assertThat(earlier.register().find("H1").orElseThrow().area().shortForm())
                .isEqualTo("990181");
        assertThat(faults).isEmpty();
    }

    @Test
    void a_household_lives_in_an_area_of_the_pack() {
        taken(
                IN_2016,
                households("H1|997701| | ", "H2|990103| | ", "H3| |农业| "),
                persons("H1|P1| | | | ", "H2|P2| | | | ", "H3|P3| | | | "));

        assertThat(faults)
                .containsExactly(
                        household(2, "所在地", "997701", "register.area-unknown", "997701"),
                        household(3, "所在地", "990103", "register.area-gone", "990103", "2016-10-01"),
                        household(4, "所在地", "", "register.no-area"));
    }

    @Test
    void a_person_may_be_registered_outside_the_pack() {
        Intake.Taken taken = taken(
                IN_2021,
                households("H1|990103| | "),
                TypedTable.of("persons.csv", "户编号|人员编号|户籍地", "H1|P1|110101", "H1|P2|990181"));

        assertThat(faults).isEmpty();
        assertThat(taken.register().find("H1").orElseThrow().members())
                .extracting(facts -> facts.given("registered_at").orElseThrow())
                .containsExactly(new Value.Text("110101000000"), new Value.Text("990284000000"));
    }

    @Test
    void a_row_that_contradicts_a_check_of_the_pack_is_told_in_its_words() {
        Intake.Taken taken = taken(
                TypedTable.of("households.csv", "户编号|所在地|申报人数", "H1|990101|2", "H2|990101|2"),
                persons("H1|P1| |" + NUMBER + "|1957-07-01| ", "H1|P2| | | | ", "H2|P3| | | | "));

        assertThat(faults)
                .containsExactly(
                        person(2, "出生日期", "1957-07-01", "register.check", "出生日期与身份证号不符"),
                        household(3, "申报人数", "2", "register.check", "申报人数与成员人数不符"));
        assertThat(taken.register().households()).isEmpty();
    }

    @Test
    void a_check_of_what_nobody_knows_passes() {
        taken(TypedTable.of("households.csv", "户编号|所在地|申报人数", "H1|990101| "), persons("H1|P1| | |1957-07-01| "));

        assertThat(faults).isEmpty();
    }

    @Test
    void citizen_numbers_are_masked_wherever_they_were_typed() {
        taken(
                households("H1|990101| |" + NUMBER),
                TypedTable.of(
                        "persons.csv",
                        "户编号|人员编号|身份证号|出生日期",
                        "H1|" + NUMBER + "|229901195607010061| ",
                        "H1|" + NUMBER + "|22990119560701|" + NUMBER));

        assertThat(faults)
                .extracting(RowFault::value)
                .containsExactly(
                        "229901********006X",
                        "229901********0061",
                        "**************",
                        "229901********006X",
                        "229901********006X");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("19560701"));
    }

    @Test
    void a_row_that_has_slipped_is_not_read() {
        taken(households("H1|990101|农业", "H2|990101|农业|1,200|元"), persons("H1|P1| | | | ", "H2|P2| | | | "));

        assertThat(faults)
                .containsExactly(
                        household(2, "", "", "register.row-short", "3", "4"),
                        household(3, "", "元", "register.cell-without-heading", "5"));
    }

    @Test
    void progress_is_told_now_and_then_and_at_the_end() throws IOException {
        String[] rows = new String[2_500];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = "H1|P" + row + "| | | | ";
        }
        List<Long> progress = new ArrayList<>();
        RegisterReader.read(households("H1|990101| | "), persons(rows), pack, IN_2016, faults::add, progress::add);

        assertThat(progress).containsExactly(1_000L, 2_000L, 2_501L);
    }

    private Intake.Taken taken(Table households, Table persons) {
        return taken(IN_2016, households, persons);
    }

    private Intake.Taken taken(LocalDate on, Table households, Table persons) {
        return switch (read(on, households, persons)) {
            case Intake.Taken taken -> taken;
            case Intake.Refused _ -> throw new AssertionError(faults.toString());
        };
    }

    private Intake read(Table households, Table persons) {
        return read(IN_2016, households, persons);
    }

    private Intake read(LocalDate on, Table households, Table persons) {
        faults.clear();
        try {
            return BothReaders.read(households, persons, pack, on, faults);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Table households(String... rows) {
        return TypedTable.of("households.csv", HOUSEHOLDS, rows);
    }

    private static Table persons(String... rows) {
        return TypedTable.of("persons.csv", PERSONS, rows);
    }

    private static RowFault household(long row, String column, String value, String code, String... args) {
        return new RowFault("households.csv", row, column, value, code, List.of(args));
    }

    private static RowFault person(long row, String column, String value, String code, String... args) {
        return new RowFault("persons.csv", row, column, value, code, List.of(args));
    }

    private static RowFault headings(String file, String column, String code, String... args) {
        return new RowFault(file, 1, column, "", code, List.of(args));
    }

    private static void assertCounts(
            Intake.Taken taken, long households, long householdsHeldBack, long persons, long personsHeldBack) {
        assertThat(taken.register().households()).hasSize((int) households);
        assertThat(taken.householdRowsHeldBack()).isEqualTo(householdsHeldBack);
        assertThat(taken.householdRows()).isEqualTo(households + householdsHeldBack);
        assertThat(taken.register().persons()).isEqualTo(persons);
        assertThat(taken.personRowsHeldBack()).isEqualTo(personsHeldBack);
        assertThat(taken.personRows()).isEqualTo(persons + personsHeldBack);
    }

    /** Everything of a register but the rows it was read from. */
    private static List<String> described(Intake.Taken taken) {
        List<String> lines = new ArrayList<>();
        for (RegisteredHousehold household : taken.register().households()) {
            lines.add(household.id() + " " + household.area() + " "
                    + household.facts().given("income"));
            household.members().forEach(facts -> lines.add(facts.id() + " " + facts.given("name")));
        }
        return lines;
    }
}
