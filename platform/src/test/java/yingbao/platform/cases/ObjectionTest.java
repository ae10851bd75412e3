package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.notices.NoticeView;
import yingbao.platform.notices.ObjectionId;
import yingbao.platform.notices.Objections;
import yingbao.platform.notices.Shown;
import yingbao.platform.notices.Wall;
import yingbao.policy.value.AreaCode;

/** What is told of a case in public, and what an objection to it does. */
class ObjectionTest extends CaseTest {
    private CaseId id = new CaseId(new java.util.UUID(0, 0));

    @Autowired
    private Wall wall;

    @Autowired
    private Objections objections;

    @BeforeEach
    void aNoticeInTheVillage() {
        id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);
    }

    private NoticeView hanging() {
        return as("township-clerk", TOWN, () -> views.view(id)).notices().getFirst();
    }

    private ObjectionId objected() {
        NoticeView notice = hanging();
        Callers.as(
                Caller.platform(new AreaCode("220000000000")),
                () -> wall.lodge(notice.id(), "这户有一辆货车没有申报", "", "203.0.113.7"));
        return as("township-clerk", TOWN, () -> objections.list(false, 0, 1))
                .rows()
                .getFirst()
                .id();
    }

    private void takeUp(ObjectionId objection) {
        as("township-clerk", TOWN, () -> {
            cases.takeUp(id, objection);
            return id;
        });
    }

    private void again() {
        String day = today.date().toString();
        act(
                "township-clerk",
                TOWN,
                id,
                "done",
                Map.of("surveyors", List.of("赵乡干", "钱乡干"), "visited_on", day, "findings", "货车已经报废", "result", "fits"));
        act(
                "township-clerk",
                TOWN,
                id,
                "agreed",
                Map.of(
                        "held_on", day,
                        "participants", 9,
                        "representatives", 6,
                        "in_favour", 9,
                        "against", 0,
                        "conclusion", "sound",
                        "minutes", "一致同意"));
        act("township-head", TOWN, id, "propose", Map.of("opinion", "grant", "reasons", "符合条件"));
    }

    @Test
    void a_notice_names_the_grown_up_in_full_and_a_child_by_surname() {
        today.moveTo(today.date().plusDays(8));
        act("township-clerk", TOWN, id, "clear", Map.of());
        act("county-officer", COUNTY, id, "approve", Map.of("visited", true));

        assertThat(hanging().shows())
                .containsExactly(
                        new Shown("申请人姓名", "李国富"), new Shown("家庭成员", "王桂兰、李某某"), new Shown("拟保障金额", "475.00 元/月"));
    }

    @Test
    void an_objection_takes_the_notice_down_and_lets_the_limit_of_the_survey_begin_anew() {
        today.moveTo(today.date().plusDays(3));
        LocalDate day = today.date();

        takeUp(objected());

        CaseRow row = row(id);
        assertThat(row.state()).isEqualTo("household_survey");
        assertThat(row.since()).isEqualTo(day);
        assertThat(row.dueOn()).hasValueSatisfying(due -> assertThat(due).isAfter(day.plusDays(9)));
        assertThat(hanging().closedOn()).hasValue(day);
    }

    @Test
    void the_second_notice_is_not_cleared_before_the_objection_is_answered() {
        ObjectionId objection = objected();
        takeUp(objection);
        again();
        today.moveTo(today.date().plusDays(8));

        assertThatThrownBy(() -> act("township-clerk", TOWN, id, "clear", Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("flow.objection-open"));
        as("township-clerk", TOWN, () -> {
            objections.answer(objection, "货车已经报废，结论不变");
            return id;
        });
        act("township-clerk", TOWN, id, "clear", Map.of());
        assertThat(state(id)).isEqualTo("county_review");
    }

    @Test
    void an_objection_is_taken_up_once() {
        ObjectionId objection = objected();
        takeUp(objection);

        assertThatThrownBy(() -> takeUp(objection)).isInstanceOf(Refusal.class);
        assertThat(state(id)).isEqualTo("household_survey");
    }
}
