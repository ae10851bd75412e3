package yingbao.platform.programmes;

import java.time.LocalDate;

/**
 * Other rules hold from now on; told in the transaction in which they were published.
 *
 * @param version theirs
 * @param title what was changed, in the words of whoever drafted it
 * @param from the first day for which they say anything new
 */
public record RulesPublished(String version, String title, LocalDate from) {}
