package yingbao.platform.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yingbao.policy.decide.Node;

/**
 * A draft with what it would change.
 *
 * @param state OPEN, WAITING, PUBLISHED or DROPPED
 * @param revision to be sent along with every change
 * @param outdated whether other rules hold by now than those that it changes
 * @param from the first day for which it is to say anything new
 * @param orderedBy the document that orders a day in the past; empty where none does
 * @param faults what is wrong with it
 * @param changes what it would change, in words; empty while anything is wrong
 * @param editable whether the caller may change it
 * @param rules whether the caller may change its rules too
 * @param decidable whether the caller may publish or refuse it
 * @param mine whether the caller had a hand in it
 */
record DraftView(
        DraftId id,
        String title,
        String state,
        long revision,
        boolean outdated,
        Optional<LocalDate> from,
        String orderedBy,
        Optional<String> published,
        List<DraftFile> files,
        List<DraftFault> faults,
        List<DraftChange> changes,
        List<DraftDeed> deeds,
        boolean editable,
        boolean rules,
        boolean decidable,
        boolean mine) {

    /**
     * A draft in a list.
     *
     * @param by who began it
     */
    record DraftLine(DraftId id, String title, String state, Optional<LocalDate> from, String by, Instant madeAt) {}

    /**
     * All drafts, and what holds.
     *
     * @param publications what was published here, the latest first
     * @param upgraded whether the installation's files are others than those on which the rules that hold were published
     */
    record DraftList(List<DraftLine> drafts, List<PublicationLine> publications, boolean upgraded) {}

    /** What was published. */
    record PublicationLine(String version, String title, LocalDate from, String by, Instant at) {}

    /**
     * A file that may be drafted.
     *
     * @param kind PROGRAMME, PARAMETERS, MANDATES, EXAMPLES, WORDS or SOURCES
     * @param title what people call what stands in it; empty where it has no name
     * @param changed whether the draft has another text of it
     * @param writable whether the caller may change it
     */
    record DraftFile(String path, String kind, String title, boolean changed, boolean writable) {}

    /**
     * A file with its text.
     *
     * @param base what it says in the rules that are changed; empty where it is new
     */
    record DraftText(String path, Optional<String> base, String text, long revision, boolean writable) {}

    /** Something that is wrong, with its place; lines and columns count from one. */
    record DraftFault(String path, int line, int column, String message) {}

    /** Something that would change, and from when; without a day where it decides about nobody. */
    record DraftChange(String text, Optional<LocalDate> from) {}

    /** What was done. */
    record DraftDeed(String kind, String note, String by, Instant at) {}

    /**
     * What a text comes to.
     *
     * @param revision that of the draft, with the text where it was kept
     * @param rule of a programme that reads without a fault: its conditions and amount in words
     * @param lets the names that it gives to values of its own
     */
    record DraftCheck(long revision, List<DraftFault> faults, List<Node> rule, List<DraftName> lets) {}

    /**
     * A name that an expression may use.
     *
     * @param insert as it is written
     * @param label what people call it
     * @param unit what it counts; empty where it counts nothing
     * @param of for a code, the fact whose it is; otherwise empty
     */
    record DraftName(String insert, String label, String unit, String of) {}

    /**
     * A golden case.
     *
     * @param expected what must come out
     * @param actual what came out
     */
    record DraftExample(
            String name,
            String programme,
            LocalDate on,
            String areaPath,
            boolean kept,
            String expected,
            String actual) {}
}
