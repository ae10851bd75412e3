package yingbao.platform.audit;

import java.time.LocalDate;

/**
 * Which entries are wanted; an empty text means any.
 *
 * @param from the first real day, by the clock in China
 * @param to the last real day
 * @param offset how many newer entries to leave out
 */
public record AuditFilter(
        String actor,
        String action,
        String subject,
        String subjectId,
        LocalDate from,
        LocalDate to,
        int offset,
        int size) {}
