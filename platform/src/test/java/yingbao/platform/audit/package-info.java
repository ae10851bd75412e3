@NullMarked
package yingbao.platform.audit;

import org.jspecify.annotations.NullMarked;
