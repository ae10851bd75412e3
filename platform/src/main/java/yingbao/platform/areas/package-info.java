/**
 * The tree of divisions as the pack lists them, with their succession.
 *
 * <p>{@link yingbao.platform.areas.Divisions} names a division on a day, tells what lies in it and what it lies in, and
 * shows a caller no more than their own part of the tree. It keeps nothing in the database: the pack's files are the
 * source. It never says who may do what there.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package yingbao.platform.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
