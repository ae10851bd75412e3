@NullMarked
package yingbao.platform.notices;

import org.jspecify.annotations.NullMarked;
