package yingbao.platform.programmes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A value that somebody entered, with what became of it.
 *
 * @param value in words
 * @param former what is in force on its first day until it takes effect, in words; empty where nothing is
 * @param to the last day; empty where it holds until the next
 * @param state PROPOSED, CONFIRMED or REFUSED
 * @param findings what the mandates say of it: now while it waits, at the decision after it
 * @param mine whether the caller entered it
 * @param decidable whether the caller may decide about it
 */
public record EnteredView(
        StandardId id,
        String parameter,
        String label,
        String areaCode,
        String areaPath,
        String value,
        String former,
        LocalDate from,
        Optional<LocalDate> to,
        String documentTitle,
        String documentNumber,
        LocalDate documentDate,
        String note,
        String state,
        List<FindingView> findings,
        String enteredBy,
        LocalDate enteredOn,
        Optional<String> decidedBy,
        Optional<LocalDate> decidedOn,
        String reason,
        boolean mine,
        boolean decidable) {}
