@NullMarked
package yingbao.platform.areas;

import org.jspecify.annotations.NullMarked;
