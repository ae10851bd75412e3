package yingbao.policy.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.ClauseAnswer;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/**
 * What both evaluators, who have just been found to agree, say of some households.
 *
 * @param decisions how many there are of each kind
 * @param decidedApart of how many households the compiled form left the decision to the other
 */
record BothEvaluators(Map<Kind, Integer> decisions, long decidedApart) {

    /** How a decision came out. */
    enum Kind {
        PAID,
        ELIGIBLE_FOR_NOTHING,
        REFUSED,
        /** Refused for another programme of the group. */
        GIVING_WAY,
        UNDETERMINED
    }

    /** Decides households in both ways, and fails on the first difference. */
    static BothEvaluators compare(Pack pack, LocalDate on, List<Household> households) {
        Population population = Population.of(pack, households);
        BatchEngine compiled = BatchEngine.compile(pack, on, population);
        Outcomes outcomes = compiled.decide();
        Map<Row, List<String>> told =
                compiled.decide(new MissingTold(), Watch.NOBODY).orElseThrow();
        Engine engine = new Engine(pack, on);
        Map<Kind, Integer> decisions = new TreeMap<>();
        assertThat(outcomes.programmes()).isEqualTo(engine.programmes());
        Map<Household, Assessment> assessed = new HashMap<>();
        for (int row = 0; row < households.size(); row++) {
            Household household = households.get(row);
            Assessment assessment = assessed.computeIfAbsent(household, engine::assess);
            for (Programme programme : engine.programmes()) {
                for (int holder : Engine.holders(programme, household)) {
                    int at = programme.holder() == Holder.HOUSEHOLD ? row : population.firstPerson(row) + holder;
                    assertThat(said(outcomes, programme, at))
                            .as("%s of household %d, person %d, on %s", programme.id(), row, holder, on)
                            .isEqualTo(said(assessment.decide(programme, holder)));
                    toldAsWalked(
                            told.get(new Row(programme.id(), at)), assessment.decide(programme, holder), household);
                    decisions.merge(kind(outcomes.of(programme.id()), programme, at), 1, Integer::sum);
                }
            }
        }
        return new BothEvaluators(decisions, outcomes.decidedApart());
    }

    /** A decision of a population, by its programme and row. */
    private record Row(String programme, int at) {}

    /** Gathers of what is missing whatever chunks can tell. */
    private static final class MissingTold implements Sink<Map<Row, List<String>>> {
        private final Map<Row, List<String>> told = new ConcurrentHashMap<>();

        @Override
        public void take(DecidedChunk chunk) {
            for (int number = 0; number < chunk.programmes().size(); number++) {
                String id = chunk.programmes().get(number).id();
                Outcomes.OfProgramme of = chunk.of(number);
                for (int row = 0; row < chunk.rows(of.holder()); row++) {
                    Row at = new Row(id, chunk.first(of.holder()) + row);
                    chunk.missing(number, row).ifPresent(names -> told.put(at, names));
                }
            }
        }

        @Override
        public Map<Row, List<String>> result(long decidedApart) {
            return told;
        }
    }

    /** Where a chunk tells what is missing, it is what the other evaluator says, of the row's own person and household. */
    private static void toldAsWalked(@Nullable List<String> told, Decision decision, Household household) {
        if (told == null || !(decision instanceof Decision.Undetermined open)) {
            return;
        }
        assertThat(told)
                .as("what is missing of %s", decision.basis().unitId())
                .isEqualTo(open.missing().stream().map(Missing::name).toList());
        for (Missing missing : open.missing()) {
            if (missing.name().startsWith("person.") && household.members().size() > 1) {
                assertThat(missing.subject())
                        .as("whose %s", missing.name())
                        .isEqualTo(decision.basis().unitId());
            }
        }
    }

    private static Kind kind(Outcomes.OfProgramme of, Programme programme, int row) {
        return switch (of.outcome(row)) {
            case ELIGIBLE -> of.amountFen(row) == 0 ? Kind.ELIGIBLE_FOR_NOTHING : Kind.PAID;
            case NOT_ELIGIBLE -> of.isRefusedBy(programme.clauses().size(), row) ? Kind.GIVING_WAY : Kind.REFUSED;
            case UNDETERMINED -> Kind.UNDETERMINED;
        };
    }

    /** A decision as text, with everything that both evaluators tell. */
    private static String said(Decision decision) {
        return switch (decision) {
            case Decision.Eligible eligible -> "ELIGIBLE " + eligible.amount().fen();
            case Decision.NotEligible refused -> {
                List<Integer> clauses = new ArrayList<>();
                List<ClauseAnswer> answers = refused.basis().answers();
                for (int clause = 0; clause < answers.size(); clause++) {
                    if (answers.get(clause).answer() == ClauseAnswer.Answer.NOT_MET) {
                        clauses.add(clause);
                    }
                }
                yield "NOT_ELIGIBLE " + clauses;
            }
            case Decision.Undetermined open ->
                "UNDETERMINED "
                        + new TreeSet<>(
                                open.missing().stream().map(Missing::name).toList());
        };
    }

    private static String said(Outcomes outcomes, Programme programme, int row) {
        Outcomes.OfProgramme of = outcomes.of(programme.id());
        return switch (of.outcome(row)) {
            case ELIGIBLE -> "ELIGIBLE " + of.amountFen(row);
            case NOT_ELIGIBLE -> {
                List<Integer> clauses = new ArrayList<>();
                for (int clause = 0; clause <= programme.clauses().size(); clause++) {
                    if (of.isRefusedBy(clause, row)) {
                        clauses.add(clause);
                    }
                }
                yield "NOT_ELIGIBLE " + clauses;
            }
            case UNDETERMINED -> "UNDETERMINED " + new TreeSet<>(outcomes.missing(programme.id(), row));
        };
    }
}
