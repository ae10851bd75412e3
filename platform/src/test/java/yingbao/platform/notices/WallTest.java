package yingbao.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.PlatformTest;
import yingbao.policy.value.AreaCode;

/** The wall as anybody sees it who has not signed in. */
class WallTest extends PlatformTest {
    private static final String COUNTY = "229901";
    private static final String VILLAGE = "229901100200";
    private static final String HOME = "203.0.113.7";
    private static final String WORDS = "这户有一辆货车没有申报";

    @Autowired
    private Notices notices;

    @Autowired
    private Objections objections;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private NoticeId hang(UUID caseId, Optional<LocalDate> to) {
        return as(
                "county-officer",
                COUNTY,
                () -> notices.open(new NewNotice(
                        caseId,
                        new AreaCode(VILLAGE),
                        new AreaCode(VILLAGE),
                        "甲类救助",
                        "村（居）公示",
                        "演示镇一 乡镇人民政府",
                        MONDAY,
                        to,
                        List.of(new Shown("申请人姓名", "李国富"), new Shown("审核结果", "建议批准")))));
    }

    private NoticeId hang() {
        return hang(UUID.randomUUID(), Optional.of(MONDAY.plusDays(7)));
    }

    private MvcTestResult get(String uri, Object... values) {
        return mvc.get().uri(uri, values).exchange();
    }

    private JsonNode read(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private MvcTestResult lodge(NoticeId id, String words, String contact, String address) {
        return mvc.post()
                .uri("/api/wall/notices/{id}/objections", id.value())
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("words", words, "contact", contact)))
                .exchange();
    }

    private String lodged(NoticeId id, String contact) {
        MvcTestResult result = lodge(id, WORDS, contact, HOME);
        assertThat(result).hasStatus(201);
        return read(result).path("number").stringValue("");
    }

    private String refusal(MvcTestResult result) {
        return read(result).path("code").stringValue("");
    }

    private ObjectionView only() {
        return as("township-clerk", "229901100", () -> objections.list(false, 0, 10))
                .rows()
                .getFirst();
    }

    @Test
    void anybody_reads_what_hangs_in_a_village_and_finds_the_way_there() {
        hang();

        JsonNode rows = read(get("/api/wall/areas/{area}/notices", VILLAGE)).path("rows");
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.path(0).path("shows").path(0).path("text").stringValue(""))
                .isEqualTo("李国富");
        JsonNode county = read(get("/api/wall/areas/{area}", COUNTY));
        assertThat(county.path("own").intValue()).isZero();
        assertThat(county.path("places").valueStream())
                .filteredOn(place -> place.path("notices").intValue() > 0)
                .singleElement()
                .satisfies(
                        place -> assertThat(place.path("code").stringValue("")).isEqualTo("229901100000"));
    }

    @Test
    void a_notice_tells_nothing_of_the_case_behind_it() {
        UUID caseId = UUID.randomUUID();
        NoticeId id = hang(caseId, Optional.of(MONDAY.plusDays(7)));

        assertThat(get("/api/wall/notices/{id}", id.value()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(caseId.toString());
    }

    @Test
    void nobody_sees_a_notice_after_its_last_day_and_nobody_can_object_to_it() {
        NoticeId id = hang();
        today.moveTo(MONDAY.plusDays(8));

        for (String page : List.of("", "/code", "/paper")) {
            assertThat(get("/api/wall/notices/{id}" + page, id.value())).hasStatus(404);
        }
        assertThat(read(get("/api/wall/areas/{area}/notices", VILLAGE))
                        .path("total")
                        .intValue())
                .isZero();
        assertThat(refusal(lodge(id, WORDS, "", HOME))).isEqualTo("notices.gone");
    }

    @Test
    void a_notice_that_is_taken_down_is_gone_at_once() {
        UUID caseId = UUID.randomUUID();
        NoticeId id = hang(caseId, Optional.empty());

        as("county-officer", COUNTY, () -> {
            notices.close(caseId, "停发");
            return id;
        });

        assertThat(get("/api/wall/notices/{id}", id.value())).hasStatus(404);
    }

    @Test
    void a_notice_is_printed_with_its_days_and_the_address_of_its_page() throws Exception {
        NoticeId id = hang();
        MvcTestResult paper = get("/api/wall/notices/{id}/paper", id.value());

        assertThat(paper).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        try (PDDocument pdf = Loader.loadPDF(paper.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains("甲类救助公示", "李国富", "自2016年10月10日张贴，至2016年10月17日期满")
                    .contains("向演示镇一乡镇人民政府反映；")
                    .contains("http://localhost/wall/notice/" + id.value());
        }
        assertThat(read(get("/api/wall/notices/{id}/code", id.value()))
                        .path("url")
                        .stringValue(""))
                .isEqualTo("http://localhost/wall/notice/" + id.value());
    }

    @Test
    void a_list_that_hangs_for_long_is_printed_without_a_last_day() throws Exception {
        NoticeId id = hang(UUID.randomUUID(), Optional.empty());

        byte[] paper =
                get("/api/wall/notices/{id}/paper", id.value()).getResponse().getContentAsByteArray();
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains("自2016年10月10日起长期张贴", "可以随时向")
                    .doesNotContain("期满");
        }
    }

    @Test
    void an_objection_is_followed_by_its_number_until_it_is_answered() {
        String number = lodged(hang(), "");

        assertThat(number).matches("[A-Z2-9]{5}-[A-Z2-9]{5}");
        JsonNode waiting = read(get("/api/wall/objections/{number}", number.toLowerCase(java.util.Locale.ROOT)));
        assertThat(waiting.path("state").stringValue("")).isEqualTo("OPEN");
        as("township-clerk", "229901100", () -> {
            objections.answer(only().id(), "经核实，货车已报废");
            return number;
        });
        JsonNode answered = read(get("/api/wall/objections/{number}", number));
        assertThat(answered.path("state").stringValue("")).isEqualTo("ANSWERED");
        assertThat(answered.path("answer").stringValue("")).isEqualTo("经核实，货车已报废");
    }

    @Test
    void how_to_reach_whoever_objected_lies_sealed_and_is_shown_to_who_answers_alone() {
        String number = lodged(hang(), "12900000001");

        assertThat(get("/api/wall/objections/{number}", number))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("12900000001")
                .doesNotContain(WORDS);
        assertThat(as(
                        "township-clerk",
                        "229901100",
                        () -> jdbc.sql("select encode(contact_sealed, 'escape') from notices.objection")
                                .query(String.class)
                                .single()))
                .doesNotContain("12900000001");
        assertThat(as("township-clerk", "229901100", () -> objections.contact(only().id())))
                .isEqualTo("12900000001");
    }

    @Test
    void a_number_that_nobody_was_given_is_not_known() {
        MvcTestResult result = get("/api/wall/objections/{number}", "AAAAA-22222");

        assertThat(result).hasStatus(404);
        assertThat(refusal(result)).isEqualTo("notices.number-unknown");
        assertThat(get("/api/wall/objections/{number}", "A".repeat(21))).hasStatus(400);
    }

    @Test
    void five_objections_an_hour_come_from_one_address_and_no_more() {
        NoticeId id = hang();
        for (int count = 0; count < 5; count++) {
            lodged(id, "");
        }

        MvcTestResult sixth = lodge(id, WORDS, "", HOME);
        assertThat(sixth).hasStatus(409);
        assertThat(refusal(sixth)).isEqualTo("notices.too-many");
        assertThat(lodge(id, WORDS, "", "203.0.113.8")).hasStatus(201);
    }

    @Test
    void an_address_that_somebody_only_claims_does_not_count() {
        NoticeId id = hang();
        for (int count = 0; count < 5; count++) {
            lodged(id, "");
        }

        assertThat(mvc.post()
                        .uri("/api/wall/notices/{id}/objections", id.value())
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(HOME);
                            return request;
                        })
                        .header("X-Forwarded-For", "198.51.100.9")
                        .header("Forwarded", "for=198.51.100.9")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("words", WORDS, "contact", "")))
                        .exchange())
                .hasStatus(409);
    }

    @Test
    void what_is_too_short_or_too_long_is_not_taken() {
        NoticeId id = hang();

        assertThat(lodge(id, "不对", "", HOME)).hasStatus(422);
        assertThat(lodge(id, "长".repeat(2001), "", HOME)).hasStatus(422);
        assertThat(lodge(id, WORDS, "1".repeat(101), HOME)).hasStatus(422);
        assertThat(refusal(lodge(id, " ".repeat(10), "", HOME))).isEqualTo("notices.words-short");
        assertThat(get("/api/wall/areas/{area}", "演示")).hasStatus(422);
        assertThat(get("/api/wall/areas/{area}", "2".repeat(13))).hasStatus(400);
        assertThat(get("/api/wall/areas/{area}", "999999")).hasStatus(404);
        assertThat(get("/api/wall/notices/{id}", UUID.randomUUID())).hasStatus(404);
        assertThat(get("/api/wall/notices/{id}", "1")).hasStatus(404);
    }

    @Test
    void a_page_of_the_wall_has_a_bounded_number_of_notices() {
        for (int count = 0; count < 3; count++) {
            hang();
        }

        assertThat(read(get("/api/wall/areas/{area}/notices?size=2", VILLAGE))
                        .path("rows")
                        .size())
                .isEqualTo(2);
        assertThat(get("/api/wall/areas/{area}/notices?offset=-1&size=100000", VILLAGE))
                .hasStatusOk();
    }
}
