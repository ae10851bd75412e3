@NullMarked
package yingbao.platform.lists;

import org.jspecify.annotations.NullMarked;
