@NullMarked
package yingbao.platform.cases;

import org.jspecify.annotations.NullMarked;
