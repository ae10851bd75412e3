package yingbao.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.ClauseAnswer;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Question;

/** Writes {@code decisions.csv}: one line a decision, with its reasons and what is missing in Chinese. */
final class DecisionsFile implements AutoCloseable {
    private static final List<String> HEADER =
            List.of("programme", "unit_id", "outcome", "amount_fen", "reasons", "missing");
    private static final String BETWEEN = "；";

    private final CsvWriter csv;
    private final Explainer explainer;
    private long written;

    DecisionsFile(Path file, Explainer explainer) throws IOException {
        this.csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        this.explainer = explainer;
        csv.writeRecord(HEADER);
    }

    void write(List<String[]> rows) {
        for (String[] row : rows) {
            csv.writeRecord(row);
        }
        written += rows.size();
    }

    long written() {
        return written;
    }

    /** The line of one decision. */
    String[] row(Decision decision, Assessment assessment, int person) {
        String programme = decision.basis().programme().id();
        String unit = decision.basis().unitId();
        String outcome = decision.outcome();
        return switch (decision) {
            case Decision.Eligible eligible ->
                new String[] {
                    programme, unit, outcome, Long.toString(eligible.amount().fen()), "", ""
                };
            case Decision.NotEligible refused ->
                new String[] {programme, unit, outcome, "", reasons(refused, assessment, person), ""};
            case Decision.Undetermined open ->
                new String[] {
                    programme, unit, outcome, "", String.join(BETWEEN, open.failures()), missing(open, assessment)
                };
        };
    }

    private static String reasons(Decision.NotEligible refused, Assessment assessment, int person) {
        StringJoiner reasons = new StringJoiner(BETWEEN);
        for (ClauseAnswer answer : refused.refused()) {
            String text =
                    assessment.say(answer.clause().refuse(), refused.basis().programme(), person);
            reasons.add(answer.clause().id() + " " + text);
        }
        return reasons.toString();
    }

    private String missing(Decision.Undetermined open, Assessment assessment) {
        StringJoiner missing = new StringJoiner(BETWEEN);
        for (Question question : explainer.questions(open.missing(), assessment.household())) {
            String about = question.about().isEmpty() ? "" : "（" + question.about() + "）";
            String who = (question.name().startsWith("param.") ? "，须确定的是" : "，问") + question.whom();
            missing.add(question.name() + " " + question.label() + about + who);
        }
        return missing.toString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
