package yingbao.platform.trials;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.Timeline;

/** What the rules of a draft say otherwise than those that hold, the values that areas set themselves on top of both. */
final class Drafted {
    private final Pack before;
    private final Pack after;
    private final Set<String> paths;

    /** @param paths of the files that the draft changes */
    Drafted(Pack before, Pack after, Set<String> paths) {
        this.before = before;
        this.after = after;
        this.paths = paths;
    }

    /** Names of the parameters that have other values. */
    Set<String> parameters() {
        return after.parameters().stream()
                .filter(parameter -> !parameter.settings().equals(settings(parameter)))
                .map(parameter -> parameter.symbol().name())
                .collect(Collectors.toSet());
    }

    private Map<AreaCode, Timeline<Setting>> settings(Parameter parameter) {
        return before.parameter(parameter.symbol().name())
                .map(Parameter::settings)
                .orElse(Map.of());
    }

    /** The first month on whose first day something new is said; empty where nothing begins on a day. */
    Optional<YearMonth> first() {
        return begins().stream().min(LocalDate::compareTo).map(Drafted::month);
    }

    /** The first month on whose first day all that is new is said. */
    Optional<YearMonth> whole() {
        return begins().stream().max(LocalDate::compareTo).map(Drafted::month);
    }

    /** A month is decided as of its first day. */
    private static YearMonth month(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return day.getDayOfMonth() == 1 ? month : month.plusMonths(1);
    }

    private List<LocalDate> begins() {
        List<LocalDate> days = new ArrayList<>();
        after.programmes().stream()
                .filter(programme -> paths.contains(programme.location().file()))
                .filter(programme -> before.programmes().stream().noneMatch(programme::equals))
                .forEach(programme -> days.add(begin(programme)));
        for (Parameter parameter : after.parameters()) {
            Map<AreaCode, Timeline<Setting>> was = settings(parameter);
            parameter
                    .settings()
                    .forEach((area, timeline) -> timeline.segments().stream()
                            .filter(segment -> !was.getOrDefault(area, Timeline.empty())
                                    .segments()
                                    .contains(segment))
                            .forEach(segment -> days.add(segment.range().from())));
        }
        days.removeIf(LocalDate.MIN::equals);
        return days;
    }

    /** One that is only closed earlier says something new from the day after its last one. */
    private LocalDate begin(Programme programme) {
        return before.programmes().stream()
                .filter(former ->
                        former.location().file().equals(programme.location().file()))
                .filter(former -> former.range().to().isAfter(programme.range().to()))
                .findFirst()
                .map(_ -> programme.range().to().plusDays(1))
                .orElse(programme.range().from());
    }
}
