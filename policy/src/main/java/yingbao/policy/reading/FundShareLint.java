package yingbao.policy.reading;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.value.AreaCode;

/** Checks that the shares of the levels that pay for a programme are all named, and make a whole wherever all are known. */
final class FundShareLint {
    private static final long WHOLE = 100;

    private final Pack pack;
    private final Faults faults;

    FundShareLint(Pack pack, Faults faults) {
        this.pack = pack;
        this.faults = faults;
    }

    void check(Programme programme) {
        Set<String> shared = programme.fundShares().keySet();
        if (shared.isEmpty()) {
            return;
        }
        if (!shared.equals(new HashSet<>(programme.funds()))) {
            faults.add(
                    programme.location(),
                    "programme.fund-shares",
                    String.join(" ", shared),
                    String.join(" ", programme.funds()));
            return;
        }
        List<Parameter> parameters = programme.fundShares().values().stream()
                .flatMap(name -> pack.parameter(name).stream())
                .toList();
        TreeSet<AreaCode> areas = new TreeSet<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Parameter parameter : parameters) {
            parameter.settings().forEach((area, timeline) -> {
                areas.add(area);
                timeline.segments()
                        .forEach(segment -> days.add(
                                segment.range().from().isAfter(programme.range().from())
                                        ? segment.range().from()
                                        : programme.range().from()));
            });
        }
        for (AreaCode area : areas) {
            for (LocalDate day : days) {
                sum(parameters, area, day)
                        .filter(sum -> sum != WHOLE)
                        .ifPresent(sum -> faults.add(
                                programme.location(),
                                "programme.fund-shares-sum",
                                programme.id(),
                                area.shortForm(),
                                day.toString(),
                                Long.toString(sum)));
            }
        }
    }

    private Optional<Long> sum(List<Parameter> parameters, AreaCode area, LocalDate day) {
        long sum = 0;
        for (Parameter parameter : parameters) {
            Optional<Setting> setting = pack.setting(parameter, area, day);
            if (setting.isEmpty() || !(setting.get() instanceof Setting.Stated stated)) {
                return Optional.empty();
            }
            sum += stated.value().value();
        }
        return Optional.of(sum);
    }
}
