package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

class LifeEventsTest extends RegistryTest {
    private static final LocalDate JANUARY = LocalDate.of(2016, 1, 1);
    private static final LocalDate AUGUST = LocalDate.of(2016, 8, 1);
    private static final LifeEvents.Told TOLD = new LifeEvents.Told(AUGUST, "village", "证明");

    @Autowired
    LifeEvents events;

    private HouseholdId home;

    @BeforeEach
    void aVillage() {
        bring(TOWN, village(), JANUARY);
        home = householdNumbered("H1");
    }

    private int members(String number, LocalDate on) {
        return file(number, on).memberIds().size();
    }

    private UUID lastEvent() {
        return as(
                CLERK,
                TOWN,
                () -> jdbc.sql("select id from registry.event order by recorded_at desc limit 1")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single());
    }

    private <T> T clerk(yingbao.platform.kernel.Callers.Deed<T, RuntimeException> deed) {
        return as(CLERK, TOWN, deed);
    }

    @Test
    void a_death_reported_late_ends_the_membership_on_its_own_day() {
        PersonId dead = personNamed("王桂兰");

        clerk(() -> {
            events.dies(dead, TOLD);
            return dead;
        });

        assertThat(members("H1", AUGUST)).isEqualTo(2);
        assertThat(members("H1", AUGUST.plusDays(1))).isEqualTo(1);
        assertThat(clerk(() -> register.lines(List.of(dead))).values())
                .extracting(Register.PersonLine::diedOn)
                .containsExactly(Optional.of(AUGUST));
        assertThat(clerk(() -> register.householdOf(dead, MONDAY))).isEmpty();
    }

    @Test
    void a_death_recorded_by_mistake_is_taken_back() {
        PersonId dead = personNamed("王桂兰");
        clerk(() -> {
            events.dies(dead, TOLD);
            return dead;
        });
        UUID event = lastEvent();

        clerk(() -> {
            events.undo(event, "同名误登");
            return event;
        });

        assertThat(members("H1", MONDAY)).isEqualTo(2);
        HouseholdFile file = file("H1", MONDAY);
        assertThat(file.member(dead).orElseThrow().given("died_on")).isEmpty();
        assertThat(clerk(() -> register.lines(List.of(dead))).values())
                .extracting(Register.PersonLine::diedOn)
                .containsExactly(Optional.empty());
        assertThatThrownBy(() -> clerk(() -> {
                    events.undo(event, "再来一次");
                    return event;
                }))
                .hasMessageContaining("registry.event-undone");
    }

    @Test
    void a_child_belongs_to_the_household_from_its_birth() {
        PersonId child = clerk(() -> events.birth(home, Map.of("name", Optional.of(new Value.Text("李新生"))), TOLD));

        assertThat(members("H1", AUGUST.minusDays(1))).isEqualTo(2);
        assertThat(file("H1", AUGUST).memberIds()).contains(child);
    }

    @Test
    void a_marriage_takes_somebody_from_one_household_to_another_and_can_be_undone() {
        PersonId spouse = personNamed("张伟");
        clerk(() -> {
            events.joins(LifeEvents.Kind.MARRIAGE, home, spouse, "28", TOLD);
            return spouse;
        });

        assertThat(members("H1", MONDAY)).isEqualTo(3);
        assertThat(members("H2", MONDAY)).isZero();
        assertThat(members("H2", AUGUST.minusDays(1))).isEqualTo(1);

        UUID event = lastEvent();
        clerk(() -> {
            events.undo(event, "登记错了");
            return event;
        });
        assertThat(members("H2", MONDAY)).isEqualTo(1);
        assertThat(file("H2", MONDAY).household().members().getFirst().given("relation"))
                .contains(new Value.Text("02"));
    }

    @Test
    void an_event_on_which_a_later_one_rests_is_not_undone_first() {
        PersonId spouse = personNamed("张伟");
        clerk(() -> {
            events.joins(LifeEvents.Kind.MARRIAGE, home, spouse, "", TOLD);
            return spouse;
        });
        UUID marriage = lastEvent();
        clerk(() -> {
            events.leaves(spouse, new LifeEvents.Told(AUGUST.plusMonths(1), "village", ""));
            return spouse;
        });

        assertThatThrownBy(() -> clerk(() -> {
                    events.undo(marriage, "登记错了");
                    return marriage;
                }))
                .hasMessageContaining("registry.event-later");
    }

    @Test
    void a_household_splits_from_a_day_on() {
        PersonId leaving = personNamed("王桂兰");

        HouseholdId made = clerk(() -> events.splits(
                home,
                new LifeEvents.Split(List.of(leaving), leaving, "H1a", AreaCode.parse(VILLAGE), "东屯3号", Map.of()),
                TOLD));

        assertThat(members("H1", MONDAY)).isEqualTo(1);
        HouseholdFile file = clerk(() -> register.find(made, MONDAY).orElseThrow());
        assertThat(file.memberIds()).containsExactly(leaving);
        assertThat(file.address()).isEqualTo("东屯3号");
    }

    @Test
    void a_household_that_moves_away_is_seen_there_and_no_longer_here() {
        clerk(() -> {
            events.moves(home, AreaCode.parse(OTHER_VILLAGE), "西街8号", "", TOLD);
            return home;
        });

        assertThat(clerk(() -> register.find(home, MONDAY))).isEmpty();
        HouseholdFile there =
                as(CLERK, OTHER_TOWN, () -> register.find(home, MONDAY).orElseThrow());
        assertThat(there.area().digits()).isEqualTo(OTHER_VILLAGE);
        assertThat(there.household().facts().given("income_wages")).contains(new Value.Whole(320_050));
        assertThat(there.memberIds()).hasSize(2);
        HouseholdFile before = as(
                CLERK,
                OTHER_TOWN,
                () -> register.find(home, AUGUST.minusDays(1)).orElseThrow());
        assertThat(before.area().digits()).isEqualTo(VILLAGE);
    }

    @Test
    void a_household_whose_number_is_borne_by_another_there_needs_a_new_one_though_nobody_here_sees_the_other() {
        bring(
                OTHER_TOWN,
                List.of(
                        HOUSEHOLDS + household("H1", OTHER_VILLAGE, "西街1号", "", 1),
                        PERSONS + person("H1", "H1-1", "赵敏", citizenId(19790909, 107), "户主")),
                JANUARY);
        AreaCode there = AreaCode.parse(OTHER_VILLAGE);

        assertThatThrownBy(() -> clerk(() -> {
                    events.moves(home, there, "西街8号", "", TOLD);
                    return home;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("registry.number-taken");
        assertThat(file("H1", MONDAY).area().digits()).isEqualTo(VILLAGE);

        clerk(() -> {
            events.moves(home, there, "西街8号", "H9", TOLD);
            return home;
        });
        assertThat(as(CLERK, OTHER_TOWN, () -> register.find(home, MONDAY)).map(HouseholdFile::number))
                .contains("H9");
    }

    private Optional<Value> registered(String number, LocalDate on) {
        return file(number, on).household().facts().given("persons_registered");
    }

    private static Optional<Value> whole(long number) {
        return Optional.of(new Value.Whole(number));
    }

    private UUID dies(String name, LocalDate on) {
        PersonId dead = personNamed(name);
        clerk(() -> {
            events.dies(dead, new LifeEvents.Told(on, "police", "死亡证明"));
            return dead;
        });
        return lastEvent();
    }

    @Test
    void the_number_of_persons_registered_follows_who_dies_and_is_born_and_says_from_where() {
        dies("王桂兰", AUGUST);

        assertThat(registered("H1", AUGUST)).isEqualTo(whole(2));
        HouseholdFile after = file("H1", AUGUST.plusDays(1));
        assertThat(after.household().facts().given("persons_registered")).isEqualTo(whole(1));
        assertThat(after.source(after.household().facts(), "persons_registered"))
                .hasValueSatisfying(source -> {
                    assertThat(source.supplier()).isEqualTo("police");
                    assertThat(source.evidence()).isEqualTo("死亡证明");
                });
        clerk(() -> events.birth(home, Map.of("name", Optional.of(new Value.Text("李新生"))), TOLD));
        assertThat(registered("H1", AUGUST)).isEqualTo(whole(3));
        assertThat(registered("H1", MONDAY)).isEqualTo(whole(2));
    }

    @Test
    void events_that_are_taken_back_in_any_order_leave_the_number_as_if_they_had_never_been() {
        UUID earlier = dies("王桂兰", AUGUST);
        clerk(() -> events.birth(
                home,
                Map.of("name", Optional.of(new Value.Text("李新生"))),
                new LifeEvents.Told(AUGUST.plusDays(10), "village", "证明")));
        UUID later = lastEvent();
        assertThat(registered("H1", MONDAY)).isEqualTo(whole(2));

        for (UUID event : List.of(earlier, later)) {
            clerk(() -> {
                events.undo(event, "登记错了");
                return event;
            });
        }
        assertThat(registered("H1", AUGUST.plusDays(5))).isEqualTo(whole(2));
        assertThat(registered("H1", MONDAY)).isEqualTo(whole(2));
    }

    @Test
    void who_marries_into_another_household_is_counted_there_and_no_longer_where_they_were() {
        PersonId spouse = personNamed("张伟");
        clerk(() -> {
            events.joins(LifeEvents.Kind.MARRIAGE, home, spouse, "", TOLD);
            return spouse;
        });

        assertThat(registered("H1", MONDAY)).isEqualTo(whole(3));
        assertThat(registered("H2", MONDAY)).isEqualTo(whole(0));
        assertThat(registered("H2", AUGUST.minusDays(1))).isEqualTo(whole(1));
    }

    @Test
    void a_number_that_was_stated_for_a_later_day_stands() {
        LocalDate later = LocalDate.of(2016, 9, 1);
        clerk(() -> register.state(NewStatement.of(
                home,
                DateRange.from(later),
                Map.of("persons_registered", whole(1)),
                "police",
                NewStatement.Cause.FORM)));

        dies("王桂兰", AUGUST);

        assertThat(registered("H1", later.minusDays(1))).isEqualTo(whole(1));
        assertThat(registered("H1", MONDAY)).isEqualTo(whole(1));
    }

    @Test
    void a_household_made_by_a_split_keeps_the_number_that_was_stated_of_it() {
        PersonId leaving = personNamed("王桂兰");
        clerk(() -> events.splits(
                home,
                new LifeEvents.Split(
                        List.of(leaving),
                        leaving,
                        "H9",
                        file("H1", MONDAY).area(),
                        "东屯9号",
                        Map.of("persons_registered", whole(1))),
                TOLD));

        assertThat(registered("H1", MONDAY)).isEqualTo(whole(1));
        assertThat(registered("H9", MONDAY)).isEqualTo(whole(1));
    }
}
