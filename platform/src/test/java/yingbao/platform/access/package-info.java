@NullMarked
package yingbao.platform.access;

import org.jspecify.annotations.NullMarked;
