package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import yingbao.platform.registry.HouseholdId;
import yingbao.platform.registry.LifeEvents;

/** What is found of proposals that wait no more, and in whose language they say why. */
class ProposalHistoryTest extends CaseTest {
    private static final LocalDate DIED = LocalDate.of(2016, 8, 15);

    @Autowired
    private LifeEvents events;

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private CaseId changed(HouseholdId household) {
        CaseId id = drawing(household);
        as("township-clerk", TOWN, () -> {
            events.dies(member(household, "王桂兰"), new LifeEvents.Told(DIED, "police", "死亡证明"));
            return household;
        });
        return id;
    }

    private List<ProposalView> listed(ProposalView.State state) {
        return as("township-clerk", TOWN, () -> proposals.list(state, 0, 10)).rows();
    }

    @Test
    void one_that_somebody_left_is_found_with_who_when_and_why_and_only_in_its_area() {
        changed(family("H1"));
        ProposalId id = listed(ProposalView.State.OPEN).getFirst().id();
        as("township-clerk", TOWN, () -> {
            proposals.drop(id, "下次复核时一并办理");
            return id;
        });

        assertThat(listed(ProposalView.State.OPEN)).isEmpty();
        assertThat(listed(ProposalView.State.DROPPED)).singleElement().satisfies(proposal -> {
            assertThat(proposal.state()).isEqualTo(ProposalView.State.DROPPED);
            assertThat(proposal.mayLeave()).isFalse();
            assertThat(proposal.closing()).hasValueSatisfying(closing -> {
                assertThat(closing.by())
                        .isEqualTo(caller("township-clerk", TOWN).name());
                assertThat(closing.reason()).isEqualTo("下次复核时一并办理");
                assertThat(closing.at()).isPresent();
            });
        });
        assertThat(as("township-clerk", "229901101", () -> proposals.list(ProposalView.State.DROPPED, 0, 10))
                        .total())
                .isZero();
    }

    @Test
    void one_that_was_decided_is_found_among_those_taken() {
        CaseId id = changed(family("H1"));
        act(caller("township-clerk", TOWN), id, "review", Map.of(), "");
        act(
                "township-clerk",
                TOWN,
                id,
                "change",
                Map.of("reviewed_on", today.date().toString(), "findings", "一名成员死亡"));
        act(caller("county-officer", COUNTY), id, "adjust", Map.of(), "按变更后的人口计算");

        assertThat(listed(ProposalView.State.TAKEN))
                .singleElement()
                .satisfies(proposal ->
                        assertThat(proposal.closing().orElseThrow().reason()).isEqualTo("按变更后的人口计算"));
    }

    @Test
    void one_whose_cause_was_taken_back_is_found_among_those_withdrawn_and_one_that_was_replaced_nowhere() {
        HouseholdId household = family("H1");
        CaseId id = drawing(DIBAO, household, Optional.empty(), 47_500);
        as("township-clerk", TOWN, () -> {
            events.dies(member(household, "王桂兰"), new LifeEvents.Told(DIED, "police", "死亡证明"));
            events.dies(member(household, "李小明"), new LifeEvents.Told(DIED, "police", "死亡证明"));
            return household;
        });
        assertThat(listed(ProposalView.State.WITHDRAWN)).isEmpty();
        undo(household);
        undo(household);

        assertThat(listed(ProposalView.State.OPEN)).isEmpty();
        assertThat(listed(ProposalView.State.WITHDRAWN)).singleElement().satisfies(proposal -> {
            assertThat(proposal.caseId()).isEqualTo(id);
            assertThat(proposal.closing().orElseThrow().reason()).contains("2016-08-15", "有变化");
        });
    }

    private void undo(HouseholdId household) {
        as("township-clerk", TOWN, () -> {
            UUID event = jdbc.sql("""
                            select id from registry.event e where household_id = :household and kind = 'DEATH'
                                and not exists (select from registry.event u where u.undoes = e.id)
                             order by recorded_at desc limit 1
                            """)
                    .param("household", household.value())
                    .query(UUID.class)
                    .single();
            events.undo(event, "登记错了");
            return event;
        });
    }

    @Test
    void why_something_is_proposed_is_said_in_the_language_of_whoever_reads_it() throws SQLException {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        changed(family("H1"));
        assertThat(listed(ProposalView.State.OPEN).getFirst().causeText()).endsWith(": changed from 2016-08-15");

        LocaleContextHolder.setLocale(Locale.CHINESE);
        assertThat(listed(ProposalView.State.OPEN).getFirst().causeText()).endsWith("自 2016-08-15 起有变化");

        try (Connection connection = owner();
                PreparedStatement statement = connection.prepareStatement(
                        "update cases.proposal set reasons = null, cause_text = '旧版本写下的原因'")) {
            statement.execute();
        }
        assertThat(listed(ProposalView.State.OPEN).getFirst().causeText()).isEqualTo("旧版本写下的原因");
    }
}
