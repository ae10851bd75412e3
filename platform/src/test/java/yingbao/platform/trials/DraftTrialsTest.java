package yingbao.platform.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yingbao.platform.drafts.DraftId;
import yingbao.platform.drafts.DraftStanding;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.trials.DraftTrials.Reach;
import yingbao.platform.trials.DraftTrials.TriedPart;

/** A draft of the rules is tried on two families before it holds. */
class DraftTrialsTest extends TwoFamilies {
    private static final String WRITER = "policy-writer";
    private static final String OFFICER = "province-officer";
    private static final String NEW = "programmes/rural-dibao-2017.yaml";
    private static final String BELOW = "when: household.income_12m < allowance";
    private static final String TWICE = "when: household.income_12m * 2 < allowance";
    private static final YearMonth JANUARY = YearMonth.of(2017, 1);

    @Autowired
    private DraftTrials draftTrials;

    @Autowired
    private ChangedPeople people;

    @Autowired
    private Proposing proposing;

    @Autowired
    private JsonMapper json;

    private JsonNode sent(String role, MockHttpServletRequestBuilder request, Object body) {
        return Callers.as(caller(role, "22"), () -> {
            try {
                String answer = mvc.perform(request.with(csrf())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(body)))
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
                return json.readTree(answer);
            } catch (java.io.UnsupportedEncodingException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private DraftId begun() {
        JsonNode made = sent(WRITER, post("/api/drafts"), Map.of("title", "收入条件从严"));
        return DraftId.valueOf(made.get("id").asString());
    }

    private static String at(DraftId id, String rest) {
        return "/api/drafts/" + id.value() + rest;
    }

    private String text(DraftId id, String path) {
        return sent(WRITER, get(at(id, "/file")).param("path", path), Map.of())
                .get("text")
                .asString();
    }

    private void write(DraftId id, String path, String text) {
        long revision = sent(WRITER, get(at(id, "")), Map.of()).get("revision").asLong();
        JsonNode check = sent(WRITER, put(at(id, "/file")), Map.of("path", path, "text", text, "revision", revision));
        assertThat(check.get("revision")).as(check.toString()).isNotNull();
    }

    /** Whose income, doubled, is not below the standard, draws nothing from January on. */
    private DraftId strict() {
        DraftId id = begun();
        sent(WRITER, post(at(id, "/versions")), Map.of("programme", "rural-dibao", "from", "2017-01-01"));
        write(id, NEW, text(id, NEW).replace(BELOW, TWICE));
        return id;
    }

    private void value(DraftId id, String parameter, String area, String value, String from) {
        JsonNode written = sent(
                OFFICER,
                post(at(id, "/values")),
                Map.of(
                        "parameter",
                        parameter,
                        "areaCode",
                        area,
                        "value",
                        value,
                        "from",
                        from,
                        "documentTitle",
                        "关于提高保障标准的通知",
                        "documentNumber",
                        "演民发〔2016〕20号",
                        "documentDate",
                        "2016-10-09",
                        "note",
                        ""));
        assertThat(written.get("revision")).as(written.toString()).isNotNull();
    }

    private ScenarioView scenario(DraftId id) {
        return as(OFFICER, "22", () -> draftTrials.scenario(id));
    }

    private Answer tried(ScenarioView scenario) {
        return as(OFFICER, "22", () -> trials.answer(scenario.asked()));
    }

    @Test
    void a_draft_is_tried_as_it_stands_and_the_answer_says_of_which_state_it_speaks() {
        DraftId id = strict();
        ScenarioView scenario = scenario(id);
        assertThat(scenario.name()).isEqualTo("草案：收入条件从严");
        assertThat(scenario.asked().from()).isEqualTo(JANUARY);
        assertThat(scenario(id).id()).as("found again").isEqualTo(scenario.id());

        Answer strict = tried(scenario);
        assertThat(strict.month()).isEqualTo(LocalDate.of(2017, 1, 1));
        assertThat(dibao(strict).moves().leaving().count())
                .as("twice 2000 yuan are not below 3900")
                .isEqualTo(1);
        assertThat(strict.draft().orElseThrow().id()).isEqualTo(id);
        assertThat(as(OFFICER, "22", () -> people.largest(scenario.asked(), Optional.empty())))
                .extracting(ChangedPeople.ChangedPerson::name)
                .containsExactly("李国富");

        as(OFFICER, "22", () -> trials.workOut(scenario.id()));
        YearsAnswer years = workedOut(scenario);
        assertThat(years.draft()).isEqualTo(strict.draft());
        assertThat(years.years().getFirst().afterFen().longValueExact())
                .as("from July on twice 2000 yuan are below 4200: (4200 − 2000) ÷ 12")
                .isEqualTo(6 * 18_334);
        assertThat(as(OFFICER, "22", () -> trials.find(scenario.id())).stale()).isFalse();

        write(id, NEW, text(id, NEW).replace(TWICE, BELOW));
        Answer mild = tried(scenario);
        assertThat(dibao(mild).moves().leaving().count())
                .as("the scenario follows its draft")
                .isZero();
        assertThat(mild.draft().orElseThrow().change())
                .isEqualTo(strict.draft().orElseThrow().change() + 1);
        assertThat(as(OFFICER, "22", () -> trials.find(scenario.id())).stale())
                .as("what was worked out by year speaks of a former state")
                .isTrue();
    }

    @Test
    void two_who_try_the_same_draft_at_the_same_instant_get_the_same_scenario() throws Exception {
        DraftId id = strict();
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<ScenarioView>> both =
                    two.invokeAll(List.of(() -> atOnce(together, OFFICER, id), () -> atOnce(together, WRITER, id)));
            assertThat(both.getFirst().get().id())
                    .isEqualTo(both.getLast().get().id());
        }
        assertThat(as(OFFICER, "22", trials::all)).hasSize(1);

        ScenarioView kept = scenario(id);
        Asked longer = new Asked("", JANUARY, JANUARY.plusMonths(1), "", List.of(), List.of(), Optional.of(id));
        as(OFFICER, "22", () -> trials.keep("我的一份", "", longer));
        assertThat(as(OFFICER, "22", trials::all))
                .as("whoever wants another of their own may have it")
                .extracting(ScenarioView::id)
                .contains(kept.id())
                .hasSize(2);
    }

    private ScenarioView atOnce(CyclicBarrier together, String role, DraftId id) {
        return as(role, "22", () -> {
            waitFor(together);
            return draftTrials.scenario(id);
        });
    }

    private static void waitFor(CyclicBarrier together) {
        try {
            together.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void a_scenario_says_where_its_draft_stands_now_and_of_which_state_its_result_speaks() {
        DraftId id = strict();
        ScenarioView scenario = scenario(id);
        as(OFFICER, "22", () -> trials.workOut(scenario.id()));
        int tried = workedOut(scenario).draft().orElseThrow().change();
        assertThat(as(OFFICER, "22", () -> trials.find(scenario.id())).draft())
                .contains(new DraftStanding(id, "收入条件从严", DraftStanding.State.OPEN, tried));

        write(id, NEW, text(id, NEW).replace(TWICE, BELOW));
        sent(WRITER, post(at(id, "/submission")), Map.of("from", "2017-01-01", "orderedBy", ""));
        sent(OFFICER, post(at(id, "/approval")), Map.of());

        ScenarioView after = as(OFFICER, "22", () -> trials.find(scenario.id()));
        assertThat(after.draft()).contains(new DraftStanding(id, "收入条件从严", DraftStanding.State.PUBLISHED, tried + 1));
        assertThat(after.result().flatMap(YearsAnswer::draft).orElseThrow().change())
                .isEqualTo(tried);
    }

    private YearsAnswer workedOut(ScenarioView scenario) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<YearsAnswer> result = Optional.empty();
        while (result.isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            result = as(OFFICER, "22", () -> trials.find(scenario.id())).result();
        }
        return result.get();
    }

    @Test
    void values_are_tried_from_the_month_on_in_which_all_have_begun_and_what_decides_about_nobody_is_said() {
        DraftId id = begun();
        value(id, "rural_dibao_standard", COUNTY, "4500", "2016-11-15");
        value(id, "dibao_review_a", "22", "6", "2016-11-01");
        String words = "words/en/" + firstFile(id, "words/en/");
        write(id, words, text(id, words) + "\n# tried\n");
        ScenarioView scenario = scenario(id);
        Answer answer = tried(scenario);

        assertThat(answer.month()).as("a month is decided as of its first day").isEqualTo(LocalDate.of(2016, 12, 1));
        assertThat(dibao(answer).moves().entering().count()).isEqualTo(1);
        assertThat(dibao(answer).moves().gaining().count()).isEqualTo(1);
        assertThat(answer.values())
                .filteredOn(value -> value.parameter().equals("rural_dibao_standard"))
                .extracting(Answer.ValueChange::beforeNumber, Answer.ValueChange::afterNumber)
                .containsExactly(tuple(Optional.of(390_000L), Optional.of(450_000L)));
        List<TriedPart> parts = as(OFFICER, "22", () -> draftTrials.parts(id)).parts();
        assertThat(parts)
                .filteredOn(part -> part.text().startsWith("农村低保标准"))
                .extracting(TriedPart::reach, TriedPart::from)
                .containsExactly(tuple(Reach.COUNTED, Optional.of(LocalDate.of(2016, 11, 15))));
        assertThat(parts)
                .extracting(TriedPart::reach)
                .containsOnlyOnce(Reach.NO_RULE)
                .contains(Reach.NO_AMOUNT);
        refused(
                () -> as(
                        OFFICER,
                        "22",
                        () -> proposing.propose(
                                scenario.id(),
                                new Proposing.NewProposal(
                                        "rural_dibao_standard",
                                        LocalDate.of(2016, 12, 1),
                                        "通知",
                                        "1号",
                                        LocalDate.of(2016, 10, 1)))),
                "trials.parameter-unknown");
    }

    private String firstFile(DraftId id, String folder) {
        for (JsonNode file : sent(OFFICER, get(at(id, "/files")), Map.of())) {
            String path = file.get("path").asString();
            if (path.startsWith(folder)) {
                return path.substring(folder.length());
            }
        }
        throw new AssertionError("no file in " + folder);
    }

    @Test
    void a_draft_that_is_faulty_empty_or_published_is_not_tried_and_says_what_to_do() {
        DraftId empty = begun();
        refused(() -> scenario(empty), "drafts.tried-empty");
        sent(WRITER, post(at(empty, "/drop")), Map.of("reason", "不改了"));
        refused(() -> scenario(empty), "drafts.tried-dropped");
        DraftId id = strict();
        ScenarioView scenario = scenario(id);
        write(id, NEW, text(id, NEW).replace("< allowance", "< nonsense"));
        assertThatThrownBy(() -> tried(scenario)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("trials.draft-faulty");
            assertThat(refusal.args().getFirst()).isEqualTo(NEW);
        });
        refused(
                () -> as(
                        OFFICER,
                        "22",
                        () -> trials.answer(new Asked(
                                "",
                                JANUARY,
                                JANUARY,
                                "",
                                List.of(),
                                List.of(new Asked.AskedText(NEW, "")),
                                Optional.of(id)))),
                "trials.draft-texts");

        write(id, NEW, text(id, NEW).replace(TWICE.replace("allowance", "nonsense"), BELOW));
        sent(WRITER, post(at(id, "/submission")), Map.of("from", "2017-01-01", "orderedBy", ""));
        tried(scenario);
        JsonNode published = sent(OFFICER, post(at(id, "/approval")), Map.of());
        assertThat(published.toString()).contains("PUBLISHED");
        refused(() -> tried(scenario), "drafts.tried-published");
        DraftId other = strictOn(published.get("published").asString());
        assertThat(other).isNotEqualTo(id);
    }

    private DraftId strictOn(String version) {
        DraftId id = begun();
        write(id, NEW, text(id, NEW) + "# on " + version + "\n");
        assertThat(scenario(id).asked().draft()).contains(id);
        return id;
    }

    @Test
    void only_who_may_read_the_draft_tries_it_or_sees_that_it_is_tried() {
        DraftId id = strict();
        ScenarioView scenario = scenario(id);
        assertThat(as(WRITER, "22", trials::all)).extracting(ScenarioView::id).containsExactly(scenario.id());
        assertThat(dibao(as(WRITER, "22", () -> trials.answer(scenario.asked())))
                        .moves()
                        .leaving()
                        .count())
                .as("who writes the rules tries them too")
                .isEqualTo(1);

        assertThat(as("county-officer", "22", trials::all)).isEmpty();
        refused(() -> as("county-officer", "22", () -> trials.find(scenario.id())), "trials.unknown");
        refused(() -> as("county-officer", "22", () -> trials.answer(scenario.asked())), "access.forbidden");
        refused(() -> as("county-officer", "22", () -> draftTrials.parts(id)), "access.forbidden");
        refused(() -> as(OFFICER, COUNTY, () -> draftTrials.scenario(id)), "drafts.unknown");
        assertThat(as(
                        "auditor",
                        "22",
                        () -> mvc.perform(
                                        post("/api/trials/drafts/" + id.value()).with(csrf()))
                                .getResponse()
                                .getStatus()))
                .isEqualTo(403);
    }
}
