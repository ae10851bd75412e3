package yingbao.policy.decide;

/**
 * Something to ask, so that an undetermined answer can be given.
 *
 * @param name full name of the fact or parameter
 * @param label how people call it
 * @param about whose it is; empty for a parameter
 * @param whom who can tell
 * @param evidence what paper proves it; empty when none is asked for
 */
public record Question(String name, String label, String about, String whom, String evidence) {}
