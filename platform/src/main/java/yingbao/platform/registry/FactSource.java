package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a fact is known from.
 *
 * @param supplier id of the pack's supplier who stated it
 * @param from the first day for which it was stated
 * @param evidence what paper proves it; empty when none was named
 * @param document the stored paper, where there is one
 * @param statement the act of stating
 */
public record FactSource(
        String supplier, LocalDate from, String evidence, Optional<UUID> document, StatementId statement) {}
