package yingbao.platform.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobView;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.programmes.EnteredView;
import yingbao.platform.programmes.Standards;
import yingbao.policy.batch.Comparison.Kind;
import yingbao.policy.decide.Mandates;

/** What other standards would do for two families. */
class TrialsTest extends TwoFamilies {
    private static final String RURAL = "rural_dibao_standard";
    private static final YearMonth OCTOBER = YearMonth.of(2016, 10);

    @Autowired
    private ChangedPeople people;

    @Autowired
    private Proposing proposing;

    @Autowired
    private ScenarioExport export;

    @Autowired
    private Standards standards;

    @Autowired
    private JdbcClient jdbc;

    private static Asked asked(Asked.How how, String value) {
        return new Asked(
                "",
                OCTOBER,
                YearMonth.of(2017, 12),
                "",
                List.of(new Asked.AskedChange(RURAL, COUNTY, OCTOBER, Optional.empty(), how, value, "")),
                List.of(),
                Optional.empty());
    }

    @Test
    void a_higher_standard_says_who_enters_who_gains_and_what_it_costs_each_level() {
        Answer answer = answer(asked(Asked.How.SET, "4500"));

        Answer.OfProgramme dibao = dibao(answer);
        // (3900 − 2000) ÷ 12 before; (4500 − 2000) ÷ 12 and (4500 − 4000) ÷ 12 after, each up to the fen.
        assertThat(dibao.beforeFen().longValueExact()).isEqualTo(15_834);
        assertThat(dibao.afterFen().longValueExact()).isEqualTo(20_834 + 4_167);
        assertThat(dibao.moves().entering().count()).isEqualTo(1);
        assertThat(dibao.moves().gaining().count()).isEqualTo(1);
        assertThat(dibao.moves().gaining().fen().longValueExact()).isEqualTo(5_000);
        assertThat(answer.areas()).extracting(Answer.OfArea::areaCode).containsExactly("229901000000");
        assertThat(answer.funds().stream()
                        .mapToLong(fund -> fund.afterFen().longValueExact())
                        .sum())
                .as("the levels together bear the whole")
                .isEqualTo(25_001);
        assertThat(answer.funds().stream()
                        .collect(Collectors.toMap(
                                Answer.OfFund::id, fund -> fund.afterFen().longValueExact())))
                .containsEntry("central", 15_000L)
                .containsEntry("province", 5_000L)
                .containsEntry("prefecture", 1_250L)
                .containsEntry("county", 3_751L);
        assertThat(answer.values())
                .extracting(Answer.ValueChange::beforeNumber, Answer.ValueChange::afterNumber)
                .containsExactly(tuple(Optional.of(390_000L), Optional.of(450_000L)));
    }

    @Test
    void a_lower_standard_says_who_leaves_who_falls_under_the_line_and_what_is_broken() {
        Answer answer = answer(asked(Asked.How.SET, "1900"));

        assertThat(dibao(answer).moves().leaving().count()).isEqualTo(1);
        assertThat(answer.yardsticks())
                .extracting(Answer.OfYardstick::personsBefore, Answer.OfYardstick::personsAfter)
                .as("2000 yuan a year are less than the line of 2952, and 2000 with 1900 of dibao were more")
                .containsExactly(tuple(0L, 1L));
        assertThat(answer.mandates())
                .filteredOn(demand -> demand.before() == Mandates.Verdict.KEPT)
                .extracting(Answer.OfMandate::after)
                .contains(Mandates.Verdict.BROKEN);
    }

    @Test
    void where_the_line_is_not_set_any_more_nobody_is_counted_and_it_is_said_what_is_missing_and_who_sets_it() {
        YearMonth later = YearMonth.of(2021, 3);
        Answer answer = answer(new Asked("", later, later, "", List.of(), List.of(), Optional.empty()));

        assertThat(answer.yardsticks()).singleElement().satisfies(line -> {
            assertThat(line.householdsUnknown()).isEqualTo(2);
            assertThat(line.unset())
                    .contains(new Answer.UnsetLine(
                            "国家扶贫标准", "国务院扶贫开发领导小组办公室、国家统计局", Optional.of(LocalDate.of(2020, 12, 31))));
        });
        assertThat(answer(asked(Asked.How.SET, "4500")).yardsticks())
                .extracting(Answer.OfYardstick::unset)
                .containsExactly(Optional.empty());
    }

    @Test
    void those_concerned_are_named_to_who_may_see_files_and_the_log_says_so() {
        List<ChangedPeople.ChangedPerson> all =
                as("county-officer", COUNTY, () -> people.largest(asked(Asked.How.SET, "4500"), Optional.empty()));
        assertThat(all)
                .extracting(ChangedPeople.ChangedPerson::name, ChangedPeople.ChangedPerson::kind)
                .containsExactly(tuple("李国富", Kind.GAINS), tuple("王桂兰", Kind.ENTERS));
        assertThat(as(
                        "county-officer",
                        COUNTY,
                        () -> jdbc.sql("select count(*) from audit.entry where action = 'trial.people'")
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
        assertThat(as("county-officer", "222401", () -> people.largest(asked(Asked.How.SET, "4500"), Optional.empty())))
                .as("another county sees nobody of this one")
                .isEmpty();
        refused(
                () -> as("auditor", "22", () -> people.largest(asked(Asked.How.SET, "4500"), Optional.empty())),
                "access.forbidden");
    }

    @Test
    void a_scenario_is_kept_worked_out_by_year_and_taken_away_as_a_workbook() {
        ScenarioView kept =
                as("county-officer", COUNTY, () -> trials.keep("提高到4500元", "", asked(Asked.How.SET, "4500")));
        refused(() -> as("county-officer", COUNTY, () -> export.workbook(List.of(kept.id()))), "trials.not-worked-out");
        done(as("county-officer", COUNTY, () -> trials.workOut(kept.id())));

        ScenarioView found = as("county-officer", COUNTY, () -> trials.find(kept.id()));
        YearsAnswer result = found.result().orElseThrow();
        assertThat(found.stale()).isFalse();
        assertThat(result.years())
                .extracting(YearsAnswer.OfYear::year, YearsAnswer.OfYear::months)
                .containsExactly(tuple(2016, 3), tuple(2017, 12));
        assertThat(result.years().getFirst().beforeFen().longValueExact()).isEqualTo(3 * 15_834);
        assertThat(result.years().getFirst().afterFen().longValueExact()).isEqualTo(3 * 25_001);
        assertThat(result.years().getLast().beforeFen().longValueExact())
                .as("3900 until June, (4200 − 2000) ÷ 12 and (4200 − 4000) ÷ 12 from July on")
                .isEqualTo(6 * 15_834 + 6 * (18_334 + 1_667));
        assertThat(as("county-officer", COUNTY, () -> export.workbook(List.of(kept.id())))
                        .getBody())
                .isNotEmpty();
        assertThat(as("county-officer", "222401", trials::all)).isEmpty();

        as("county-officer", COUNTY, () -> trials.change(kept.id(), "提高到4600元", "", asked(Asked.How.SET, "4600")));
        assertThat(as("county-officer", COUNTY, () -> trials.find(kept.id())).result())
                .as("what was worked out says nothing of what it became")
                .isEmpty();
    }

    @Test
    void a_scenario_becomes_a_standard_only_through_a_second_person() {
        ScenarioView kept =
                as("county-officer", COUNTY, () -> trials.keep("提高到4500元", "", asked(Asked.How.SET, "4500")));
        Proposing.NewProposal document = new Proposing.NewProposal(
                RURAL, LocalDate.of(2016, 10, 1), "关于提高农村低保标准的通知", "演民发〔2016〕9号", LocalDate.of(2016, 9, 20));
        List<EnteredView> entered = as("county-officer", COUNTY, () -> proposing.propose(kept.id(), document));

        assertThat(entered).hasSize(1);
        refused(
                () -> as(
                        "county-officer",
                        COUNTY,
                        () -> standards.confirm(entered.getFirst().id(), "")),
                "standards.own");
        assertThat(dibao(answer(asked(Asked.How.RAISE, "0"))).beforeFen().longValueExact())
                .as("what is proposed does not hold yet")
                .isEqualTo(15_834);
        as("province-officer", "22", () -> standards.confirm(entered.getFirst().id(), "专项核准"));
        assertThat(dibao(answer(asked(Asked.How.RAISE, "0"))).beforeFen().longValueExact())
                .isEqualTo(25_001);
        refused(
                () -> as("county-officer", COUNTY, () -> proposing.propose(kept.id(), document)),
                "trials.nothing-to-propose");
    }

    @Test
    void the_path_of_the_pack_costs_what_it_adds_to_the_standard_where_it_began() {
        String path = trials(trials::options).paths().getFirst().id();
        Asked asked = new Asked(
                "", YearMonth.of(2016, 1), YearMonth.of(2020, 12), path, List.of(), List.of(), Optional.empty());
        ScenarioView kept = as("province-officer", "22", () -> trials.keep("两线合一", "", asked));
        JobId job = as("province-officer", "22", () -> trials.workOut(kept.id()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (as("province-officer", "22", () -> jobs.find(job)).state() != JobView.State.DONE) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        YearsAnswer result = as("province-officer", "22", () -> trials.find(kept.id()))
                .result()
                .orElseThrow();
        assertThat(result.years()).hasSize(5).allSatisfy(year -> {
            assertThat(year.months()).isEqualTo(12);
            assertThat(year.beforeFen().longValueExact())
                    .as("3400 all the time: (3400 − 2000) ÷ 12")
                    .isEqualTo(12 * 11_667);
            assertThat(year.afterFen()).isGreaterThanOrEqualTo(year.beforeFen());
            assertThat(year.mandates())
                    .filteredOn(demand -> demand.after() == Mandates.Verdict.BROKEN)
                    .extracting(Answer.OfMandate::id)
                    .as("no demand on the rural standard is broken on the way")
                    .noneMatch(id -> id.startsWith("rural-income") || id.startsWith("poverty-line"));
        });
        assertThat(result.years().getLast().afterFen())
                .isGreaterThan(result.years().getLast().beforeFen());
    }

    @Test
    void another_text_of_a_clause_is_tried_like_another_value_and_refused_where_it_is_no_rule() {
        Asked.AskedText text = Callers.<Asked.AskedText, RuntimeException>as(
                caller("county-officer", COUNTY), () -> trials.ruleText("rural-dibao", OCTOBER));
        assertThat(text.text()).contains("when: household.income_12m < allowance");
        String strict = text.text()
                .replace("when: household.income_12m < allowance", "when: household.income_12m * 2 < allowance");
        Answer answer = answer(tried(text.path(), strict));
        assertThat(dibao(answer).moves().leaving().count())
                .as("twice 2000 yuan are not below 3900")
                .isEqualTo(1);
        assertThat(dibao(answer).afterFen().longValueExact()).isZero();

        assertThatThrownBy(() -> answer(tried(text.path(), strict.replace("< allowance", "< nonsense"))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("trials.text");
                    assertThat(refusal.args().getFirst()).isEqualTo(text.path());
                });
        assertThat(dibao(answer(asked(Asked.How.RAISE, "0"))).beforeFen().longValueExact())
                .as("what is tried holds nowhere else")
                .isEqualTo(15_834);
    }

    private static Asked tried(String path, String text) {
        return new Asked(
                "", OCTOBER, OCTOBER, "", List.of(), List.of(new Asked.AskedText(path, text)), Optional.empty());
    }

    private Trials.Options trials(Callers.Deed<Trials.Options, RuntimeException> deed) {
        return Callers.as(caller("province-officer", "22"), deed);
    }

    @Test
    void what_cannot_be_is_refused_where_it_stands() {
        refused(() -> answer(asked(Asked.How.SET, "4500.001")), "money.decimals");
        refused(() -> answer(asked(Asked.How.RAISE, "much")), "trials.percent");
        refused(
                () -> answer(
                        new Asked("", OCTOBER, OCTOBER.minusMonths(1), "", List.of(), List.of(), Optional.empty())),
                "trials.months");
        refused(
                () -> answer(new Asked("", OCTOBER, OCTOBER, "no-such-path", List.of(), List.of(), Optional.empty())),
                "trials.path-unknown");
        assertThat(Callers.<Integer, RuntimeException>as(
                        caller("township-clerk", TOWN),
                        () -> mvc.perform(post("/api/trials/answer")
                                        .with(csrf())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{}"))
                                .getResponse()
                                .getStatus()))
                .isEqualTo(403);
    }
}
