package yingbao.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.kernel.Callers;

/** What somebody reads who has switched the screens to English. */
class EnglishTest extends CaseTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Autowired
    private JsonMapper json;

    private JsonNode read(String role, String area, String language, String path) {
        MvcTestResult result = Callers.<MvcTestResult, RuntimeException>as(
                caller(role, area), () -> mvc.perform(get(path).header("Accept-Language", language)));
        assertThat(result).hasStatusOk();
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private JsonNode theCase(CaseId id, String language) {
        return read("township-clerk", TOWN, language, "/api/cases/" + id.value());
    }

    @Test
    void a_case_speaks_the_language_of_the_page() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), true);

        JsonNode chinese = theCase(id, "zh");
        JsonNode english = theCase(id, "en");

        assertThat(chinese.at("/line/programmeTitle").stringValue("")).isEqualTo("农村最低生活保障");
        assertThat(english.at("/line/programmeTitle").stringValue("")).isEqualTo("Rural dibao");
        assertThat(english.at("/line/stateTitle").stringValue("")).isEqualTo("Application");
        assertThat(english.at("/papers/0/title").stringValue("")).isEqualTo("Written application");
        assertThat(english.at("/rules/0").stringValue(""))
                .isEqualTo("Close kin of dibao staff or of the village committee say so");
    }

    @Test
    void names_and_remarks_stay_as_somebody_wrote_them() {
        JsonNode english = theCase(apply(DIBAO, family("H1"), Optional.empty(), true), "en");

        assertThat(english.at("/line/applicant").stringValue("")).isEqualTo("李国富");
        assertThat(english.at("/declared/kinRemark").stringValue("")).isEqualTo("村主任的弟弟");
    }

    @Test
    void a_paper_is_filed_by_its_name_in_the_workflow_whatever_it_is_called() {
        JsonNode english = theCase(apply(DIBAO, family("H1"), Optional.empty(), false), "en");

        assertThat(english.at("/papers/0/paper").stringValue("")).isEqualTo("书面申请");
    }

    @Test
    void what_stands_in_the_way_is_said_with_english_labels() {
        JsonNode english = theCase(apply(DIBAO, family("H1"), Optional.empty(), false), "en");

        String obstacle = english.at("/actions/0/obstacles/0").stringValue("");
        assertThat(obstacle).contains("Written application").doesNotContainPattern(CHINESE);
    }

    @Test
    void what_was_entered_is_told_by_the_english_titles_of_its_fields() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);

        JsonNode form = theCase(id, "en").at("/history/3/form");

        assertThat(form.path("Result of the home visit").stringValue("")).isEqualTo("Agrees with what was stated");
        assertThat(form.path("Findings").stringValue("")).isEqualTo("住房两间，种地十亩");
    }

    @Test
    void what_is_posted_in_public_stays_the_chinese_paper_that_it_is() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);

        JsonNode shown = theCase(id, "en").at("/notices/0/shows");

        assertThat(shown.valueStream().map(each -> each.path("title").stringValue("")))
                .containsExactly("申请人姓名", "入户调查结果", "民主评议结果", "审核结果");
    }

    @Test
    void what_the_rules_say_of_a_case_is_told_in_english_but_the_words_offered_for_the_letter_are_not() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        act("township-clerk", TOWN, id, "submit", Map.of());
        act("township-clerk", TOWN, id, "accept", Map.of("kin_registered", true));
        act(
                caller("verification-officer", COUNTY),
                id,
                "fail",
                Map.of("reported_on", today.date().toString()),
                "收入偏高");

        JsonNode english = theCase(id, "en");

        assertThat(english.at("/opinion/period").stringValue("")).isEqualTo("a month");
        assertThat(english.at("/opinion/nodes")
                        .valueStream()
                        .map(node -> node.path("ask").stringValue("")
                                + node.path("rule").stringValue("")
                                + node.at("/evaluation/values").stringValue("")))
                .noneMatch(text -> CHINESE.matcher(text).find());
        assertThat(english.at("/opinion/outcome")).isEqualTo(theCase(id, "zh").at("/opinion/outcome"));
    }

    @Test
    void a_decision_is_told_in_english_and_proven_by_what_was_kept_in_chinese() {
        CaseId id = apply(DIBAO, family("H1"), Optional.empty(), false);
        toVillageNotice(id);
        toEntitled(id);

        JsonNode basis = read(
                "county-officer",
                COUNTY,
                "en",
                "/api/cases/%s/decisions/%s"
                        .formatted(id.value(), lastDecision(id).value()));

        assertThat(basis.path("again").booleanValue(false)).isTrue();
        assertThat(basis.at("/trace/title").stringValue("")).isEqualTo("Rural dibao");
        assertThat(basis.path("facts")
                        .valueStream()
                        .map(fact -> fact.path("value").stringValue("")))
                .contains("3000.00 yuan");
    }

    @Test
    void a_programmes_page_has_no_chinese_but_sources_places_and_golden_cases() {
        JsonNode page = read("county-officer", COUNTY, "en", "/api/programmes/" + DIBAO + "?on=2016-10-10");

        assertThat(page.path("rounding").stringValue("")).isEqualTo("Up to the fen");
        assertThat(page.at("/steps/7/notice").stringValue("")).isEqualTo("Posted in the village for 7 days");
        assertThat(page.path("steps")
                        .valueStream()
                        .map(step -> step.path("clock").stringValue("")))
                .noneMatch(clock -> CHINESE.matcher(clock).find());
    }
}
