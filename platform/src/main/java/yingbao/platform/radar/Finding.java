package yingbao.platform.radar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a run has found.
 *
 * @param programme empty for {@link Kind#ONE_VISIT}, which may be about several
 * @param person whom it is about; empty for a household
 * @param area twelve digits
 * @param cause why, as stable names in order
 * @param programmes all that it is about
 * @param amountFen what would be due, or is drawn
 * @param people how many persons it would settle
 * @param caseId the application under way, or the case by which it is drawn
 * @param underWay whether somebody sees to it already, so that it is no new lead
 */
record Finding(
        Kind kind,
        String programme,
        UUID household,
        Optional<UUID> person,
        String area,
        List<String> cause,
        List<String> programmes,
        long amountFen,
        int people,
        Optional<UUID> caseId,
        boolean underWay) {

    /** The cause of somebody to whom the rules grant what they do not draw, beside the day from which those rules hold. */
    static final String ENTITLED = "entitled";

    /** The cause of drawing something although the register knows nobody there any more. */
    static final String ABSENT = "absent";

    /** The cause of drawing the same by two cases. */
    static final String SAME = "same";

    UUID holder() {
        return person.orElse(household);
    }
}
