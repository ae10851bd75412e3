@NullMarked
package yingbao.platform.population;

import org.jspecify.annotations.NullMarked;
