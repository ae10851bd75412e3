/**
 * The public wall: what is told of cases in public, and what people object to.
 *
 * <p>{@link yingbao.platform.notices.Notices} hangs a notice, already masked, on the wall of a division and takes it down;
 * anybody reads the wall without signing in, prints it, and lodges an objection, which is followed by its number. {@link
 * yingbao.platform.notices.Objections} shows objections to those who answer them; how to reach somebody lies sealed. The
 * module never knows what a case is, whom a notice is about beyond what is shown, or what an objection does to a case.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "audit", "access", "documents"})
@NullMarked
package yingbao.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
