package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Value;

class DuplicatesTest extends RegistryTest {
    @Autowired
    Duplicates duplicates;

    private Duplicates.DuplicatePair pair;
    private PersonId known;
    private PersonId twin;

    /** The same man once with and once without a citizen id. */
    @BeforeEach
    void somebodyRegisteredTwice() {
        bring(village());
        String persons = PERSONS.replace("残疾等级", "出生日期") + "H5,H5-1,李国富,,户主,1950-01-01\n";
        bring(List.of(HOUSEHOLDS + household("H5", VILLAGE, "东屯5号", "", 1), persons));
        pair = clerk(() -> duplicates.open(0, 50)).rows().getFirst();
        known = file("H1", MONDAY).memberIds().getFirst();
        twin = file("H5", MONDAY).memberIds().getFirst();
    }

    private <T> T clerk(yingbao.platform.kernel.Callers.Deed<T, RuntimeException> deed) {
        return as(CLERK, TOWN, deed);
    }

    private boolean merge() {
        return clerk(() -> {
            duplicates.merge(pair.id(), known);
            return true;
        });
    }

    @Test
    void the_same_name_and_birth_date_waits_in_the_queue() {
        assertThat(pair.reason()).isEqualTo("NAME_AND_BIRTH");
        assertThat(List.of(pair.first().id(), pair.second().id())).containsExactlyInAnyOrder(known, twin);
        assertThat(clerk(() -> duplicates.compare(pair.id())).differences())
                .filteredOn(difference -> difference.label().equals("姓名"))
                .singleElement()
                .matches(Duplicates.FactDifference::same);
        assertThat(as(CLERK, OTHER_TOWN, () -> duplicates.open(0, 50)).total()).isZero();
    }

    @Test
    void merging_keeps_one_person_with_what_was_stated_about_both() {
        merge();

        assertThat(file("H5", MONDAY).memberIds()).isEmpty();
        Facts one = file("H1", MONDAY).household().members().getFirst();
        assertThat(one.given("birth_date")).isPresent();
        assertThat(one.given("disability_grade")).contains(new Value.Text("2"));
        assertThat(clerk(() -> register.householdOf(twin, MONDAY))).isEqualTo(Optional.of(householdNumbered("H1")));
        assertThat(clerk(() -> duplicates.open(0, 50)).total()).isZero();
    }

    @Test
    void a_merge_is_undone() {
        merge();

        clerk(() -> {
            duplicates.undo(pair.id());
            return true;
        });

        assertThat(file("H5", MONDAY).memberIds()).containsExactly(twin);
        assertThat(file("H1", MONDAY).household().members().getFirst().given("birth_date"))
                .isEmpty();
        assertThat(clerk(() -> duplicates.open(0, 50)).total()).isEqualTo(1);
    }

    @Test
    void who_was_told_apart_never_comes_back() {
        clerk(() -> {
            duplicates.distinct(pair.id());
            return true;
        });
        bring(village());

        assertThat(clerk(() -> duplicates.open(0, 50)).total()).isZero();
        assertThatThrownBy(this::merge).hasMessageContaining("registry.duplicate-settled");
    }
}
