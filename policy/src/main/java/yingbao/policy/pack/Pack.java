package yingbao.policy.pack;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Value.Unknown;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;
import yingbao.policy.value.Citation;

/**
 * A whole, consistent pack.
 *
 * @param id its name
 * @param title how people call it
 * @param authority whose policy it is
 * @param version hash of all its files, which every decision carries
 * @param demo whether it sets values that are official nowhere
 * @param sources what it rests on, by id
 * @param funds levels that pay, id to label
 * @param areas the divisions
 * @param codes code lists by id
 * @param calendar the working days
 * @param catalogue the facts
 * @param parameters the parameters, in slot order
 * @param vocabulary all names that expressions use
 * @param programmes every version of every programme, in dependency order
 * @param groups higher-of groups
 * @param workflows by id
 * @param roles by id, in the order declared
 * @param mandates in the order declared
 * @param yardsticks lines that people are held against
 * @param paths ways on which parameters reach what is demanded
 * @param examples the golden cases
 * @param words the language of its labels, and what they are called in English
 */
public record Pack(
        String id,
        String title,
        String authority,
        String version,
        boolean demo,
        Map<String, Source> sources,
        Map<String, String> funds,
        Areas areas,
        Map<String, CodeList> codes,
        WorkingCalendar calendar,
        Catalogue catalogue,
        List<Parameter> parameters,
        Vocabulary vocabulary,
        List<Programme> programmes,
        List<Group> groups,
        Map<String, Workflow> workflows,
        Map<String, Role> roles,
        List<Mandate> mandates,
        List<Yardstick> yardsticks,
        List<StandardPath> paths,
        List<Example> examples,
        Words words) {

    /** The same pack with other values of its parameters, and with the documents that these rest on. */
    public Pack with(List<Parameter> others, Map<String, Source> documents, String otherVersion) {
        Map<String, Source> all = new LinkedHashMap<>(sources);
        all.putAll(documents);
        return new Pack(
                id,
                title,
                authority,
                otherVersion,
                demo,
                all,
                funds,
                areas,
                codes,
                calendar,
                catalogue,
                others,
                vocabulary,
                programmes,
                groups,
                workflows,
                roles,
                mandates,
                yardsticks,
                paths,
                examples,
                words);
    }

    /** The same pack with other programmes. */
    public Pack withProgrammes(List<Programme> others) {
        return new Pack(
                id,
                title,
                authority,
                version,
                demo,
                sources,
                funds,
                areas,
                codes,
                calendar,
                catalogue,
                parameters,
                vocabulary,
                List.copyOf(others),
                groups,
                workflows,
                roles,
                mandates,
                yardsticks,
                paths,
                examples,
                words);
    }

    /** The versions in force on a day, in an order in which each comes after those it depends on. */
    public List<Programme> programmesOn(LocalDate day) {
        return programmes.stream()
                .filter(programme -> programme.range().contains(day))
                .toList();
    }

    /** A citation in words: title, number and article. */
    public String cited(Citation citation) {
        Source source = sources.get(citation.source());
        String document = source == null ? citation.source() : source.cited();
        return document + citation.article();
    }

    /** What is stated of a parameter for an area on a day, by the area itself or by the nearest one above it. */
    public Optional<Parameter.Setting> setting(Parameter parameter, AreaCode area, LocalDate on) {
        return setting(parameter, areas.lineage(area, on), on);
    }

    private Optional<Parameter.Setting> setting(Parameter parameter, List<Area> lineage, LocalDate on) {
        for (Area ancestor : lineage) {
            if (ancestor.level().compareTo(parameter.level()) > 0) {
                continue;
            }
            Optional<Parameter.Setting> setting = parameter.setting(ancestor.code(), on);
            for (AreaCode former : areas.formerCodes(ancestor.code())) {
                if (setting.isEmpty()) {
                    setting = parameter.setting(former, on);
                }
            }
            if (setting.isPresent()) {
                return setting;
            }
        }
        return Optional.empty();
    }

    /**
     * The smallest division around an area that may have parameters of its own; all areas inside it share them.
     *
     * @return the area itself where the pack does not know it
     */
    public AreaCode parameterArea(AreaCode area, LocalDate on) {
        AreaLevel lowest = parameters.stream()
                .map(Parameter::level)
                .max(Comparator.naturalOrder())
                .orElse(AreaLevel.PROVINCE);
        return areas.lineage(area, on).stream()
                .filter(ancestor -> ancestor.level().compareTo(lowest) <= 0)
                .findFirst()
                .map(Area::code)
                .orElse(area);
    }

    /** All parameters of an area on a day; what the office has not set is unknown. */
    public ParameterValues parametersFor(AreaCode area, LocalDate on) {
        List<Area> lineage = areas.lineage(area, on);
        Value[] values = new Value[parameters.size()];
        for (int slot = 0; slot < values.length; slot++) {
            Parameter parameter = parameters.get(slot);
            Unknown unset = Unknown.of(new Missing(
                    Missing.Kind.PARAMETER, "param." + parameter.symbol().name(), area.shortForm()));
            values[slot] = setting(parameter, lineage, on)
                    .map(setting -> switch (setting) {
                        case Parameter.Setting.Stated stated -> stated.value();
                        case Parameter.Setting.Unset _ -> unset;
                    })
                    .map(Value.class::cast)
                    .orElse(unset);
        }
        return slot -> values[slot];
    }

    /** The workflow with an id. */
    public Optional<Workflow> workflow(String id) {
        return Optional.ofNullable(workflows.get(id));
    }

    /** The role with an id. */
    public Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** The parameter with a name. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.symbol().name().equals(name))
                .findFirst();
    }
}
