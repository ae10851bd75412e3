package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yingbao.policy.decide.Node;

/**
 * A programme on a day, as people read it.
 *
 * @param versions all its versions, earliest first
 * @param holder HOUSEHOLD or PERSON: who is assessed
 * @param lead the office in charge
 * @param period what the amount is per, in words
 * @param payFrom from when it is paid, in words
 * @param rounding the one rounding, in words
 * @param roundingCites what the rounding rests on
 * @param excludes titles of programmes that rule it out
 * @param stacksWith titles of programmes that may be drawn beside it
 * @param rule its graph: named values, clauses, amount
 * @param funds the levels that pay, with their shares
 * @param parameters what it rests on, as in force in an area on the day
 * @param steps its workflow, in order
 * @param examples its golden cases, decided just now by the pack's files
 */
record ProgrammeView(
        String id,
        String title,
        LocalDate on,
        String packTitle,
        String packVersion,
        List<ProgrammeVersion> versions,
        String holder,
        String lead,
        List<String> cites,
        String period,
        String payFrom,
        String rounding,
        List<String> roundingCites,
        List<String> excludes,
        List<String> stacksWith,
        List<Node> rule,
        List<ProgrammeFund> funds,
        String areaPath,
        List<ParameterInForce> parameters,
        String workflowTitle,
        List<String> workflowCites,
        List<ProgrammeStep> steps,
        List<GoldenCaseView> examples) {

    /**
     * A programme in a list.
     *
     * @param conditions how many clauses it has
     * @param unset labels of what nobody has set in the caller's area
     */
    record ProgrammeLine(
            String id,
            String title,
            String holder,
            String lead,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            List<String> cites,
            int conditions,
            String workflowTitle,
            List<String> unset) {}

    /** When a version is in force; an end that is empty is open. */
    record ProgrammeVersion(Optional<LocalDate> from, Optional<LocalDate> to, boolean shown) {}

    /**
     * A level that pays.
     *
     * @param share in words; empty where nobody has set it
     */
    record ProgrammeFund(String title, String share) {}

    /**
     * A parameter in force.
     *
     * @param label how people call it
     * @param why what it is needed for
     */
    record ParameterInForce(
            String name, String label, String setBy, ParameterNeed why, StandardOverview.SettingView setting) {}

    /** What a parameter is needed for. */
    enum ParameterNeed {
        RULE,
        REVIEW,
        FUNDS,
        STEPS
    }

    /**
     * A step.
     *
     * @param clock by when, in words; empty where nothing says
     * @param notice where and how long it is shown in public, in words; empty where it is not
     * @param papers what must be on file
     * @param entered what is filled in
     * @param requires further rules
     * @param actions what may be done, and where it leads
     */
    record ProgrammeStep(
            String id,
            String title,
            String actor,
            String clock,
            String notice,
            List<String> papers,
            List<String> papersIfAny,
            List<String> entered,
            List<String> requires,
            List<ProgrammeAction> actions,
            boolean end,
            List<String> cites) {}

    /** Something that may be done in a step. */
    record ProgrammeAction(String title, String to) {}

    /**
     * A golden case.
     *
     * @param clause what it proves
     * @param kept whether it came out just now
     * @param actual what came out otherwise; empty when it is kept
     */
    record GoldenCaseView(
            String name,
            String clause,
            LocalDate on,
            String areaPath,
            String outcome,
            Optional<Long> amountFen,
            List<String> reasons,
            boolean kept,
            String actual) {}
}
