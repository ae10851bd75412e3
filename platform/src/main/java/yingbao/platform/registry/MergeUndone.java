package yingbao.platform.registry;

/**
 * Two persons who had been made one are two again; published in the transaction, once the register shows both.
 *
 * @param winner who had remained
 * @param loser who is shown again
 */
public record MergeUndone(PersonId winner, PersonId loser) {}
