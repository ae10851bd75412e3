package yingbao.platform.registry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import yingbao.policy.expr.Value;
import yingbao.policy.value.DateRange;

/**
 * A statement as it was recorded, opened.
 *
 * @param holderId whose facts these are; of a person merged into another, that other
 * @param facts empty where a fact was withdrawn
 */
record StoredStatement(
        StatementId id,
        UUID holderId,
        DateRange valid,
        Map<String, Optional<Value>> facts,
        FactSource source,
        NewStatement.Cause cause,
        Optional<UUID> causeId,
        Instant recordedAt,
        String recordedBy) {}
