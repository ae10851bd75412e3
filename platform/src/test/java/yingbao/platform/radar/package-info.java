@NullMarked
package yingbao.platform.radar;

import org.jspecify.annotations.NullMarked;
