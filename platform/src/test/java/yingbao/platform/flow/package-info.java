@NullMarked
package yingbao.platform.flow;

import org.jspecify.annotations.NullMarked;
