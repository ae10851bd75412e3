/**
 * The command line: decide a register, explain a household, check and show a pack, compare two days, check mandates.
 *
 * <p>Commands read their arguments, call the policy library, and print; nothing is decided here. Results go to standard
 * output, progress and complaints to standard error, and the exit code tells which it was: 0 done, 1 something was found
 * (bad rows, faults, differences, broken mandates), 2 the command was misused. Every text comes from a bundle, Chinese
 * first. The package writes only where {@code --out} or {@code --template} says.
 */
@NullMarked
package yingbao.cli;

import org.jspecify.annotations.NullMarked;
