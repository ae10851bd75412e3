package yingbao.platform.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An objection as those who answer it see it.
 *
 * @param hasContact whether somebody left word how to reach them
 * @param answer empty until it is answered
 */
public record ObjectionView(
        ObjectionId id,
        String number,
        NoticeId notice,
        UUID caseId,
        String programme,
        String title,
        String areaPath,
        Instant lodgedAt,
        LocalDate lodgedOn,
        String words,
        boolean hasContact,
        State state,
        String answer,
        Optional<LocalDate> answeredOn,
        String answeredBy) {

    /** How far it is. */
    public enum State {
        OPEN,
        /** The case is looked into again because of it. */
        TAKEN_UP,
        ANSWERED
    }
}
