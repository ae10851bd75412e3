@NullMarked
package yingbao.platform.kernel;

import org.jspecify.annotations.NullMarked;
