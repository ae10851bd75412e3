@NullMarked
package yingbao.platform.registry;

import org.jspecify.annotations.NullMarked;
