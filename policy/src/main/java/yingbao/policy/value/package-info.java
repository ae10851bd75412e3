/**
 * The exact, immutable values that every rule of Yingbao is written in: money, ratios, days, date ranges, timelines,
 * area codes, citizen numbers and citations.
 *
 * <p>Each type refuses what it cannot mean, with a {@link yingbao.policy.value.ValueException} whose code is stable
 * enough to translate. Whatever a clerk may type is normalised once, in the type's own parser, and nowhere else.
 * Nothing here uses floating point, reads the clock, does input or output, or knows a programme, an office or a place
 * by name. Every other package may depend on this one, and this one depends on the JDK alone.
 */
@NullMarked
package yingbao.policy.value;

import org.jspecify.annotations.NullMarked;
