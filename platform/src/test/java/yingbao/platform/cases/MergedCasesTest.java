package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.registry.Duplicates;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;
import yingbao.platform.registry.PersonId;

/** What becomes of what is drawn by somebody who was registered twice. */
class MergedCasesTest extends CaseTest {
    private static final long NURSING_FEN = 8_000;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private LifeEvents events;

    private UUID pair;
    private HouseholdId home;
    private HouseholdId other;
    private PersonId known;
    private PersonId twin;

    /** The same man as the head of two households. */
    @BeforeEach
    void somebodyRegisteredTwice() throws SQLException {
        home = family("H1");
        other = family("H2");
        known = member(home, "李国富");
        twin = member(other, "李国富");
        pair = UUID.randomUUID();
        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into registry.duplicate (id, first_id, second_id, area_code, reason, state, found_at)
                        values (?, least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, 'NAME_AND_BIRTH', 'OPEN', now())
                        """)) {
            statement.setObject(1, pair);
            statement.setObject(2, known.value());
            statement.setObject(3, twin.value());
            statement.setObject(4, known.value());
            statement.setObject(5, twin.value());
            statement.setString(6, TOWN + "000");
            statement.execute();
        }
    }

    private void merge() {
        as("township-clerk", TOWN, () -> {
            duplicates.merge(pair, known);
            return pair;
        });
    }

    private void undo() {
        as("township-clerk", TOWN, () -> {
            duplicates.undo(pair);
            return pair;
        });
    }

    private Optional<ProposalView> proposal(CaseId id) {
        return as("county-officer", COUNTY, () -> views.view(id)).proposal();
    }

    /** Nobody but the head is left of the second household. */
    private void othersLeave() {
        LifeEvents.Told told = new LifeEvents.Told(LocalDate.of(2016, 1, 2), "township", "");
        for (String name : new String[] {"王桂兰", "李小明"}) {
            PersonId leaving = member(other, name);
            as("township-clerk", TOWN, () -> {
                events.leaves(leaving, told);
                return leaving;
            });
        }
    }

    @Test
    void what_somebody_draws_who_was_registered_twice_goes_on_for_the_one_who_remains() {
        CaseId id = drawing(NURSING, other, Optional.of(twin), NURSING_FEN);

        merge();

        assertThat(row(id).person()).contains(known);
        assertThat(row(id).household()).isEqualTo(home);
        assertThat(row(id).householdNumber()).isEqualTo("H1");
        assertThat(proposal(id)).isEmpty();
        assertThat(months(id, MONDAY)).containsEntry(YearMonth.of(2016, 10), NURSING_FEN);
    }

    @Test
    void it_goes_back_when_the_merge_is_undone() {
        CaseId id = drawing(NURSING, other, Optional.of(twin), NURSING_FEN);
        merge();

        undo();

        assertThat(row(id).person()).contains(twin);
        assertThat(row(id).household()).isEqualTo(other);
        assertThat(row(id).householdNumber()).isEqualTo("H2");
        assertThat(proposal(id)).isEmpty();
    }

    @Test
    void who_drew_the_same_twice_is_proposed_to_draw_it_once_from_the_first_month_paid_twice() {
        CaseId first = drawing(NURSING, home, Optional.of(known), NURSING_FEN);
        CaseId second = drawing(NURSING, other, Optional.of(twin), NURSING_FEN);

        merge();

        assertThat(proposal(first)).isEmpty();
        assertThat(proposal(second)).hasValueSatisfying(proposal -> {
            assertThat(proposal.kind()).isEqualTo("END");
            assertThat(proposal.causeText()).contains("重复领取", row(first).number());
            assertThat(proposal.fromMonth()).isEqualTo(YearMonth.of(2016, 1));
            assertThat(proposal.arrearsFen()).isEqualTo(-9 * NURSING_FEN);
        });
    }

    @Test
    void who_draws_it_once_because_the_other_was_ended_by_hand_is_no_longer_proposed_to_lose_it() {
        CaseId first = drawing(NURSING, home, Optional.of(known), NURSING_FEN);
        CaseId second = drawing(NURSING, other, Optional.of(twin), NURSING_FEN);
        merge();
        String number = row(first).number();

        act(caller("township-clerk", TOWN), first, "review", Map.of(), "");
        Map<String, Object> reviewed = Map.of("reviewed_on", today.date().toString(), "findings", "重复登记");
        act(caller("county-officer", COUNTY), first, "end", reviewed, "重复领取，停发这一份");

        assertThat(proposal(second)).isEmpty();
        assertThat(as("county-officer", COUNTY, () -> proposals.list(ProposalView.State.WITHDRAWN, 0, 10))
                        .rows())
                .singleElement()
                .satisfies(withdrawn ->
                        assertThat(withdrawn.closing().orElseThrow().reason()).contains(number, "已停止发放"));
    }

    @Test
    void two_who_are_two_again_are_no_longer_paid_twice() {
        CaseId first = drawing(NURSING, home, Optional.of(known), NURSING_FEN);
        CaseId second = drawing(NURSING, other, Optional.of(twin), NURSING_FEN);
        merge();

        undo();

        assertThat(proposal(first)).isEmpty();
        assertThat(proposal(second)).isEmpty();
        assertThat(row(second).person()).contains(twin);
    }

    @Test
    void who_draws_by_the_other_registration_cannot_apply_again() {
        CaseId application = apply(NURSING, home, Optional.of(known), false);
        CaseId id = drawing(NURSING, other, Optional.of(twin), NURSING_FEN);

        merge();

        assertThat(row(id).person()).contains(known);
        assertThat(state(application)).isEqualTo("application");
        assertThatThrownBy(() -> apply(NURSING, home, Optional.of(known), false))
                .hasMessageContaining("cases.open-already");
    }

    @Test
    void what_was_drawn_before_the_one_who_remains_was_registered_is_not_taken_back() throws SQLException {
        CaseId id = drawing(NURSING, other, Optional.of(twin), NURSING_FEN);
        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement(
                        "update registry.membership set valid = daterange('2016-06-01', null) where person_id = ?")) {
            statement.setObject(1, known.value());
            statement.execute();
        }

        merge();

        assertThat(proposal(id)).isEmpty();
    }

    @Test
    void what_a_household_draws_goes_with_the_last_of_it_who_was_registered_twice() {
        othersLeave();
        CaseId id = drawing(DIBAO, other, Optional.empty(), 47_500);

        merge();

        assertThat(row(id).household()).isEqualTo(home);
        assertThat(proposal(id).map(ProposalView::kind)).isNotEqualTo(Optional.of("END"));
        undo();
        assertThat(row(id).household()).isEqualTo(other);
    }

    @Test
    void two_households_that_are_one_are_proposed_to_draw_once() {
        othersLeave();
        CaseId first = drawing(DIBAO, home, Optional.empty(), 47_500);
        CaseId second = drawing(DIBAO, other, Optional.empty(), 47_500);

        merge();

        assertThat(proposal(first).map(ProposalView::kind)).isNotEqualTo(Optional.of("END"));
        assertThat(proposal(second)).hasValueSatisfying(proposal -> {
            assertThat(proposal.kind()).isEqualTo("END");
            assertThat(proposal.causeText()).contains("重复领取");
        });
        undo();
        assertThat(row(second).household()).isEqualTo(other);
        assertThat(proposal(second).map(ProposalView::causeText).orElse("")).doesNotContain("重复领取");
    }

    @Test
    void what_a_household_draws_stays_with_those_of_it_who_remain() {
        CaseId id = drawing(DIBAO, other, Optional.empty(), 47_500);

        merge();

        assertThat(row(id).household()).isEqualTo(other);
    }
}
