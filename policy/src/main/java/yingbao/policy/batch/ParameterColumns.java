package yingbao.policy.batch;

import yingbao.policy.expr.Value;

/** The parameters of a plan for each area of a population, as kernels read them. */
final class ParameterColumns {
    /** By place in the plan and area. */
    private final long[][] value;
    /** What is missing of them, by place times words plus word, and area. */
    private final long[][] missing;

    private ParameterColumns(int uses, int words, int areas) {
        this.value = new long[uses][areas];
        this.missing = new long[uses * words][areas];
    }

    static ParameterColumns of(Plan plan, AreaParameters parameters) {
        int uses = plan.parameters().size();
        ParameterColumns columns = new ParameterColumns(uses, plan.inputs().words(), parameters.areas());
        for (int use = 0; use < uses; use++) {
            for (int area = 0; area < parameters.areas(); area++) {
                columns.fill(plan, parameters, use, area);
            }
        }
        return columns;
    }

    private void fill(Plan plan, AreaParameters parameters, int place, int area) {
        Plan.ParameterUse use = plan.parameters().get(place);
        switch (parameters.at(use.moment()).get(parameters.place(area)).value(use.slot())) {
            case Value.Whole(long whole) -> value[place][area] = whole;
            case Value.Flag(boolean flag) -> value[place][area] = flag ? 1 : 0;
            case Value.Text(String text) ->
                value[place][area] = plan.dictionary().number(text);
            case Value.Unknown _, Value.Failure _, Value.Fraction _ -> {
                int words = plan.inputs().words();
                for (int word = 0; word < words; word++) {
                    missing[place * words + word][area] = use.openIn(word);
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
