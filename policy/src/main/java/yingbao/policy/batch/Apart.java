package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import yingbao.policy.batch.Outcomes.OfProgramme;
import yingbao.policy.batch.Outcomes.Outcome;
import yingbao.policy.decide.Assessment;
import yingbao.policy.decide.ClauseAnswer;
import yingbao.policy.decide.Decision;
import yingbao.policy.decide.Engine;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.pack.Programme;

/** Decides a household by the evaluator that walks the tree. */
final class Apart {
    private final Engine engine;
    private final Plan plan;
    private final Population population;
    private final List<String> names;

    Apart(Engine engine, Plan plan, Population population) {
        this.engine = engine;
        this.plan = plan;
        this.population = population;
        this.names = names(plan);
    }

    /** Decides a household again, by its row in a chunk. */
    void decide(int row, DecidedChunk into) {
        Household household = population.household(into.first(Holder.HOUSEHOLD) + row);
        Assessment assessment = engine.assess(household);
        for (int number = 0; number < plan.programmes().size(); number++) {
            Programme programme = plan.programmes().get(number);
            for (int holder : Engine.holders(programme, household)) {
                int at = programme.holder() == Holder.HOUSEHOLD ? row : into.firstPersonOf(row) + holder;
                write(assessment.decide(programme, holder), into.of(number), at);
            }
        }
    }

    private void write(Decision decision, OfProgramme into, int at) {
        into.amountFen[at] = 0;
        into.refused[at] = 0;
        for (long[] word : into.missing) {
            word[at] = 0;
        }
        switch (decision) {
            case Decision.Eligible eligible -> {
                into.set(at, Outcome.ELIGIBLE);
                into.amountFen[at] = eligible.amount().fen();
            }
            case Decision.NotEligible refused -> {
                into.set(at, Outcome.NOT_ELIGIBLE);
                List<ClauseAnswer> answers = refused.basis().answers();
                for (int clause = 0; clause < answers.size(); clause++) {
                    if (answers.get(clause).answer() == ClauseAnswer.Answer.NOT_MET) {
                        into.refused[at] |= 1L << clause;
                    }
                }
            }
            case Decision.Undetermined open -> {
                into.set(at, Outcome.UNDETERMINED);
                miss(open.missing(), into, at);
            }
        }
    }

    private void miss(SortedSet<Missing> missing, OfProgramme into, int at) {
        for (Missing one : missing) {
            int bit = names.indexOf(one.name());
            if (bit >= 0) {
                into.missing[bit / Long.SIZE][at] |= 1L << bit % Long.SIZE;
            }
        }
    }

    /** The full name that expressions use, by bit. */
    static List<String> names(Plan plan) {
        List<String> names = new ArrayList<>();
        for (Inputs.Input input : plan.inputs().all()) {
            names.add(
                    switch (input) {
                        case Inputs.Input.FactOf(Holder holder, int slot) ->
                            plan.pack().catalogue().facts(holder).get(slot).fullName();
                        case Inputs.Input.Members _ -> Missing.MEMBERS_NAME;
                        case Inputs.Input.ParameterAt(int slot, var _) ->
                            "param."
                                    + plan.pack()
                                            .parameters()
                                            .get(slot)
                                            .symbol()
                                            .name();
                    });
        }
        return names;
    }
}
