package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.policy.expr.Village.missing;
import static yingbao.policy.expr.Village.missingMembers;
import static yingbao.policy.expr.Village.missingParameter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yingbao.policy.value.Ratio;

/** What expressions are worth: logic with gaps, exact numbers, derived facts, and what a gap is said to be. */
class TreeEvaluatorTest {
    private static final String OVERFLOW = "(9223372036854775807 + 1 > 0)";

    @ParameterizedTest
    @CsvSource({
        "T,T,T", "T,F,F", "F,T,F", "F,F,F", "T,U,U", "U,T,U", "F,U,F", "U,F,F",
        "U,U,U", "F,E,F", "E,F,F", "T,E,E", "E,T,E", "U,E,U", "E,U,U", "E,E,E"
    })
    void one_false_settles_an_and_whatever_stands_beside(String left, String right, String result) {
        String source = operand(left, "household.urban") + " && " + operand(right, "household.urban");
        assertThat(letter(new Village().value(source))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "T,T,T", "T,F,T", "F,T,T", "F,F,F", "T,U,T", "U,T,T", "F,U,U", "U,F,U",
        "U,U,U", "T,E,T", "E,T,T", "F,E,E", "E,F,E", "U,E,U", "E,U,U", "E,E,E"
    })
    void one_true_settles_an_or_whatever_stands_beside(String left, String right, String result) {
        String source = operand(left, "household.urban") + " || " + operand(right, "household.urban");
        assertThat(letter(new Village().value(source))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"T,F", "F,T", "U,U", "E,E"})
    void the_opposite_of_an_open_question_is_open(String operand, String result) {
        assertThat(letter(new Village().value("!" + operand(operand, "household.urban"))))
                .isEqualTo(result);
    }

    @Test
    void an_open_and_lacks_what_all_its_open_parts_lack() {
        Village village = new Village().household("income", 5).parameter("line", 9);
        assertUnknown(
                village.value("household.urban && household.income < param.line && household.kind == 'orphans'"),
                missing("household.urban", "h1"),
                missing("household.kind", "h1"));
    }

    @Test
    void a_choice_follows_its_condition_and_asks_for_nothing_in_the_other_branch() {
        Village village = new Village().household("size", 3);
        String source = "household.urban ? household.savings : 0";
        assertUnknown(village.value(source), missing("household.urban", "h1"));
        assertThat(village.household("urban", false).value(source)).isEqualTo(new Value.Whole(0));
        assertUnknown(village.household("urban", true).value(source), missing("household.savings", "h1"));
    }

    @Test
    void arithmetic_and_comparisons_lack_what_either_side_lacks() {
        assertUnknown(
                new Village()
                        .value(
                                "household.savings + param.limit > mulDiv(household.savings, household.size, household.size)"),
                missing("household.savings", "h1"),
                missing("household.size", "h1"),
                missingParameter("param.limit"));
        assertUnknown(
                new Village().value("least(household.savings, pct(param.limit, param.share))"),
                missing("household.savings", "h1"),
                missingParameter("param.limit"),
                missingParameter("param.share"));
        assertUnknown(new Village().value("household.kind in ['orphans']"), missing("household.kind", "h1"));
    }

    @Test
    void all_is_settled_by_one_member_who_fails_it() {
        Village village = new Village().member("p1").member("p2", "works", true).member("p3");
        String source = "household.members.all(m, m.works)";
        assertUnknown(village.value(source), missing("person.works", "p1"), missing("person.works", "p3"));
        assertThat(village.member("p3", "works", false).value(source)).isEqualTo(Value.Flag.FALSE);
    }

    @Test
    void exists_is_settled_by_one_member_who_meets_it() {
        Village village =
                new Village().member("p1").member("p2", "works", false).member("p3");
        String source = "household.members.exists(m, m.works)";
        assertUnknown(village.value(source), missing("person.works", "p1"), missing("person.works", "p3"));
        assertThat(village.member("p3", "works", true).value(source)).isEqualTo(Value.Flag.TRUE);
    }

    @Test
    void a_count_or_a_sum_waits_for_every_member() {
        Village village = new Village()
                .member("p1", "wage", 100)
                .member("p2", "ill", true)
                .member("p3");
        assertUnknown(
                village.value("household.members.count(m, m.ill)"),
                missing("person.ill", "p1"),
                missing("person.ill", "p3"));
        assertUnknown(
                village.value("household.members.sum(m, m.wage)"),
                missing("person.wage", "p2"),
                missing("person.wage", "p3"));
    }

    @Test
    void folds_over_known_members_are_settled() {
        Village village = new Village()
                .member("p1", "wage", 100)
                .member("p1", "ill", true)
                .member("p2", "wage", 23)
                .member("p2", "ill", false)
                .member("p3", "wage", 0)
                .member("p3", "ill", true);
        assertThat(village.value("household.members.count(m, m.ill)")).isEqualTo(new Value.Whole(2));
        assertThat(village.value("household.members.sum(m, m.wage)")).isEqualTo(new Value.Whole(123));
        assertThat(village.value("household.members.all(m, m.ill)")).isEqualTo(Value.Flag.FALSE);
        assertThat(village.value("household.members.exists(m, !m.ill)")).isEqualTo(Value.Flag.TRUE);
        assertThat(village.value("household.members.all(m, household.members.exists(n, n.wage >= m.wage && !n.ill))"))
                .as("p1 earns most and nobody healthy earns as much")
                .isEqualTo(Value.Flag.FALSE);
    }

    @Test
    void a_member_asks_only_for_what_its_own_facts_leave_open() {
        Village village = new Village().member("p1", "age", 70).member("p2", "age", 40);
        assertUnknown(village.value("household.members.all(m, m.age >= 60 || m.works)"), missing("person.works", "p2"));
    }

    @Test
    void members_nobody_listed_are_unknown_and_not_nobody() {
        for (String source : List.of(
                "household.members.all(m, m.works)",
                "household.members.exists(m, m.works)",
                "household.members.count(m, m.works) == 0",
                "household.members.sum(m, m.wage)",
                "household.members.all(m, true)")) {
            assertUnknown(new Village().value(source), missingMembers());
        }
        assertThat(new Village().value("false && household.members.all(m, m.works)"))
                .isEqualTo(Value.Flag.FALSE);
    }

    @Test
    void what_is_asked_about_a_person_is_that_persons() {
        Village village = new Village().member("p1", "works", false).member("p2");
        assertThat(village.valueFor(0, "person.works")).isEqualTo(Value.Flag.FALSE);
        assertUnknown(village.valueFor(1, "person.works"), missing("person.works", "p2"));
        assertUnknown(
                village.valueFor(0, "household.members.all(m, m.works || m.ill)"),
                missing("person.ill", "p1"),
                missing("person.works", "p2"),
                missing("person.ill", "p2"));
    }

    @Test
    void the_body_of_a_fold_can_be_asked_about_one_member() {
        Village village = new Village().member("p1", "works", false).member("p2", "works", true);
        Expr.Fold fold =
                (Expr.Fold) Village.compiled("household.members.all(m, m.works)", Context.of(Context.Owner.HOUSEHOLD));
        Frame frame = new Frame(village.situation(), Entitlements.HOUSEHOLD_ITSELF, List.of());
        Evaluator evaluator = Evaluator.walkingTheTree();
        assertThat(evaluator.evaluate(fold.body(), frame, 0)).isEqualTo(Value.Flag.FALSE);
        assertThat(evaluator.evaluate(fold.body(), frame, 1)).isEqualTo(Value.Flag.TRUE);
    }

    @Test
    void lets_stand_for_their_expression() {
        Village village = new Village()
                .household("savings", 50)
                .parameter("limit", 20)
                .let("excess", "household.savings - param.limit")
                .let("rich", "excess > 0 && household.urban");
        assertThat(village.value("excess * 2")).isEqualTo(new Value.Whole(60));
        assertUnknown(village.value("rich"), missing("household.urban", "h1"));
    }

    @Test
    void last_year_holds_the_parameters_of_a_year_before() {
        Village village = new Village().parameter("limit", 20).lastYear("limit", 15);
        assertThat(village.value("param.limit - last_year.limit")).isEqualTo(new Value.Whole(5));
        assertUnknown(
                village.value("param.line > last_year.line"),
                missingParameter("param.line"),
                missingParameter("last_year.line"));
    }

    @Test
    void receives_asks_the_other_programme_about_the_right_one() {
        Village village = new Village().member("p1").member("p2").entitlements((programme, person) -> switch (person) {
            case Entitlements.HOUSEHOLD_ITSELF -> Value.Flag.of(programme.equals("aid"));
            case 0 -> Value.Flag.FALSE;
            default -> Value.Unknown.of(missing("person.grade", "p2"));
        });
        assertThat(village.value("household.receives('aid')")).isEqualTo(Value.Flag.TRUE);
        assertThat(village.valueFor(0, "person.receives('care')")).isEqualTo(Value.Flag.FALSE);
        assertThat(village.value("household.members.all(m, m.receives('care'))"))
                .isEqualTo(Value.Flag.FALSE);
        assertUnknown(village.value("household.members.exists(m, m.receives('care'))"), missing("person.grade", "p2"));
    }

    @Test
    void fractions_are_kept_exactly() {
        Village village = new Village().household("size", 3);
        assertThat(village.value("mulDiv(1, 1, household.size)")).isEqualTo(new Value.Fraction(Ratio.of(1, 3)));
        assertThat(village.value("mulDiv(1, 1, 3) + mulDiv(1, 1, 3) + mulDiv(1, 1, 3)"))
                .isEqualTo(new Value.Whole(1));
        assertThat(village.value("mulDiv(1, 1, 3) * 3 == 1")).isEqualTo(Value.Flag.TRUE);
        assertThat(village.value("pct(10, 5) == mulDiv(1, 1, 2)")).isEqualTo(Value.Flag.TRUE);
        assertThat(village.value("bp(1, 1) > 0 && bp(1, 1) < pct(1, 1)")).isEqualTo(Value.Flag.TRUE);
        assertThat(village.value("pct(33, 1) < mulDiv(33, 1, 99) && mulDiv(33, 1, 99) != pct(33, 1)"))
                .isEqualTo(Value.Flag.TRUE);
        assertThat(village.value("least(pct(7, 10), 1)")).isEqualTo(new Value.Fraction(Ratio.of(7, 10)));
        assertThat(village.value("greatest(pct(-7, 10), -1)")).isEqualTo(new Value.Fraction(Ratio.of(-7, 10)));
    }

    @Test
    void a_percent_is_a_hundredth_and_a_basis_point_a_ten_thousandth() {
        Village village = new Village();
        assertThat(village.value("pct(320000, 30)")).isEqualTo(new Value.Whole(96_000));
        assertThat(village.value("pct(12345, 10)")).isEqualTo(new Value.Fraction(Ratio.of(2469, 2)));
        assertThat(village.value("bp(320000, 30)")).isEqualTo(new Value.Whole(960));
        assertThat(village.value("mulDiv(320000, 30, 7)")).isEqualTo(new Value.Fraction(Ratio.of(9_600_000, 7)));
    }

    @Test
    void a_product_too_large_for_a_number_may_still_be_divided_down() {
        assertThat(new Village().value("mulDiv(9223372036854775807, 9223372036854775807, 9223372036854775807)"))
                .isEqualTo(new Value.Whole(Long.MAX_VALUE));
        assertThat(letter(new Village().value("mulDiv(9223372036854775807, 2, 1)")))
                .isEqualTo("E");
    }

    @ParameterizedTest
    @CsvSource({
        "ceilYuan, 12301, 12400", "ceilYuan, 12300, 12300", "ceilYuan, -12301, -12400",
        "floorYuan, 12399, 12300", "floorYuan, 12300, 12300", "floorYuan, -12399, -12300",
        "roundYuan, 12349, 12300", "roundYuan, 12350, 12400", "roundYuan, -12350, -12400",
        "ceilJiao, 12301, 12310", "ceilJiao, 12310, 12310", "ceilJiao, 0, 0"
    })
    void amounts_round_to_yuan_and_jiao(String function, long fen, long rounded) {
        Village village = new Village().household("savings", fen);
        assertThat(village.value(function + "(household.savings)")).isEqualTo(new Value.Whole(rounded));
    }

    @Test
    void the_smallest_part_of_a_fen_counts_when_rounding_up() {
        Village village = new Village().household("savings", 10_000).parameter("limit", 3);
        assertThat(village.value("ceilJiao(household.savings + mulDiv(param.limit, 1, 1000000))"))
                .isEqualTo(new Value.Whole(10_010));
        assertThat(village.value("floorYuan(household.savings - mulDiv(param.limit, 1, 1000000))"))
                .isEqualTo(new Value.Whole(9_900));
    }

    @ParameterizedTest
    @CsvSource({
        "2008-02-29, 2024-02-28, 15",
        "2008-02-29, 2024-02-29, 16",
        "2008-02-29, 2023-02-28, 14",
        "2008-02-29, 2023-03-01, 15",
        "1964-06-01, 2024-05-31, 59",
        "1964-06-01, 2024-06-01, 60",
        "2024-06-02, 2024-06-01, -1"
    })
    void age_grows_on_the_birthday(LocalDate birth, LocalDate on, long age) {
        Village village = new Village().on(on).member("p1", "birth_date", birth);
        assertThat(village.valueFor(0, "ageYears(person.birth_date, as_of)")).isEqualTo(new Value.Whole(age));
    }

    @Test
    void months_and_days_are_counted_between_dates() {
        Village village =
                new Village().on(LocalDate.of(2024, 3, 1)).member("p1", "birth_date", LocalDate.of(2024, 1, 31));
        assertThat(village.valueFor(0, "monthsBetween(person.birth_date, as_of)"))
                .isEqualTo(new Value.Whole(1));
        assertThat(village.valueFor(0, "as_of - person.birth_date")).isEqualTo(new Value.Whole(30));
    }

    @Test
    void a_citizen_number_tells_birth_date_and_sex() {
        Village village = new Village().member("p1", "id_number", "11010519491231002X");
        assertThat(village.valueFor(0, "birthDateOf(person.id_number)"))
                .isEqualTo(new Value.Whole(LocalDate.of(1949, 12, 31).toEpochDay()));
        assertThat(village.valueFor(0, "sexOf(person.id_number)")).isEqualTo(new Value.Text("2"));
    }

    @Test
    void a_wrong_citizen_number_is_a_failure_that_does_not_quote_it() {
        Village village = new Village().member("p1", "id_number", "110105194912310021");
        assertThat(village.valueFor(0, "birthDateOf(person.id_number)"))
                .isInstanceOfSatisfying(Value.Failure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("citizen-id.check-character");
                    assertThat(failure.detail()).doesNotContain("110105194912310021");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9223372036854775807 + 1
            -9223372036854775808 - 1
            9223372036854775807 * 2
            -(-9223372036854775808)
            mulDiv(1, 1, 0)
            ageYears(9223372036854775807, as_of)
            monthsBetween(as_of, -9223372036854775808)
            ageYears(mulDiv(1, 1, 2), as_of)
            ceilYuan(9223372036854775807)
            """)
    void what_cannot_be_calculated_is_a_failure_and_no_crash(String source) {
        assertThat(letter(new Village().value(source))).isEqualTo("E");
    }

    @Test
    void a_sum_over_members_fails_when_it_overflows() {
        Village village = new Village().member("p1", "wage", Long.MAX_VALUE).member("p2", "wage", 1);
        assertThat(letter(village.value("household.members.sum(m, m.wage)"))).isEqualTo("E");
        assertThat(village.value("false && household.members.sum(m, m.wage) > 0"))
                .isEqualTo(Value.Flag.FALSE);
        assertUnknown(village.member("p3").value("household.members.sum(m, m.wage)"), missing("person.wage", "p3"));
    }

    /** In the tables, T and F are known, U is an unanswered fact, E is an overflow. */
    private static String operand(String letter, String unansweredFact) {
        return switch (letter) {
            case "T" -> "true";
            case "F" -> "false";
            case "U" -> unansweredFact;
            default -> OVERFLOW;
        };
    }

    private static String letter(Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> flag ? "T" : "F";
            case Value.Unknown _ -> "U";
            case Value.Failure _ -> "E";
            default -> value.toString();
        };
    }

    private static void assertUnknown(Value value, Missing... missing) {
        assertThat(value).isEqualTo(new Value.Unknown(new TreeSet<>(Arrays.asList(missing))));
    }
}
