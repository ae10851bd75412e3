/** What holds of the platform as a whole. */
@NullMarked
package yingbao.platform;

import org.jspecify.annotations.NullMarked;
