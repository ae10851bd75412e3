package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import yingbao.platform.kernel.Callers;

/** Whoever types something wrong is told what, where and how to mend it, and nothing of it is kept. */
class WrongInputTest extends RegistryTest {
    private static final String TOLD = "\"told\":{\"on\":\"%s\",\"source\":\"village\",\"evidence\":\"\"}";

    private String home = "";

    @BeforeEach
    void aVillage() {
        bring(TOWN, village(), LocalDate.of(2016, 1, 1));
        home = "/api/households/" + householdNumbered("H1").value();
    }

    private MvcTestResult sent(HttpMethod method, String path, String language, String body) {
        return Callers.<MvcTestResult, RuntimeException>as(
                caller(CLERK, TOWN),
                () -> mvc.perform(request(method, URI.create(path))
                        .with(csrf())
                        .header("Accept-Language", language)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)));
    }

    private MvcTestResult posted(String path, String body) {
        return sent(HttpMethod.POST, path, "zh", body);
    }

    private static String moving(String area, String address, String on) {
        return "{\"areaCode\":\"%s\",\"address\":\"%s\",\"number\":\"\",%s}"
                .formatted(area, address, TOLD.formatted(on));
    }

    private static void refused(MvcTestResult result, String code, String pointer) {
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(result).bodyJson().extractingPath("$.pointer").isEqualTo(pointer);
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_how_long_it_may_be_in_the_language_of_the_page() {
        String body = moving(OTHER_VILLAGE, "屯".repeat(501), "2016-09-01");

        MvcTestResult chinese = posted(home + "/moves", body);
        refused(chinese, "kernel.too-long", "/address");
        assertThat(chinese).bodyJson().extractingPath("$.detail").isEqualTo("最多 500 个字，现在有 501 个，请删减");
        assertThat(sent(HttpMethod.POST, home + "/moves", "en", body))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("At most 500 characters; there are 501. Shorten it");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_each_at_its_place() {
        MvcTestResult result = posted(home + "/moves", moving("", "屯".repeat(501), "2016-09-01"));

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder("/areaCode", "/address");
    }

    @Test
    void what_is_no_day_is_called_so_at_its_place() {
        refused(posted(home + "/moves", moving(OTHER_VILLAGE, "西街", "2016-13-40")), "kernel.no-day", "/told/on");
        refused(sent(HttpMethod.GET, home + "?on=abc", "zh", ""), "kernel.no-day", "/on");
    }

    @Test
    void no_day_before_1900_is_taken_and_none_that_has_not_come() {
        refused(posted(home + "/moves", moving(OTHER_VILLAGE, "西街", "1016-09-01")), "registry.too-early", "/on");
        refused(posted(home + "/moves", moving(OTHER_VILLAGE, "西街", "2016-10-11")), "registry.future", "/on");
    }

    @Test
    void a_family_moves_into_a_village_and_not_into_a_county() {
        refused(posted(home + "/moves", moving("229901", "西街", "2016-09-01")), "registry.no-home", "/areaCode");
        refused(posted(home + "/moves", moving("abc", "西街", "2016-09-01")), "area-code.format", "/areaCode");
    }

    @Test
    void a_family_does_not_move_to_where_it_lives() {
        refused(posted(home + "/moves", moving(VILLAGE, "东屯1号", "2016-09-01")), "registry.move-nowhere", "/address");
    }

    @Test
    void nobody_is_born_on_a_day_that_has_not_come() {
        String birth = "{\"kind\":\"BIRTH\",\"facts\":{\"name\":\"李新生\",\"birth_date\":\"2016-10-11\"},%s}"
                .formatted(TOLD.formatted("2016-10-10"));

        refused(posted(home + "/joins", birth), "registry.to-come", "/facts/birth_date");
        assertThat(file("H1", MONDAY).memberIds()).hasSize(2);
    }

    @Test
    void a_form_without_anything_stated_says_that_something_is_wanted() {
        String statement =
                "{\"holder\":\"HOUSEHOLD\",\"holderId\":\"%s\",\"from\":\"2016-09-01\",\"facts\":{},\"source\":\"village\",\"evidence\":\"\"}"
                        .formatted(householdNumbered("H1").value());

        refused(posted("/api/statements", statement), "registry.nothing-stated", "/facts");
    }

    @Test
    void a_household_typed_in_is_refused_at_the_very_cells() {
        MvcTestResult result = posted("/api/households", """
                {"on":"2016-09-01","source":"village","number":"H7","facts":{"area":"229901100200","phone":"="},
                 "members":[{"name":"赵一","relation":"02"},{"name":"钱二","citizen_id":"123","relation":"10"}]}
                """);

        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("registry.entry");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .contains("/members/1/citizen_id", "/facts/phone");
    }

    @Test
    void a_search_for_too_much_says_how_much_and_an_address_of_nothing_that_nothing_is_there() {
        refused(sent(HttpMethod.GET, "/api/households?q=" + "a".repeat(61), "zh", ""), "kernel.too-long", "/q");
        MvcTestResult nothing = sent(HttpMethod.GET, "/api/households/abc", "zh", "");
        assertThat(nothing).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(nothing).bodyJson().extractingPath("$.code").isEqualTo("kernel.no-such-page");
    }
}
