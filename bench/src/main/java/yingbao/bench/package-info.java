/**
 * Measurements of the whole program as its users run it.
 *
 * <p>A register is made up from a seed, the command is run in a process of its own several times, and wall time and peak
 * memory are printed as minimum, median and maximum. Nothing here is a test: a slow machine fails nothing.
 */
@NullMarked
package yingbao.bench;

import org.jspecify.annotations.NullMarked;
