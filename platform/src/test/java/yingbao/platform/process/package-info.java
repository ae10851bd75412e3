/** What holds of the platform as processes that can be killed. */
@NullMarked
package yingbao.platform.process;

import org.jspecify.annotations.NullMarked;
