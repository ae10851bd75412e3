package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;

class HouseholdRecordsTest extends RegistryTest {
    private static final LocalDate AUGUST = LocalDate.of(2016, 8, 1);
    private static final LifeEvents.Told TOLD = new LifeEvents.Told(AUGUST, "village", "证明");

    @Autowired
    LifeEvents events;

    @Autowired
    HouseholdRecords records;

    private HouseholdId home;

    @BeforeEach
    void aVillage() {
        bring(TOWN, village(), LocalDate.of(2016, 1, 1));
        home = householdNumbered("H1");
    }

    private List<HouseholdRecords.RecordView> happened() {
        return as(CLERK, TOWN, () -> records.timeline(home)).stream()
                .filter(record -> !record.kind().equals("IMPORT"))
                .toList();
    }

    private void clerk(Runnable deed) {
        as(CLERK, TOWN, () -> {
            deed.run();
            return deed;
        });
    }

    @Test
    void a_birth_stands_once_with_what_was_told_of_the_child() {
        clerk(() -> events.birth(
                home,
                Map.of("name", Optional.of(new Value.Text("李新生")), "sex", Optional.of(new Value.Text("1"))),
                TOLD));

        assertThat(happened()).singleElement().satisfies(birth -> {
            assertThat(birth.kind()).isEqualTo("EVENT_BIRTH");
            assertThat(birth.who()).isEqualTo("李新生");
            assertThat(birth.from()).isEqualTo(AUGUST);
            assertThat(birth.text()).isEqualTo("姓名＝李新生，性别＝男性；登记人数＝3");
            assertThat(birth.evidence()).isEqualTo("证明");
            assertThat(birth.source()).isNotEmpty();
            assertThat(birth.canUndo()).isTrue();
        });
    }

    @Test
    void a_split_says_who_went_under_which_number_and_who_is_the_head_now() {
        PersonId leaving = personNamed("王桂兰");
        clerk(() -> events.splits(
                home,
                new LifeEvents.Split(List.of(leaving), leaving, "H1a", AreaCode.parse(VILLAGE), "东屯3号", Map.of()),
                TOLD));

        assertThat(happened()).singleElement().satisfies(split -> {
            assertThat(split.who()).isEqualTo("王桂兰");
            assertThat(split.text()).isEqualTo("新户编号 H1a；与户主关系＝户主；登记人数＝1");
        });
    }

    @Test
    void an_event_taken_back_stands_once_with_the_reason() {
        PersonId dead = personNamed("王桂兰");
        clerk(() -> events.dies(dead, TOLD));
        clerk(() -> events.undo(happened().getFirst().id(), "同名误登"));

        assertThat(happened())
                .extracting(HouseholdRecords.RecordView::kind, HouseholdRecords.RecordView::text)
                .containsExactly(
                        tuple("EVENT_UNDO", "撤销原因：同名误登；登记人数＝2"), tuple("EVENT_DEATH", "死亡日期＝2016-08-01；登记人数＝1"));
        assertThat(happened().getLast().undone()).isTrue();
    }
}
