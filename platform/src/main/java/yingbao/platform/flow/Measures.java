package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.policy.expr.Unit;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.WorkingCalendar;
import yingbao.policy.value.AreaCode;

/** Limits, shares and ages that hold in one area; what nobody has set is empty and demands nothing. */
public final class Measures {
    private final Pack pack;
    private final AreaCode area;

    public Measures(Pack pack, AreaCode area) {
        this.pack = pack;
        this.area = area;
    }

    /** A parameter's value on a day. */
    public Optional<Long> at(String parameter, LocalDate on) {
        return pack.parameter(parameter)
                .flatMap(known -> pack.setting(known, area, on))
                .flatMap(setting -> switch (setting) {
                    case Parameter.Setting.Stated stated ->
                        Optional.of(stated.value().value());
                    case Parameter.Setting.Unset _ -> Optional.empty();
                });
    }

    /** What people call a parameter. */
    public String label(String parameter) {
        return pack.parameter(parameter).map(known -> known.symbol().label()).orElse(parameter);
    }

    /**
     * The last day of a limit that begins the day after a day, in days or working days as its parameter counts; empty when
     * it is not set, or reaches into a year whose working days nobody has ordered yet.
     */
    public Optional<LocalDate> deadline(String parameter, LocalDate begins) {
        boolean working = pack.parameter(parameter)
                .map(known -> known.symbol().unit().exponents().containsKey(Unit.Base.WORKING_DAY))
                .orElse(false);
        return at(parameter, begins)
                .flatMap(days -> working
                        ? pack.calendar().after(begins, Math.toIntExact(days))
                        : Optional.of(begins.plusDays(days)));
    }

    /** How many working days a deadline is overdue on a day; empty while it is not. */
    public Optional<Integer> overdue(LocalDate due, LocalDate on) {
        if (!on.isAfter(due)) {
            return Optional.empty();
        }
        WorkingCalendar calendar = pack.calendar();
        return Optional.of(Math.toIntExact(due.plusDays(1)
                .datesUntil(on.plusDays(1))
                .filter(day -> calendar.isWorkingDay(day).orElse(true))
                .count()));
    }
}
