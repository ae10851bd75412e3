package yingbao.platform.trials;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yingbao.platform.drafts.DraftId;
import yingbao.policy.batch.Comparison;
import yingbao.policy.decide.Mandates;

/**
 * What a change does in a month. Amounts are fen a month; what is paid by the year counts for a twelfth.
 *
 * @param month the first day of the month
 * @param registerOn of which day the facts are
 * @param households how many households were asked
 * @param millis how long it took to answer
 * @param programmes every programme of the month
 * @param areas every county in which somebody lives
 * @param funds every level of government that pays
 * @param yardsticks every line that incomes are held against
 * @param mandates every demand that speaks of what is changed, where it is broken before or after
 * @param mandatesKept how many such demands are kept before, and after
 * @param values what each county had before and has after, of what is changed
 * @param assumed what nobody stated, and what was taken instead
 * @param draft of which state of which draft this speaks; empty where none is tried
 * @param edgesFen where one bucket of a distribution ends and the next begins
 */
record Answer(
        LocalDate month,
        LocalDate registerOn,
        int households,
        long millis,
        List<OfProgramme> programmes,
        List<OfArea> areas,
        List<OfFund> funds,
        List<OfYardstick> yardsticks,
        List<OfMandate> mandates,
        Kept mandatesKept,
        List<ValueChange> values,
        List<Assumption> assumed,
        Optional<OfDraft> draft,
        List<Integer> edgesFen) {

    /**
     * A state of a draft.
     *
     * @param change how often its contents had been changed
     * @param changedAt when they had been changed last
     */
    record OfDraft(DraftId id, String title, int change, Instant changedAt) {}

    /** How many are moved, and by what amounts together. */
    record Moves(Moved entering, Moved leaving, Moved gaining, Moved losing) {
        static Moves of(Comparison.Line line) {
            return new Moves(
                    Moved.of(line.of(Comparison.Kind.ENTERS)),
                    Moved.of(line.of(Comparison.Kind.LEAVES)),
                    Moved.of(line.of(Comparison.Kind.GAINS)),
                    Moved.of(line.of(Comparison.Kind.LOSES)));
        }
    }

    /** So many, who get so much more or less. */
    record Moved(long count, BigInteger fen) {
        static Moved of(Comparison.Moved moved) {
            return new Moved(moved.count(), moved.fen());
        }
    }

    /** A programme: how many draw it and what they get, before and after. */
    record OfProgramme(
            String id,
            String title,
            boolean persons,
            long before,
            long after,
            BigInteger beforeFen,
            BigInteger afterFen,
            long openBefore,
            long openAfter,
            Moves moves,
            List<Long> distribution) {}

    /** A county, all programmes together. */
    record OfArea(String areaCode, String areaName, BigInteger beforeFen, BigInteger afterFen, Moves moves) {}

    /**
     * A level of government.
     *
     * @param id its id; empty for what nobody can say who pays, because the shares are not set
     */
    record OfFund(String id, String label, BigInteger beforeFen, BigInteger afterFen) {}

    /**
     * Who lies under a line.
     *
     * @param unset the value without which nobody can be counted; empty where somebody can
     */
    record OfYardstick(
            String id,
            String title,
            String says,
            long householdsBefore,
            long personsBefore,
            long householdsAfter,
            long personsAfter,
            long householdsUnknown,
            Optional<UnsetLine> unset) {}

    /**
     * A line that nobody has set for a day.
     *
     * @param label what the value is called
     * @param setBy who sets it
     * @param lastDay the last day for which it is known; empty where it never was
     */
    record UnsetLine(String label, String setBy, Optional<LocalDate> lastDay) {}

    /** A demand in an area and year, before and after. */
    record OfMandate(
            String id,
            String title,
            String areaCode,
            String areaName,
            int year,
            Mandates.Verdict before,
            Mandates.Verdict after,
            String valueBefore,
            String valueAfter,
            String floor) {}

    /** How many demands are kept. */
    record Kept(long before, long after) {}

    /** A parameter of a county, in words; empty where nobody has set it. */
    record ValueChange(
            String parameter,
            String label,
            String areaCode,
            String areaName,
            String before,
            String after,
            Optional<Long> beforeNumber,
            Optional<Long> afterNumber) {}

    /** Something that was taken because nobody stated it. */
    record Assumption(String areaCode, String areaName, String parameter, String label, String value) {}
}
