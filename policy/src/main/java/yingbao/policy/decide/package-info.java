/**
 * Decisions: who is entitled under which programme on a day, to how much, and why.
 *
 * <p>{@link yingbao.policy.decide.Engine} is a pure function of a pack, a household's facts and a date. Every clause is its
 * own answer: met, not met, or unknown with what would settle it; an unknown never becomes a refusal. An explanation says
 * the same in Chinese with the values put in, the source of each fact and the article. The package reads no clock and no
 * file, keeps nothing, and knows no programme by name.
 */
@NullMarked
package yingbao.policy.decide;

import org.jspecify.annotations.NullMarked;
