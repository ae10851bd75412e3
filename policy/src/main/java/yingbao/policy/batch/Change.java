package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;

/**
 * Another value of a parameter, to be tried.
 *
 * @param parameter its name
 * @param area the division that it changes for, with all in it
 * @param from the first day that it holds
 * @param to the last day; open where it holds on
 * @param how what it becomes
 */
public record Change(String parameter, AreaCode area, LocalDate from, Optional<LocalDate> to, How how) {

    /** What a parameter becomes. */
    public sealed interface How {

        /** The same everywhere. */
        record To(long value) implements How {}

        /**
         * Whatever it is in each county, so much higher.
         *
         * @param basisPoints hundredths of a per cent; negative where it becomes lower
         */
        record By(int basisPoints) implements How {}

        /** A share of another parameter of the county, per month or year as this one is. */
        record Share(String of, int percent) implements How {}

        /** What held in the county on the last day of a year, for all the time. */
        record AsAtEndOf(int year) implements How {}

        /**
         * Raised from what held in the county at the end of the year before, in the most even steps that keep every mandate
         * of these years: no faster than the steepest of them asks for, and never lower again.
         */
        record Path(int firstYear, int lastYear) implements How {}
    }

    /** The days that it holds. */
    public DateRange range() {
        return to.map(last -> DateRange.between(from, last)).orElseGet(() -> DateRange.from(from));
    }
}
