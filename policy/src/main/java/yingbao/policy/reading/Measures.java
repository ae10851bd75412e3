package yingbao.policy.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.pack.Parameter;

/** Finds the parameters that workflows and programmes measure by, and refuses one whose unit does not fit. */
final class Measures {
    static final List<String> DAYS = List.of("day", "working-day");
    static final List<String> MONTHS = List.of("month");
    static final List<String> YEARS = List.of("year");
    static final List<String> PERCENT = List.of("percent");
    static final List<String> NUMBERS = List.of("person", "piece", "none");

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Faults faults;

    Measures(List<Parameter> parameters, Faults faults) {
        parameters.forEach(parameter -> this.parameters.put(parameter.symbol().name(), parameter));
        this.faults = faults;
    }

    /** The name as it is written. */
    String any(Yaml.Scalar name) {
        if (!parameters.containsKey(name.value()) && !name.value().isEmpty()) {
            faults.add(name.location(), "parameters.unknown", name.value());
        }
        return name.value();
    }

    /** The name as it is written; the parameter must be in one of the units. */
    String in(List<String> units, Yaml.Scalar name) {
        Parameter parameter = parameters.get(any(name));
        if (parameter != null) {
            String unit = parameter.symbol().unit().toString();
            if (!units.contains(unit)) {
                faults.add(name.location(), "parameters.unit", name.value(), unit, String.join(" ", units));
            }
        }
        return name.value();
    }
}
