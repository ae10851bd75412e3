package yingbao.platform.programmes;

import java.time.Instant;
import java.time.LocalDate;
import yingbao.platform.kernel.UserId;

/**
 * Rules that somebody published here.
 *
 * @param version theirs
 * @param filesVersion the installation's files when they were published
 * @param from the first day for which they say anything new
 * @param by who let them hold, a second person
 */
public record Publication(
        String version, String filesVersion, String title, LocalDate from, UserId by, String name, Instant at) {}
