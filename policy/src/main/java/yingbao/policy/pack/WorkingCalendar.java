package yingbao.policy.pack;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked, as the State Council orders year by year.
 *
 * @param id its name inside the pack
 * @param title what it is
 * @param weekend the days of the week that are off unless ordered otherwise
 * @param holidays days off by order, with what they are for
 * @param working weekend days worked by order
 * @param years the years for which an order is on file
 */
public record WorkingCalendar(
        String id,
        String title,
        Set<DayOfWeek> weekend,
        Map<LocalDate, String> holidays,
        Set<LocalDate> working,
        Set<Integer> years) {

    /** Whether a day is worked; empty for a year without an order on file, which nobody may guess. */
    public Optional<Boolean> isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear())) {
            return Optional.empty();
        }
        boolean off = holidays.containsKey(day) || weekend.contains(day.getDayOfWeek());
        return Optional.of(working.contains(day) || !off);
    }

    /**
     * The last day of a limit of so many working days that starts the day after {@code start}; empty when it reaches into
     * a year without an order.
     *
     * @param workingDays at least one
     */
    public Optional<LocalDate> after(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int remaining = workingDays; remaining > 0; ) {
            day = day.plusDays(1);
            Optional<Boolean> worked = isWorkingDay(day);
            if (worked.isEmpty()) {
                return Optional.empty();
            }
            remaining -= worked.get() ? 1 : 0;
        }
        return Optional.of(day);
    }
}
