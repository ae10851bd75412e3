@NullMarked
package yingbao.platform.programmes;

import org.jspecify.annotations.NullMarked;
