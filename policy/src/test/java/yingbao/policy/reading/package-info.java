@NullMarked
package yingbao.policy.reading;

import org.jspecify.annotations.NullMarked;
