/**
 * Reading a pack from its files, and refusing what does not fit.
 *
 * <p>{@link yingbao.policy.reading.PackReader} turns a folder into a {@link yingbao.policy.pack.Pack} or into faults with
 * file, line and column; what it accepts is whole and consistent. One reader a kind of file, all collecting into the same
 * faults, so that one reading reports everything. Only this package touches the YAML library. It decides nothing and
 * adds no value that a file did not state.
 */
@NullMarked
package yingbao.policy.reading;

import org.jspecify.annotations.NullMarked;
