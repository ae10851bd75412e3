@NullMarked
package yingbao.platform.demo;

import org.jspecify.annotations.NullMarked;
