/**
 * How a case moves: a pure reading of the pack's workflow.
 *
 * <p>{@link yingbao.platform.flow.Flow} is given where a case stands, who wants to do what, and what was entered; it answers
 * with the state that this leads to, or with everything that stands in the way, in words. {@link
 * yingbao.platform.flow.Measures} tells limits in days and working days by area and date. The module keeps nothing, reads no
 * clock and asks no database: the same question always has the same answer. It never knows a programme, an office or a place
 * by name. What a step means for money is decided elsewhere.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package yingbao.platform.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
