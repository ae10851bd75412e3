package yingbao.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.ClauseAnswer;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Household;
import yingbao.policy.decide.Question;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.value.AreaCode;

/** The reasons of decisions and what is missing, in Chinese, as {@code decisions.csv} says them. */
final class DecisionText {
    private static final String BETWEEN = "；";
    private static final String PARAMETER = "param.";
    private static final String OF_PERSON = "person.";
    /** Stands for whoever a fact is missing of, in what is remembered; no register can have an id like it. */
    private static final String SOMEBODY = "\0";

    private static final AreaCode NOWHERE = new AreaCode("999999999999");

    private final Explainer explainer;
    /** What is said of something missing, by its full name; nothing of what the pack does not know. */
    private final Map<String, Optional<String>> remembered = new ConcurrentHashMap<>();

    private final Household somebody;

    DecisionText(Pack pack) {
        this.explainer = new Explainer(pack, facts -> facts.id(), _ -> "");
        Facts nothing = Facts.of(SOMEBODY, Holder.HOUSEHOLD, pack.vocabulary(), Map.of());
        this.somebody = new Household(NOWHERE, nothing, List.of());
    }

    /** Adds the line of one decision. */
    void add(Decision decision, Assessment assessment, int person, DecisionsFile.Lines into) {
        String programme = decision.basis().programme().id();
        String unit = decision.basis().unitId();
        switch (decision) {
            case Decision.Eligible eligible -> into.eligible(programme, unit, eligible.amount());
            case Decision.NotEligible refused ->
                into.notEligible(programme, unit, reasons(refused, assessment, person));
            case Decision.Undetermined open ->
                into.undetermined(
                        programme,
                        unit,
                        String.join(BETWEEN, open.failures()),
                        missing(explainer.questions(open.missing(), assessment.household())));
        }
    }

    private static String reasons(Decision.NotEligible refused, Assessment assessment, int person) {
        StringJoiner reasons = new StringJoiner(BETWEEN);
        for (ClauseAnswer answer : refused.refused()) {
            String text =
                    assessment.say(answer.clause().refuse(), refused.basis().programme(), person);
            reasons.add(reason(answer.clause(), text));
        }
        return reasons.toString();
    }

    /** A clause that is not met, with what a person is told. */
    static String reason(Clause clause, String text) {
        return clause.id() + " " + text;
    }

    static StringJoiner several() {
        return new StringJoiner(BETWEEN);
    }

    private static String missing(List<Question> questions) {
        StringJoiner missing = several();
        questions.forEach(question -> missing.add(missing(question)));
        return missing.toString();
    }

    private static String missing(Question question) {
        String about = question.about().isEmpty() ? "" : "（" + question.about() + "）";
        String who = (question.name().startsWith(PARAMETER) ? "，须确定的是" : "，问") + question.whom();
        return question.name() + " " + question.label() + about + who;
    }

    /**
     * What is said of everything missing, where it is known whose it is.
     *
     * @param names the full names, in the order of {@link Missing}
     */
    String missing(List<String> names, String household, String person) {
        StringJoiner missing = several();
        for (String name : names) {
            String whose = name.startsWith(OF_PERSON) ? person : household;
            remembered
                    .computeIfAbsent(name, this::ofSomebody)
                    .ifPresent(text -> missing.add(text.replace(SOMEBODY, whose)));
        }
        return missing.toString();
    }

    private Optional<String> ofSomebody(String name) {
        Missing.Kind kind = name.startsWith(PARAMETER)
                ? Missing.Kind.PARAMETER
                : name.equals(Missing.MEMBERS_NAME) ? Missing.Kind.MEMBERS : Missing.Kind.FACT;
        return explainer.questions(List.of(new Missing(kind, name, SOMEBODY)), somebody).stream()
                .map(DecisionText::missing)
                .findFirst();
    }
}
