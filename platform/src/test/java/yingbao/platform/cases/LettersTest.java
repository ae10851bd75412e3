package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.registry.LifeEvents;
import yingbao.policy.value.AreaCode;

/** What the papers of a case say. */
class LettersTest extends CaseTest {
    private static final String REMEDIES =
            "60日内向演示县人民政府申请行政复议，也可以自收到之日起6个月内向人民法院提起行政诉讼" + "（依据：《中华人民共和国行政复议法》第九条、《中华人民共和国行政诉讼法》第四十六条）";

    @Autowired
    private Letters letters;

    @Autowired
    private LifeEvents events;

    static String text(byte[] paper) {
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String lastLetter(CaseId id) {
        DecisionId decision = lastDecision(id);
        return text(as("county-officer", COUNTY, () -> letters.letter(id, decision)));
    }

    private CaseId entitled() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);
        toEntitled(id);
        return id;
    }

    private void toChange(CaseId id) {
        String day = today.date().toString();
        act("township-clerk", TOWN, id, "review", Map.of());
        act("township-clerk", TOWN, id, "change", Map.of("reviewed_on", day, "findings", "全家外出"));
    }

    @Test
    void the_letter_of_a_grant_tells_amount_month_article_and_what_can_be_done_against_it() {
        CaseId id = entitled();

        assertThat(lastLetter(id))
                .contains("农村最低生活保障批准通知书", "2016-00001-1", "李国富：")
                .contains("每月金额", "475.00元", "2016年11月")
                .contains(REMEDIES)
                .contains("演示县民政局2016年10月26日")
                .doesNotContain("县级人民政府民政部门");
    }

    @Test
    void an_office_that_refuses_signs_itself() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-clerk", TOWN, id, "accept", Map.of());
        Map<String, Object> form = Map.of("reported_on", today.date().toString());
        act(caller("verification-officer", COUNTY), id, "fail", form, "名下有价值二十万元的货车");
        act(caller("township-clerk", TOWN), id, "refuse", Map.of(), "家庭财产不符合规定");

        assertThat(lastLetter(id)).contains("演示镇一人民政府2016年10月10日");
    }

    @Test
    void the_letter_of_a_refusal_tells_every_reason_and_no_empty_article() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-clerk", TOWN, id, "accept", Map.of());
        Map<String, Object> form = Map.of("reported_on", today.date().toString());
        act(caller("verification-officer", COUNTY), id, "fail", form, "名下有价值二十万元的货车");
        act(caller("township-clerk", TOWN), id, "refuse", Map.of(), "家庭财产不符合规定");

        assertThat(lastLetter(id))
                .contains("农村最低生活保障不予批准告知书", "1．家庭财产不符合规定", "可以重新提出申请")
                .contains(REMEDIES)
                .doesNotContain("依据：）");
    }

    @Test
    void what_is_ended_is_told_in_writing_with_the_reason() {
        CaseId id = entitled();
        toChange(id);
        act(caller("county-officer", COUNTY), id, "end", Map.of(), "家庭已不在本地居住");

        assertThat(lastLetter(id))
                .contains("农村最低生活保障停发通知书", "2016-00001-2", "自2016年11月起停止发放", "家庭已不在本地居住")
                .contains(REMEDIES);
    }

    @Test
    void what_is_suspended_and_resumed_is_told_in_writing() {
        CaseId id = entitled();
        toChange(id);
        act(caller("county-officer", COUNTY), id, "suspend", Map.of(), "连续两个月无法核实");
        assertThat(lastLetter(id)).contains("农村最低生活保障暂停发放通知书", "连续两个月无法核实", "0.00元");

        act("county-officer", COUNTY, id, "resume", Map.of());
        assertThat(lastLetter(id)).contains("农村最低生活保障恢复发放通知书", "475.00元");
    }

    @Test
    void the_application_form_tells_the_family_and_what_each_office_said() {
        CaseId id = entitled();

        assertThat(text(as("county-officer", COUNTY, () -> letters.application(id))))
                .contains("农村最低生活保障申请审批表", "李国富", "王桂兰", "李小明")
                .contains("其中村（居）民代表人数：6", "住房两间，种地十亩")
                .contains("申请日期2016年10月10日");
    }

    @Test
    void what_is_changed_is_told_with_what_it_was_and_what_is_paid_for_past_months() {
        CaseId id = drawing(family("H1"));
        confirmStandard(LocalDate.of(2016, 7, 1));
        toChange(id);
        act("county-officer", COUNTY, id, "adjust", Map.of());

        assertThat(lastLetter(id))
                .contains("农村最低生活保障变更通知书", "编号：2016-00001-2", "自2016年7月起变更")
                .contains("原每月金额350.00元", "现每月金额475.00元")
                // July to September; October is paid as it is now
                .contains("以前月份补发375.00元")
                .contains("演示县民政局2016年10月10日");
    }

    @Test
    void a_letter_printed_again_after_a_move_says_what_it_said() {
        CaseId id = entitled();
        String before = lastLetter(id);

        as("township-clerk", TOWN, () -> {
            LifeEvents.Told told = new LifeEvents.Told(today.date(), "township", "");
            events.moves(row(id).household(), new AreaCode("229901101200"), "三组", "M-7", told);
            return id;
        });

        assertThat(row(id).householdNumber()).isEqualTo("M-7");
        assertThat(lastLetter(id)).isEqualTo(before);
    }

    @Test
    void a_decision_taken_before_the_platform_has_no_letter() {
        CaseId id = drawing(family("H1"));
        DecisionId decision = lastDecision(id);

        assertThatThrownBy(() -> as("county-officer", COUNTY, () -> letters.letter(id, decision)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("cases.no-letter"));
    }
}
