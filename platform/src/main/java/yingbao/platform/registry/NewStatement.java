package yingbao.platform.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.value.DateRange;

/**
 * One act of stating facts about a household or a person.
 *
 * @param valid the days on which they hold; its first day is given
 * @param facts by the pack's names; empty withdraws a fact, so that it is unknown again
 * @param supplier id of the pack's supplier who states it
 * @param evidence what paper proves it; may be empty
 * @param document the stored paper, where there is one
 * @param cause what made somebody state it
 * @param causeId the import, event, survey or form
 */
public record NewStatement(
        Holder holder,
        UUID holderId,
        DateRange valid,
        Map<String, Optional<Value>> facts,
        String supplier,
        String evidence,
        Optional<UUID> document,
        Cause cause,
        Optional<UUID> causeId) {
    public NewStatement {
        facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** What made somebody state facts. */
    public enum Cause {
        IMPORT,
        EVENT,
        SURVEY,
        CORRECTION,
        FORM
    }

    public static NewStatement of(
            HouseholdId household, DateRange valid, Map<String, Optional<Value>> facts, String supplier, Cause cause) {
        return new NewStatement(
                Holder.HOUSEHOLD,
                household.value(),
                valid,
                facts,
                supplier,
                "",
                Optional.empty(),
                cause,
                Optional.empty());
    }

    public static NewStatement of(
            PersonId person, DateRange valid, Map<String, Optional<Value>> facts, String supplier, Cause cause) {
        return new NewStatement(
                Holder.PERSON, person.value(), valid, facts, supplier, "", Optional.empty(), cause, Optional.empty());
    }

    /** The same with what proves it. */
    public NewStatement provenBy(String paper, Optional<UUID> stored) {
        return new NewStatement(holder, holderId, valid, facts, supplier, paper, stored, cause, causeId);
    }

    /** The same as a part of something, such as an event or a survey. */
    public NewStatement causedBy(UUID id) {
        return new NewStatement(holder, holderId, valid, facts, supplier, evidence, document, cause, Optional.of(id));
    }
}
