package yingbao.policy.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static yingbao.policy.expr.Village.missing;
import static yingbao.policy.expr.Village.missingMembers;
import static yingbao.policy.expr.Village.missingParameter;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Facts that follow from others when nobody gave them. */
class DerivedFactsTest {
    private static final LocalDate BIRTHDAY = LocalDate.of(1960, 5, 1);

    @Test
    void a_fact_nobody_gave_follows_from_others() {
        Village village = ageFromBirthDate(false).member("p1", "birth_date", BIRTHDAY);
        assertThat(village.valueFor(0, "person.age")).isEqualTo(new Value.Whole(64));
        assertThat(village.value("household.members.all(m, m.age == 64)")).isEqualTo(Value.Flag.TRUE);
    }

    @Test
    void what_lacks_is_what_the_derivation_lacks() {
        Village village = ageFromBirthDate(false).member("p1").member("p2", "birth_date", BIRTHDAY);
        assertThat(village.value("household.members.all(m, m.age >= 60)"))
                .isEqualTo(Value.Unknown.of(missing("person.birth_date", "p1")));
    }

    @Test
    void a_given_value_prevails_over_the_derivation() {
        Village village =
                ageFromBirthDate(true).member("p1", "birth_date", BIRTHDAY).member("p1", "age", 30);
        assertThat(village.valueFor(0, "person.age")).isEqualTo(new Value.Whole(30));
    }

    @Test
    void derivations_rest_on_each_other_and_reach_from_household_to_members() {
        Village village = ageFromBirthDate(false)
                .derive(Holder.HOUSEHOLD, "size", false, "household.members.count(m, m.age >= 18)")
                .derive(Holder.PERSON, "works", true, "person.age < 60 && household.size > 1")
                .member("p1", "birth_date", BIRTHDAY)
                .member("p2", "birth_date", LocalDate.of(1990, 1, 1));
        assertThat(village.valueFor(0, "person.works")).isEqualTo(Value.Flag.FALSE);
        assertThat(village.valueFor(1, "person.works")).isEqualTo(Value.Flag.TRUE);
    }

    @Test
    void a_derivation_over_members_waits_for_their_list() {
        Village village = new Village().derive(Holder.HOUSEHOLD, "size", false, "household.members.count(m, true)");
        assertThat(village.value("household.size > 2")).isEqualTo(Value.Unknown.of(missingMembers()));
    }

    @Test
    void while_the_office_has_set_no_parameter_the_fact_itself_is_asked_for() {
        Village village = overLimit(true).household("savings", 100);
        assertThat(village.value("household.urban")).isEqualTo(Value.Unknown.of(missing("household.urban", "h1")));
        assertThat(village.parameter("limit", 50).value("household.urban")).isEqualTo(Value.Flag.TRUE);
        assertThat(overLimit(true).household("urban", false).value("household.urban"))
                .isEqualTo(Value.Flag.FALSE);
    }

    @Test
    void where_nobody_may_give_the_fact_the_office_is_named() {
        Village village = overLimit(false).household("savings", 100);
        assertThat(village.value("household.urban")).isEqualTo(Value.Unknown.of(missingParameter("param.limit")));
    }

    @Test
    void once_the_parameter_is_set_the_ingredients_are_asked_for() {
        Village village = overLimit(true).parameter("limit", 50);
        assertThat(village.value("household.urban")).isEqualTo(Value.Unknown.of(missing("household.savings", "h1")));
    }

    @Test
    void a_derivation_that_fails_fails_whatever_rests_on_it() {
        Village village = new Village()
                .derive(Holder.PERSON, "birth_date", true, "birthDateOf(person.id_number)")
                .member("p1", "id_number", "123");
        assertThat(village.valueFor(0, "ageYears(person.birth_date, as_of) > 60"))
                .isEqualTo(new Value.Failure("citizen-id.length", "3"));
    }

    private static Village ageFromBirthDate(boolean collectable) {
        return new Village().derive(Holder.PERSON, "age", collectable, "ageYears(person.birth_date, as_of)");
    }

    private static Village overLimit(boolean collectable) {
        return new Village().derive(Holder.HOUSEHOLD, "urban", collectable, "household.savings > param.limit");
    }
}
