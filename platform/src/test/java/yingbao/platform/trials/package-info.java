@NullMarked
package yingbao.platform.trials;

import org.jspecify.annotations.NullMarked;
