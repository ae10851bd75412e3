package yingbao.platform.radar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of a lead.
 *
 * @param reason of one that a person closed
 * @param text what that person said
 * @param by their name; empty where nobody closed it
 */
record Closing(How how, Optional<Reason> reason, String text, LocalDate on, String by) {

    /** By what a lead was closed. */
    enum How {
        PERSON,
        CASE,
        /** Its cause was not found any more. */
        GONE
    }

    /** Why a person closed a lead. */
    enum Reason {
        /** Looked up, and the rules do not fit in truth: a false alarm. */
        NOT_ELIGIBLE,
        /** Entitled, but does not want to apply. */
        DECLINED,
        /** What the register said was wrong, and is corrected: a false alarm. */
        WRONG_FACTS,
        OTHER_WAY,
        /** Something else, to be written down. */
        OTHER
    }
}
