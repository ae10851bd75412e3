package yingbao.policy.reading;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in what becomes of an entitlement: what actions decide, when it comes back, who acts. */
class EntitlementFaultsTest {
    private static final String STEPS = "workflows/county.yaml";
    private static final String CARE = "programmes/care.yaml";

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch);
    }

    @Test
    void nothingIsDecidedThatThereIsNot() {
        lint().edit(STEPS, "decides: adjust", "decides: ‸praise")
                .finds("yaml.not-one-of", "praise", "grant refuse suspend resume end adjust");
    }

    @Test
    void whatIsNotGrantedCannotBeStopped() {
        lint().edit(
                        STEPS,
                        "refuse: {title: 不同意, to: closed, decides: refuse",
                        "refuse: ‸{title: 不同意, to: closed, decides: end")
                .finds("workflow.effect", "end", "none");
    }

    @Test
    void whatIsDrawnCannotBeGrantedAgain() {
        lint().edit(STEPS, "{title: 调整, to: drawn, decides: adjust}", "‸{title: 调整, to: drawn, decides: grant}")
                .finds("workflow.effect", "grant", "drawn");
    }

    @Test
    void aCaseDoesNotEndBeforeItsEntitlement() {
        lint().edit(STEPS, "stop: {title: 停发, to: closed, decides: end}", "stop: ‸{title: 停发, to: closed}")
                .finds("workflow.standing", "closed", "none", "suspended");
        lint().edit(STEPS, "to: closed, decides: end}\n  paused", "to: over}\n  paused")
                .edit(STEPS, "  closed: {title: 办结", "  over: ‸{title: 完结, end: yes}\n  closed: {title: 办结")
                .finds("workflow.ends-entitled", "over");
    }

    @Test
    void aStateIsReachedWithTheEntitlementStandingOneWay() {
        lint().edit(
                        STEPS,
                        "{title: 复核, to: looked, free: yes}",
                        "{title: 复核, to: looked, free: yes}\n      pause: ‸{title: 先停, to: looked, decides: suspend}")
                .finds("workflow.standing", "looked", "drawn", "suspended");
    }

    @Test
    void onlyWhatIsDrawnComesBackForReview() {
        lint().edit(STEPS, "  review:\n    title: 审批", "  review:\n    ‸title: 审批\n    on_review: back")
                .finds("workflow.reviews-nothing", "review");
    }

    @Test
    void aProgrammeHasStepsThatGrantIt() {
        lint().edit("workflows/again.yaml", "", """
                        workflow: again
                        title: 又一个
                        actors: {clerk: 经办人}
                        start: begun
                        states:
                          begun:
                            title: 始
                            actor: clerk
                            actions:
                              stop: {title: 止, to: done}
                          done: {title: 完, end: yes}
                        """)
                .edit("programmes/relief.yaml", "programme: relief", "‸programme: relief")
                .edit("programmes/relief.yaml", "workflow: county", "workflow: again")
                .finds("programme.never-granted", "relief", "again");
    }

    @Test
    void aProgrammeUnderReviewHasStepsThatTakeItUp() {
        lint().edit(STEPS, "    on_review: look\n", "")
                .edit(CARE, "programme: care", "‸programme: care")
                .edit("programmes/basic-2016.yaml", "programme: basic", "‸programme: basic")
                .finds("programme.never-reviewed");
    }

    @Test
    void aReviewIsInMonths() {
        lint().edit("programmes/basic-2016.yaml", "every: review_months", "every: ‸notice_days")
                .finds("parameters.unit", "notice_days", "day", "month");
        lint().edit(CARE, "\"0\": review_months,", "\"0\": ‸review_weeks,").finds("parameters.unknown", "review_weeks");
    }

    @Test
    void aReviewByAFactKnowsEveryCode() {
        lint().edit(CARE, "{\"0\": review_months, \"1\"", "‸{\"1\"").finds("yaml.missing-key", "0");
        lint().edit(CARE, "\"3\": review_months", "\"3\": review_months, \"4\": ‸review_months")
                .finds("expr.unknown-code", "4", "person.grade", "0 1 2 3");
    }

    @Test
    void aReviewIsByACodedFactOfWhomTheProgrammeIsFor() {
        lint().edit(CARE, "by: person.grade", "by: ‸person.birth").finds("programme.review-fact", "person.birth");
        lint().edit(CARE, "by: person.grade", "by: ‸person.rank").finds("programme.review-fact", "person.rank");
        lint().edit(
                        "programmes/basic-2016.yaml",
                        "review: {every: review_months}",
                        "review: {by: ‸person.grade, every: {\"0\": review_months}}")
                .finds("programme.review-fact", "person.grade");
    }

    @Test
    void aProgrammeSaysFromWhichMonthItPays() {
        lint().edit(CARE, "pays_from: month-after-decision", "pays_from: ‸soon")
                .finds("yaml.not-one-of", "soon", "month-of-application month-of-decision month-after-decision");
        lint().edit(CARE, "pays_from: month-after-decision\n", "")
                .edit(CARE, "programme: care", "‸programme: care")
                .finds("yaml.missing-key", "pays_from");
    }

    @Test
    void everyActorIsPlayedBySomebody() {
        lint().edit("roles.yaml", "actors: [clerk, head]", "actors: [clerk]")
                .edit(STEPS, "workflow: county", "‸workflow: county")
                .finds("workflow.unplayed-actor", "head");
    }

    @Test
    void aRoleActsOnlyAsThoseThatThereAre() {
        lint().edit("roles.yaml", "actors: [family]", "actors: [family, ‸ghost]")
                .finds("workflow.unknown-actor", "ghost");
    }

    @Test
    void aRoleHasARightOnce() {
        lint().edit("roles.yaml", "[case.read, case.act]", "[case.read, case.act, ‸case.read]")
                .finds("pack.twice", "case.read");
    }

    @Test
    void aRoleBelongsToAnAreaOfOneLevel() {
        lint().edit("roles.yaml", "level: county", "level: ‸hamlet")
                .finds("yaml.not-one-of", "hamlet", "province prefecture county township village");
    }
}
