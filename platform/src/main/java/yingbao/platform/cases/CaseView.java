package yingbao.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import yingbao.platform.notices.NoticeView;
import yingbao.platform.notices.ObjectionView;
import yingbao.platform.programmes.ExplanationView;

/**
 * A case with all that its page shows.
 *
 * @param version how many times it was changed, to be sent back with an action
 * @param declared what was declared with the application
 * @param mine whether the caller acts in its state
 * @param stages the workflow's states in order
 * @param form what is entered in its state
 * @param papers what must be, or may be, on file in its state
 * @param rules words shown to whoever acts
 * @param actions what may be done, with what stands in the way
 * @param history what was done, in order
 * @param decisions what was decided, in order
 * @param due what is decided month by month; empty where nothing is drawn
 * @param undrawn programmes that it counts on, which are due but not drawn; only before anything is granted
 * @param before what other cases of the same programme gave once, or for a year, the latest first
 * @param opinion what the rules say today; empty for a case that is over
 */
public record CaseView(
        CaseLine line,
        int version,
        String workflowTitle,
        Declared declared,
        String payee,
        String clock,
        boolean mine,
        List<CaseStage> stages,
        List<FormField> form,
        List<PaperPlace> papers,
        List<String> rules,
        List<ActionView> actions,
        List<HistoryStep> history,
        List<NoticeView> notices,
        List<ObjectionView> objections,
        List<DecisionView> decisions,
        List<MonthAmount> due,
        List<GivenView> before,
        List<String> undrawn,
        Optional<ProposalView> proposal,
        Optional<ExplanationView> opinion,
        List<String> cites) {

    /**
     * What is declared with an application.
     *
     * @param kinAsked whether the declaration of close kin is asked for
     * @param kinRemark whose kin is declared
     * @param authorisationAsked whether the authorisation to check finances is
     */
    public record Declared(
            boolean kinAsked, String kinRemark, boolean authorisationAsked, Optional<LocalDate> authorisedOn) {}

    /**
     * A state of the workflow.
     *
     * @param standing {@code DONE}, {@code CURRENT} or {@code AHEAD}
     */
    public record CaseStage(String id, String title, String standing) {}

    /** A field of the form, as it is drawn; what was entered on the last visit stands in it. */
    public record FormField(
            String id,
            String title,
            String kind,
            boolean required,
            Map<String, String> choices,
            Optional<Object> last,
            Optional<EarliestDay> earliest) {}

    /** The first day that a field takes, and what happened then. */
    public record EarliestDay(LocalDate day, String of) {}

    /**
     * A paper's place.
     *
     * @param paper its name in the workflow, by which it is filed
     * @param title what it is called
     */
    public record PaperPlace(String paper, String title, boolean required, List<FiledPaper> filed) {}

    /** A paper on file. */
    public record FiledPaper(UUID document, Instant at, String by) {}

    /**
     * Something that may be done.
     *
     * @param to where it leads, as people call it
     * @param closes whether nothing can be done in the case afterwards
     * @param decides what it decides; empty where nothing
     * @param obstacles what stands in the way before any form is filled in, in words
     * @param suggested a reason to begin with, where one is demanded
     */
    public record ActionView(
            String id,
            String title,
            String to,
            boolean closes,
            boolean free,
            boolean remarks,
            String decides,
            List<String> obstacles,
            String suggested) {}

    /** Something that was done. */
    public record HistoryStep(
            int seq,
            String stateTitle,
            String actionTitle,
            String toTitle,
            LocalDate on,
            String by,
            String remarks,
            Map<String, String> form) {}

    /**
     * Something that was decided.
     *
     * @param number the number that its letter bears
     */
    public record DecisionView(
            DecisionId id,
            String number,
            String kind,
            LocalDate on,
            String by,
            String reason,
            String packVersion,
            LocalDate asOf,
            String formerNumber,
            List<MonthAmount> amounts) {}
}
