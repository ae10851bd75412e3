package yingbao.platform.trials;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario costs over its months, year by year, on the facts of one day.
 *
 * @param registerOn of which day the facts are
 * @param packVersion the version of the pack that holds before
 * @param years in their order
 * @param assumed what nobody stated, and what was taken instead
 * @param draft of which state of which draft this speaks; empty where none was tried
 */
record YearsAnswer(
        LocalDate registerOn,
        String packVersion,
        List<OfYear> years,
        List<Answer.Assumption> assumed,
        Optional<Answer.OfDraft> draft) {

    /**
     * A year, or the part of one that lies in the scenario's months.
     *
     * @param months how many of them
     * @param yardsticks as they are in the last of them
     * @param values what each county has at the end of the year, of what is changed
     * @param entitledAfter how many draw something in the last month, each programme by itself
     */
    record OfYear(
            int year,
            int months,
            BigInteger beforeFen,
            BigInteger afterFen,
            long entitledBefore,
            long entitledAfter,
            List<Answer.OfFund> funds,
            List<AreaCost> areas,
            List<Answer.OfYardstick> yardsticks,
            List<Answer.OfMandate> mandates,
            Answer.Kept mandatesKept,
            List<Answer.ValueChange> values) {}

    /** What a county costs in a year. */
    record AreaCost(String areaCode, String areaName, BigInteger beforeFen, BigInteger afterFen) {}
}
