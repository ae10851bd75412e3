package yingbao.policy.batch;

import yingbao.policy.expr.Value;

/** The parameters of a plan for each division that may have its own, as kernels read them. */
final class ParameterColumns {
    /** By place in the plan and division. */
    private final long[][] value;
    /** What is missing of them, by place times words plus word, and division. */
    private final long[][] missing;

    private ParameterColumns(int uses, int words, int divisions) {
        this.value = new long[uses][divisions];
        this.missing = new long[uses * words][divisions];
    }

    static ParameterColumns of(Plan plan, AreaParameters parameters) {
        int uses = plan.parameters().size();
        ParameterColumns columns = new ParameterColumns(uses, plan.inputs().words(), parameters.divisions());
        for (int use = 0; use < uses; use++) {
            for (int division = 0; division < parameters.divisions(); division++) {
                columns.fill(plan, parameters, use, division);
            }
        }
        return columns;
    }

    private void fill(Plan plan, AreaParameters parameters, int place, int division) {
        Plan.ParameterUse use = plan.parameters().get(place);
        switch (parameters.at(use.moment()).get(division).value(use.slot())) {
            case Value.Whole(long whole) -> value[place][division] = whole;
            case Value.Flag(boolean flag) -> value[place][division] = flag ? 1 : 0;
            case Value.Text(String text) ->
                value[place][division] = plan.dictionary().number(text);
            case Value.Unknown _, Value.Failure _, Value.Fraction _ -> {
                int words = plan.inputs().words();
                for (int word = 0; word < words; word++) {
                    missing[place * words + word][division] = use.openIn(word);
                }
            }
        }
    }

    long[][] value() {
        return value;
    }

    long[][] missing() {
        return missing;
    }
}
