package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Notice;
import yingbao.policy.pack.Notice.Shown;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Review;
import yingbao.policy.pack.Role;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Action;
import yingbao.policy.pack.Workflow.Check;
import yingbao.policy.pack.Workflow.Effect;
import yingbao.policy.pack.Workflow.Requirement;
import yingbao.policy.value.AreaLevel;

/** What a pack says of steps and roles is what whoever runs them reads. */
class StepsReadingTest {
    private final Pack pack = SmallPack.whole();
    private final Workflow workflow = pack.workflow("county").orElseThrow();

    private Requirement requirement(String state, String id) {
        return workflow.state(state).requires().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Programme programme(String id) {
        return pack.programmes().stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rolesKeepTheirOrderLevelRightsAndActors() {
        assertThat(pack.roles().keySet()).containsExactly("worker", "officer", "watcher");
        Role officer = pack.role("officer").orElseThrow();
        assertThat(officer.title()).isEqualTo("县里人员");
        assertThat(officer.level()).isEqualTo(AreaLevel.COUNTY);
        assertThat(officer.rights()).containsExactly("case.read", "case.act");
        assertThat(officer.actors()).containsExactly("clerk", "head");
        assertThat(pack.role("watcher").orElseThrow().actors()).isEmpty();
    }

    @Test
    void anOfficeIsCalledByItsAreaAndHowTheNameOfThatEnds() {
        Role officer = pack.role("officer").orElseThrow();
        assertThat(officer.office("示范县")).contains("示范县甲局");
        assertThat(officer.office("示范区")).contains("示范区乙局");
        assertThat(pack.role("watcher").orElseThrow().office("示范县")).isEmpty();
    }

    @Test
    void anApplicationAsksForWhatTheWorkflowSays() {
        assertThat(workflow.kin()).isTrue();
        assertThat(workflow.authorisation()).isTrue();
        assertThat(workflow.changes()).contains("decide_days");
    }

    @Test
    void aFormKeepsTheOrderOfItsFields() {
        assertThat(workflow.state("applied").form())
                .extracting(Field::id)
                .containsExactly("visitors", "visited_on", "findings", "opinion");
        Field opinion = workflow.state("applied").field("opinion").orElseThrow();
        assertThat(opinion.kind()).isEqualTo(Field.Kind.CHOICE);
        assertThat(opinion.required()).isTrue();
        assertThat(opinion.choices()).containsExactly(Map.entry("grant", "建议同意"), Map.entry("refuse", "建议不同意"));
        assertThat(workflow.state("applied").field("findings").orElseThrow().required())
                .isFalse();
        assertThat(workflow.state("applied").field("wish")).isEmpty();
    }

    @Test
    void papersThatApplyToSomeAreNotDemandedOfAll() {
        assertThat(workflow.state("applied").papers()).containsExactly("申请书");
        assertThat(workflow.state("applied").papersIfAny()).containsExactly("残疾人证");
    }

    @Test
    void everyShapeOfCheckIsRead() {
        assertThat(requirement("applied", "pair").check()).contains(new Check.AtLeast("visitors", "visitors_least"));
        assertThat(requirement("review", "quorum").check())
                .contains(new Check.Share("agreed", "present", "quorum_part", "quorum_whole"));
        assertThat(requirement("review", "sample").check())
                .contains(new Check.Sample("visited", "sample_rate", Workflow.Period.QUARTER));
        assertThat(requirement("review", "kin").check()).contains(new Check.AllKin("visited"));
        assertThat(requirement("review", "meeting").check()).isEmpty();
    }

    @Test
    void aCheckIsMadeAtEveryActionThatIsNotFreeUnlessItSaysWhere() {
        assertThat(requirement("review", "kin").on()).containsExactly("approve", "refuse");
        assertThat(requirement("review", "quorum").on()).containsExactly("approve");
        assertThat(requirement("review", "meeting").on()).isEmpty();
    }

    @Test
    void anActionSaysWhatItDecidesAndDemands() {
        Action refuse = workflow.state("review").action("refuse").orElseThrow();
        assertThat(refuse.decides()).contains(Effect.REFUSE);
        assertThat(refuse.remarks()).isTrue();
        assertThat(refuse.free()).isFalse();
        Action back = workflow.state("review").action("back").orElseThrow();
        assertThat(back.decides()).isEmpty();
        assertThat(back.free()).isTrue();
    }

    @Test
    void aNoticeSaysWhatItShowsHowAndWhatFollows() {
        Notice notice = workflow.state("notice").notice().orElseThrow();
        assertThat(notice.longList()).isFalse();
        assertThat(notice.parameter()).contains("notice_days");
        assertThat(notice.where()).isEqualTo(AreaLevel.VILLAGE);
        assertThat(notice.mask()).isEqualTo(new Notice.Mask(Notice.Names.FULL, Optional.of("adult_age")));
        assertThat(notice.onObjection()).contains("object");
        assertThat(notice.onClear()).contains("finish");
        assertThat(notice.shows()).extracting(Shown::title).containsExactly("姓名", "家庭成员", "意见");
        assertThat(notice.shows().getLast()).isInstanceOfSatisfying(Shown.Entered.class, entered -> {
            assertThat(entered.state()).isEqualTo("applied");
            assertThat(entered.field()).isEqualTo("opinion");
        });
    }

    @Test
    void aLongListHangsWithoutAnEndAndHidesGivenNamesUnlessToldOtherwise() {
        Notice list = workflow.state("drawn").notice().orElseThrow();
        assertThat(list.longList()).isTrue();
        assertThat(list.onObjection()).isEmpty();
        assertThat(list.onClear()).isEmpty();
        assertThat(list.mask()).isEqualTo(new Notice.Mask(Notice.Names.SURNAME, Optional.empty()));
        assertThat(workflow.state("drawn").onReview()).contains("look");
    }

    @Test
    void aReviewIsTheSameForAllOrByAFact() {
        assertThat(programme("basic").review().orElseThrow().parameters()).isEqualTo(List.of("review_months"));
        assertThat(programme("care").review().orElseThrow()).isInstanceOfSatisfying(Review.ByFact.class, review -> {
            assertThat(review.fact()).isEqualTo("person.grade");
            assertThat(review.byCode())
                    .containsEntry("1", "review_months_severe")
                    .containsEntry("3", "review_months");
        });
        assertThat(programme("child").review()).isEmpty();
    }

    @Test
    void theFirstMonthPaidIsSaid() {
        assertThat(programme("relief").paysFrom()).isEqualTo(Programme.PaysFrom.MONTH_OF_DECISION);
        assertThat(programme("care").paysFrom()).isEqualTo(Programme.PaysFrom.MONTH_AFTER_DECISION);
    }
}
