package yingbao.platform.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.value.AreaCode;

/**
 * What is known about a household and its members on a day.
 *
 * @param id which household; the facts bear it as their id
 * @param number its number, unique in its county
 * @param area where it lived on the day
 * @param address as stated; empty when nobody did
 * @param on the day
 * @param household the facts, ready to be decided; contains sealed ones in the open
 * @param memberIds in the order of the household's members, whose facts bear them as their ids
 * @param sources by holder's id, a dot and the fact's name
 */
public record HouseholdFile(
        HouseholdId id,
        String number,
        AreaCode area,
        String address,
        LocalDate on,
        Household household,
        List<PersonId> memberIds,
        Map<String, FactSource> sources) {
    public HouseholdFile {
        memberIds = List.copyOf(memberIds);
        sources = java.util.Collections.unmodifiableMap(new TreeMap<>(sources));
    }

    /** Where a fact of the household or of a member is known from. */
    public Optional<FactSource> source(Facts holder, String fact) {
        return Optional.ofNullable(sources.get(holder.id() + "." + fact));
    }

    /** What is known about a member; empty where the person is not one on the day. */
    public Optional<Facts> member(PersonId person) {
        int index = memberIds.indexOf(person);
        return index < 0 ? Optional.empty() : Optional.of(household.members().get(index));
    }
}
