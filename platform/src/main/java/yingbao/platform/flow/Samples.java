package yingbao.platform.flow;

import java.time.LocalDate;
import java.util.Collection;

/** Counts the cases that left a state, for checks on shares of cases. */
@FunctionalInterface
public interface Samples {

    /**
     * How many cases left a state by some actions from one day to another.
     *
     * @param field a flag of the state's form
     */
    Sample left(String state, Collection<String> actions, String field, LocalDate from, LocalDate to);

    /**
     * So many cases.
     *
     * @param all how many left
     * @param flagged how many of them with the flag
     */
    record Sample(long all, long flagged) {}
}
