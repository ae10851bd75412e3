/**
 * Lists as workbooks that people take away.
 *
 * <p>{@link yingbao.platform.lists.ListExports} reads a list to its end through the same door as its page, so that it holds
 * what the caller sees there and nothing else, and leaves an entry in the log. The module never knows what is listed.
 */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package yingbao.platform.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
