package yingbao.platform.drafts;

import java.util.List;
import yingbao.platform.drafts.DraftView.DraftFault;
import yingbao.platform.drafts.DraftView.DraftName;

/**
 * A programme as the parts that a form shows.
 *
 * @param revision to be sent along with a change
 * @param sources the documents that may be cited
 * @param lets the names that the programme gives to values of its own; empty while anything is wrong
 */
record ClauseForms(
        String path,
        String title,
        long revision,
        boolean writable,
        List<ClausePart> parts,
        List<CitedSource> sources,
        List<DraftName> lets) {

    /** What a part is. */
    enum PartKind {
        LET,
        CLAUSE,
        ANY_OF,
        EXCLUSION,
        AMOUNT
    }

    /** What is written in a part. */
    enum PartField {
        TITLE,
        RULE,
        REFUSAL,
        CITES
    }

    /**
     * A part as it stands in the file.
     *
     * @param key where it stands
     * @param id of a condition
     * @param depth how many groups are around it
     * @param has which of the fields that follow it has
     * @param title the question, or what a value is called, in the caller's language
     * @param writtenTitle the same as the file says it
     * @param rule the expression
     * @param writtenRefusal what a person is told, as the file says it
     * @param cites document and article, as written
     * @param words the expression in words; empty while anything is wrong with the draft
     * @param changed whether the rules in force, or the version that it takes the place of, say it otherwise or not at all
     */
    record ClausePart(
            String key,
            PartKind kind,
            String id,
            int depth,
            List<PartField> has,
            String title,
            String writtenTitle,
            String rule,
            String writtenRefusal,
            List<String> cites,
            String words,
            boolean changed) {}

    /** A document that may be cited, in words. */
    record CitedSource(String id, String title) {}

    /** Something that is wrong with a part: in which field, and where in it; lines and columns count from one. */
    record PartFault(PartField field, int line, int column, String message) {}

    /**
     * What a changed part comes to.
     *
     * @param revision that of the draft, with the part where it was kept
     * @param faults what is wrong with its fields
     * @param elsewhere what is wrong with the draft beside them
     * @param words the part in words; empty while anything is wrong
     */
    record PartCheck(long revision, List<PartFault> faults, List<DraftFault> elsewhere, String words) {}
}
