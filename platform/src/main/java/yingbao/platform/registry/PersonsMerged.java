package yingbao.platform.registry;

/**
 * Two persons have been found to be one; published in the transaction of the merge, once the register shows one.
 *
 * @param winner who remains
 * @param loser who is no longer shown
 * @param home the household to which the loser belonged
 */
public record PersonsMerged(PersonId winner, PersonId loser, HouseholdId home) {}
