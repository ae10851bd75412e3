package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.expr.Context.Owner;

/** What the rule language accepts, and what it refuses where; in refused sources a ^ stands before the fault. */
class ExpressionsTest {
    private static final Context HOUSEHOLD = Context.of(Owner.HOUSEHOLD);
    private static final Context PERSON = Context.of(Owner.PERSON);
    private static final Context AREA = Context.of(Owner.AREA);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "household.income < param.line && household.savings <= param.limit",
                "household.income * 2 > param.line",
                "-household.income <= 0",
                "household.members.all(m, m.works || m.age < 16)",
                "household.members.exists(m, m.grade in ['1', '2'])",
                "household.members.count(m, m.ill) >= 2",
                "household.members.sum(m, m.wage) * months_per_year < param.line",
                "household.income < param.standard * months_per_year * household.size",
                "pct(param.line, param.share) < last_year.line",
                "pct(param.line, 30) < bp(param.line, 5)",
                "ceilYuan(mulDiv(household.savings, 2, 3)) > floorYuan(param.limit)",
                "household.members.all(m, ageYears(m.birth_date, as_of) >= 60)",
                "household.members.all(m, as_of - m.birth_date > 365 && m.birth_date + 30 < as_of)",
                "household.members.all(m, birthDateOf(m.id_number) == m.birth_date && sexOf(m.id_number) == '2')",
                "household.receives('aid') || household.members.exists(m, m.receives('care'))",
                "household.urban ? household.kind == 'orphans' : !household.urban",
                "household.members.all(m, household.members.exists(n, n.wage > m.wage))",
                "true &&\n  // the comment is the author's\n  household.urban"
            })
    void accepts_conditions_on_a_household(String source) {
        assertAccepted(source, HOUSEHOLD, Type.FLAG, "none");
    }

    @Test
    void an_accepted_expression_knows_what_its_number_counts() {
        assertAccepted("household.income", HOUSEHOLD, Type.WHOLE, "fen/year");
        assertAccepted("household.members.count(m, m.ill)", HOUSEHOLD, Type.WHOLE, "person");
        assertAccepted("household.members.sum(m, m.wage)", HOUSEHOLD, Type.WHOLE, "fen/month");
        assertAccepted("param.standard * household.size", HOUSEHOLD, Type.WHOLE, "fen/month");
        assertAccepted("param.standard * one_person", AREA, Type.WHOLE, "fen/month");
        assertAccepted("param.standard * months_per_year", AREA, Type.WHOLE, "fen/person/year");
        assertAccepted("mulDiv(household.savings, 1, household.size)", HOUSEHOLD, Type.WHOLE, "fen/person");
        assertAccepted("as_of - person.birth_date", PERSON, Type.WHOLE, "day");
        assertAccepted("as_of + 30", AREA, Type.WHOLE, "date");
        assertAccepted("ageYears(person.birth_date, as_of)", PERSON, Type.WHOLE, "year");
        assertAccepted("monthsBetween(person.birth_date, as_of)", PERSON, Type.WHOLE, "month");
        assertAccepted("2 + 3 * 4", AREA, Type.WHOLE, "none");
        assertAccepted("person.name", PERSON, Type.TEXT, "none");
    }

    @Test
    void an_expression_about_a_person_may_look_at_the_household() {
        assertAccepted("person.wage > 0 && household.urban && person.receives('care')", PERSON, Type.FLAG, "none");
    }

    @Test
    void lets_are_names_like_any_other() {
        Symbol total = Village.number("total", "fen/year", "总收入");
        Symbol large = Village.flag("large", "人口多");
        Context context = new Context(Owner.HOUSEHOLD, List.of(total, large));
        assertAccepted("large && total < param.line", context, Type.FLAG, "none");
        assertRefused("total ^+ household.savings", context, Type.WHOLE, "expr.units", "fen/year", "fen");
        assertRefused("^totel < param.line", context, Type.FLAG, "expr.unknown-name-near", "totel", "total");
        assertRefused("^total < param.line", HOUSEHOLD, Type.FLAG, "expr.unknown-name", "total");
    }

    @Test
    void an_unknown_fact_is_refused_with_the_nearest_name() {
        refused("household^.incom > 0", "expr.unknown-name-near", "incom", "income");
        refused("household.members.all(m, m^.wages > 0)", "expr.unknown-name-near", "wages", "wage");
        refused("household^.harvest_of_maize > 0", "expr.unknown-name", "harvest_of_maize");
        refused("true\n  && household^.incom > 0", "expr.unknown-name-near", "incom", "income");
    }

    @Test
    void an_unknown_parameter_is_refused_with_the_nearest_name() {
        refused("household.income < param^.lin", "expr.unknown-name-near", "lin", "line");
        refused("household.income < last_year^.lines", "expr.unknown-name-near", "lines", "line");
    }

    @Test
    void no_name_is_offered_in_place_of_itself() {
        refused("household^.birth_date > 0", "expr.unknown-name", "birth_date");
        refused("^person.wage > 0", "expr.unknown-name", "person");
    }

    @Test
    void a_household_cannot_ask_about_the_person_nor_an_area_about_a_household() {
        refused("household.urban && ^person.works", "expr.unknown-name", "person");
        assertRefused("^household.urban", AREA, Type.FLAG, "expr.unknown-name", "household");
        assertRefused("param.limit > 0 && ^person.works", AREA, Type.FLAG, "expr.unknown-name", "person");
    }

    @Test
    void every_unknown_name_is_reported_at_once() {
        Compilation compilation =
                Village.EXPRESSIONS.compile("household.incom > 0 && household.urbann", HOUSEHOLD, Type.FLAG);
        assertThat(compilation)
                .isEqualTo(new Compilation.Refused(List.of(
                        ExprFault.at(9, "expr.unknown-name-near", "incom", "income"),
                        ExprFault.at(32, "expr.unknown-name-near", "urbann", "urban"))));
    }

    @Test
    void there_are_no_decimals() {
        refused("household.size > ^1.5", "expr.double", "1.5");
        refused("^1.5 < 2.5", "expr.double", "1.5");
        assertRefused("^0.3", AREA, Type.WHOLE, "expr.double", "0.3");
    }

    @Test
    void there_is_no_division_sign() {
        refused("household.size ^/ 2 > 1", "expr.division");
    }

    @Test
    void amounts_of_money_belong_in_parameters() {
        refused("household.income ^> 360000", "expr.literal-amount");
        refused("100000 ^< household.savings", "expr.literal-amount");
        refused("household.savings ^- 5000 > 0", "expr.literal-amount");
        refused("household.savings > least^(param.limit, 5000)", "expr.literal-amount");
        refused("household.savings > (household.urban ^? param.limit : 5000)", "expr.literal-amount");
        refused("household.savings ^> 100 * 50", "expr.literal-amount");
        refused("household.savings ^> pct(5000, 30)", "expr.literal-amount");
        refused("household.members.sum(m, 5000) ^< household.savings", "expr.literal-amount");
    }

    @Test
    void nothing_and_multiples_are_no_amounts() {
        assertAccepted("household.income > 0", HOUSEHOLD, Type.FLAG, "none");
        assertAccepted("greatest(household.savings - param.limit, 0)", HOUSEHOLD, Type.WHOLE, "fen");
        assertAccepted("household.urban ? param.limit : 0", HOUSEHOLD, Type.WHOLE, "fen");
        assertAccepted("household.savings >= param.limit * 3", HOUSEHOLD, Type.FLAG, "none");
        assertAccepted("3 * param.limit", AREA, Type.WHOLE, "fen");
    }

    @Test
    void quantities_of_different_kinds_do_not_mix() {
        refused("household.savings ^+ household.size > 0", "expr.units", "fen", "person");
        refused("household.income ^< household.members.sum(m, m.wage)", "expr.units", "fen/year", "fen/month");
        refused("household.income ^< param.standard * household.size", "expr.units", "fen/year", "fen/month");
        refused("household.savings ^> param.line", "expr.units", "fen", "fen/year");
        refused("as_of ^+ as_of > 0", "expr.units", "date", "date");
        refused("household.members.all(m, ageYears(^m.wage, as_of) > 0)", "expr.units", "date", "fen/month");
        refused("ceilYuan(^household.size) > 0", "expr.units", "fen", "person");
        refused("household.urban ^? household.size : household.income", "expr.units", "person", "fen/year");
    }

    @Test
    void a_percentage_must_be_one() {
        refused("pct(param.line, ^household.size) > 0", "expr.units", "percent", "person");
        refused("bp(param.line, ^param.share) > 0", "expr.units", "none", "percent");
    }

    @Test
    void texts_and_flags_have_no_order() {
        refused("household.members.all(m, m.name ^< 'x')", "expr.order", "低于");
        refused("household.kind ^>= 'ordinary'", "expr.order", "不低于");
        refused("household.urban ^> false", "expr.order", "高于");
        refused("household.kind ^+ 'x' == 'x'", "expr.not-in-language", "＋");
    }

    @Test
    void only_codes_of_the_list_are_compared_with_a_coded_text() {
        refused("household.kind == ^'orphan'", "expr.unknown-code", "orphan", "家庭类型", "ordinary orphans");
        refused("^'orphan' != household.kind", "expr.unknown-code", "orphan", "家庭类型", "ordinary orphans");
        refused("household.members.exists(m, m.grade in ['1', ^'5'])", "expr.unknown-code", "5", "残疾等级", "1 2 3 4");
        assertAccepted("person.name == 'whatever'", PERSON, Type.FLAG, "none");
    }

    @Test
    void lists_stand_only_on_the_right_of_in_and_hold_only_codes() {
        refused("^[1] == [1]", "expr.not-in-language", "[…]");
        refused("^{'a': 1} == {'a': 1}", "expr.not-in-language", "[…]");
        refused("household.members.all(m, m.grade in [^m.name])", "expr.in");
        refused("household.size ^in [1, 2]", "expr.in");
        refused("household.members.all(m, m.grade ^in (household.urban ? ['1'] : ['2']))", "expr.in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has^(household.income)",
                "household.members.exists_one^(m, m.works)",
                "size^(household.members) > 1",
                "household.members.size^() > 1",
                "dyn^(1) == 1",
                "household.members^[0].works",
                "household.size ^% 2 == 0"
            })
    void refuses_what_else_cel_knows(String marked) {
        assertThat(faults(marked.replace("^", ""), HOUSEHOLD, Type.FLAG).getFirst())
                .returns(marked.indexOf('^'), ExprFault::offset)
                .returns("expr.unknown-name", ExprFault::code);
    }

    @Test
    void refuses_other_kinds_of_literals() {
        refused("^null == null", "expr.not-in-language", "NULL_VALUE");
        refused("^1u == 1u", "expr.not-in-language", "UINT64_VALUE");
        refused("^b'a' == b'a'", "expr.not-in-language", "BYTES_VALUE");
    }

    @Test
    void a_household_or_its_members_are_no_values() {
        refused("^household == household", "expr.not-a-value", "household");
        refused("^household.members == household.members", "expr.not-a-value", "members");
        refused("household.members.all(m, ^m == m)", "expr.not-a-value", "m");
        assertRefused("^param == last_year", AREA, Type.FLAG, "expr.not-a-value", "param");
    }

    @Test
    void receives_asks_for_a_programme_of_the_pack() {
        refused("household.receives(^'aids')", "expr.unknown-programme-near", "aids", "aid");
        refused("household.receives(^'subsistence')", "expr.unknown-programme", "subsistence");
        assertRefused("person.receives(^'cara')", PERSON, Type.FLAG, "expr.unknown-programme-near", "cara", "care");
        refused("household.receives^(household.kind)", "expr.receives");
        refused("receives^('aid')", "expr.operands");
    }

    @Test
    void what_a_person_receives_is_not_asked_of_a_household() {
        refused("household.receives(^'care')", "expr.receives-person", "care");
        assertAccepted("household.members.exists(m, m.receives('care'))", HOUSEHOLD, Type.FLAG, "none");
        assertAccepted("person.receives('aid')", PERSON, Type.FLAG, "none");
    }

    @Test
    void the_place_decides_the_type_of_the_result() {
        refused("^household.income", "expr.wrong-type", "FLAG", "WHOLE");
        refused("^household.kind", "expr.wrong-type", "FLAG", "TEXT");
        assertRefused("^household.urban", HOUSEHOLD, Type.WHOLE, "expr.wrong-type", "WHOLE", "FLAG");
        refused("household.urban ^&& 1", "expr.operands");
        refused("household.urban ^== 1", "expr.operands");
        refused("household.members.sum^(m, m.works) > 0", "expr.operands");
    }

    @Test
    void only_the_members_of_the_household_are_run_over() {
        refused("[1, 2].all^(x, x > 0)", "expr.fold");
        refused("[1, 2].exists^(x, x > 0)", "expr.fold");
        refused("[1, 2].sum^(x, x) > 0", "expr.fold");
        refused("[true].count^(x, x) > 0", "expr.fold");
        refused("{'a': 1}.all^(x, x == 'a')", "expr.fold");
        refused("household.members.sum^(m.wage, 1) > 0", "expr.syntax");
    }

    @Test
    void a_member_may_have_any_name_even_that_of_something_else() {
        Symbol size = Village.number("size", "person", "人数");
        Vocabulary both = new Vocabulary(List.of(), List.of(size), List.of(size), Map.of());
        Compilation compilation =
                new Expressions(both).compile("household.members.all(param, param.size > 0)", HOUSEHOLD, Type.FLAG);
        assertThat(compilation)
                .asInstanceOf(InstanceOfAssertFactories.type(Compilation.Accepted.class))
                .extracting(accepted -> ((Expr.Fold) accepted.expr()).body())
                .extracting(body -> ((Expr.Comparison) body).left())
                .isInstanceOf(Expr.FactRef.class);
    }

    @Test
    void an_inner_member_hides_an_outer_one_of_the_same_name() {
        Village village = new Village().member("p1", "works", false).member("p2", "works", true);
        assertThat(village.value("household.members.all(m, household.members.exists(m, m.works))"))
                .isEqualTo(Value.Flag.TRUE);
    }

    @Test
    void what_is_not_cel_is_refused_where_reading_stopped() {
        refused("true ? true^", "expr.syntax");
        refused("^", "expr.syntax");
        refused("household.urban ^&", "expr.syntax");
    }

    @Test
    void expressions_have_a_longest_length() {
        String fits = "true" + " ".repeat(1_996);
        assertAccepted(fits, AREA, Type.FLAG, "none");
        assertRefused("^" + fits + " ", AREA, Type.FLAG, "expr.too-long", "2000");
    }

    @Test
    void nesting_too_deep_to_read_is_a_fault_and_no_crash() {
        assertRefused("^" + "-(".repeat(600) + "1" + ")".repeat(600), AREA, Type.WHOLE, "expr.syntax");
        assertRefused("^" + "1" + "+1".repeat(900), AREA, Type.WHOLE, "expr.syntax");
    }

    @Test
    void an_accepted_node_knows_where_it_stands() {
        Expr expr = Village.compiled("household.urban &&\n  household.income < param.line", HOUSEHOLD);
        Expr.Comparison comparison =
                (Expr.Comparison) ((Expr.All) expr).operands().getLast();
        assertThat(comparison.left().at()).isEqualTo(21);
        assertThat(comparison.at()).isEqualTo(38);
        assertThat(comparison.right().at()).isEqualTo(40);
    }

    private static void assertAccepted(String source, Context context, Type type, String unit) {
        Compilation compilation = Village.EXPRESSIONS.compile(source, context, type);
        assertThat(compilation).as(source).isInstanceOfSatisfying(Compilation.Accepted.class, accepted -> {
            assertThat(accepted.type()).isEqualTo(type);
            assertThat(accepted.unit()).hasToString(unit);
        });
    }

    private static void refused(String marked, String code, String... arguments) {
        assertRefused(marked, HOUSEHOLD, Type.FLAG, code, arguments);
    }

    /** Where dev.cel words the fault, its words are left to it and only the place and the code are checked. */
    private static void assertRefused(String marked, Context context, Type type, String code, String... arguments) {
        int offset = marked.indexOf('^');
        List<ExprFault> faults = faults(marked.replace("^", ""), context, type);
        boolean celsOwnWords = code.equals("expr.syntax") || code.equals("expr.operands");
        if (celsOwnWords) {
            assertThat(faults.getFirst())
                    .as(marked)
                    .returns(offset, ExprFault::offset)
                    .returns(code, ExprFault::code);
        } else {
            assertThat(faults).as(marked).containsExactly(ExprFault.at(offset, code, arguments));
        }
    }

    private static List<ExprFault> faults(String source, Context context, Type type) {
        return switch (Village.EXPRESSIONS.compile(source, context, type)) {
            case Compilation.Refused refused -> refused.faults();
            case Compilation.Accepted accepted -> throw new AssertionError("accepted: " + accepted);
        };
    }
}
