package yingbao.platform.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that somebody did.
 *
 * @param id its id
 * @param at the real moment
 * @param on the business date
 * @param actorId who
 * @param actorName how they are called
 * @param action what, as a stable name such as {@code person.open}
 * @param subject the kind of thing it was done to
 * @param subjectId which one
 * @param areaCode where that is, twelve digits
 * @param detail particulars as a JSON object in the database's own spelling
 */
public record Entry(
        UUID id,
        Instant at,
        LocalDate on,
        UUID actorId,
        String actorName,
        String action,
        String subject,
        String subjectId,
        String areaCode,
        String detail) {}
