package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.documents.DocumentId;
import yingbao.platform.documents.Documents;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

class RegisterTest extends RegistryTest {
    private static final LocalDate JANUARY = LocalDate.of(2016, 1, 1);

    @Autowired
    Households households;

    @Autowired
    Registration registration;

    @Autowired
    Documents documents;

    private HouseholdId home;

    @BeforeEach
    void aVillage() {
        bring(TOWN, village(), JANUARY);
        home = householdNumbered("H1");
    }

    private Optional<Value> wages(LocalDate on) {
        return file("H1", on).household().facts().given("income_wages");
    }

    @Test
    void of_several_statements_the_last_recorded_holds_on_the_days_that_it_covers() {
        state(home, DateRange.from(LocalDate.of(2016, 6, 1)), "income_wages", 500_000);
        state(home, new DateRange(LocalDate.of(2016, 3, 1), LocalDate.of(2016, 3, 31)), "income_wages", 100);

        assertThat(wages(LocalDate.of(2016, 2, 29))).contains(new Value.Whole(320_050));
        assertThat(wages(LocalDate.of(2016, 3, 15))).contains(new Value.Whole(100));
        assertThat(wages(LocalDate.of(2016, 4, 1))).contains(new Value.Whole(320_050));
        assertThat(wages(MONDAY)).contains(new Value.Whole(500_000));
    }

    @Test
    void what_was_known_earlier_can_still_be_asked() {
        Instant before = today.instant();
        state(home, DateRange.from(JANUARY), "income_wages", 1);

        assertThat(wages(MONDAY)).contains(new Value.Whole(1));
        HouseholdFile then =
                as(CLERK, TOWN, () -> register.find(home, MONDAY, before).orElseThrow());
        assertThat(then.household().facts().given("income_wages")).contains(new Value.Whole(320_050));
    }

    @Test
    void a_fact_keeps_the_paper_that_proves_it_and_no_paper_of_another_town_proves_anything() {
        DocumentId paper = paper(TOWN, VILLAGE);
        as(CLERK, TOWN, () -> register.state(savings().provenBy("存折", Optional.of(paper.value()))));

        HouseholdFile file = file("H1", MONDAY);
        assertThat(file.source(file.household().facts(), "savings"))
                .get()
                .extracting(FactSource::evidence, FactSource::document)
                .containsExactly("存折", Optional.of(paper.value()));

        DocumentId foreign = paper(OTHER_TOWN, OTHER_VILLAGE);
        assertThatThrownBy(() ->
                        as(CLERK, TOWN, () -> register.state(savings().provenBy("存折", Optional.of(foreign.value())))))
                .hasMessageContaining("registry.document-unknown");
    }

    private DocumentId paper(String town, String village) {
        byte[] content = "%PDF-1.7 存折".getBytes(StandardCharsets.UTF_8);
        return as(CLERK, town, () -> documents.store("存折.pdf", content, AreaCode.parse(village)));
    }

    private NewStatement savings() {
        return NewStatement.of(
                home,
                DateRange.from(MONDAY),
                Map.of("savings", Optional.of(new Value.Whole(0))),
                "household",
                NewStatement.Cause.FORM);
    }

    @Test
    void a_withdrawn_fact_is_unknown_and_not_zero() {
        as(
                CLERK,
                TOWN,
                () -> register.state(NewStatement.of(
                        home,
                        DateRange.from(MONDAY),
                        Map.of("income_wages", Optional.empty()),
                        "township",
                        NewStatement.Cause.CORRECTION)));

        assertThat(wages(MONDAY)).isEmpty();
    }

    @Test
    void accounts_and_health_lie_sealed() {
        as(
                CLERK,
                TOWN,
                () -> register.state(NewStatement.of(
                        home,
                        DateRange.from(MONDAY),
                        Map.of("bank_account", Optional.of(new Value.Text("6228480001234567890"))),
                        "household",
                        NewStatement.Cause.FORM)));

        assertThat(file("H1", MONDAY).household().facts().given("bank_account"))
                .contains(new Value.Text("6228480001234567890"));
        List<String> open = as(
                CLERK,
                TOWN,
                () -> jdbc.sql("select facts::text from registry.statement")
                        .query((row, _) -> row.getString(1))
                        .list());
        assertThat(String.join("", open))
                .doesNotContain("6228480001234567890")
                .doesNotContain("disability_grade")
                .doesNotContain(citizenId(19500101, 101));
    }

    @Test
    void a_clerk_of_another_town_sees_no_row_no_count_and_no_file() {
        assertThat(as(CLERK, OTHER_TOWN, () -> register.find(home, MONDAY))).isEmpty();
        assertThat(as(CLERK, OTHER_TOWN, () -> households.find("", "", 0, 50)).total())
                .isZero();
        assertThat(as(CLERK, OTHER_TOWN, () -> households.find("李国富", TOWN, 0, 50))
                        .rows())
                .isEmpty();
        assertThat(as(
                        CLERK,
                        OTHER_TOWN,
                        () -> jdbc.sql("select count(*) from registry.statement")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThatThrownBy(() -> as(
                        CLERK,
                        OTHER_TOWN,
                        () -> register.state(NewStatement.of(
                                home,
                                DateRange.from(MONDAY),
                                Map.of("savings", Optional.of(new Value.Whole(0))),
                                "township",
                                NewStatement.Cause.FORM))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("registry.unknown");
    }

    @Test
    void households_are_found_by_name_letters_number_id_and_address() {
        for (String typed :
                List.of("李国", "李国富", "lgf", "liguofu", "LGF", "wgl", "H1", citizenId(19520303, 102), "东屯1号")) {
            assertThat(as(CLERK, TOWN, () -> households.find(typed, "", 0, 50)).rows())
                    .as(typed)
                    .extracting(Households.HouseholdLine::headName)
                    .containsExactly("李国富");
        }
        assertThat(as(CLERK, TOWN, () -> households.find("赵", "", 0, 50)).total())
                .isZero();
    }

    @Test
    void a_frozen_file_thaws_to_the_same_and_freezes_to_the_same_bytes() {
        HouseholdFile file = file("H1", MONDAY);

        String frozen = register.frozen(file);

        HouseholdFile thawed = register.thawed(frozen);
        assertThat(register.frozen(thawed)).isEqualTo(frozen);
        assertThat(thawed.household().facts().given("income_wages")).contains(new Value.Whole(320_050));
        assertThat(thawed.memberIds()).isEqualTo(file.memberIds());
        assertThat(thawed.sources()).isEqualTo(file.sources());
    }

    @Test
    void everybody_of_a_town_is_handed_over_once() {
        List<String> numbers = new ArrayList<>();
        as(CLERK, TOWN, () -> {
            register.forEachIn(AreaScope.of(AreaCode.parse(TOWN)), MONDAY, file -> numbers.add(file.number()));
            return numbers;
        });

        assertThat(numbers).containsExactlyInAnyOrder("H1", "H2");
    }

    @Test
    void a_household_that_is_typed_in_meets_the_same_checks_as_a_file() {
        Map<String, String> facts = Map.of("area", VILLAGE, "address", "东屯9号");
        Map<String, String> member = Map.of("name", "赵小虎", "citizen_id", citizenId(19900101, 104), "relation", "户主");

        HouseholdId id = as(
                CLERK,
                TOWN,
                () -> registration.register(
                        new Registration.NewHousehold("H7", facts, List.of(member)), MONDAY, "township"));

        assertThat(as(CLERK, TOWN, () -> register.find(id, MONDAY))
                        .orElseThrow()
                        .address())
                .isEqualTo("东屯9号");
        assertThatThrownBy(() -> as(
                        CLERK,
                        TOWN,
                        () -> registration.register(
                                new Registration.NewHousehold("H8", facts, List.of(member)), MONDAY, "township")))
                .hasMessageContaining("registry.household-known");
    }
}
