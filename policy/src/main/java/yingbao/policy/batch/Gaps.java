package yingbao.policy.batch;

import yingbao.policy.expr.ParameterValues;
import yingbao.policy.expr.Value;

/**
 * Where in a population the inputs of a plan are missing. What is missing nowhere needs no bit, and no kernel asks whether
 * it is there.
 */
@FunctionalInterface
interface Gaps {
    /** Of a population that is not known yet. */
    Gaps ANYWHERE = _ -> Gap.SOMEWHERE;

    Gap of(Inputs.Input input);

    /** Those of a population with the parameters of its areas. */
    static Gaps in(Population population, AreaParameters parameters) {
        return input -> switch (input) {
            case Inputs.Input.FactOf(var holder, int slot) ->
                population.column(holder, slot).map(Column::gap).orElse(Gap.EVERYWHERE);
            case Inputs.Input.Members _ -> population.hasEmptyHousehold() ? Gap.SOMEWHERE : Gap.NOWHERE;
            case Inputs.Input.ParameterAt parameter ->
                isSetEverywhere(parameter, parameters) ? Gap.NOWHERE : Gap.SOMEWHERE;
        };
    }

    /** Whether every area has a value of a parameter. */
    static boolean isSetEverywhere(Inputs.Input.ParameterAt parameter, AreaParameters parameters) {
        return parameters.at(parameter.moment()).stream().allMatch(values -> isSet(values, parameter.slot()));
    }

    private static boolean isSet(ParameterValues values, int slot) {
        return switch (values.value(slot)) {
            case Value.Whole _, Value.Flag _, Value.Text _ -> true;
            case Value.Unknown _, Value.Failure _, Value.Fraction _ -> false;
        };
    }
}
